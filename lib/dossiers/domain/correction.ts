import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import { dueMoment } from '@/lib/calendar/domain/due-moment'
import { dueInForce, mayStillMove } from '@/lib/calendar/domain/three-due-facts'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import { localDateOf } from '@/lib/kernel/local-date'
import { fail, must, ok, type Result } from '@/lib/kernel/result'
import { dueOf, receptionOf, type Dossier, type Due, type Step } from './dossier'
import type { DossierEvent } from './events'

export type TooLateToCorrect = { code: 'too-late-to-correct' }
export type SameProcedure = { code: 'same-procedure' }
export type ProposerApproves = { code: 'proposer-approves' }
export type NotProposed = { code: 'not-proposed' }

/** The rules under which the dossier should have been received. */
export type RightCase = { procedure: Dossier['procedure']; limit: TimeLimit | null; steps: readonly Step[] }

/** Asks a leader to put the dossier under the rules it should have been received under. */
export function decideProposeCorrection(dossier: Dossier, right: RightCase, at: Date): Result<DossierEvent[], TooLateToCorrect | SameProcedure> {
  if (isTooLate(dossier, at)) return fail({ code: 'too-late-to-correct' })
  const { versionId, variantId } = right.procedure
  if (versionId === dossier.procedure.versionId && variantId === dossier.procedure.variantId) return fail({ code: 'same-procedure' })
  return ok([{ type: 'correction-proposed', at, versionId, variantId }])
}

/**
 * Under the right rules from its receipt on: limit, steps and due moment follow them, the code and the day on the slip stay, and
 * the process begins anew. A second person decides, strictly before the due moment.
 */
export function decideApproveCorrection(
  dossier: Dossier, proposal: { right: RightCase; proposedBy: string | null } | null, staffId: string, at: Date, calendar: CalendarAt,
): Result<DossierEvent[], TooLateToCorrect | ProposerApproves | NotProposed> {
  if (proposal === null || dossier.correctionProposedAt === null) return fail({ code: 'not-proposed' })
  if (isTooLate(dossier, at)) return fail({ code: 'too-late-to-correct' })
  if (proposal.proposedBy === staffId) return fail({ code: 'proposer-approves' })
  const { procedure: { versionId, variantId } } = dossier
  const { procedure: to, steps } = proposal.right
  // A day was promised: a procedure without a limit does not take it back.
  const limit = proposal.right.limit ?? dossier.limit
  return ok([{ type: 'procedure-corrected', at, from: { versionId, variantId }, to, limit, steps, due: dueUnder(dossier, limit, calendar) }])
}

const isTooLate = (dossier: Dossier, at: Date): boolean => {
  const due = dueOf(dossier)
  return due !== null && !mayStillMove(due.dueAt, at)
}

/** Counted from the receipt under the other limit, never before the day on the slip. */
function dueUnder(dossier: Dossier, limit: TimeLimit | null, { calendar, revision }: CalendarAt): Due | null {
  const [reception, due] = [receptionOf(dossier), dueOf(dossier)]
  if (reception === null || limit === null) return due
  const pauses = dossier.pauses.map(({ since, until }) => ({ start: since, end: until }))
  const counted = must(dueMoment({ receivedAt: reception.receivedAt, countFrom: reception.countFrom, limit, calendar, pauses })).dueAt
  const dueAt = due === null ? counted : dueInForce(due.firstDueAt, counted)
  return { firstDueAt: due?.firstDueAt ?? dueAt, dueAt, dueOn: localDateOf(dueAt), calendarRevision: revision }
}
