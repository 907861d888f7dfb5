import type { LocalDate } from '@/lib/kernel/local-date'
import type { CalendarIndex } from './calendar-index'
import { inOrderOfPrecedence, resolveDay } from './calendar-layers'
import { dayNumber, localDateOfDay, parseWallTime, startOfDay, wallTime, weekdayOfDay, type DayNumber } from './minute'
import type { CalendarDay, CalendarEntry, CalendarSpan, Session, WeeklySessions, WorkingCalendar } from './working-calendar'

/** A calendar longer than this is a slip of the keyboard. @unit days */
const LONGEST_SPAN = 366 * 150

/**
 * Builds the calendar of a commune from plain layered data. Days outside `span` are unknown to it: a count that would leave
 * it is a problem, never a guess. Build once per commune and revision, and keep the value.
 * Throws RangeError where the data make no sense (`weeklySessionsFault` tells beforehand, for forms).
 */
export function compileCalendar(entries: readonly CalendarEntry[], weekly: readonly WeeklySessions[], span: CalendarSpan): WorkingCalendar {
  const firstDay = dayNumber(span.from)
  const dayCount = dayNumber(span.to) - firstDay + 1
  if (!(dayCount > 0 && dayCount <= LONGEST_SPAN)) throw new RangeError(`Not a span of days: ${span.from} to ${span.to}`)
  const fault = weekly.map(weeklySessionsFault).find((each) => each !== null)
  if (fault) throw new RangeError(`Weekly sessions make no sense: ${fault}`)
  const rules = inOrderOfPrecedence(weekly)
  const byDay = new Map<LocalDate, CalendarEntry[]>()
  for (const entry of entries) byDay.set(entry.on, [...(byDay.get(entry.on) ?? []), entry])
  const dayAt = (day: DayNumber): CalendarDay => {
    const on = localDateOfDay(day)
    return resolveDay(on, weekdayOfDay(day), byDay.get(on) ?? [], rules)
  }
  return Object.freeze({ from: span.from, to: span.to, index: buildIndex(firstDay, dayCount, dayAt) })
}

/** Walks the days once and lays down the ranks. */
function buildIndex(firstDay: DayNumber, dayCount: number, dayAt: (day: DayNumber) => CalendarDay): CalendarIndex {
  const workingDaysBefore = new Int32Array(dayCount + 1)
  const sessionsBefore = new Int32Array(dayCount + 1)
  const dates: LocalDate[] = []
  const timeOf = remembered(wallTime)
  const [dayCloses, opens, closes, minutesBefore]: [number[], number[], number[], number[]] = [[], [], [], [0]]
  for (let position = 0; position < dayCount; position += 1) {
    const midnight = startOfDay(firstDay + position)
    const day = dayAt(firstDay + position)
    dates.push(day.on)
    for (const session of day.sessions) {
      if (!session.countsForDeadlines) continue
      const [open, close] = [midnight + timeOf(session.opens), midnight + timeOf(session.closes)]
      opens.push(open)
      closes.push(close)
      minutesBefore.push(minutesBefore.at(-1)! + (close - open))
    }
    if (closes.length > sessionsBefore[position]!) dayCloses.push(closes.at(-1)!)
    sessionsBefore[position + 1] = closes.length
    workingDaysBefore[position + 1] = dayCloses.length
  }
  return {
    firstDay, dayCount, dates, workingDaysBefore, sessionsBefore, dayAt,
    dayCloses: Int32Array.from(dayCloses), sessionOpens: Int32Array.from(opens), sessionCloses: Int32Array.from(closes),
    minutesBefore: Int32Array.from(minutesBefore),
  }
}

/** The same few times of day come back for every day of the calendar. */
function remembered(read: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>()
  return (text) => {
    const value = known.get(text) ?? read(text)
    known.set(text, value)
    return value
  }
}

export type SessionsFault = 'time-unreadable' | 'closes-before-opening' | 'sessions-overlap' | 'session-named-twice'

/** What makes the sessions of a day impossible, or null. */
export function weeklySessionsFault(rule: { sessions: readonly Session[] }): SessionsFault | null {
  const sessions = rule.sessions.toSorted((a, b) => a.opens.localeCompare(b.opens))
  if (sessions.some(({ opens, closes }) => parseWallTime(opens) === null || parseWallTime(closes) === null)) return 'time-unreadable'
  if (sessions.some(({ opens, closes }) => closes <= opens)) return 'closes-before-opening'
  if (sessions.some(({ opens }, position) => position > 0 && opens < sessions[position - 1]!.closes)) return 'sessions-overlap'
  return new Set(sessions.map(({ name }) => name)).size < sessions.length ? 'session-named-twice' : null
}
