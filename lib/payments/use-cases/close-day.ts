import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { type ClosingProblem, dayTotals, decideClosing } from '../domain/closing'
import type { CloseDayInput } from '../inputs'
import { lockCollector, openEntries, writeClosing } from '../store/closings'

export type Closed = { closingId: string; numberText: string; differenceVnd: number }
type Problem = ClosingProblem | { code: 'forbidden' }

/**
 * The collector counts the drawer and closes what was taken since the last closing. Final and numbered: what is paid a moment
 * later falls into the next one. The figures are of the entries that are bound to it, read in the same transaction.
 */
export const closeDay = (officer: Officer, input: z.output<typeof CloseDayInput>): Promise<Result<Closed, Problem>> => inCommune(officer, (tx) => closeDayIn(tx, officer, input, now()))

export async function closeDayIn(tx: Tx, officer: Officer, { countedVnd, explanation }: z.output<typeof CloseDayInput>, at: Date): Promise<Result<Closed, Problem>> {
  if (!may(officer, 'payment.collect', { communeId: tx.communeId })) return fail({ code: 'forbidden' })
  await lockCollector(tx, officer.staffId)
  const entries = await openEntries(tx, officer.staffId)
  const totals = dayTotals(entries)
  const decided = decideClosing(totals, entries.length, countedVnd, explanation)
  if (!decided.ok) return decided
  const closing = await writeClosing(tx, { collectorId: officer.staffId, totals, countedVnd, explanation, entryIds: entries.map(({ id }) => id), at })
  return ok({ closingId: closing.id, numberText: closing.numberText, differenceVnd: decided.value.differenceVnd })
}
