import 'server-only'
import { inCommune } from '@/lib/platform/db'
import type { CalendarAt } from './domain/calendar-at'
import { communeCalendar } from './domain/national-holidays'
import type { CalendarEntry, WeeklySessions, WorkingCalendar } from './domain/working-calendar'

/** What one row of either layer holds. */
export type StoredRule = { rule: 'day'; entry: CalendarEntry } | { rule: 'week'; entry: WeeklySessions }

/** How long a process trusts its copy. Filing checks the revision in the same statement, so a stale copy never binds anyone. @unit ms */
const TRUST = 10_000

const kept = new Map<string, { value: Promise<CalendarAt>; until: number }>()

/** The commune's calendar, compiled once per process and revision. */
export function calendarOf(communeId: string): Promise<CalendarAt> {
  const found = kept.get(communeId)
  if (found !== undefined && found.until > performance.now()) return found.value
  const value = load(communeId)
  kept.set(communeId, { value, until: performance.now() + TRUST })
  value.catch(() => kept.delete(communeId))
  return value
}

/** After a change, or when filing said that the copy was stale. */
export const forgetCalendar = (communeId: string): boolean => kept.delete(communeId)

const compiled = new Map<string, CalendarAt>()

/** The revision is read first: as long as it stands, the compiled value of this process serves. */
function load(communeId: string): Promise<CalendarAt> {
  return inCommune({ kind: 'system', name: 'calendar' }, communeId, async (tx) => {
    const [head] = await tx.$queryRaw<{ revision: number; nation: string; province_id: string }[]>`
      select coalesce((select max(revision) from calendar_revision where commune_id = c.id), 0) as revision,
        (select count(*) || ':' || coalesce(max(created_at)::text, '') from calendar_entry) as nation, c.province_id from commune c where c.id = ${communeId}::uuid`
    if (head === undefined) throw new Error(`No commune ${communeId}`)
    const key = `${communeId}:${head.revision}:${head.nation}`
    const known = compiled.get(key)
    if (known !== undefined) return known
    const wide = await tx.calendarEntry.findMany({ where: { OR: [{ provinceId: null }, { provinceId: head.province_id }] }, select: { id: true, entry: true } })
    const own = await tx.communeCalendarEntry.findMany({ where: { communeId, withdrawnAt: null }, select: { id: true, entry: true } })
    const value = { calendar: compile([...wide, ...own]), revision: head.revision }
    compiled.set(key, value)
    return value
  })
}

function compile(rows: readonly { id: string; entry: unknown }[]): WorkingCalendar {
  const rules = rows.map(({ id, entry }) => ({ id, ...(entry as StoredRule) }))
  const days = rules.flatMap((rule) => (rule.rule === 'day' ? [{ ...rule.entry, id: rule.id }] : []))
  const weeks = rules.flatMap((rule) => (rule.rule === 'week' ? [rule.entry] : []))
  return communeCalendar(days, weeks)
}
