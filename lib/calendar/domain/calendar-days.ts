import type { LocalDate } from '@/lib/kernel/local-date'
import {
  covers, dayCloseAt, isWorkingDayNumber, sessionMinutesUntil, sessionRankAt, workingDaysBefore,
} from './calendar-index'
import { dayNumber, dayNumberOf, instantOf, localDateOfDay, minuteOf } from './minute'
import type { CalendarDay, WorkingCalendar } from './working-calendar'

/** Throws RangeError for a day that the calendar does not speak of. */
export function dayOf(calendar: WorkingCalendar, on: LocalDate): CalendarDay {
  const day = dayNumber(on)
  if (!covers(calendar.index, day)) throw new RangeError(`Outside the calendar: ${on}`)
  return calendar.index.dayAt(day)
}

/** All days of a year that the calendar speaks of. */
export function daysOfYear(calendar: WorkingCalendar, year: number): CalendarDay[] {
  const [first, last] = [Date.UTC(year, 0, 1) / 86_400_000, Date.UTC(year, 11, 31) / 86_400_000]
  const days: CalendarDay[] = []
  for (let day = first; day <= last; day += 1) if (covers(calendar.index, day)) days.push(calendar.index.dayAt(day))
  return days
}

export const isWorkingDay = (calendar: WorkingCalendar, on: LocalDate): boolean => isWorkingDayNumber(calendar.index, dayNumber(on))

/** Working days after `from`, through `to`: 1 from a Monday to the Tuesday after it. Negative when `to` is earlier. */
export const workingDaysBetween = (calendar: WorkingCalendar, from: LocalDate, to: LocalDate): number =>
  workingDaysBefore(calendar.index, dayNumber(to) + 1) - workingDaysBefore(calendar.index, dayNumber(from) + 1)

/** The next working day after a day; null where the calendar ends first. */
export function nextWorkingDay(calendar: WorkingCalendar, after: LocalDate): LocalDate | null {
  const close = dayCloseAt(calendar.index, workingDaysBefore(calendar.index, dayNumber(after) + 1))
  return close === null ? null : localDateOfDay(dayNumberOf(close))
}

/** The close of the last session that counts on a day; null on a day off. */
export function closeOf(calendar: WorkingCalendar, on: LocalDate): Date | null {
  if (!isWorkingDay(calendar, on)) return null
  return instantOf(dayCloseAt(calendar.index, workingDaysBefore(calendar.index, dayNumber(on)))!)
}

/** Minutes inside sessions between two instants; negative when `to` is earlier. */
export const sessionMinutesBetween = (calendar: WorkingCalendar, from: Date, to: Date): number =>
  sessionMinutesUntil(calendar.index, minuteOf(to)) - sessionMinutesUntil(calendar.index, minuteOf(from))

/** Whether a session that counts for deadlines is open at an instant; at the close it no longer is. */
export const isInSession = (calendar: WorkingCalendar, instant: Date): boolean => sessionRankAt(calendar.index, minuteOf(instant)) !== null
