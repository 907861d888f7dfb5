import type { LocalDate } from '@/lib/kernel/local-date'
import { daysBetween } from '@/lib/kernel/local-date'
import { fail, ok, type Result } from '@/lib/kernel/result'

/** Days away, both ends included, and who acts meanwhile. */
export type Absence = { id: string; staffId: string; substituteId: string; fromDay: LocalDate; toDay: LocalDate }
export type NewAbsence = Omit<Absence, 'id'> & { reason: string }

export type AbsenceProblem =
  | { code: 'absence-ends-before-it-begins' }
  | { code: 'absence-is-over' }
  | { code: 'absence-too-long'; mostDays: number }
  | { code: 'substitute-is-absent-one' }
  | { code: 'substitute-away'; fromDay: LocalDate; toDay: LocalDate }
  | { code: 'already-away'; fromDay: LocalDate; toDay: LocalDate }

/** Whoever is away for longer has left the post: that is a change of staff, not a substitution. */
const MOST_DAYS = 366

export const isAwayOn = ({ fromDay, toDay }: Pick<Absence, 'fromDay' | 'toDay'>, day: LocalDate): boolean => fromDay <= day && day <= toDay
const overlap = (a: Pick<Absence, 'fromDay' | 'toDay'>, b: Pick<Absence, 'fromDay' | 'toDay'>): boolean => a.fromDay <= b.toDay && b.fromDay <= a.toDay

/**
 * May this absence be entered, beside those that stand? The substitute must be there on all its days: rights are lent once, never on.
 * `standing`: absences that were not ended, of both people.
 */
export function decideAbsence(entered: NewAbsence, standing: readonly Absence[], today: LocalDate): Result<NewAbsence, AbsenceProblem> {
  const { staffId, substituteId, fromDay, toDay } = entered
  if (toDay < fromDay) return fail({ code: 'absence-ends-before-it-begins' })
  if (toDay < today) return fail({ code: 'absence-is-over' })
  if (daysBetween(fromDay, toDay) >= MOST_DAYS) return fail({ code: 'absence-too-long', mostDays: MOST_DAYS })
  if (substituteId === staffId) return fail({ code: 'substitute-is-absent-one' })
  const own = standing.find((other) => other.staffId === staffId && overlap(other, entered))
  if (own !== undefined) return fail({ code: 'already-away', fromDay: own.fromDay, toDay: own.toDay })
  const away = standing.find((other) => other.staffId === substituteId && overlap(other, entered))
  return away === undefined ? ok(entered) : fail({ code: 'substitute-away', fromDay: away.fromDay, toDay: away.toDay })
}
