import 'server-only'
import type { z } from 'zod'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import type { Officer } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { versionOfDossier } from '@/lib/procedures/store'
import { decideApproveCorrection, decideProposeCorrection, type NotProposed, type ProposerApproves, type RightCase, type SameProcedure, type TooLateToCorrect } from '../domain/correction'
import { receptionOf, type Channel } from '../domain/dossier'
import type { ApproveCorrectionInput, DeclineCorrectionInput, ProposeCorrectionInput } from '../inputs'
import { type CalendarChanged, stillHolds, withCalendar } from '../store/calendar-check'
import { appendEvents } from '../store/dossier-store'
import { caseOf, type ProcedureProblem, underCase } from '../store/procedure-facts'
import { latestProposal } from '../store/proposals'
import { change, changed, type Changed, type ChangeProblem, dossierFor, queueMessage } from './change'

type Proposing = z.output<typeof ProposeCorrectionInput>
type ProposeProblem = ChangeProblem | ProcedureProblem | TooLateToCorrect | SameProcedure
type ApproveProblem = ChangeProblem | CalendarChanged | TooLateToCorrect | ProposerApproves | NotProposed

/** The dossier was received under the wrong procedure: says why, and under which it belongs on the day of its receipt. */
export const proposeCorrection = (officer: Officer, input: Proposing): Promise<Result<Changed, ProposeProblem>> =>
  change(officer, officer.communeId, (tx) => proposeCorrectionIn(tx, officer, input, now()))

export async function proposeCorrectionIn(tx: Tx, officer: Officer, input: Proposing, at: Date): Promise<Result<Changed, ProposeProblem>> {
  const found = await dossierFor(tx, officer, input, 'propose-correction')
  if (!found.ok) return found
  const right = await caseOf(officer.communeId, input.target.procedureCode, input.target.variant, receptionOf(found.value)?.receivedAt ?? at)
  if (!right.ok) return right
  const decision = decideProposeCorrection(found.value, underCase(right.value, found.value.channel), at)
  return decision.ok ? ok(changed(await appendEvents(tx, found.value, decision.value, officer, { text: input.reason }))) : decision
}

/** A leader agrees: the code stays, everything else follows the right procedure from the receipt on. */
export const approveCorrection = (officer: Officer, input: z.output<typeof ApproveCorrectionInput>): Promise<Result<Changed, ApproveProblem>> =>
  withCalendar(officer.communeId, (calendar) => change(officer, officer.communeId, (tx) => approveCorrectionIn(tx, officer, input, now(), calendar)))

export async function approveCorrectionIn(tx: Tx, officer: Officer, input: z.output<typeof ApproveCorrectionInput>, at: Date, calendar: CalendarAt): Promise<Result<Changed, ApproveProblem>> {
  const found = await dossierFor(tx, officer, input, 'approve-correction')
  if (!found.ok) return found
  const proposal = await latestProposal(tx, found.value.id, 'correction-proposed')
  const right = proposal === null ? null : await caseByIds(proposal.event, found.value.channel)
  const decision = decideApproveCorrection(found.value, proposal === null || right === null ? null : { right, proposedBy: proposal.by }, officer.staffId, at, calendar)
  if (!decision.ok) return decision
  if (!(await stillHolds(tx, calendar))) return fail({ code: 'calendar-changed' })
  await queueMessage(tx, found.value, 'approve-correction')
  return ok(changed(await appendEvents(tx, found.value, decision.value, officer, { text: proposal!.reason })))
}

/** A leader disagrees, with a reason: the dossier goes on as it was received. */
export const declineCorrection = (officer: Officer, input: z.output<typeof DeclineCorrectionInput>): Promise<Result<Changed, ChangeProblem>> =>
  change(officer, officer.communeId, (tx) => declineCorrectionIn(tx, officer, input, now()))

export async function declineCorrectionIn(tx: Tx, officer: Officer, input: z.output<typeof DeclineCorrectionInput>, at: Date): Promise<Result<Changed, ChangeProblem>> {
  const found = await dossierFor(tx, officer, input, 'decline-correction')
  if (!found.ok) return found
  return ok(changed(await appendEvents(tx, found.value, [{ type: 'correction-declined', at }], officer, { text: input.reason })))
}

async function caseByIds({ versionId, variantId }: { versionId: string; variantId: string }, channel: Channel): Promise<RightCase | null> {
  const version = await versionOfDossier(versionId)
  const variant = version.variants.find(({ id }) => id === variantId)
  return variant === undefined ? null : underCase({ version, variant }, channel)
}
