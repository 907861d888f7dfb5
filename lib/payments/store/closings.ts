import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { localDateOf } from '@/lib/kernel/local-date'
import type { Tx } from '@/lib/platform/db'
import type { DayTotals } from '../domain/closing'
import { type Entry, entryFrom } from './ledger'

/** One collector closes once at a time. */
export const lockCollector = (tx: Tx, collectorId: string): Promise<unknown> =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('cash-closing:' || ${tx.communeId}::uuid || ':' || ${collectorId}::uuid, 0))`

/** No collector takes more between two closings. */
const MOST = 2000

/** What a collector took and gave since the last closing, oldest first. */
export async function openEntries(tx: Tx, collectorId: string): Promise<Entry[]> {
  const ids = await tx.$queryRaw<{ id: string }[]>`select e.id from payment_entry e where e.commune_id = ${tx.communeId}::uuid and e.collector_id = ${collectorId}::uuid
    and not exists (select from cash_closing_entry c where c.commune_id = e.commune_id and c.entry_id = e.id) order by e.id limit ${MOST}`
  const rows = await tx.paymentEntry.findMany({ where: { communeId: tx.communeId, id: { in: ids.map(({ id }) => id) } }, orderBy: { id: 'asc' } })
  return rows.map(entryFrom)
}

export type NewClosing = { collectorId: string; totals: DayTotals; countedVnd: number; explanation: string | null; entryIds: readonly string[]; at: Date }

/** Writes the closing with the next number of the commune, and binds its entries to it for good. */
export async function writeClosing(tx: Tx, { collectorId, totals, countedVnd, explanation, entryIds, at }: NewClosing): Promise<{ id: string; numberText: string }> {
  const year = Number(localDateOf(at).slice(0, 4))
  const rows = await tx.$queryRaw<{ number: number }[]>`select mc_next_number(${tx.communeId}::uuid, 'cash-closing', ${year}::int) as number`
  const number = rows[0]!.number
  const closing = { id: uuidv7(), numberText: `${String(number).padStart(2, '0')}/CSTT` }
  await tx.cashClosing.createMany({
    data: [{
      communeId: tx.communeId, ...closing, year, number, collectorId, closedAt: at, cashInVnd: totals.cashInVnd, cashOutVnd: totals.cashOutVnd, countedVnd, explanation, sums: totals.sums,
    }],
  })
  await tx.cashClosingEntry.createMany({ data: entryIds.map((entryId) => ({ communeId: tx.communeId, entryId, closingId: closing.id })) })
  return closing
}
