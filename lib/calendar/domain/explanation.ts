import type { LocalDate } from '@/lib/kernel/local-date'
import type { CalendarIndex } from './calendar-index'
import { dayNumberOf, type Minute } from './minute'
import type { Stop } from './pauses'
import type { TimeLimit } from './time-limit'
import type { CalendarDay, DayKind, SessionName } from './working-calendar'

/**
 * One day (for hour and half-day limits: one session) that the count passed. In order; the counted ones add up to the limit,
 * except while a pause is open, when the list ends with that pause.
 */
export type ExplanationLine = {
  on: LocalDate
  session?: SessionName
  kind: LineKind
  counted: boolean
  /** Which unit of the limit this is: "ngày 2", "buổi 3". */
  index?: number
  /** Minutes of an hour limit that were counted here. */
  minutes?: number
  /** A plain sentence: "Nghỉ lễ Ngày Văn hóa Việt Nam: không tính". */
  reason: string
  /** The entry of the calendar behind it is computed or not yet verified ("dự kiến"). */
  provisional?: boolean
}

/**
 * `received`: where the count begins, also anew after a supplement. `zero`: the day or session taken for that of receipt,
 * because receipt fell outside. `make-up`: counted. `due`: the last line, counted unless the due moment was only moved there.
 */
export type LineKind = 'received' | 'zero' | 'counted' | 'make-up' | 'paused' | 'due' | OffKind
export type OffKind = Exclude<DayKind, 'working' | 'make-up'>

/** What the count found, from which the lines are told. */
export type Told = {
  limit: TimeLimit
  index: CalendarIndex
  from: Minute
  due: Minute
  /** The pauses that counted, in order; the last may be open (end Infinity). */
  stops: readonly Stop[]
  openSince: Minute | null
  /** The count began anew with a supplement. */
  restarted: boolean
}

/** The minute at which telling ends: the due moment, or the beginning of the pause that is still open. */
export const toldUntil = ({ due, openSince }: Told): Minute => openSince ?? due

/** Days from receipt to the end of the telling. */
export function daysTold(told: Told): CalendarDay[] {
  const days: CalendarDay[] = []
  for (let day = dayNumberOf(told.from); day <= dayNumberOf(toldUntil(told)); day += 1) days.push(told.index.dayAt(day))
  return days
}

/** "day-off", "holiday" …; null for a day on which deadlines run. */
export const offKindOf = (day: CalendarDay): OffKind | null =>
  day.isWorkingDay ? null : day.kind === 'working' || day.kind === 'make-up' ? 'day-off' : day.kind

/** Adds the mark "dự kiến" where the calendar's word for that day is provisional. */
export const marked = (line: ExplanationLine, day: CalendarDay): ExplanationLine => (day.provisional ? { ...line, provisional: true } : line)

/** The lines by day, in order. */
export function daysOf(explanation: readonly ExplanationLine[]): [LocalDate, ExplanationLine[]][] {
  const days: [LocalDate, ExplanationLine[]][] = []
  for (const line of explanation) {
    const last = days.at(-1)
    if (last?.[0] === line.on) last[1].push(line)
    else days.push([line.on, [line]])
  }
  return days
}
