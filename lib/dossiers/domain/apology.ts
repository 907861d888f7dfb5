import { isSheltered } from '@/lib/calendar/domain/standing'
import { localDateOf, type LocalDate } from '@/lib/kernel/local-date'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { dueOf, type Dossier } from './dossier'
import type { DossierEvent } from './events'

export type AlreadyApologised = { code: 'already-apologised' }
export type PromiseNotLater = { code: 'promise-not-later' }
export type NotDrafted = { code: 'not-drafted' }
export type SameHandSigns = { code: 'drafter-signs' }
export type NewDay = { promisedAt: Date; promisedOn: LocalDate }

/**
 * A written apology with a new day (Mẫu 04): once, where a day was promised. Limits of a day or of hours leave no day before the
 * due day on which it could be signed.
 * @law Thông tư 03/2025/TT-VPCP, Phụ lục I, Mẫu 04
 */
export const mayApologise = (dossier: Dossier): boolean =>
  dossier.promisedAt === null && dueOf(dossier) !== null && (dossier.limit?.unit === 'working-day' || dossier.limit?.unit === 'calendar-day')

/** The officer writes why and names the new day; a draft written anew takes the place of the one before. */
export function decideDraftApology(dossier: Dossier, promise: NewDay, at: Date): Result<DossierEvent[], PromiseNotLater> {
  return isLater(dossier, promise, at) ? ok([{ type: 'apology-drafted', at, promisedOn: promise.promisedOn }]) : fail({ code: 'promise-not-later' })
}

/** Whoever drafted it does not sign it. Signed too late it still goes out, marked; the due moment never moves. */
export function decideApologise(dossier: Dossier, draft: (NewDay & { draftedBy: string | null }) | null, signedBy: string, at: Date): Result<DossierEvent[], AlreadyApologised | NotDrafted | SameHandSigns | PromiseNotLater> {
  if (dossier.promisedAt !== null) return fail({ code: 'already-apologised' })
  if (draft === null || dossier.apologyDraftedAt === null) return fail({ code: 'not-drafted' })
  const { draftedBy, ...promise } = draft
  if (draftedBy === signedBy) return fail({ code: 'drafter-signs' })
  if (!isLater(dossier, promise, at)) return fail({ code: 'promise-not-later' })
  return ok([{ type: 'apology-issued', at, ...promise, late: isLateApology(dossier, at) }])
}

/** Lawful until the end of the day before the due day; while a pause shelters the dossier there is no due day to miss. */
export function isLateApology(dossier: Dossier, at: Date): boolean {
  const due = dueOf(dossier)
  if (due === null || dossier.limit === null || isSheltered({ dueAt: due.dueAt, unit: dossier.limit.unit }, dossier.clock)) return false
  return localDateOf(at) >= due.dueOn
}

function isLater(dossier: Dossier, { promisedAt }: NewDay, at: Date): boolean {
  const due = dueOf(dossier)
  return due !== null && promisedAt > due.dueAt && promisedAt > at
}
