import { dayOf } from '@/lib/calendar/domain/calendar-days'
import type { WorkingCalendar } from '@/lib/calendar/domain/working-calendar'
import { addDays, instantAt, type LocalDate } from '@/lib/kernel/local-date'

type Session = { opens: number; closes: number; before: number; on: LocalDate }

/**
 * Office time laid end to end: minute 0 is the first opening of the span, and nights, holidays and lunch take no time.
 * Stories are told on it, so that nobody in them works at midnight. @unit minutes inside sessions
 */
export type WorkTime = {
  total: number
  /** At or after the last session: its close. */
  at: (minute: number) => Date
  /** Between sessions: the minute of the next opening. */
  minuteOf: (instant: Date) => number
  /** The first minute of a day's work, or of the next working day. */
  opening: (day: LocalDate) => number
  /** The last minute of a day's work, or of the working day before it. */
  close: (day: LocalDate) => number
  workingDays: readonly LocalDate[]
}

export function workTime(calendar: WorkingCalendar, from: LocalDate, through: LocalDate): WorkTime {
  const sessions: Session[] = []
  let before = 0
  for (let day = from; day <= through; day = addDays(day, 1)) {
    for (const { opens, closes, countsForDeadlines } of dayOf(calendar, day).sessions) {
      if (!countsForDeadlines) continue
      const [start, end] = [instantAt(day, opens).getTime() / 60_000, instantAt(day, closes).getTime() / 60_000]
      sessions.push({ opens: start, closes: end, before, on: day })
      before += end - start
    }
  }
  const minuteOf = (instant: Date): number => {
    const minute = instant.getTime() / 60_000
    const session = sessions.find(({ closes }) => minute < closes)
    return session === undefined ? before : session.before + Math.max(0, minute - session.opens)
  }
  return {
    total: before,
    at: (minute) => {
      const session = find(sessions, minute)
      return new Date(Math.round(session.opens + Math.min(Math.max(0, minute - session.before), session.closes - session.opens)) * 60_000)
    },
    minuteOf,
    opening: (day) => minuteOf(instantAt(day, '00:00')),
    close: (day) => minuteOf(instantAt(addDays(day, 1), '00:00')) - 1,
    workingDays: [...new Set(sessions.map(({ on }) => on))],
  }
}

/** The session in which a minute lies, by halving. */
function find(sessions: readonly Session[], minute: number): Session {
  let [low, high] = [0, sessions.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (sessions[middle]!.before <= minute) low = middle
    else high = middle - 1
  }
  return sessions[low]!
}

