import 'server-only'
import { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { inCommune } from '@/lib/platform/db'
import { MOST_COUNTED } from './urgency-sql'

/** The numbers in the officers' bar; 100 means "99+". */
export type OfficerCounts = {
  /** Waiting for this officer: assigned, or for someone of the role in the unit. */
  queue: number
  /** Online filings that the desk has to answer. */
  submitted: number
  toReturn: number
}

const Row = z.tuple([z.object({ queue: z.int(), submitted: z.int(), to_return: z.int() })])

/** One statement, each number counted no further than it is shown. */
export async function officerCounts(officer: Officer): Promise<OfficerCounts> {
  if (!may(officer, 'dossier.read', { communeId: officer.communeId })) return { queue: 0, submitted: 0, toReturn: 0 }
  const [row] = await inCommune(officer, async (tx) => Row.parse(await tx.$queryRaw`select
    (select count(*)::int from (select from dossier d where d.commune_id = ${tx.communeId}::uuid and d.stage in ('received', 'in-progress') and (d.assignee_id = ${officer.staffId}::uuid
      or (d.assignee_id is null and d.step_role = any(${[...officer.roles]}::text[]) and d.step_unit_key = (select key from unit where commune_id = ${tx.communeId}::uuid and id = ${officer.unitId}::uuid)))
      limit ${MOST_COUNTED}) x) as queue,
    (select count(*)::int from (select from dossier where commune_id = ${tx.communeId}::uuid and stage = 'submitted' and awaiting = 'none' limit ${MOST_COUNTED}) x) as submitted,
    (select count(*)::int from (select from dossier where commune_id = ${tx.communeId}::uuid and stage = 'resolved' limit ${MOST_COUNTED}) x) as to_return`))
  return { queue: row.queue, submitted: row.submitted, toReturn: row.to_return }
}
