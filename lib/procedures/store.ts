import 'server-only'
import { groupBy } from '@/lib/kernel/group-by'
import { localDate, type LocalDate } from '@/lib/kernel/local-date'
import { cacheReference } from '@/lib/platform/db'
import { type ProcedureField, type ProcedureVariant, type ProcedureVersion, versionOn } from './domain/procedure'

export type CatalogueVariant = ProcedureVariant & { id: string }
/** One step of the process, as the version has it; the return to the citizen is not one of them. */
export type CatalogueStep = { position: number; key: string; name: string; role: string; unitKey: string; internalHours: number | null; skippable: boolean }
export type CatalogueVersion = Omit<ProcedureVersion, 'variants'> & {
  id: string
  procedureCode: string
  fieldSlug: string
  fieldName: string
  popularity: number
  formId: string
  settledOnTheSpot: boolean
  /** Set where one commune alone uses it (demonstrations of past years). */
  onlyCommuneId: string | null
  steps: readonly CatalogueStep[]
  variants: readonly CatalogueVariant[]
}
export type Catalogue = {
  revision: number
  fields: readonly ProcedureField[]
  versions: readonly CatalogueVersion[]
  byId: ReadonlyMap<string, CatalogueVersion>
  byCode: ReadonlyMap<string, readonly CatalogueVersion[]>
}

/** How long a process trusts its copy before it asks for the revision again. @unit ms */
const TRUST = 10_000

let kept: Catalogue | undefined
let trustedUntil = 0
let loading: Promise<Catalogue> | undefined

/** The whole catalogue, in memory: it is small, read on every page and changed by decisions only. */
export async function catalogue(): Promise<Catalogue> {
  if (kept !== undefined && performance.now() < trustedUntil) return kept
  loading ??= refresh().finally(() => (loading = undefined))
  return loading
}

async function refresh(): Promise<Catalogue> {
  const head = await cacheReference().catalogueRevision.findUnique({ where: { id: 1 } })
  const revision = head?.revision ?? 0
  if (kept?.revision !== revision) kept = await load(revision)
  trustedUntil = performance.now() + TRUST
  return kept
}

/** After a change made by this very process. */
export function forgetCatalogue(): void {
  kept = undefined
  trustedUntil = 0
}

/** The version under which a dossier received on that day in that commune lives; null where there is none. */
export async function procedureInForce(code: string, day: LocalDate, communeId: string | null): Promise<CatalogueVersion | null> {
  const versions = (await catalogue()).byCode.get(code) ?? []
  return versionOn(ownOrCommon(versions, communeId), day)
}

/** All procedures in force on a day for a commune, the most asked-for first. */
export async function proceduresInForce(day: LocalDate, communeId: string | null): Promise<CatalogueVersion[]> {
  const { byCode } = await catalogue()
  const inForce = [...byCode.values()].map((versions) => versionOn(ownOrCommon(versions, communeId), day))
  return inForce.filter((version) => version !== null).toSorted((a, b) => b.popularity - a.popularity || (a.procedureCode < b.procedureCode ? -1 : 1))
}

export const versionById = async (id: string): Promise<CatalogueVersion | null> => (await catalogue()).byId.get(id) ?? null

/** The version a dossier refers to; a fault where the row names none. */
export async function versionOfDossier(id: string): Promise<CatalogueVersion> {
  const known = (await catalogue()).byId.get(id)
  if (known !== undefined) return known
  forgetCatalogue()
  const fresh = (await catalogue()).byId.get(id)
  if (fresh === undefined) throw new Error(`No procedure version ${id}`)
  return fresh
}

/** A version of the commune's own stands before the common ones. */
function ownOrCommon(versions: readonly CatalogueVersion[], communeId: string | null): readonly CatalogueVersion[] {
  const own = versions.filter((version) => version.onlyCommuneId !== null && version.onlyCommuneId === communeId)
  return own.length > 0 ? [...own, ...versions.filter(({ onlyCommuneId }) => onlyCommuneId === null)] : versions.filter(({ onlyCommuneId }) => onlyCommuneId === null)
}

async function load(revision: number): Promise<Catalogue> {
  const db = cacheReference()
  const [fields, procedures, versions, variants, documents, fees, steps] = await Promise.all([
    db.procedureField.findMany({ orderBy: { position: 'asc' } }),
    db.procedure.findMany(),
    db.procedureVersion.findMany(),
    db.procedureVariant.findMany({ orderBy: { position: 'asc' } }),
    db.requiredDocument.findMany({ orderBy: { position: 'asc' } }),
    db.fee.findMany({ orderBy: { position: 'asc' } }),
    db.processStep.findMany({ orderBy: { position: 'asc' } }),
  ])
  const [documentsOf, feesOf, variantsOf, stepsOf] = [
    groupBy(documents, ({ variantId }) => variantId),
    groupBy(fees, ({ variantId }) => variantId),
    groupBy(variants, ({ versionId }) => versionId),
    groupBy(steps, ({ versionId }) => versionId),
  ]
  const fieldBySlug = new Map(fields.map((field) => [field.slug, field]))
  const procedureByCode = new Map(procedures.map((procedure) => [procedure.code, procedure]))
  const built = versions.map((row): CatalogueVersion => {
    const procedure = procedureByCode.get(row.procedureCode)!
    return {
      id: row.id,
      procedureCode: row.procedureCode,
      fieldSlug: procedure.fieldSlug,
      fieldName: fieldBySlug.get(procedure.fieldSlug)!.name,
      popularity: procedure.popularity,
      name: row.name,
      decision: row.decision,
      effectiveFrom: dayOf(row.effectiveFrom),
      effectiveTo: row.effectiveTo === null ? null : dayOf(row.effectiveTo),
      onlyCommuneId: row.onlyCommuneId,
      formId: row.formId,
      settledOnTheSpot: row.settledOnTheSpot,
      interAgency: row.interAgency,
      content: row.content as ProcedureVersion['content'],
      unverified: row.unverified as ProcedureVersion['unverified'],
      steps: (stepsOf.get(row.id) ?? []).map(({ position, key, name, role, unitKey, internalHours, skippable }) => ({ position, key, name, role, unitKey, internalHours, skippable })),
      variants: (variantsOf.get(row.id) ?? []).map((variant) => ({
        id: variant.id,
        key: variant.key,
        name: variant.name,
        limits: variant.limits as ProcedureVariant['limits'],
        limitNote: variant.limitNote ?? '',
        verificationExtension: variant.verificationExtension as ProcedureVariant['verificationExtension'],
        verificationNote: variant.verificationNote,
        legs: variant.legs as ProcedureVariant['legs'],
        fees: (feesOf.get(variant.id) ?? []).map(({ fee }) => fee as ProcedureVariant['fees'][number]),
        documents: (documentsOf.get(variant.id) ?? []).map(({ document }) => document as ProcedureVariant['documents'][number]),
      })),
    }
  })
  return {
    revision,
    fields: fields.map(({ slug, name, ministry, groupName }) => ({ slug, name, ministry, group: groupName })),
    versions: built,
    byId: new Map(built.map((version) => [version.id, version])),
    byCode: groupBy(built, ({ procedureCode }) => procedureCode),
  }
}

const dayOf = (column: Date): LocalDate => localDate(column.toISOString().slice(0, 10))
