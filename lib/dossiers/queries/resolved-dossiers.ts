import 'server-only'
import { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { inCommune, Prisma } from '@/lib/platform/db'
import type { ReturnChannel, Timeliness } from '../domain/dossier'
import type { Outcome } from '../domain/events'
import { readCursor, writeCursor } from './cursor'
import { unreachedSql } from './unreached-sql'

/** A result that waits to be fetched. */
export type ResolvedRow = {
  id: string
  code: string
  version: number
  procedureName: string
  applicantName: string
  submitterName: string | null
  resolvedAt: Date
  timeliness: Timeliness
  outcome: Outcome | null
  resultNumber: string | null
  returnChannel: ReturnChannel
  /** Nobody told them that it is here: somebody has to call. */
  isUnreached: boolean
  /** Still to be paid at the counter. @unit đồng */
  owedVnd: number
}

const Row = z.object({
  id: z.uuid(), code: z.string(), version: z.int(), procedure_name: z.string(), applicant_name: z.string().nullable(), submitter_name: z.string().nullable(), resolved_at: z.date(),
  timeliness: z.string(), outcome: z.string().nullable(), number: z.string().nullable(), return_channel: z.string(), unreached: z.boolean(), owed: z.int(),
})
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** Results to hand over, the latest first: whoever comes was told today or yesterday. */
export async function resolvedDossiers(officer: Officer, filter: { returnChannel?: ReturnChannel | null; after?: string | null } = {}, size = 20): Promise<{ rows: ResolvedRow[]; next: string | null }> {
  if (!may(officer, 'dossier.read', { communeId: officer.communeId })) return { rows: [], next: null }
  const after = readCursor(filter.after, Cursor)
  const page = await inCommune(officer, async (tx) => z.array(Row).parse(await tx.$queryRaw`
    select d.id, d.code, d.version, d.procedure_name, a.full_name as applicant_name, s.full_name as submitter_name, d.resolved_at, d.timeliness, r.outcome, r.number, d.return_channel, ${unreachedSql} as unreached,
      coalesce((select sum(m.amount_vnd) from payment_record m where m.commune_id = d.commune_id and m.dossier_id = d.id and m.state = 'owed'), 0)::int as owed
    from dossier d
    left join dossier_party a on a.commune_id = d.commune_id and a.dossier_id = d.id and a.part = 'applicant'
    left join dossier_party s on s.commune_id = d.commune_id and s.dossier_id = d.id and s.part = 'submitter'
    left join dossier_result r on r.commune_id = d.commune_id and r.dossier_id = d.id
    where d.commune_id = ${tx.communeId}::uuid and d.stage = 'resolved' and d.delivery is distinct from 'posted'
      ${filter.returnChannel == null ? Prisma.empty : Prisma.sql`and d.return_channel = ${filter.returnChannel}`}
      ${after === null ? Prisma.empty : Prisma.sql`and (d.resolved_at, d.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
    order by d.resolved_at desc, d.id desc limit ${size + 1}`))
  const rows = page.slice(0, size).map((row): ResolvedRow => ({
    id: row.id, code: row.code, version: row.version, procedureName: row.procedure_name, applicantName: row.applicant_name ?? '', submitterName: row.submitter_name,
    resolvedAt: row.resolved_at, timeliness: row.timeliness as Timeliness, outcome: row.outcome as Outcome | null, resultNumber: row.number,
    returnChannel: row.return_channel as ReturnChannel, isUnreached: row.unreached, owedVnd: row.owed,
  }))
  const last = page.length > size ? page[size - 1] : undefined
  return { rows, next: last === undefined ? null : writeCursor([last.resolved_at.toISOString(), last.id]) }
}
