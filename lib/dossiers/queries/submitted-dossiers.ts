import 'server-only'
import { z } from 'zod'
import { standing, type Standing } from '@/lib/calendar/domain/standing'
import { ACCEPTANCE_LIMIT } from '@/lib/calendar/domain/time-limit'
import { calendarOf } from '@/lib/calendar/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import type { PaymentStanding } from '@/lib/payments/domain/payment'
import { standingSql } from '@/lib/payments/queries/standing-sql'
import { now } from '@/lib/platform/clock'
import { inCommune, Prisma } from '@/lib/platform/db'
import { readCursor, writeCursor } from './cursor'

/** An online filing that waits for the desk. While its applicant has to supplement, nobody is late. */
export type SubmittedRow = {
  id: string
  code: string
  version: number
  procedureCode: string
  procedureName: string
  fieldSlug: string
  applicantName: string
  submittedAt: Date
  acceptBy: Date
  standing: Standing
  awaitsSupplement: boolean
}

const Row = z.object({
  id: z.uuid(), code: z.string(), version: z.int(), procedure_code: z.string(), procedure_name: z.string(), field_slug: z.string(), applicant_name: z.string().nullable(),
  submitted_at: z.date(), accept_by: z.date(), awaiting: z.string(), asked_at: z.date().nullable(),
})
const Cursor = z.tuple([z.int(), z.iso.datetime(), z.uuid()])

/** Online filings in the order in which the desk must answer; those that wait for their applicant stand at the end. */
export async function submittedDossiers(officer: Officer, filter: { field?: string | null; payment?: PaymentStanding | null; after?: string | null } = {}, size = 20): Promise<{ rows: SubmittedRow[]; next: string | null }> {
  if (!may(officer, 'dossier.read', { communeId: officer.communeId })) return { rows: [], next: null }
  const { calendar } = await calendarOf(officer.communeId)
  const after = readCursor(filter.after, Cursor)
  const waits = Prisma.sql`(d.awaiting = 'supplement')::int`
  const page = await inCommune(officer, async (tx) => z.array(Row).parse(await tx.$queryRaw`
    select d.id, d.code, d.version, d.procedure_code, d.procedure_name, d.field_slug, p.full_name as applicant_name, d.submitted_at, d.accept_by, d.awaiting,
      (select max(r.requested_at) from supplement_request r where r.commune_id = d.commune_id and r.dossier_id = d.id and r.supplied_at is null) as asked_at
    from dossier d left join dossier_party p on p.commune_id = d.commune_id and p.dossier_id = d.id and p.part = 'applicant'
    where d.commune_id = ${tx.communeId}::uuid and d.stage = 'submitted'
      ${filter.field == null ? Prisma.empty : Prisma.sql`and d.field_slug = ${filter.field}`}
      ${filter.payment == null ? Prisma.empty : Prisma.sql`and ${standingSql(filter.payment)}`}
      ${after === null ? Prisma.empty : Prisma.sql`and (${waits}, d.accept_by, d.id) > (${after[0]}::int, ${after[1]}::timestamptz, ${after[2]}::uuid)`}
    order by ${waits}, d.accept_by, d.id limit ${size + 1}`))
  const rows = page.slice(0, size).map((row): SubmittedRow => ({
    id: row.id, code: row.code, version: row.version, procedureCode: row.procedure_code, procedureName: row.procedure_name, fieldSlug: row.field_slug,
    applicantName: row.applicant_name ?? '', submittedAt: row.submitted_at, acceptBy: row.accept_by, awaitsSupplement: row.awaiting === 'supplement',
    standing: standing({ now: now(), due: { dueAt: row.accept_by, unit: ACCEPTANCE_LIMIT.unit }, clock: row.asked_at === null ? { state: 'running' } : { state: 'paused', since: row.asked_at }, calendar }),
  }))
  const last = page.length > size ? page[size - 1] : undefined
  return { rows, next: last === undefined ? null : writeCursor([last.awaiting === 'supplement' ? 1 : 0, last.accept_by.toISOString(), last.id]) }
}
