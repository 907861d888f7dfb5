import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import type { Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { decideDiscontinue, type StillTimeToSupplement } from '../domain/endings'
import type { DiscontinueDossierInput } from '../inputs'
import type { DiscontinuationFacts } from '../store/paper-facts'
import { fromDateColumn } from '../store/rows'
import { openRequest } from '../store/supplement-store'
import { discontinuationCauseLabel } from '../wording'
import { change, type Changed, type ChangeProblem, dossierFor } from './change'
import { stopDossier } from './stop-dossier'

type Input = z.output<typeof DiscontinueDossierInput>
type Problem = ChangeProblem | StillTimeToSupplement

/** A leader stops a dossier with a reason: nothing was supplied in time, or the law says so. */
export const discontinueDossier = (officer: Officer, input: Input): Promise<Result<Changed, Problem>> =>
  change(officer, officer.communeId, (tx) => discontinueDossierIn(tx, officer, input, now()))

export async function discontinueDossierIn(tx: Tx, officer: Officer, input: Input, at: Date): Promise<Result<Changed, Problem>> {
  const found = await dossierFor(tx, officer, input, 'discontinue')
  if (!found.ok) return found
  const request = await openRequest(tx, found.value.id)
  const decision = decideDiscontinue(found.value, { cause: input.cause, supplementBy: request?.deadlineOn ?? null }, at)
  if (!decision.ok) return decision
  const cause = (input.cause === 'not-supplemented' ? await unanswered(tx, found.value.id) : null) ?? { kind: 'by-law' as const, basis: basisOf(input) }
  return stopDossier(tx, officer, found.value, { action: 'discontinue', events: decision.value, cause, note: input.reason }, at)
}

/** As Mẫu 05 prints it: what kind of ground, and the words of whoever stops. */
const basisOf = ({ cause, reason }: Input): string => (cause === 'by-law' ? reason : `${discontinuationCauseLabel[cause]}. ${reason}`)

/** The request that nobody answered, with the number of its paper and its last day; null where it named no day. */
async function unanswered(tx: Tx, dossierId: string): Promise<Extract<DiscontinuationFacts['cause'], { kind: 'not-supplemented' }> | null> {
  const request = await tx.supplementRequest.findFirst({ where: { communeId: tx.communeId, dossierId, suppliedAt: null, deadlineOn: { not: null } }, orderBy: { round: 'desc' } })
  if (request?.deadlineOn == null) return null
  const paper = await tx.officialPaper.findFirst({ where: { communeId: tx.communeId, dossierId, form: 'supplement-request' }, orderBy: { issuedAt: 'desc' }, select: { numberText: true } })
  return { kind: 'not-supplemented', requestNumber: paper?.numberText ?? '', supplementBy: fromDateColumn(request.deadlineOn) }
}
