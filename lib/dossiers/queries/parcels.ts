import 'server-only'
import { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { addDays, instantAt, type LocalDate } from '@/lib/kernel/local-date'
import { inCommune, Prisma, type Tx } from '@/lib/platform/db'

/** A result that goes by post: still here (no tracking number yet), or on its way. */
export type ParcelRow = {
  dossierId: string
  version: number
  code: string
  procedureName: string
  recipientName: string
  address: string | null
  resultNumber: string | null
  trackingNumber: string | null
  handedOverAt: Date | null
}
export type Parcels = { waiting: ParcelRow[]; under: ParcelRow[] }

const Row = z.object({
  id: z.uuid(), version: z.int(), code: z.string(), procedure_name: z.string(), full_name: z.string().nullable(), address: z.string().nullable(), number: z.string().nullable(),
  tracking_number: z.string().nullable(), handed_over_at: z.date().nullable(),
})
/** More does not fit into a bag. */
const MOST = 100

/** What waits for the post and what is on its way, the oldest first. */
export async function parcels(officer: Officer): Promise<Parcels> {
  if (!may(officer, 'dossier.return-result', { communeId: officer.communeId })) return { waiting: [], under: [] }
  return inCommune(officer, async (tx) => ({
    waiting: await rowsOf(tx, Prisma.sql`d.stage = 'resolved' and d.return_channel = 'post' and d.delivery is distinct from 'posted'`),
    under: await rowsOf(tx, Prisma.sql`d.stage = 'resolved' and d.delivery = 'posted'`),
  }))
}

/** What was handed to the post on one day: the sheet that its messenger signs. A parcel that came back meanwhile stays on it. */
export async function handedToPostOn(officer: Officer, on: LocalDate): Promise<ParcelRow[]> {
  if (!may(officer, 'dossier.return-result', { communeId: officer.communeId })) return []
  return inCommune(officer, async (tx) => {
    const rows = await tx.$queryRaw`
      select d.id, d.version, d.code, d.procedure_name, coalesce(s.full_name, a.full_name) as full_name, coalesce(s.address, a.address) as address, r.number, v.tracking_number, v.handed_over_at
      from result_delivery v
      join dossier d on d.commune_id = v.commune_id and d.id = v.dossier_id
      left join dossier_party a on a.commune_id = d.commune_id and a.dossier_id = d.id and a.part = 'applicant'
      left join dossier_party s on s.commune_id = d.commune_id and s.dossier_id = d.id and s.part = 'submitter'
      left join dossier_result r on r.commune_id = d.commune_id and r.dossier_id = d.id
      where v.commune_id = ${tx.communeId}::uuid and v.way = 'post' and v.handed_over_at >= ${instantAt(on, '00:00')} and v.handed_over_at < ${instantAt(addDays(on, 1), '00:00')}
      order by v.handed_over_at, v.id limit ${3 * MOST}`
    return z.array(Row).parse(rows).map(shown)
  })
}

async function rowsOf(tx: Tx, where: Prisma.Sql): Promise<ParcelRow[]> {
  const rows = await tx.$queryRaw`
    select d.id, d.version, d.code, d.procedure_name, coalesce(s.full_name, a.full_name) as full_name, coalesce(s.address, a.address) as address, r.number, v.tracking_number, v.handed_over_at
    from dossier d
    left join dossier_party a on a.commune_id = d.commune_id and a.dossier_id = d.id and a.part = 'applicant'
    left join dossier_party s on s.commune_id = d.commune_id and s.dossier_id = d.id and s.part = 'submitter'
    left join dossier_result r on r.commune_id = d.commune_id and r.dossier_id = d.id
    left join result_delivery v on v.commune_id = d.commune_id and v.dossier_id = d.id and v.state = 'posted'
    where d.commune_id = ${tx.communeId}::uuid and ${where} order by d.resolved_at, d.id limit ${MOST}`
  return z.array(Row).parse(rows).map(shown)
}

const shown = (row: z.output<typeof Row>): ParcelRow => ({
  dossierId: row.id, version: row.version, code: row.code, procedureName: row.procedure_name, recipientName: row.full_name ?? '', address: row.address, resultNumber: row.number,
  trackingNumber: row.tracking_number, handedOverAt: row.handed_over_at,
})
