import {
  dayCloseAt, dayClosesThrough, isWorkingDayNumber, minuteAfterSessionMinutes, openingFrom, sessionCloseAt, sessionClosesThrough,
  sessionMinutesUntil, sessionRankAt, workingDaysBefore, type CalendarIndex,
} from './calendar-index'
import { dayNumberOf, timeOfDay, wallTime, type DayNumber, type Minute } from './minute'
import { DEFAULT_CUT_OFF, type TimeLimit } from './time-limit'

/**
 * One rule of counting, started at one moment. What a limit is counted by are its *marks*: closings of working days,
 * midnights, closes of sessions, or minutes. A pause takes out the marks inside it, and the due moment moves by as many.
 */
export type Count = {
  /** The due moment when so many marks were taken out by pauses; null beyond the calendar. */
  due: (marksPaused: number) => Minute | null
  /** How many marks lie in a pause, (start, end]. */
  marksIn: (start: Minute, end: Minute) => number
  /** Where a due moment goes that would lie at or before the end of a pause. */
  roll: (end: Minute) => Minute | null
}

/** The rule for a limit counted from a minute. */
export function countFor(limit: TimeLimit, from: Minute, index: CalendarIndex): Count {
  switch (limit.unit) {
    case 'working-day': return workingDays(dayZeroOf(limit.cutOff ?? null, from, index), limit.value, index)
    case 'same-day': return sameDay(limit.cutOff ?? DEFAULT_CUT_OFF, from, index)
    case 'calendar-day': return calendarDays(dayNumberOf(from), limit.value, index)
    case 'half-day': return halfDays(from, limit.value, index)
    case 'working-hour': return workingHours(from, limit.value, index)
    case 'clock-hour': return clockHours(from, limit.value, index)
  }
}

/**
 * Day zero: the local day of receipt, whatever the hour. With a cut-off, what comes later or on a day off is as if it
 * came on the next working day. Null where the calendar ends first.
 * @law Bộ luật Dân sự 2015, Điều 147 khoản 2 (ngày đầu tiên của thời hạn không được tính)
 */
export function dayZeroOf(cutOff: string | null, from: Minute, index: CalendarIndex): DayNumber | null {
  const day = dayNumberOf(from)
  if (cutOff === null || (isWorkingDayNumber(index, day) && timeOfDay(from) <= wallTime(cutOff))) return day
  const close = dayCloseAt(index, workingDaysBefore(index, day + 1))
  return close === null ? null : dayNumberOf(close)
}

/** Due at the close of the last session of the n-th working day after day zero. */
function workingDays(dayZero: DayNumber | null, days: number, index: CalendarIndex): Count {
  if (dayZero === null) return beyondCalendar
  return byDayCloses(workingDaysBefore(index, dayZero + 1), days, index)
}

/**
 * In time for the day: its close. Too late, on a day off, or when the desk has closed for the day: the close of the next working day.
 * @law Luật Hộ tịch 2014, Điều 5 khoản 3; Nghị định 23/2015/NĐ-CP, Điều 7
 */
function sameDay(cutOff: string, from: Minute, index: CalendarIndex): Count {
  return byDayCloses(firstDayClose(cutOff, from, index), 1, index)
}

/** Rank of the closing by which a same-day limit is due. */
function firstDayClose(cutOff: string, from: Minute, index: CalendarIndex): number {
  const day = dayNumberOf(from)
  return isInTimeForTheDay(cutOff, from, index) ? workingDaysBefore(index, day) : workingDaysBefore(index, day + 1)
}

/** Whether something received at that minute is still owed the same day. */
export function isInTimeForTheDay(cutOff: string, from: Minute, index: CalendarIndex): boolean {
  const day = dayNumberOf(from)
  if (!isWorkingDayNumber(index, day) || timeOfDay(from) > wallTime(cutOff)) return false
  return from < dayCloseAt(index, workingDaysBefore(index, day))!
}

/** Marks are closings of working days, the first of them the one of rank `first`. */
function byDayCloses(first: number, days: number, index: CalendarIndex): Count {
  return {
    due: (marksPaused) => dayCloseAt(index, first + days - 1 + marksPaused),
    marksIn: (start, end) => Math.max(0, dayClosesThrough(index, end) - Math.max(first, dayClosesThrough(index, start))),
    roll: (end) => dayCloseAt(index, dayClosesThrough(index, end)),
  }
}

/**
 * All days count, each until the midnight that ends it; a last day that is off moves to the next working day.
 * @law Bộ luật Dân sự 2015, Điều 147, Điều 148 (ngày cuối là ngày nghỉ: kết thúc ngày làm việc tiếp theo)
 */
function calendarDays(dayZero: DayNumber, days: number, index: CalendarIndex): Count {
  return {
    due: (marksPaused) => dayCloseAt(index, workingDaysBefore(index, dayZero + days + marksPaused)),
    marksIn: (start, end) => Math.max(0, dayNumberOf(end) - Math.max(dayNumberOf(start), dayZero + 1)),
    roll: (end) => dayCloseAt(index, dayClosesThrough(index, end)),
  }
}

/** The session in which the count begins is session zero; due at the close of the n-th session after it. */
function halfDays(from: Minute, halfDayCount: number, index: CalendarIndex): Count {
  const first = sessionClosesThrough(index, from) + 1
  return {
    due: (marksPaused) => sessionCloseAt(index, first + halfDayCount - 1 + marksPaused),
    marksIn: (start, end) => Math.max(0, sessionClosesThrough(index, end) - Math.max(first, sessionClosesThrough(index, start))),
    roll: (end) => dayCloseAt(index, dayClosesThrough(index, end)),
  }
}

/**
 * Minutes inside sessions; ending exactly at a close, due at that close.
 * @law Bộ luật Dân sự 2015, Điều 147 khoản 1 (thời hạn bằng giờ tính từ thời điểm đã xác định)
 */
function workingHours(from: Minute, hours: number, index: CalendarIndex): Count {
  const target = sessionMinutesUntil(index, from) + hours * 60
  return {
    due: (marksPaused) => minuteAfterSessionMinutes(index, target + marksPaused),
    marksIn: (start, end) => sessionMinutesUntil(index, end) - sessionMinutesUntil(index, start),
    roll: (end) => dayCloseAt(index, dayClosesThrough(index, end)),
  }
}

/**
 * Hours by the clock, day and night; an end outside sessions moves to the next opening. After a pause that outlasted the end
 * that is the first minute at which the desk is open again, even inside a session: waiting longer would serve those who filed
 * later before those who filed earlier.
 */
function clockHours(from: Minute, hours: number, index: CalendarIndex): Count {
  const firstOpen = (minute: Minute) => (sessionRankAt(index, minute) === null ? openingFrom(index, minute) : minute)
  return {
    due: (marksPaused) => firstOpen(from + hours * 60 + marksPaused),
    marksIn: (start, end) => end - start,
    roll: (end) => firstOpen(end + 1),
  }
}

const beyondCalendar: Count = { due: () => null, marksIn: () => 0, roll: () => null }

