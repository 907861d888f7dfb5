import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import { dueMoment, type DueProblem } from '@/lib/calendar/domain/due-moment'
import { dueInForce, mayStillMove } from '@/lib/calendar/domain/three-due-facts'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import { localDateOf } from '@/lib/kernel/local-date'
import { ok, type Result } from '@/lib/kernel/result'
import type { Due, Pause } from './dossier'

/** As much of an open dossier as its due moment depends on. */
export type OpenDue = { receivedAt: Date; countFrom: Date | null; limit: TimeLimit; due: Due; pauses: readonly Pick<Pause, 'since' | 'until'>[] }

/**
 * What another calendar makes of the due moment of an open dossier; null where it stays. What is behind already stays behind,
 * and nothing comes before the day on the slip. While a pause is open, the moment in force when it began is the one that moves.
 */
export function movedDue({ receivedAt, countFrom, limit, due, pauses }: OpenDue, { calendar, revision }: CalendarAt, now: Date): Result<Due | null, DueProblem> {
  if (!mayStillMove(due.dueAt, now)) return ok(null)
  const counted = dueMoment({ receivedAt, countFrom, limit, calendar, pauses: pauses.map(({ since, until }) => ({ start: since, end: until })) })
  if (!counted.ok) return counted
  const dueAt = dueInForce(due.firstDueAt, counted.value.dueAt)
  return ok(dueAt.getTime() === due.dueAt.getTime() ? null : { ...due, dueAt, dueOn: localDateOf(dueAt), calendarRevision: revision })
}

/** Which of many another calendar moves, and where to. A calendar that cannot answer for one of them answers for none. */
export function movedDues<R extends OpenDue>(open: readonly R[], calendar: CalendarAt, now: Date): Result<{ row: R; due: Due }[], DueProblem> {
  const moved: { row: R; due: Due }[] = []
  for (const row of open) {
    const due = movedDue(row, calendar, now)
    if (!due.ok) return due
    if (due.value !== null) moved.push({ row, due: due.value })
  }
  return ok(moved)
}
