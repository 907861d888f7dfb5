import { fail, ok, type Result } from '@/lib/kernel/result'
import { type PaymentKind, type PaymentMethod } from './payment'

export type ClosingEntry = { id: string; direction: 'in' | 'out'; method: PaymentMethod; amountVnd: number; lines: readonly { kind: PaymentKind; amountVnd: number }[] }
/** One sum of a closing: so much of a kind, in or out, by one way of paying. */
export type ClosingSum = { direction: 'in' | 'out'; method: PaymentMethod; kind: PaymentKind | 'unmatched'; amountVnd: number; count: number }
export type DayTotals = { cashInVnd: number; cashOutVnd: number; /** What should lie in the drawer from these entries. */ expectedVnd: number; sums: ClosingSum[] }

/** Sums by direction, method and kind, in a fixed order. Only cash is counted in the drawer. */
export function dayTotals(entries: readonly ClosingEntry[]): DayTotals {
  const cash = entries.filter(({ method }) => method === 'cash')
  const cashInVnd = total(cash.filter(({ direction }) => direction === 'in'))
  const cashOutVnd = total(cash.filter(({ direction }) => direction === 'out'))
  const sums = new Map<string, ClosingSum>()
  for (const { direction, method, amountVnd, lines } of entries) {
    const parts = lines.length === 0 ? [{ kind: 'unmatched' as const, amountVnd }] : lines
    for (const { kind, amountVnd: part } of parts) {
      const key = `${direction} ${method} ${kind}`
      const sum = sums.get(key) ?? { direction, method, kind, amountVnd: 0, count: 0 }
      sums.set(key, { ...sum, amountVnd: sum.amountVnd + part, count: sum.count + 1 })
    }
  }
  return { cashInVnd, cashOutVnd, expectedVnd: cashInVnd - cashOutVnd, sums: [...sums.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum) }
}

const total = (entries: readonly { amountVnd: number }[]): number => entries.reduce((sum, { amountVnd }) => sum + amountVnd, 0)

export type ClosingProblem = { code: 'nothing-to-close' } | { code: 'difference-unexplained'; expectedVnd: number; countedVnd: number }

/** A day is closed with what was counted; a drawer that holds more or less needs a sentence. Final. */
export function decideClosing(totals: DayTotals, entryCount: number, countedVnd: number, explanation: string | null): Result<{ differenceVnd: number }, ClosingProblem> {
  if (entryCount === 0) return fail({ code: 'nothing-to-close' })
  const differenceVnd = countedVnd - totals.expectedVnd
  if (differenceVnd !== 0 && explanation === null) return fail({ code: 'difference-unexplained', expectedVnd: totals.expectedVnd, countedVnd })
  return ok({ differenceVnd })
}
