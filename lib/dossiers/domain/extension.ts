import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import { dueMoment } from '@/lib/calendar/domain/due-moment'
import { mayStillMove } from '@/lib/calendar/domain/three-due-facts'
import { extendedLimit } from '@/lib/calendar/domain/time-limit'
import { localDateOf } from '@/lib/kernel/local-date'
import { fail, must, ok, type Result } from '@/lib/kernel/result'
import { dueOf, receptionOf, type Dossier } from './dossier'
import type { DossierEvent } from './events'

export type TooLateToExtend = { code: 'too-late-to-extend' }
export type NothingToExtend = { code: 'nothing-to-extend' }
export type AlreadyExtended = { code: 'already-extended' }

/**
 * Something must be verified and the procedure gives time for it, once: another total, or so much on top. Recorded strictly before
 * the due moment; what the slip promised stays on the slip.
 */
export function decideExtend(dossier: Dossier, at: Date, { calendar, revision }: CalendarAt): Result<DossierEvent[], TooLateToExtend | NothingToExtend | AlreadyExtended> {
  const [reception, due, limit, extension] = [receptionOf(dossier), dueOf(dossier), dossier.limit, dossier.verificationExtension]
  if (dossier.extendedAt !== null) return fail({ code: 'already-extended' })
  if (reception === null || due === null || limit === null || extension === null) return fail({ code: 'nothing-to-extend' })
  if (!mayStillMove(due.dueAt, at)) return fail({ code: 'too-late-to-extend' })
  const extended = extendedLimit(limit, extension)
  if (!extended.ok) return fail({ code: 'nothing-to-extend' })
  const pauses = dossier.pauses.map(({ since, until }) => ({ start: since, end: until }))
  const dueAt = must(dueMoment({ receivedAt: reception.receivedAt, countFrom: reception.countFrom, limit: extended.value, calendar, pauses })).dueAt
  if (dueAt <= due.dueAt) return fail({ code: 'nothing-to-extend' })
  return ok([{ type: 'verification-extended', at, mode: extension.mode, limit: extended.value, due: { ...due, dueAt, dueOn: localDateOf(dueAt), calendarRevision: revision } }])
}
