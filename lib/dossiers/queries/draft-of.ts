import 'server-only'
import type { Citizen } from '@/lib/identity/domain/actor'
import { now } from '@/lib/platform/clock'
import { inCitizen } from '@/lib/platform/db'
import type { ApplicationForm } from '@/lib/procedures/domain/application-form'
import { checklistFor, type ChecklistItem } from '@/lib/procedures/domain/checklist'
import { formById } from '@/lib/procedures/forms/catalogue'
import { type CatalogueVariant, type CatalogueVersion, versionOfDossier } from '@/lib/procedures/store'
import { type Draft, findDraft } from '../store/draft-store'

export type DraftFile = { id: string; documentKey: string | null; name: string; mime: string; size: number }
export type DraftView = { draft: Draft; form: ApplicationForm; version: CatalogueVersion; variant: CatalogueVariant; checklist: ChecklistItem[]; files: DraftFile[] }

/** Everything the screens of one filing show. Null where the draft is someone else's, unknown or past its days. */
export async function draftOf(citizen: Citizen, communeId: string, draftId: string): Promise<DraftView | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(draftId)) return null
  const found = await inCitizen(citizen.citizenId, async (tx) => {
    const draft = await findDraft(tx, communeId, draftId, now())
    if (draft === null) return null
    const files = await tx.attachment.findMany({
      where: { communeId, draftId, removedAt: null }, orderBy: { createdAt: 'asc' }, take: 100,
      select: { id: true, documentKey: true, name: true, mime: true, size: true },
    })
    return { draft, files }
  })
  if (found === null) return null
  const version = await versionOfDossier(found.draft.versionId)
  const variant = version.variants.find(({ id }) => id === found.draft.variantId) ?? version.variants[0]!
  return { ...found, form: formById(found.draft.formId), version, variant, checklist: checklistFor(variant, 'online') }
}

export type DraftRow = { id: string; communeId: string; procedureName: string; procedureCode: string; updatedAt: Date; expiresAt: Date }

/** The drafts of a citizen that still wait, the latest first. */
export async function draftsOf(citizen: Citizen): Promise<DraftRow[]> {
  const rows = await inCitizen(citizen.citizenId, (tx) =>
    tx.draft.findMany({
      where: { citizenId: citizen.citizenId, dossierId: null, expiresAt: { gt: now() } }, orderBy: { updatedAt: 'desc' }, take: 20,
      select: { id: true, communeId: true, procedureCode: true, versionId: true, updatedAt: true, expiresAt: true },
    }),
  )
  return Promise.all(rows.map(async ({ versionId, ...row }) => ({ ...row, procedureName: (await versionOfDossier(versionId)).content.plainName })))
}
