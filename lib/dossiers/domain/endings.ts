import { isPendingOverdue } from '@/lib/calendar/domain/standing'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { localDateOf, type LocalDate } from '@/lib/kernel/local-date'
import { dueOf, type Dossier } from './dossier'
import { isByPersonAfterReception, type DiscontinuationCause, type DossierEvent, type EventType } from './events'

export type TooLateToVoid = { code: 'too-late-to-void' }
export type NeedsSecondPerson = { code: 'needs-second-person' }

const pastDue = (dossier: Dossier, at: Date): boolean => {
  const due = dueOf(dossier)
  return due !== null && dossier.limit !== null && isPendingOverdue(at, { dueAt: due.dueAt, unit: dossier.limit.unit }, dossier.clock)
}

/** The applicant takes the dossier back while no decision stands. @law Thông tư 03/2025/TT-VPCP, Điều 7 */
export const decideWithdraw = (dossier: Dossier, at: Date): DossierEvent[] => [{ type: 'dossier-withdrawn', at, pastDue: pastDue(dossier, at) }]

export type StillTimeToSupplement = { code: 'still-time-to-supplement' }

/**
 * The authority stops with a cause. For want of a supplement only after the last day that the request named.
 * `supplementBy`: that day, of the request still open; null where none is open or it named none.
 */
export function decideDiscontinue(dossier: Dossier, { cause, supplementBy }: { cause: DiscontinuationCause; supplementBy: LocalDate | null }, at: Date): Result<DossierEvent[], StillTimeToSupplement> {
  if (cause === 'not-supplemented' && (supplementBy === null || localDateOf(at) <= supplementBy)) return fail({ code: 'still-time-to-supplement' })
  return ok([{ type: 'dossier-discontinued', at, pastDue: pastDue(dossier, at), cause }])
}

/**
 * A wrong entry disappears from the figures into a line of its own: on the same day, before the due moment,
 * before anybody acted on it, and confirmed by a second person.
 */
export function decideVoid(dossier: Extract<Dossier, { stage: 'received' }>, story: readonly EventType[], staffId: string, at: Date): Result<DossierEvent[], TooLateToVoid | NeedsSecondPerson> {
  const { receivedAt, receivedById, due } = dossier.reception
  if (localDateOf(at) !== localDateOf(receivedAt) || (due !== null && at >= due.dueAt) || story.some(isByPersonAfterReception)) return fail({ code: 'too-late-to-void' })
  if (receivedById === staffId) return fail({ code: 'needs-second-person' })
  return ok([{ type: 'dossier-voided', at }])
}
