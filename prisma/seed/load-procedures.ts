import type pg from 'pg'
import { type CatalogueProcedure, procedureCatalogue, procedureFields } from './procedures/catalogue'

/** The catalogue. Versions that are there stay as they are: what is in force is never edited. */
export async function loadProcedures(owner: pg.Client): Promise<void> {
  for (const [position, field] of procedureFields().entries()) {
    await owner.query('insert into procedure_field (slug, name, ministry, group_name, position) values ($1, $2, $3, $4, $5) on conflict (slug) do nothing', [field.slug, field.name, field.ministry, field.group, position])
  }
  const { rows } = await owner.query<{ procedure_code: string }>('select distinct procedure_code from procedure_version where only_commune_id is null')
  const known = new Set(rows.map((row) => row.procedure_code))
  const fresh = procedureCatalogue().filter(({ code }) => !known.has(code))
  for (const procedure of fresh) {
    await owner.query('insert into procedure (code, field_slug, popularity) values ($1, $2, $3) on conflict (code) do nothing', [procedure.code, procedure.field, procedure.popularity])
    for (const version of procedure.versions) await insertVersion(owner, procedure.code, version, procedure)
  }
  if (fresh.length > 0) {
    await owner.query('insert into catalogue_revision (id, revision) values (1, 1) on conflict (id) do update set revision = catalogue_revision.revision + 1')
  }
}

type Version = CatalogueProcedure['versions'][number]
type Process = { formId: string; process: CatalogueProcedure['process'] }

/** One version with its variants, papers, fees and steps, in one statement. Answers its id. */
export async function insertVersion(owner: pg.Client, code: string, version: Version, { formId, process }: Process, onlyCommuneId: string | null = null): Promise<string> {
  const steps = process.steps.filter(({ key }) => key !== 'return')
  const { rows } = await owner.query<{ id: string }>(
    `with version as (
       insert into procedure_version (procedure_code, name, decision, effective_from, effective_to, only_commune_id, form_id, settled_on_the_spot, inter_agency, content, unverified)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id),
     variants as (
       insert into procedure_variant (id, version_id, key, name, limits, verification_extension, limit_note, verification_note, legs, position)
       select (v ->> 'id')::uuid, version.id, v ->> 'key', v ->> 'name', v -> 'limits', nullif(v -> 'verificationExtension', 'null'), v ->> 'limitNote', v ->> 'verificationNote', v -> 'legs', n
       from version, (select v || jsonb_build_object('id', uuidv7()) as v, n from jsonb_array_elements($12) with ordinality as t(v, n)) numbered
       returning id, key),
     documents as (
       insert into required_document (variant_id, key, document, position)
       select variants.id, d ->> 'key', d, n from variants join jsonb_array_elements($12) v on v ->> 'key' = variants.key, jsonb_array_elements(v -> 'documents') with ordinality as t(d, n)),
     fees as (
       insert into fee (variant_id, fee, position)
       select variants.id, f, n from variants join jsonb_array_elements($12) v on v ->> 'key' = variants.key, jsonb_array_elements(v -> 'fees') with ordinality as t(f, n)),
     steps as (
       insert into process_step (version_id, position, key, name, role, unit_key, internal_hours, skippable)
       select version.id, n - 1, s ->> 'key', s ->> 'name', s ->> 'role', s ->> 'unit', (s ->> 'internalHours')::int, (s ->> 'skippable')::boolean
       from version, jsonb_array_elements($13) with ordinality as t(s, n))
     select id from version`,
    [
      code, version.name, version.decision, version.effectiveFrom, version.effectiveTo, onlyCommuneId, formId, process.settledOnTheSpot, version.interAgency,
      JSON.stringify(version.content), version.unverified, JSON.stringify(version.variants), JSON.stringify(steps),
    ],
  )
  return rows[0]!.id
}
