import { sessionMinutesBetween } from '@/lib/calendar/domain/calendar-days'
import type { WorkingCalendar } from '@/lib/calendar/domain/working-calendar'

/** An open dossier as far as its chances are concerned. @unit working hours that a step may take; null: nothing laid down */
export type OpenWork = { dueAt: Date; stepSince: Date; stepHours: number | null; laterHours: number }

/**
 * Likely to be late: what is left of the working time is less than the steps still ahead may take. A warning for who can
 * still do something, never a figure of a report.
 */
export function isAtRisk(work: OpenWork, now: Date, calendar: WorkingCalendar): boolean {
  if (now >= work.dueAt) return false
  const spent = Math.max(0, sessionMinutesBetween(calendar, work.stepSince, now))
  const ofThisStep = Math.max(0, (work.stepHours ?? 0) * 60 - spent)
  return sessionMinutesBetween(calendar, now, work.dueAt) < ofThisStep + work.laterHours * 60
}
