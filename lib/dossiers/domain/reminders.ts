import { workingDaysBetween } from '@/lib/calendar/domain/calendar-days'
import type { WorkingCalendar } from '@/lib/calendar/domain/working-calendar'
import { localDateOf, type LocalDate } from '@/lib/kernel/local-date'
import type { Template } from '@/lib/notifications/domain/message'
import type { NotificationSetting } from '@/lib/notifications/domain/setting'
import { deliveryOf } from './delivery'
import type { Dossier } from './dossier'
import type { DueWarnings } from './due-warnings'

/** A reminder that waited may have become untrue: the papers came, the result was fetched. Everything else tells what happened and stays true. */
export function isStillMeant(template: Template, dossier: Dossier): boolean {
  if (template === 'supplement-near' || template === 'supplement-passed') return dossier.awaiting === 'supplement'
  return template !== 'result-waiting' || deliveryOf(dossier) === 'ready'
}

/**
 * Which reminder of a result that nobody fetched is due by a day, counted from the day it lay ready: 1, 2, …; null: none yet. Where
 * several days were missed only the latest counts.
 */
export function uncollectedReminder(readyOn: LocalDate, today: LocalDate, { first, every, most }: NotificationSetting['uncollected'], calendar: WorkingCalendar): number | null {
  const days = workingDaysBetween(calendar, readyOn, today)
  if (days < first || most < 1) return null
  return Math.min(most, 1 + Math.floor((days - first) / every))
}

export type AwaitedSupplement = { requestedOn: LocalDate; deadlineOn: LocalDate }

/** Near its last day a supplement is asked for again, but not on the day it was asked for; after the last day once more. */
export function supplementReminder({ requestedOn, deadlineOn }: AwaitedSupplement, today: LocalDate, near: number, calendar: WorkingCalendar): 'supplement-near' | 'supplement-passed' | null {
  if (today > deadlineOn) return 'supplement-passed'
  return requestedOn < today && workingDaysBetween(calendar, today, deadlineOn) <= near ? 'supplement-near' : null
}

export const warningKinds = ['half', 'most', 'apology'] as const
export type WarningKind = (typeof warningKinds)[number]

/**
 * What an officer is to be told now: half of the time is gone, four fifths of it, or that today is the last day on which an apology can be
 * signed. The greater share speaks for the smaller one.
 */
export function warningsNow({ halfAt, mostAt, apologyBy }: DueWarnings, at: Date): WarningKind[] {
  const share: WarningKind[] = mostAt !== null && mostAt <= at ? ['most'] : halfAt !== null && halfAt <= at ? ['half'] : []
  const isLastDay = apologyBy !== null && at < apologyBy && localDateOf(at) === localDateOf(apologyBy)
  return isLastDay ? [...share, 'apology'] : share
}
