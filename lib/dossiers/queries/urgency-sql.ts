import 'server-only'
import { Prisma } from '@/lib/platform/db'
import { nextWorkingDay } from '@/lib/calendar/domain/calendar-days'
import type { WorkingCalendar } from '@/lib/calendar/domain/working-calendar'
import { addDays, localDateOf, type LocalDate } from '@/lib/kernel/local-date'
import { urgencies, type Urgency } from '../domain/urgency'

/** The three days that divide the queue, from the commune's calendar. */
export type Moment = { now: Date; today: LocalDate; nextWorkingDay: LocalDate }

export function momentOf(now: Date, calendar: WorkingCalendar): Moment {
  const today = localDateOf(now)
  return { now, today, nextWorkingDay: nextWorkingDay(calendar, today) ?? addDays(today, 1) }
}

/** Position of the urgency of dossier `d` in `urgencies`: `urgencyOf` of the domain, asked of the database so that it can sort and count. */
export const urgencySql = ({ now, today, nextWorkingDay: next }: Moment): Prisma.Sql => Prisma.sql`(case
  when d.clock = 'paused' and (d.due_at is null or d.paused_since < d.due_at) then 4
  when d.due_at is null then 3
  when case when d.time_limit ->> 'unit' in ('half-day', 'working-hour', 'clock-hour')
    then date_trunc('minute', ${now}::timestamptz) > date_trunc('minute', d.due_at) else ${today}::date > d.due_on end then 0
  when d.due_on <= ${today}::date then 1
  when d.due_on <= ${next}::date then 2
  else 3 end)`

export const rankOf = (urgency: Urgency): number => urgencies.indexOf(urgency)
export const urgencyAt = (rank: number): Urgency => urgencies[rank] ?? 'within'

/** Counts stop here: a hundred means "99+". */
export const MOST_COUNTED = 100
