import { weekdayOf, type LocalDate } from '@/lib/kernel/local-date'
import { daysOfYear } from './calendar-days'
import { FIRST_LUNAR_DAY_YEAR, LAST_LUNAR_DAY_YEAR, lunarDateOf } from './lunar'
import type { CalendarDay, WorkingCalendar } from './working-calendar'

/** How a day is drawn. `half-day`: a working day that lost a session; `closed`: one that lost all of them. */
export const DAY_MARKS = ['working', 'holiday', 'substitute', 'swap-off', 'make-up', 'weekend', 'half-day', 'closed'] as const
export type DayMark = (typeof DAY_MARKS)[number]

export type YearDay = {
  on: LocalDate
  mark: DayMark
  day: CalendarDay
  /** Only the first and the fifteenth of lunar months are written on a calendar. */
  lunar: { day: 1 | 15; month: number } | null
}

/** `leading`: empty cells before the first day in a grid that begins on Monday. */
export type YearMonth = { month: number; workingDays: number; leading: number; days: YearDay[] }

/** The twelve months of a year as a wall calendar shows them. */
export function yearView(calendar: WorkingCalendar, year: number): YearMonth[] {
  const days = daysOfYear(calendar, year).map((day): YearDay => ({ on: day.on, mark: markOf(day), day, lunar: lunarMark(day.on) }))
  return Array.from({ length: 12 }, (_unused, position) => {
    const own = days.filter(({ on }) => Number(on.slice(5, 7)) === position + 1)
    return { month: position + 1, workingDays: own.filter(({ day }) => day.isWorkingDay).length, leading: own[0] === undefined ? 0 : weekdayOf(own[0].on) - 1, days: own }
  })
}

export function markOf(day: CalendarDay): DayMark {
  switch (day.kind) {
    case 'working': return day.closedSessions.length > 0 ? 'half-day' : 'working'
    case 'make-up': return day.closedSessions.length > 0 ? 'half-day' : 'make-up'
    case 'day-off': return 'weekend'
    case 'closure': return 'closed'
    default: return day.kind
  }
}

function lunarMark(on: LocalDate): YearDay['lunar'] {
  const year = Number(on.slice(0, 4))
  if (year < FIRST_LUNAR_DAY_YEAR || year > LAST_LUNAR_DAY_YEAR) return null
  const { day, month } = lunarDateOf(on)
  return day === 1 || day === 15 ? { day, month } : null
}
