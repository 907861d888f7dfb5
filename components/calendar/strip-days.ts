import type { StripDay } from '@/lib/calendar/domain/day-strip'
import type { LocalDate } from '@/lib/kernel/local-date'

/** One cell, or days drawn as one where the strip would be too long. */
export type StripCell =
  | { kind: 'day'; day: StripDay; folded: boolean }
  | { kind: 'fold'; days: StripDay[]; counted: number; verdict: RunVerdict }

const SHORTEST_RUN = 3

/** Of which verdicts long runs are drawn as one. */
export type RunVerdict = 'counted' | 'overrun' | 'paused'

const runOf = ({ verdict }: StripDay): RunVerdict | null =>
  verdict === 'counted' || verdict === 'overrun' || verdict === 'paused' ? verdict : null

/**
 * Marks runs of days that say nothing new (counted, late or paused days with weekends between them) and puts a fold before
 * each. Today is never in one.
 */
export function foldRuns(days: readonly StripDay[], today?: LocalDate): StripCell[] {
  const cells: StripCell[] = []
  let at = 0
  while (at < days.length) {
    const run = runFrom(days, at, today)
    if (run.length >= SHORTEST_RUN) {
      cells.push({ kind: 'fold', days: run, counted: run.filter((day) => runOf(day) !== null).length, verdict: runOf(run[0]!)! })
      for (const day of run) cells.push({ kind: 'day', day, folded: true })
      at += run.length
    } else {
      cells.push({ kind: 'day', day: days[at]!, folded: false })
      at += 1
    }
  }
  return cells
}

/** The longest run that begins here; days off at its ends stay outside. */
function runFrom(days: readonly StripDay[], from: number, today?: LocalDate): StripDay[] {
  const kind = runOf(days[from]!)
  if (kind === null) return []
  let end = from
  for (let at = from; at < days.length; at += 1) {
    const day = days[at]!
    if (day.on === today || (day.verdict !== 'off' && runOf(day) !== kind)) break
    if (day.verdict !== 'off') end = at + 1
  }
  return days.slice(from, end)
}
