import { addDays, daysBetween, type LocalDate } from '@/lib/kernel/local-date'
import type { CalendarRule } from '../domain/calendar-rule'
import type { EntryKind, SessionName } from '../domain/working-calendar'
import { importSentence } from '../wording'
import { CalendarEntryInput } from './entries'

/** One row of a schedule that somebody else wrote, whatever the file. */
export type ScheduleRow = {
  /** Where it stands in the file, counted from 1. */
  line: number
  kind: EntryKind
  from: LocalDate
  to: LocalDate
  name: string
  /** The other day of a substitute, a swap, or a make-up day. */
  other: LocalDate | null
  closed: 'whole-day' | readonly SessionName[]
  provisional: boolean
  /** As the row has it; null: the decision of the whole file. */
  source: string | null
}
export type RowProblem = { line: number; sentence: string }
export type ReadSchedule = { rows: ScheduleRow[]; problems: RowProblem[] }

const MOST_ROWS = 500
const LONGEST_RANGE = 31

/**
 * The rules of a file. Half a swap brings the other half along, so that neither is forgotten.
 * `wholeYear`: the file is the published schedule of its year, so that nothing of that year is computed any more.
 */
export function rulesOf({ rows, problems }: ReadSchedule, by: { source: string; wholeYear: boolean }): { rules: CalendarRule[]; problems: RowProblem[] } {
  if (rows.length > MOST_ROWS) return { rules: [], problems: [{ line: rows[MOST_ROWS]!.line, sentence: importSentence.tooManyRows(MOST_ROWS) }] }
  const read = rows.map((row) => rulesOfRow(row, by))
  const all = [...problems, ...read.flatMap((each) => each.problems)]
  return { rules: read.flatMap((each) => each.rules), problems: all.toSorted((a, b) => a.line - b.line) }
}

type OfRow = { rules: CalendarRule[]; problems: RowProblem[] }

function rulesOfRow(row: ScheduleRow, by: { source: string; wholeYear: boolean }): OfRow {
  const problem = (sentence: string): OfRow => ({ rules: [], problems: [{ line: row.line, sentence }] })
  const days = daysBetween(row.from, row.to) + 1
  if (days < 1) return problem(importSentence.endsBefore)
  if (days > LONGEST_RANGE) return problem(importSentence.tooLong(LONGEST_RANGE))
  if (days > 1 && takesOtherDay(row.kind)) return problem(importSentence.oneDay)
  if (takesOtherDay(row.kind) && row.other === null) return problem(importSentence.otherDay[row.kind])
  if (row.other === row.from) return problem(importSentence.sameDay)
  const entries = Array.from({ length: days }, (_unused, position) => rawEntries(row, addDays(row.from, position), by)).flat()
  const read = entries.map((raw) => CalendarEntryInput.safeParse(raw))
  const wrong = read.find((each) => !each.success)
  if (wrong !== undefined) return problem(wrong.error!.issues[0]!.message)
  return { rules: read.map((each): CalendarRule => ({ rule: 'day', entry: { ...each.data!, layer: 'commune', author: '' } })), problems: [] }
}

const takesOtherDay = (kind: EntryKind): kind is 'substitute' | 'swap-off' | 'make-up' => kind === 'substitute' || kind === 'swap-off' || kind === 'make-up'

function rawEntries(row: ScheduleRow, on: LocalDate, { source, wholeYear }: { source: string; wholeYear: boolean }): Record<string, unknown>[] {
  const year = Number((row.kind === 'make-up' ? row.other! : on).slice(0, 4))
  const scheduled = wholeYear && row.kind !== 'closure' && row.kind !== 'ordinary'
  const base = { name: row.name, source: row.source ?? source, provisional: row.provisional, scheduleYear: scheduled ? year : null }
  const [off, worked] = row.kind === 'make-up' ? [row.other, on] : [on, row.other]
  switch (row.kind) {
    case 'swap-off':
    case 'make-up': return [{ ...base, kind: 'swap-off', on: off, madeUpOn: worked }, { ...base, kind: 'make-up', on: worked, replaces: off }]
    case 'substitute': return [{ ...base, kind: 'substitute', on, insteadOf: row.other }]
    case 'closure': return [{ ...base, kind: 'closure', on, closed: row.closed }]
    default: return [{ ...base, kind: row.kind, on }]
  }
}
