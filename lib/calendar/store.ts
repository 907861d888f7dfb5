import 'server-only'
import { z } from 'zod'
import { inCommuneForCache, type Prisma, type Tx } from '@/lib/platform/db'
import type { CalendarAt } from './domain/calendar-at'
import { calendarFrom, type CalendarRule, type EnteredRule } from './domain/calendar-rule'

/** How long a process trusts its copy. Filing checks the revision in the same statement, so a stale copy never binds anyone. @unit ms */
const TRUST = 10_000

const kept = new Map<string, { value: Promise<CalendarAt>; until: number }>()

/** The commune's calendar, compiled once per process and content. */
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

/** What was compiled last for each commune, and from what. */
const compiled = new Map<string, { from: string; value: CalendarAt }>()

const Head = z.tuple([z.object({ revision: z.int(), content: z.string() })])

/**
 * A fingerprint of all rules is read first: as long as it stands, the compiled value of this process serves. It covers the rules
 * themselves, since those of the nation may be put right in place, under the same ids and without a revision of the commune.
 */
function load(communeId: string): Promise<CalendarAt> {
  return inCommuneForCache(communeId, async (tx) => {
    const rows = await tx.$queryRaw`
      select coalesce((select max(revision) from calendar_revision where commune_id = c.id), 0) as revision,
        coalesce((select md5(string_agg(md5(e.id::text || e.entry::text), '' order by e.id)) from calendar_entry e where e.province_id is null or e.province_id = c.province_id), '')
        || coalesce((select md5(string_agg(md5(e.id::text || e.entry::text), '' order by e.id)) from commune_calendar_entry e where e.commune_id = c.id and e.withdrawn_at is null), '') as content
      from commune c where c.id = ${communeId}::uuid`
    if (Array.isArray(rows) && rows.length === 0) throw new Error(`No commune ${communeId}`)
    const [{ revision, content }] = Head.parse(rows)
    const from = `${revision}:${content}`
    const known = compiled.get(communeId)
    if (known?.from === from) return known.value
    const value = { calendar: calendarFrom(await calendarRules(tx)), revision }
    compiled.set(communeId, { from, value })
    return value
  })
}

/** All rules that make the commune's calendar, widest layer first: the nation's, the province's, its own. */
export async function calendarRules(tx: Tx): Promise<EnteredRule[]> {
  const commune = await tx.commune.findUniqueOrThrow({ where: { id: tx.communeId }, select: { provinceId: true } })
  const select = { id: true, entry: true }
  const wide = await tx.calendarEntry.findMany({ where: { OR: [{ provinceId: null }, { provinceId: commune.provinceId }] }, select, orderBy: [{ provinceId: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }] })
  const own = await tx.communeCalendarEntry.findMany({ where: { communeId: tx.communeId, withdrawnAt: null }, select, orderBy: { id: 'asc' } })
  return [...wide, ...own].map(({ id, entry }) => ({ id, ...(entry as CalendarRule) }))
}

const Revision = z.tuple([z.object({ revision: z.int() })])

/**
 * Holds the commune's calendar for this transaction and answers its revision. Until it ends nobody else changes the calendar,
 * and whoever stores a due moment waits, then counts again.
 */
export async function lockCalendar(tx: Tx): Promise<number> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('calendar:' || ${tx.communeId}, 0))`
  return revisionNow(tx)
}

/** The revision of the commune's calendar as the database has it, past every copy; 0 before the first change. */
export async function revisionNow(tx: Tx): Promise<number> {
  const rows = await tx.$queryRaw`select coalesce(max(revision), 0) as revision from calendar_revision where commune_id = ${tx.communeId}::uuid`
  return Revision.parse(rows)[0].revision
}

export type SavedChange = { add: readonly CalendarRule[]; withdraw: readonly string[]; reason: string; decision: string; author: string; at: Date }

/** Writes a change of the commune's own layer and the revision it makes. Call it under `lockCalendar`. */
export async function saveCalendarChange(tx: Tx, before: number, { add, withdraw, reason, decision, author, at }: SavedChange): Promise<number> {
  const revision = before + 1
  await tx.calendarRevision.create({ data: { communeId: tx.communeId, revision, reason, decision, author } })
  if (add.length > 0) {
    await tx.communeCalendarEntry.createMany({ data: add.map((rule) => ({ communeId: tx.communeId, entry: rule as unknown as Prisma.InputJsonObject, source: rule.entry.source, author: rule.entry.author })) })
  }
  if (withdraw.length > 0) {
    await tx.communeCalendarEntry.updateMany({ where: { communeId: tx.communeId, id: { in: [...withdraw] }, withdrawnAt: null }, data: { withdrawnAt: at } })
  }
  return revision
}
