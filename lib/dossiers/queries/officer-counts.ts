import 'server-only'
import { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { reference } from '@/lib/platform/db'
import { desksOf } from './desks'
import { MOST_COUNTED } from './urgency-sql'

/** The numbers in the officers' bar; 100 means "99+". */
export type OfficerCounts = {
  /** Waiting for this officer, or for an absent colleague: assigned, or for someone of the role in the unit. */
  queue: number
  /** Online filings that the desk has to answer. */
  submitted: number
  toReturn: number
}

const Row = z.tuple([z.object({ queue: z.int(), submitted: z.int(), to_return: z.int() })])

/** One statement, each number counted no further than it is shown. */
export async function officerCounts(officer: Officer): Promise<OfficerCounts> {
  if (!may(officer, 'dossier.read', { communeId: officer.communeId })) return { queue: 0, submitted: 0, toReturn: 0 }
  const [row] = Row.parse(await reference().$queryRaw`
    select * from mc_officer_counts_of(${officer.communeId}::uuid, ${JSON.stringify(desksOf(officer))}::jsonb, ${MOST_COUNTED}::int)`)
  return { queue: row.queue, submitted: row.submitted, toReturn: row.to_return }
}
