import { addDays, type LocalDate } from '@/lib/kernel/local-date'
import { dayOf } from './calendar-days'
import type { DueMoment } from './due-moment'
import { daysOf, offKindOf, type ExplanationLine, type LineKind } from './explanation'
import type { CalendarDay, WorkingCalendar } from './working-calendar'

/**
 * What a day was in the count. `overrun`: a working day after the due day. `passed`: neither counted nor off, because the
 * count had not begun.
 */
export type DayVerdict = 'received' | 'counted' | 'off' | 'holiday' | 'paused' | 'due' | 'overrun' | 'passed'

/**
 * One calendar day of the strip beside a due date.
 * @unit index: the last unit counted on that day; for `overrun`, working days late
 * @unit minutes: of an hour limit, counted on that day
 */
export type StripDay = { on: LocalDate; verdict: DayVerdict; index?: number; minutes?: number; provisional?: boolean }

type Told = Pick<DueMoment, 'explanation' | 'dueOn' | 'pausedSince'>

/** No strip tells more than a year of lateness or waiting. @unit days */
const LONGEST_TAIL = 366

/**
 * One cell per day from receipt to the due day; then, up to `until`, the late days, or the days of a pause still open.
 * `until` is today for an open dossier, the day of the result for a settled one.
 */
export function dayStrip(due: Told, until: LocalDate, calendar: WorkingCalendar): StripDay[] {
  const told = daysOf(due.explanation).map(([on, lines]) => stripDay(on, lines))
  const last = told.at(-1)?.on ?? due.dueOn
  return [...told, ...tail(last, until, calendar, due.pausedSince !== null)]
}

/** When several lines speak of a day, the due moment is shown first, then receipt, then what was counted. */
function stripDay(on: LocalDate, lines: readonly ExplanationLine[]): StripDay {
  const counted = lines.filter((line) => line.counted)
  const verdict = lines.map((line) => verdictOf[line.kind]).toSorted((a, b) => SHOWN.indexOf(a) - SHOWN.indexOf(b))[0]!
  const index = counted.at(-1)?.index
  const minutes = counted.reduce((sum, line) => sum + (line.minutes ?? 0), 0)
  return {
    on, verdict, ...(index === undefined ? {} : { index }), ...(minutes > 0 ? { minutes } : {}),
    ...(lines.some((line) => line.provisional) ? { provisional: true } : {}),
  }
}

const SHOWN: readonly DayVerdict[] = ['due', 'received', 'counted', 'paused', 'passed', 'holiday', 'off']

const verdictOf = {
  received: 'received', zero: 'passed', counted: 'counted', 'make-up': 'counted', paused: 'paused', due: 'due',
  'day-off': 'off', holiday: 'holiday', substitute: 'off', 'swap-off': 'off', closure: 'off',
} as const satisfies Record<LineKind, DayVerdict>

function tail(after: LocalDate, until: LocalDate, calendar: WorkingCalendar, isPaused: boolean): StripDay[] {
  const days: StripDay[] = []
  let late = 0
  for (let on = addDays(after, 1); on <= until && on <= calendar.to && days.length < LONGEST_TAIL; on = addDays(on, 1)) {
    const day = dayOf(calendar, on)
    const mark = day.provisional ? { provisional: true } : {}
    if (day.isWorkingDay && !isPaused) late += 1
    days.push({ on, ...tailVerdict(day, isPaused, late), ...mark })
  }
  return days
}

function tailVerdict(day: CalendarDay, isPaused: boolean, late: number): Pick<StripDay, 'verdict' | 'index'> {
  if (!day.isWorkingDay) return { verdict: verdictOf[offKindOf(day) ?? 'day-off'] }
  return isPaused ? { verdict: 'paused' } : { verdict: 'overrun', index: late }
}
