import { isWorkingDay } from '@/lib/calendar/domain/calendar-days'
import type { WorkingCalendar } from '@/lib/calendar/domain/working-calendar'
import { addDays, type LocalDate } from '@/lib/kernel/local-date'

export type DigestLine = { code: string; procedureName: string; dueAt: Date | null; isOverdue: boolean }

/** What waits for one officer on a morning. */
export type Digest = {
  on: LocalDate
  /** Waiting for this officer, whatever the day. */
  all: number
  /** Of them: came to this officer since the last working day began. */
  fresh: number
  /** Due today or on the next working day. */
  soon: number
  overdue: number
  /** Online filings that the desk has to answer; 0 for whoever receives none. */
  submitted: number
  /** The overdue and the soon ones by name, the most urgent first, no more than a letter holds. */
  lines: readonly DigestLine[]
}

/** A letter that says nothing is not sent. */
export const saysSomething = ({ all, submitted }: Digest): boolean => all > 0 || submitted > 0

/** The working day before a day; a calendar without one in two weeks is taken as it stands. */
export function previousWorkingDay(on: LocalDate, calendar: WorkingCalendar): LocalDate {
  for (let back = 1; back <= 14; back += 1) if (isWorkingDay(calendar, addDays(on, -back))) return addDays(on, -back)
  return addDays(on, -1)
}
