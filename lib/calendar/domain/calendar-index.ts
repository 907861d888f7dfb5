import type { LocalDate } from '@/lib/kernel/local-date'
import type { CalendarDay } from './working-calendar'
import { dayNumberOf, type DayNumber, type Minute } from './minute'

/**
 * The calendar as ranks: how many working days, sessions and session minutes lie before each day. With it the n-th
 * working day after a day is one array access, and minutes inside sessions between two instants are one subtraction.
 * Only sessions that count for deadlines are in it. Arrays named …Before have one entry more than days (or sessions).
 */
export type CalendarIndex = {
  readonly firstDay: DayNumber
  readonly dayCount: number
  readonly dates: readonly LocalDate[]
  /** For each day: working days before it. */
  readonly workingDaysBefore: Int32Array
  /** For each working day: the close of its last session. */
  readonly dayCloses: Int32Array
  /** For each day: sessions before it. */
  readonly sessionsBefore: Int32Array
  readonly sessionOpens: Int32Array
  readonly sessionCloses: Int32Array
  /** For each session: session minutes before it. */
  readonly minutesBefore: Int32Array
  readonly dayAt: (day: DayNumber) => CalendarDay
}

/** Position of a day in the arrays; days beyond the last share the position behind it, so that ranks stay answerable. */
const positionOf = (index: CalendarIndex, day: DayNumber): number => Math.min(Math.max(day - index.firstDay, 0), index.dayCount)

export const covers = (index: CalendarIndex, day: DayNumber): boolean => day >= index.firstDay && day < index.firstDay + index.dayCount

/** The day in which a minute of the calendar lies. */
export const dateAt = (index: CalendarIndex, minute: Minute): LocalDate => index.dates[dayNumberOf(minute) - index.firstDay]!

export const workingDaysBefore = (index: CalendarIndex, day: DayNumber): number => index.workingDaysBefore[positionOf(index, day)]!

export const isWorkingDayNumber = (index: CalendarIndex, day: DayNumber): boolean =>
  covers(index, day) && workingDaysBefore(index, day + 1) > workingDaysBefore(index, day)

/** The close of the working day of that rank (0 = the first of the calendar); null beyond the calendar. */
export const dayCloseAt = (index: CalendarIndex, rank: number): Minute | null => index.dayCloses[rank] ?? null

/** Closes of working days at or before a minute. */
export function dayClosesThrough(index: CalendarIndex, minute: Minute): number {
  const before = workingDaysBefore(index, dayNumberOf(minute))
  const close = dayCloseAt(index, before)
  return close !== null && close <= minute ? before + 1 : before
}

/** Rank of the first session that closes after a minute; equals the number of session closes at or before it. */
export function sessionClosesThrough(index: CalendarIndex, minute: Minute): number {
  let rank = index.sessionsBefore[positionOf(index, dayNumberOf(minute))]!
  while (rank < index.sessionCloses.length && index.sessionCloses[rank]! <= minute) rank += 1
  return rank
}

export const sessionCloseAt = (index: CalendarIndex, rank: number): Minute | null => index.sessionCloses[rank] ?? null

/** Rank of the session in which a minute lies, [open, close); null outside sessions. */
export function sessionRankAt(index: CalendarIndex, minute: Minute): number | null {
  const rank = sessionClosesThrough(index, minute)
  const opens = index.sessionOpens[rank]
  return opens !== undefined && opens <= minute ? rank : null
}

/** The first opening at or after a minute; null beyond the calendar. */
export function openingFrom(index: CalendarIndex, minute: Minute): Minute | null {
  const rank = sessionClosesThrough(index, minute)
  const opens = index.sessionOpens[rank]
  if (opens === undefined) return null
  return opens >= minute ? opens : (index.sessionOpens[rank + 1] ?? null)
}

/** Session minutes from the beginning of the calendar up to a minute. */
export function sessionMinutesUntil(index: CalendarIndex, minute: Minute): number {
  const rank = sessionClosesThrough(index, minute)
  const before = index.minutesBefore[rank]!
  const opens = index.sessionOpens[rank]
  return opens !== undefined && opens < minute ? before + (minute - opens) : before
}

/** The earliest minute by which so many session minutes have passed: a full session ends at its close, not at the next opening. */
export function minuteAfterSessionMinutes(index: CalendarIndex, total: number): Minute | null {
  const sessions = index.sessionOpens.length
  if (total > index.minutesBefore[sessions]!) return null
  let low = 0
  let high = sessions
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if (index.minutesBefore[middle]! < total) low = middle
    else high = middle
  }
  const opens = index.sessionOpens[low]
  return opens === undefined ? null : opens + (total - index.minutesBefore[low]!)
}
