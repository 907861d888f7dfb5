import { dayCloseAt, workingDaysBefore } from './calendar-index'
import { dayZeroOf, isInTimeForTheDay } from './counting'
import { daysTold, marked, offKindOf, type ExplanationLine, type Told } from './explanation'
import * as words from './explanation-words'
import { dayNumber, dayNumberOf, startOfDay, timeOfDay, wallTime, type DayNumber } from './minute'
import { isPausedAt } from './pauses'
import { DEFAULT_CUT_OFF, unitsOf, type TimeLimit } from './time-limit'
import type { CalendarDay } from './working-calendar'

/** The lines of a limit in days: one for each day, the day of receipt first. */
export function explainDays(told: Told): ExplanationLine[] {
  const zero = zeroOf(told)
  const lineOf = told.limit.unit === 'calendar-day' ? calendarLine : workingLine
  let passed = 0
  return daysTold(told).flatMap((day, position) => {
    const number = dayNumber(day.on)
    const lines = position === 0 ? [receivedLine(told, day)] : []
    if (number < zero.firstCounted) {
      if (position > 0) lines.push(number === zero.day ? zeroLine(day) : offLine(day))
    } else {
      const line = lineOf(told, day, passed)
      if (line !== null) lines.push(line)
      if (line?.counted) passed += 1
    }
    return lines.map((line) => marked(line, day))
  })
}

/** Day zero, and the first day that may count; a same-day limit in time counts the day itself. */
function zeroOf({ limit, from, index }: Told): { day: DayNumber; firstCounted: DayNumber } {
  const receipt = dayNumberOf(from)
  if (limit.unit === 'same-day') return { day: receipt, firstCounted: isInTimeForTheDay(cutOffOf(limit)!, from, index) ? receipt : receipt + 1 }
  const day = dayZeroOf(cutOffOf(limit), from, index) ?? receipt
  return { day, firstCounted: day + 1 }
}

function cutOffOf(limit: TimeLimit): string | null {
  if (limit.unit === 'same-day') return limit.cutOff ?? DEFAULT_CUT_OFF
  return limit.unit === 'working-day' ? (limit.cutOff ?? null) : null
}

/** A working day counts at its closing, unless that lies in a pause. Null: the day on which an open pause began. */
function workingLine(told: Told, day: CalendarDay, passed: number): ExplanationLine | null {
  if (!day.isWorkingDay) return offLine(day)
  const close = dayCloseAt(told.index, workingDaysBefore(told.index, dayNumber(day.on)))!
  if (isPausedAt(told.stops, close)) return openPauseBegan(told, day) ? null : pausedLine(day)
  if (passed + 1 < unitsOf(told.limit)) return countedLine(day, passed + 1)
  return { on: day.on, kind: 'due', counted: true, index: passed + 1, reason: dueReason(told, day, passed + 1) }
}

function dueReason({ limit, from, due }: Told, day: CalendarDay, index: number): string {
  if (limit.unit !== 'same-day') return words.dueDay(index, day, due)
  return dayNumber(day.on) === dayNumberOf(from) ? words.dueTheSameDay(due) : words.dueAfterRoll(due)
}

/** Every day counts at the midnight that ends it; once the limit has run out, days off move the due moment on. */
function calendarLine(told: Told, day: CalendarDay, passed: number): ExplanationLine | null {
  const isDue = told.openSince === null && dayNumber(day.on) === dayNumberOf(told.due)
  const [index, total] = [passed + 1, unitsOf(told.limit)]
  if (index > total) return afterLastDay(told, day, isDue)
  if (isPausedAt(told.stops, startOfDay(dayNumber(day.on) + 1))) return openPauseBegan(told, day) ? null : pausedLine(day)
  if (isDue) return { on: day.on, kind: 'due', counted: true, index, reason: words.dueDay(index, day, told.due) }
  if (index < total || day.isWorkingDay) return countedLine(day, index)
  return { ...countedLine(day, index), reason: words.countedOnDayOff(index, day) }
}

function afterLastDay(told: Told, day: CalendarDay, isDue: boolean): ExplanationLine | null {
  if (isDue) return { on: day.on, kind: 'due', counted: false, reason: words.dueAfterRoll(told.due) }
  if (!day.isWorkingDay) return { ...offLine(day), reason: words.movedOn(day) }
  return openPauseBegan(told, day) ? null : pausedLine(day)
}

const zeroLine = (day: CalendarDay): ExplanationLine => ({ on: day.on, kind: 'zero', counted: false, reason: words.zeroDay })

const offLine = (day: CalendarDay): ExplanationLine =>
  ({ on: day.on, kind: offKindOf(day) ?? 'day-off', counted: false, reason: words.notCounted(day) })

const pausedLine = (day: CalendarDay): ExplanationLine => ({ on: day.on, kind: 'paused', counted: false, reason: words.pausedWords })

const countedLine = (day: CalendarDay, index: number): ExplanationLine =>
  ({ on: day.on, kind: day.kind === 'make-up' ? 'make-up' : 'counted', counted: true, index, reason: words.countedDay(index, day) })

/** The open pause gets a line of its own at the end, so its first day needs none here. */
const openPauseBegan = ({ openSince }: Told, day: CalendarDay): boolean => openSince !== null && dayNumber(day.on) === dayNumberOf(openSince)

const receivedLine = (told: Told, day: CalendarDay): ExplanationLine =>
  ({ on: day.on, kind: 'received', counted: false, reason: receivedReason(told, day) })

function receivedReason({ limit, from, index, restarted }: Told, day: CalendarDay): string {
  const cutOff = cutOffOf(limit)
  if (cutOff === null) return words.receivedOnDayZero(from, restarted)
  if (!day.isWorkingDay) return words.receivedOnDayOff(from, day, restarted)
  if (timeOfDay(from) > wallTime(cutOff)) return words.receivedTooLate(from, cutOff, restarted)
  if (limit.unit === 'working-day') return words.receivedOnDayZero(from, restarted)
  return isInTimeForTheDay(cutOff, from, index) ? words.receivedInTime(from, cutOff, restarted) : words.receivedAfterClose(from, restarted)
}
