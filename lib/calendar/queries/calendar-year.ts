import 'server-only'
import { inCommune } from '@/lib/platform/db'
import type { EnteredRule } from '../domain/calendar-rule'
import { isComputedYear } from '../domain/national-holidays'
import { scheduleLines, type ScheduleLine } from '../domain/schedule-list'
import type { CalendarDay, WorkingCalendar } from '../domain/working-calendar'
import { dayOf } from '../domain/calendar-days'
import { yearView, type YearMonth } from '../domain/year-view'
import { parseLocalDate, type LocalDate } from '@/lib/kernel/local-date'
import { calendarOf, calendarRules } from '../store'

const reader = { kind: 'system', name: 'calendar' } as const

export type CalendarYear = {
  year: number
  revision: number
  months: YearMonth[]
  lines: ScheduleLine[]
  /** Nobody entered the published schedule of this year: all of it is "dự kiến". */
  isComputed: boolean
  /** First and last year the calendar speaks of. */
  years: { first: number; last: number }
}

/** A commune's year on the wall and its list of days. Public: due dates are explained by it. */
export async function calendarYear(communeId: string, year: number): Promise<CalendarYear> {
  const [{ calendar, revision }, rules] = [await calendarOf(communeId), await rulesOfCommune(communeId)]
  const days = rules.flatMap((rule) => (rule.rule === 'day' ? [rule.entry] : []))
  return { year, revision, months: yearView(calendar, year), lines: scheduleLines(rules, year), isComputed: isComputedYear(days, year), years: yearsOf(calendar) }
}

export const rulesOfCommune = (communeId: string): Promise<EnteredRule[]> => inCommune(reader, communeId, calendarRules)

const yearsOf = ({ from, to }: WorkingCalendar) => ({ first: Number(from.slice(0, 4)), last: Number(to.slice(0, 4)) })

/** One day of the calendar, or null where it does not speak of it. */
export async function calendarDay(communeId: string, day: LocalDate): Promise<CalendarDay | null> {
  const { calendar } = await calendarOf(communeId)
  return parseLocalDate(day) === null || day < calendar.from || day > calendar.to ? null : dayOf(calendar, day)
}

export type Revision = { revision: number; reason: string; decision: string | null; author: string; at: Date }

/** Who changed the commune's calendar, when and why; the latest first. */
export const calendarRevisions = (communeId: string, most = 20): Promise<Revision[]> =>
  inCommune(reader, communeId, async (tx) => {
    const rows = await tx.calendarRevision.findMany({ where: { communeId }, orderBy: { revision: 'desc' }, take: most })
    return rows.map(({ revision, reason, decision, author, createdAt }) => ({ revision, reason, decision, author, at: createdAt }))
  })
