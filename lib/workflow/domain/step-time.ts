import { minuteAfterSessionMinutes, openingFrom, sessionMinutesUntil, sessionRankAt } from '@/lib/calendar/domain/calendar-index'
import { sessionMinutesBetween } from '@/lib/calendar/domain/calendar-days'
import { dueMoment } from '@/lib/calendar/domain/due-moment'
import { instantOf, minuteOf } from '@/lib/calendar/domain/minute'
import type { Pause } from '@/lib/calendar/domain/pauses'
import { isOverdueAt, standing, timeliness, type Standing, type Timeliness } from '@/lib/calendar/domain/standing'
import type { WorkingCalendar } from '@/lib/calendar/domain/working-calendar'

/**
 * The time of one step inside the house, counted in working hours from the moment it began. It judges the house among itself and is
 * never mixed into whether the dossier is in time: a dossier with every step late may be early, and one late step makes nothing overdue.
 */
export type StepTime = {
  since: Date
  /** What the process gives the step; null: no time is set. @unit working hours */
  internalHours: number | null
  /** Of the dossier, in any order; what lies before the step began does not count. */
  pauses: readonly Pause[]
}

const UNIT = 'working-hour'

/** When the step is due, and since when it stands in a pause still open; null where no time is set or the calendar ends first. */
export function stepDue({ since, internalHours, pauses }: StepTime, calendar: WorkingCalendar): { dueAt: Date; pausedSince: Date | null } | null {
  if (internalHours === null || internalHours < 1) return null
  const told = dueMoment({ receivedAt: since, limit: { unit: UNIT, value: internalHours }, calendar, pauses })
  return told.ok ? { dueAt: told.value.dueAt, pausedSince: told.value.pausedSince } : null
}

/** How a step at hand stands towards its own time. */
export function stepStanding(step: StepTime, now: Date, calendar: WorkingCalendar): Standing {
  const due = stepDue(step, calendar)
  if (due === null) return { state: 'no-limit' }
  const clock = due.pausedSince === null ? { state: 'running' as const } : { state: 'paused' as const, since: due.pausedSince }
  return standing({ now, due: { dueAt: due.dueAt, unit: UNIT }, clock, calendar })
}

/** Was a step that is over done early, on time or late; null where it had no time. Early is an earlier day, as for dossiers. */
export function stepTimeliness(step: StepTime, finishedAt: Date, calendar: WorkingCalendar): Exclude<Timeliness, 'no-limit'> | null {
  const due = stepDue(step, calendar)
  if (due === null) return null
  const told = timeliness(finishedAt, { dueAt: due.dueAt, unit: UNIT })
  return told === 'no-limit' ? null : told
}

export const isStepLate = (step: StepTime, now: Date, calendar: WorkingCalendar): boolean => {
  const due = stepDue(step, calendar)
  return due !== null && due.pausedSince === null && isOverdueAt(now, { dueAt: due.dueAt, unit: UNIT })
}

/** A step past its time still waits to be done, and one without a time is not nothing: so much they weigh at least. @unit minutes */
const LEAST_LEFT = 30
const WITHOUT_TIME = 240

/** How much of its time a step may still take; what weighs on the person who has it. @unit minutes inside sessions */
export function minutesLeft(step: StepTime, now: Date, calendar: WorkingCalendar): number {
  const due = stepDue(step, calendar)
  return due === null ? WITHOUT_TIME : Math.max(LEAST_LEFT, sessionMinutesBetween(calendar, due.pausedSince ?? now, due.dueAt))
}

/** A step that began after this moment cannot be late yet, pauses or not: what a list need not look at. Null beyond the calendar. */
export function lateOnlyIfBegunBy(internalHours: number, now: Date, { index }: WorkingCalendar): Date | null {
  const minute = minuteAfterSessionMinutes(index, sessionMinutesUntil(index, minuteOf(now)) - internalHours * 60)
  if (minute === null) return null
  // Outside sessions no working time passes: whoever began between a close and the next opening began equally early.
  const latest = sessionRankAt(index, minute) === null ? openingFrom(index, minute) : minute
  return latest === null ? now : instantOf(latest)
}
