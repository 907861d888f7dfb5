import 'server-only'
import { z } from 'zod'
import { isWorkingDay, nextWorkingDay } from '@/lib/calendar/domain/calendar-days'
import type { WorkingCalendar } from '@/lib/calendar/domain/working-calendar'
import { calendarOf } from '@/lib/calendar/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { addDays, instantAt, localDateOf, type LocalDate } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { isAtRisk } from '../domain/at-risk'

export type DueDay = { on: LocalDate; count: number; atRisk: number }
export type DueNext = {
  /** The next seven working days, today first where it is one. */
  days: DueDay[]
  /** Results of an ordinary working day lately: so many can be done. */
  capacity: number
  atRiskIds: string[]
  /** Fields of those at risk, the most first. */
  atRiskFields: { fieldSlug: string; count: number }[]
}

const DAYS = 7
/** Over how many days the ordinary pace is taken. */
const PACE_DAYS = 28

const Row = z.object({ id: z.string(), field_slug: z.string(), due_at: z.date(), step_since: z.date(), step_hours: z.number().nullable(), later_hours: z.number() })
const Pace = z.tuple([z.object({ settled: z.number() })])

/** What falls due on the next seven working days, and which of it is likely to be late. Standing dossiers are not in it. */
export async function dueNext(officer: Officer): Promise<DueNext> {
  const at = now()
  const { calendar } = await calendarOf(officer.communeId)
  const days = workingDaysFrom(calendar, localDateOf(at))
  const [from, to] = [instantAt(localDateOf(at), '00:00'), instantAt(addDays(days.at(-1)!, 1), '00:00')]
  return inCommune(officer, async (tx) => {
    const rows = z.array(Row).parse(await tx.$queryRaw`
      select d.id, d.field_slug, d.due_at, d.step_since, step.internal_hours as step_hours,
        (select coalesce(sum(s.internal_hours), 0)::int from process_step s where s.version_id = d.procedure_version_id and s.position > d.step_position) as later_hours
      from dossier d join process_step step on step.version_id = d.procedure_version_id and step.position = d.step_position
      where d.commune_id = ${tx.communeId}::uuid and d.stage in ('received', 'in-progress') and d.clock = 'running' and d.due_at >= ${from}::timestamptz and d.due_at < ${to}::timestamptz`)
    const paceFrom = addDays(localDateOf(at), -PACE_DAYS)
    const [{ settled }] = Pace.parse(await tx.$queryRaw`
      select count(*)::int as settled from dossier d where d.commune_id = ${tx.communeId}::uuid and d.resolved_at >= ${instantAt(paceFrom, '00:00')}::timestamptz and d.resolved_at < ${from}::timestamptz`)
    const risky = rows.filter((row) => isAtRisk({ dueAt: row.due_at, stepSince: row.step_since, stepHours: row.step_hours, laterHours: row.later_hours }, at, calendar))
    const worked = Array.from({ length: PACE_DAYS }, (_unused, day) => addDays(paceFrom, day)).filter((day) => isWorkingDay(calendar, day)).length
    return {
      days: days.map((on) => ({ on, count: onDay(rows, on), atRisk: onDay(risky, on) })),
      capacity: worked === 0 ? 0 : Math.round(settled / worked),
      atRiskIds: risky.map(({ id }) => id),
      atRiskFields: byField(risky),
    }
  })
}

function workingDaysFrom(calendar: WorkingCalendar, today: LocalDate): LocalDate[] {
  const days: LocalDate[] = isWorkingDay(calendar, today) ? [today] : []
  for (let day: LocalDate | null = nextWorkingDay(calendar, today); day !== null && days.length < DAYS; day = nextWorkingDay(calendar, day)) days.push(day)
  return days
}

const onDay = (rows: readonly { due_at: Date }[], day: LocalDate): number => rows.filter(({ due_at }) => localDateOf(due_at) === day).length

function byField(rows: readonly { field_slug: string }[]): DueNext['atRiskFields'] {
  const counts = new Map<string, number>()
  for (const { field_slug } of rows) counts.set(field_slug, (counts.get(field_slug) ?? 0) + 1)
  return [...counts].map(([fieldSlug, count]) => ({ fieldSlug, count })).toSorted((a, b) => b.count - a.count)
}
