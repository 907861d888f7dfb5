import { isPendingOverdue } from '@/lib/calendar/domain/standing'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { type LocalDate, localDateOf } from '@/lib/kernel/local-date'
import { dueOf, type Dossier } from './dossier'
import { isByPersonAfterReception, type DossierEvent, type EventType } from './events'

export type TooLateToVoid = { code: 'too-late-to-void' }
export type NeedsSecondPerson = { code: 'needs-second-person' }

const pastDue = (dossier: Dossier, at: Date): boolean => {
  const due = dueOf(dossier)
  return due !== null && dossier.limit !== null && isPendingOverdue(at, { dueAt: due.dueAt, unit: dossier.limit.unit }, dossier.clock)
}

/** The applicant takes the dossier back while no decision stands. @law Thông tư 03/2025/TT-VPCP, Điều 7 */
export const decideWithdraw = (dossier: Dossier, at: Date): DossierEvent[] => [{ type: 'dossier-withdrawn', at, pastDue: pastDue(dossier, at) }]

/** The authority stops with a reason (no supplement in time, legal ground). */
export const decideDiscontinue = (dossier: Dossier, at: Date): DossierEvent[] => [{ type: 'dossier-discontinued', at, pastDue: pastDue(dossier, at) }]

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

export type AlreadyApologised = { code: 'already-apologised' }
export type PromiseNotLater = { code: 'promise-not-later' }

/** A written apology with a new day, once. It changes no figure: late stays late. @law Thông tư 03/2025/TT-VPCP, Phụ lục I, Mẫu 04 */
export function decideApologise(dossier: Dossier, promise: { promisedAt: Date; promisedOn: LocalDate }, at: Date): Result<DossierEvent[], AlreadyApologised | PromiseNotLater> {
  if (dossier.promisedAt !== null) return fail({ code: 'already-apologised' })
  const due = dueOf(dossier)
  if (due === null || promise.promisedAt <= due.dueAt || promise.promisedAt <= at) return fail({ code: 'promise-not-later' })
  return ok([{ type: 'apology-issued', at, ...promise }])
}
