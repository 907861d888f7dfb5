import { daysTold, marked, offKindOf, toldUntil, type ExplanationLine, type Told } from './explanation'
import * as words from './explanation-words'
import { dayNumber, dayNumberOf, MINUTES_PER_DAY, startOfDay } from './minute'
import { pausedMinutes } from './pauses'
import { unitsOf } from './time-limit'
import type { CalendarDay } from './working-calendar'

/** The lines of a limit in clock hours: the minutes of each day, days off too; then the days that move the end to an opening. */
export function explainClockHours(told: Told): ExplanationLine[] {
  const total = unitsOf(told.limit) * 60
  let left = total
  const tell = (day: CalendarDay): ExplanationLine | null => {
    const midnight = startOfDay(dayNumber(day.on))
    const [start, end] = [Math.max(midnight, told.from), Math.min(midnight + MINUTES_PER_DAY, toldUntil(told))]
    const paused = pausedMinutes(told.stops, start, end)
    const minutes = Math.min(left, end - start - paused)
    left -= minutes
    return line(told, day, minutes, paused)
  }
  const received = words.receivedAndRunning(told.from, told.restarted)
  const days = daysTold(told)
  return [
    marked({ on: days[0]!.on, kind: 'received', counted: false, reason: received }, days[0]!),
    ...days.flatMap((day) => [tell(day)].filter((each) => each !== null).map((each) => marked(each, day))),
  ]
}

function line(told: Told, day: CalendarDay, minutes: number, paused: number): ExplanationLine | null {
  const isDue = told.openSince === null && dayNumber(day.on) === dayNumberOf(told.due)
  if (isDue) {
    const reason = words.dueWithMinutes(minutes, unitsOf(told.limit) * 60, told.due)
    return { on: day.on, kind: 'due', counted: minutes > 0, minutes, reason }
  }
  if (minutes > 0) return { on: day.on, kind: 'counted', counted: true, minutes, reason: words.countedMinutes(minutes, paused) }
  if (paused > 0) return { on: day.on, kind: 'paused', counted: false, reason: words.pausedWords }
  const kind = offKindOf(day)
  return kind === null ? null : { on: day.on, kind, counted: false, reason: words.movedOn(day) }
}
