import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import { dueMoment } from '@/lib/calendar/domain/due-moment'
import { dueInForce, mayStillMove } from '@/lib/calendar/domain/three-due-facts'
import { ACCEPTANCE_LIMIT, type TimeLimit } from '@/lib/calendar/domain/time-limit'
import { localDateOf } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import type { Due, Pause } from './dossier'

/**
 * The desk answers an online filing within eight working hours; the count stops while an intake supplement is awaited.
 * A calendar that cannot answer is a fault of the installation, not an answer to the citizen.
 */
export const acceptBy = (submittedAt: Date, { calendar }: CalendarAt, pauses: readonly { since: Date; until: Date | null }[] = []): Date =>
  must(dueMoment({ receivedAt: submittedAt, limit: ACCEPTANCE_LIMIT, calendar, pauses: asStops(pauses) })).dueAt

/** The due moment at reception; null where no limit is set by law. */
export function firstDue(receivedAt: Date, limit: TimeLimit | null, { calendar, revision }: CalendarAt): Due | null {
  if (limit === null) return null
  const { dueAt, dueOn } = must(dueMoment({ receivedAt, limit, calendar, pauses: [] }))
  return { firstDueAt: dueAt, dueAt, dueOn, calendarRevision: revision }
}

/**
 * The due moment after a pause has ended. A pause counts only if its start was recorded before the moment then in force:
 * nothing recorded at or after the due moment moves it. Never earlier than the slip promised.
 */
export function dueAfterPauses(receivedAt: Date, countFrom: Date | null, limit: TimeLimit, before: Due, pauses: readonly Pause[], { calendar, revision }: CalendarAt): Due {
  const last = pauses.at(-1)
  if (last === undefined || !mayStillMove(before.dueAt, last.recordedAt)) return before
  const counted = must(dueMoment({ receivedAt, countFrom, limit, calendar, pauses: asStops(pauses) })).dueAt
  const dueAt = dueInForce(before.firstDueAt, counted)
  // A pause takes nothing away: a calendar changed after the moment had passed must not bring it nearer through its end.
  if (dueAt <= before.dueAt) return before
  return { ...before, dueAt, dueOn: localDateOf(dueAt), calendarRevision: revision }
}

const asStops = (pauses: readonly { since: Date; until: Date | null }[]) => pauses.map(({ since, until }) => ({ start: since, end: until }))
