import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/lib/platform/db'
import { EVERY_FIELD, type RetentionRule } from '../domain/retention'

const Due = z.array(z.object({ id: z.uuid(), code: z.string(), field: z.string(), closed: z.date() }))
const Counts = z.array(z.object({ field: z.string(), dossiers: z.int(), held: z.int() }))

const asJson = (rules: readonly RetentionRule[]): string => JSON.stringify(rules.map(({ fieldSlug, years }) => ({ field: fieldSlug, years })))

/** Closed dossiers whose time is over and that nothing holds, the longest closed first. */
export async function dueForErasure(tx: Tx, rules: readonly RetentionRule[], limit: number): Promise<z.output<typeof Due>> {
  return Due.parse(await tx.$queryRaw`
    with rules as (select * from jsonb_to_recordset(${asJson(rules)}::jsonb) as r(field text, years int))
    select d.id, d.code, d.field_slug as field, coalesce(d.returned_at, d.ended_at) as closed from dossier d
    join lateral (select years from rules where field in (d.field_slug, ${EVERY_FIELD}) order by field = ${EVERY_FIELD} limit 1) r on true
    where d.commune_id = ${tx.communeId}::uuid and d.erased_at is null and coalesce(d.returned_at, d.ended_at) + make_interval(years => r.years) <= mc_now()
      and not exists (select from legal_hold h where h.commune_id = d.commune_id and h.dossier_id = d.id and h.released_at is null)
    order by coalesce(d.returned_at, d.ended_at), d.id limit ${limit}`)
}

/** How many are due in each field, and how many more a hold keeps. */
export async function dueCounts(tx: Tx, rules: readonly RetentionRule[]): Promise<z.output<typeof Counts>> {
  return Counts.parse(await tx.$queryRaw`
    with rules as (select * from jsonb_to_recordset(${asJson(rules)}::jsonb) as r(field text, years int)),
      due as (select d.field_slug, exists (select from legal_hold h where h.commune_id = d.commune_id and h.dossier_id = d.id and h.released_at is null) as held from dossier d
        join lateral (select years from rules where field in (d.field_slug, ${EVERY_FIELD}) order by field = ${EVERY_FIELD} limit 1) r on true
        where d.commune_id = ${tx.communeId}::uuid and d.erased_at is null and coalesce(d.returned_at, d.ended_at) + make_interval(years => r.years) <= mc_now())
    select field_slug as field, count(*) filter (where not held)::int as dossiers, count(*) filter (where held)::int as held from due group by 1 order by 1`)
}
