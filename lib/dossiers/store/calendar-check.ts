import 'server-only'
import { z } from 'zod'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import { calendarOf, forgetCalendar } from '@/lib/calendar/store'
import type { Tx } from '@/lib/platform/db'
import { fail, type Result } from '@/lib/kernel/result'

export type CalendarChanged = { code: 'calendar-changed' }

/**
 * Decides with the calendar this process holds. Where it turns out that the commune changed it in between, decides once more
 * with the new one; nothing was written the first time.
 */
export async function withCalendar<T, P extends { code: string }>(communeId: string, work: (calendar: CalendarAt) => Promise<Result<T, P | CalendarChanged>>): Promise<Result<T, P | CalendarChanged>> {
  const first = await work(await calendarOf(communeId))
  if (first.ok || first.problem.code !== 'calendar-changed') return first
  forgetCalendar(communeId)
  return work(await calendarOf(communeId))
}

const Revision = z.tuple([z.object({ revision: z.int() })])

/** Is this still the calendar in force? Asked inside the transaction that writes what was computed with it. */
export async function stillHolds(tx: Tx, { revision }: CalendarAt): Promise<boolean> {
  const rows = await tx.$queryRaw`select coalesce(max(revision), 0) as revision from calendar_revision where commune_id = ${tx.communeId}::uuid`
  return Revision.parse(rows)[0].revision === revision
}

const Numbered = z.tuple([z.object({ number: z.int().nullable() })])

/** The next number in the register of dossiers, taken only if the calendar still holds: a number that is not used would be a gap. */
export async function registerNumberUnder(tx: Tx, { revision }: CalendarAt, year: number): Promise<Result<number, CalendarChanged>> {
  const rows = await tx.$queryRaw`
    select case when coalesce((select max(revision) from calendar_revision where commune_id = ${tx.communeId}::uuid), 0) = ${revision}::int
      then mc_next_number(${tx.communeId}::uuid, 'register', ${year}::int) end as number`
  const [{ number }] = Numbered.parse(rows)
  return number === null ? fail({ code: 'calendar-changed' }) : { ok: true, value: number }
}
