import { dueMoment, type DueMoment } from '@/lib/calendar/domain/due-moment'
import { communeCalendar } from '@/lib/calendar/domain/national-holidays'
import type { Pause } from '@/lib/calendar/domain/pauses'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import type { CalendarEntry, CalendarSpan, Session, WeeklySessions, WorkingCalendar } from '@/lib/calendar/domain/working-calendar'
import { instantAt, localDate, localDateOf, localTimeOf, type Weekday } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { nationalSchedule } from '@/prisma/seed/calendar/national-schedule'
import { demonstrationSessions, huongHoaSessions } from '@/prisma/seed/calendar/weekly-sessions'

/** "2026-11-20 09:12" on the wall in Việt Nam; seconds may follow. */
export function at(text: string): Date {
  const [day, time] = [localDate(text.slice(0, 10)), text.slice(11)]
  return new Date(instantAt(day, time.slice(0, 5)).getTime() + Number(time.slice(6) || 0) * 1000)
}

/** "2026-11-26 17:30" */
export const wall = (instant: Date): string => `${localDateOf(instant)} ${localTimeOf(instant)}`

export const pause = (start: string, end: string | null): Pause => ({ start: at(start), end: end === null ? null : at(end) })

export const SESSIONS_730: readonly Session[] = demonstrationSessions[0]!.sessions
/** The hour vectors assume these afternoons. */
export const AFTERNOON_FROM_13: readonly Session[] = [
  { name: 'morning', opens: '07:30', closes: '11:30', countsForDeadlines: true },
  { name: 'afternoon', opens: '13:00', closes: '17:00', countsForDeadlines: true },
]

export const weekly = (sessions: readonly Session[], weekdays: readonly Weekday[] = [1, 2, 3, 4, 5], changes: Partial<WeeklySessions> = {}): WeeklySessions => ({
  layer: 'commune', author: 'Quản trị xã', source: 'Quy định giờ làm việc của xã', effectiveFrom: localDate('2010-01-01'), effectiveTo: null, season: null, weekdays, sessions, ...changes,
})

/** One dated entry of the commune's own layer, unless said otherwise. */
export const entry = (on: string, what: Partial<CalendarEntry> & Pick<CalendarEntry, 'kind'>): CalendarEntry =>
  ({ layer: 'commune', author: 'Quản trị xã', source: 'Thông báo của xã', name: 'mất điện', on: localDate(on), closed: 'whole-day', ...what }) as CalendarEntry

const years2012to2030: CalendarSpan = { from: localDate('2012-01-01'), to: localDate('2040-12-31') }

export const calendarWith = (entries: readonly CalendarEntry[] = [], weeks: readonly WeeklySessions[] = [], span = years2012to2030): WorkingCalendar =>
  communeCalendar([...nationalSchedule, ...entries], [...demonstrationSessions, ...weeks], span)

/** 07:30–11:30, 13:30–17:30, Monday to Friday, the national days off. */
export const calendar = calendarWith()
/** As `calendar`, with afternoons 13:00–17:00. */
export const earlyAfternoons = calendarWith([], [weekly(AFTERNOON_FROM_13)])
export const huongHoa = calendarWith([], huongHoaSessions)

/** "2026-11-26 17:30" for a question that must have an answer. */
export const due = (received: string, limit: TimeLimit, pauses: readonly Pause[] = [], using = calendar): string => wall(moment(received, limit, pauses, using).dueAt)

export const moment = (received: string, limit: TimeLimit, pauses: readonly Pause[] = [], using = calendar): DueMoment =>
  must(dueMoment({ receivedAt: at(received), limit, calendar: using, pauses }))
