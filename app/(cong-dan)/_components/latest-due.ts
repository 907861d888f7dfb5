import { dueMoment, type DueMoment } from '@/lib/calendar/domain/due-moment'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import type { WorkingCalendar } from '@/lib/calendar/domain/working-calendar'
import { calendarOf } from '@/lib/calendar/store'
import { acceptBy as acceptanceBy } from '@/lib/dossiers/domain/due'

export type LatestDue = { acceptBy: Date; due: DueMoment | null; calendar: WorkingCalendar }

/**
 * The latest day for what is sent at `sentAt`: the desk may take eight working hours to check it, and only then the limit runs.
 * `due` is null where the law sets no limit, or the calendar does not reach so far.
 */
export async function latestDue(communeId: string, sentAt: Date, limit: TimeLimit | null): Promise<LatestDue> {
  const at = await calendarOf(communeId)
  return { ...dueFrom(acceptanceBy(sentAt, at), limit, at.calendar), calendar: at.calendar }
}

/** The same where it is known by when the desk answers. */
export async function latestDueFrom(communeId: string, acceptBy: Date, limit: TimeLimit | null): Promise<LatestDue> {
  const { calendar } = await calendarOf(communeId)
  return { ...dueFrom(acceptBy, limit, calendar), calendar }
}

function dueFrom(acceptBy: Date, limit: TimeLimit | null, calendar: WorkingCalendar) {
  const due = limit === null ? null : dueMoment({ receivedAt: acceptBy, limit, calendar, pauses: [] })
  return { acceptBy, due: due?.ok ? due.value : null }
}
