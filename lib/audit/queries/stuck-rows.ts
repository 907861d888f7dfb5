import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/lib/platform/db'

const Stuck = z.array(z.object({ kind: z.string(), key: z.string(), attempts: z.int(), since: z.date() }))
const Waiting = z.tuple([z.object({ waiting: z.int() })])

/** What waits in the outbox, and the rows that wait longer or were tried more often than they should; the first twenty by name. */
export async function stuckRows(tx: Tx, { hours, attempts }: { hours: number; attempts: number }): Promise<{ waiting: number; stuck: z.output<typeof Stuck> }> {
  const [{ waiting }] = Waiting.parse(await tx.$queryRaw`select count(*)::int as waiting from outbox where commune_id = ${tx.communeId}::uuid and done_at is null`)
  const stuck = await tx.$queryRaw`select kind, key, attempts, available_at as since from outbox
    where commune_id = ${tx.communeId}::uuid and done_at is null and (attempts >= ${attempts} or available_at < clock_timestamp() - make_interval(hours => ${hours}))
    order by available_at limit 20`
  return { waiting, stuck: Stuck.parse(stuck) }
}
