import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/identity/domain/actor'
import { localDate, type LocalDate } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import type { Figures } from '../domain/settlement'
import type { Period } from '../domain/period'
import { momentOf } from './facts'

const Row = z.object({ month: z.string(), early: z.number(), on_time: z.number(), overdue: z.number(), no_limit: z.number() })

/**
 * What was settled in each of some whole months that follow each other: the part of their reports that a trend needs,
 * by the index on results alone.
 */
export async function settledByMonth(actor: Actor, communeId: string, months: readonly Period[]): Promise<Pick<Figures, 'settled'>[]> {
  const at = now()
  const [first, last] = [momentOf(months[0]!, at), momentOf(months.at(-1)!, at)]
  const rows = z.array(Row).parse(await inCommune(actor, communeId, (tx) => tx.$queryRaw`
    select to_char(d.resolved_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-01') as month,
      count(*) filter (where d.timeliness = 'early')::int as early, count(*) filter (where d.timeliness = 'on-time')::int as on_time,
      count(*) filter (where d.timeliness = 'overdue')::int as overdue, count(*) filter (where d.timeliness = 'no-limit')::int as no_limit
    from dossier d where d.commune_id = ${tx.communeId}::uuid and d.resolved_at >= ${first.begins}::timestamptz and d.resolved_at < ${last.until}::timestamptz group by 1`))
  const byMonth = new Map<LocalDate, z.output<typeof Row>>(rows.map((row) => [localDate(row.month), row]))
  return months.map(({ from }) => {
    const { early, on_time: onTime, overdue, no_limit: noLimit } = byMonth.get(from) ?? { early: 0, on_time: 0, overdue: 0, no_limit: 0 }
    return { settled: { total: early + onTime + overdue + noLimit, early, onTime, overdue, noLimit } }
  })
}
