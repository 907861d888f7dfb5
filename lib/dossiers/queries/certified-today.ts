import 'server-only'
import { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { instantAt, localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'

export type CertifiedRow = { id: string; code: string; at: Date; procedureName: string; applicantName: string; number: string | null; summary: string; paidVnd: number; officerName: string }
export type CertifiedToday = { rows: CertifiedRow[]; /** Of the whole day, not of the rows shown. */ count: number; paidVnd: number }

const Row = z.object({
  id: z.uuid(), code: z.string(), received_at: z.date(), procedure_name: z.string(), applicant_name: z.string().nullable(), number: z.string().nullable(), summary: z.string(),
  paid: z.int(), officer_name: z.string().nullable(), total: z.int(), total_paid: z.int(),
})

/** What was settled on the spot today, the latest first, with the day's count and cash. */
export async function certifiedToday(officer: Officer, most = 50): Promise<CertifiedToday> {
  if (!may(officer, 'dossier.read', { communeId: officer.communeId })) return { rows: [], count: 0, paidVnd: 0 }
  const since = instantAt(localDateOf(now()), '00:00')
  const rows = await inCommune(officer, async (tx) => z.array(Row).parse(await tx.$queryRaw`
    with today as (
      select d.id, d.code, d.received_at, d.procedure_name, r.number, r.summary, d.received_by_id, d.commune_id,
        coalesce((select sum(m.amount_vnd) from payment_record m where m.commune_id = d.commune_id and m.dossier_id = d.id and m.state = 'paid'), 0)::int as paid
      from dossier d join dossier_result r on r.commune_id = d.commune_id and r.dossier_id = d.id
      where d.commune_id = ${tx.communeId}::uuid and d.settled_on_the_spot and d.received_at >= ${since}::timestamptz)
    select t.id, t.code, t.received_at, t.procedure_name, p.full_name as applicant_name, t.number, t.summary, t.paid, s.full_name as officer_name,
      count(*) over ()::int as total, sum(t.paid) over ()::int as total_paid
    from today t
    left join dossier_party p on p.commune_id = t.commune_id and p.dossier_id = t.id and p.part = 'applicant'
    left join staff_member s on s.commune_id = t.commune_id and s.id = t.received_by_id
    order by t.received_at desc, t.id desc limit ${most}`))
  return {
    rows: rows.map((row) => ({ id: row.id, code: row.code, at: row.received_at, procedureName: row.procedure_name, applicantName: row.applicant_name ?? '', number: row.number, summary: row.summary, paidVnd: row.paid, officerName: row.officer_name ?? '' })),
    count: rows[0]?.total ?? 0,
    paidVnd: rows[0]?.total_paid ?? 0,
  }
}
