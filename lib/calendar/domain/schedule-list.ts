import { addDays, type LocalDate } from '@/lib/kernel/local-date'
import type { EnteredRule } from './calendar-rule'
import { computedHolidays, isComputedYear } from './national-holidays'
import type { CalendarEntry } from './working-calendar'

/** Entries that one line of the list tells: neighbouring days of one kind, name and source. A swap stands with its make-up day. */
export type ScheduleLine = {
  from: LocalDate
  to: LocalDate
  entry: CalendarEntry
  /** Of the rows behind the line; empty where the year is computed. */
  ids: string[]
}

/** What changes the week in a year, in order, with who says so. A make-up day whose swap is in the list is told by the swap. */
export function scheduleLines(rules: readonly EnteredRule[], year: number): ScheduleLine[] {
  const entered = rules.flatMap((rule) => (rule.rule === 'day' ? [{ ...rule.entry, id: rule.id }] : []))
  const all: CalendarEntry[] = [...entered, ...(isComputedYear(entered, year) ? computedHolidays(year) : [])]
  const shown = all.filter((entry) => Number(entry.on.slice(0, 4)) === year && !isToldBySwap(entry, all))
  const lines: ScheduleLine[] = []
  for (const entry of shown.toSorted((a, b) => a.on.localeCompare(b.on))) {
    const before = lines.findLast((line) => addDays(line.to, 1) === entry.on && isSame(line.entry, entry))
    const ids = idsOf(entry, all)
    if (before === undefined) lines.push({ from: entry.on, to: entry.on, entry, ids })
    else {
      before.to = entry.on
      before.ids.push(...ids)
    }
  }
  return lines
}

/** Days of a line, for the count over the list. */
export const daysOfLine = ({ from, to }: ScheduleLine): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1

const isToldBySwap = (entry: CalendarEntry, all: readonly CalendarEntry[]): boolean => entry.kind === 'make-up' && all.some((other) => isSwapOf(other, entry))

const isSwapOf = (off: CalendarEntry, worked: CalendarEntry): boolean =>
  off.kind === 'swap-off' && worked.kind === 'make-up' && off.layer === worked.layer && off.madeUpOn === worked.on && worked.replaces === off.on

const idsOf = (entry: CalendarEntry, all: readonly CalendarEntry[]): string[] =>
  [entry, ...all.filter((other) => isSwapOf(entry, other))].flatMap(({ id }) => (id === undefined ? [] : [id]))

/** Swaps and substitutes name another day each, so they stand alone. */
function isSame(one: CalendarEntry, other: CalendarEntry): boolean {
  const alone = one.kind === 'substitute' || one.kind === 'swap-off' || one.kind === 'make-up'
  if (alone || one.kind !== other.kind || one.name !== other.name || one.layer !== other.layer || one.source !== other.source) return false
  return one.kind !== 'closure' || other.kind !== 'closure' || String(one.closed) === String(other.closed)
}
