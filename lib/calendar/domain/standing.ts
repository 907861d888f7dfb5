import { localDateOf, type LocalDate } from '@/lib/kernel/local-date'
import { dayCloseAt, sessionMinutesUntil, workingDaysBefore } from './calendar-index'
import { dayNumberOf, minuteOf, type Minute } from './minute'
import { precisionOf, type TimeLimitUnit } from './time-limit'
import type { WorkingCalendar } from './working-calendar'

/** A due moment as a dossier stores it. Without a limit ("không quy định") there is none: callers hold null. */
export type Due = { dueAt: Date; unit: TimeLimitUnit }

/** The official columns: trước hạn, đúng hạn, quá hạn; "no-limit" is a column of its own. */
export const TIMELINESS = ['early', 'on-time', 'overdue', 'no-limit'] as const
export type Timeliness = (typeof TIMELINESS)[number]

/**
 * The one definition of early, on time and overdue for what has a result. `resolvedAt` is when the result had its number
 * and seal; when it was handed out never counts. Days are compared, not hours: a result at 20:00 of the due day is on time.
 * Hour and half-day limits are missed after their minute.
 */
export function timeliness(resolvedAt: Date, due: Due | null): Timeliness {
  if (due === null) return 'no-limit'
  if (isOverdueAt(resolvedAt, due)) return 'overdue'
  return dayNumberOf(minuteOf(resolvedAt)) < dayNumberOf(minuteOf(due.dueAt)) ? 'early' : 'on-time'
}

/** Overdue from 00:00 after the due day; hour and half-day limits after the due minute. */
export function isOverdueAt(moment: Date, { dueAt, unit }: Due): boolean {
  const [at, due] = [minuteOf(moment), minuteOf(dueAt)]
  return precisionOf(unit) === 'minute' ? at > due : dayNumberOf(at) > dayNumberOf(due)
}

/** As much of a dossier's clock as time needs; a dossier's own clock fits. */
export type ClockState = { state: 'not-started' | 'running' } | { state: 'paused'; since: Date } | { state: 'stopped'; at: Date }

/** How an open dossier stands towards its due moment, with the numbers of its badge. */
export type Standing =
  | { state: 'no-limit' }
  | { state: 'paused'; since: Date }
  | { state: 'within-limit'; left: Distance }
  | { state: 'due-soon'; when: DueSoon; left: Distance }
  | { state: 'overdue'; by: Distance }

/** "tomorrow" is a next working day that is really tomorrow. */
export type DueSoon = 'today' | 'tomorrow' | 'next-working-day' | 'last-hours'

/**
 * @unit workingDays: 0 on the due day itself, 1 on the working day before or after it
 * @unit sessionMinutes: minutes inside sessions, only where a limit is missed at a minute; null for limits in days
 */
export type Distance = { workingDays: number; sessionMinutes: number | null; dueOn: LocalDate }

/** An hour or half-day limit with less than this left is due soon. @unit minutes inside sessions */
const LAST_HOURS = 4 * 60

/**
 * A pause shelters what it began before the due moment. One that began at or after it changes nothing: such a dossier
 * goes on growing late.
 */
export function standing({ now, due, clock, calendar }: { now: Date; due: Due | null; clock: ClockState; calendar: WorkingCalendar }): Standing {
  if (due === null) return { state: 'no-limit' }
  if (isSheltered(due, clock)) return { state: 'paused', since: clock.since }
  const moment = clock.state === 'stopped' ? clock.at : now
  if (isOverdueAt(moment, due)) return { state: 'overdue', by: distance(calendar, due, due.dueAt, moment) }
  return stillInTime(moment, due, calendar)
}

/** Whether the clock stands in a pause that began before the due moment. */
export const isSheltered = (due: Due, clock: ClockState): clock is { state: 'paused'; since: Date } =>
  clock.state === 'paused' && minuteOf(clock.since) < minuteOf(due.dueAt)

/** For reports as of a moment: within limit or overdue; a sheltered dossier is what it was when its pause began. */
export const isPendingOverdue = (moment: Date, due: Due, clock: ClockState): boolean => !isSheltered(due, clock) && isOverdueAt(moment, due)

/** How far a result was from its due day: working days early (positive) or late (negative). For "Trước hạn 2 ngày". */
export const workingDaysToSpare = (resolvedAt: Date, dueAt: Date, calendar: WorkingCalendar): number =>
  workingDays(calendar, minuteOf(resolvedAt), minuteOf(dueAt))

function stillInTime(moment: Date, due: Due, calendar: WorkingCalendar): Standing {
  const left = distance(calendar, due, moment, due.dueAt)
  if (left.sessionMinutes !== null) {
    return left.sessionMinutes <= LAST_HOURS ? { state: 'due-soon', when: 'last-hours', left } : { state: 'within-limit', left }
  }
  const when = dueSoon(minuteOf(moment), minuteOf(due.dueAt), calendar)
  return when === null ? { state: 'within-limit', left } : { state: 'due-soon', when, left }
}

function dueSoon(moment: Minute, due: Minute, { index }: WorkingCalendar): DueSoon | null {
  const [today, dueDay] = [dayNumberOf(moment), dayNumberOf(due)]
  if (dueDay === today) return 'today'
  const nextClose = dayCloseAt(index, workingDaysBefore(index, today + 1))
  if (nextClose === null || dayNumberOf(nextClose) !== dueDay) return null
  return dueDay === today + 1 ? 'tomorrow' : 'next-working-day'
}

const distance = (calendar: WorkingCalendar, due: Due, from: Date, to: Date): Distance => ({
  workingDays: workingDays(calendar, minuteOf(from), minuteOf(to)),
  sessionMinutes: precisionOf(due.unit) === 'minute' ? sessionMinutes(calendar, minuteOf(from), minuteOf(to)) : null,
  dueOn: localDateOf(due.dueAt),
})

const workingDays = ({ index }: WorkingCalendar, from: Minute, to: Minute): number =>
  workingDaysBefore(index, dayNumberOf(to) + 1) - workingDaysBefore(index, dayNumberOf(from) + 1)

const sessionMinutes = ({ index }: WorkingCalendar, from: Minute, to: Minute): number =>
  sessionMinutesUntil(index, to) - sessionMinutesUntil(index, from)
