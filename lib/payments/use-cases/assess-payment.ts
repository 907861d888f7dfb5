import 'server-only'
import type { z } from 'zod'
import { v7 as uuidv7 } from 'uuid'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { assessFee, type AssessProblem, type Claim, type Proof } from '../domain/assess-fee'
import type { PaymentKind } from '../domain/payment'
import type { AddFeeInput, AssessInput } from '../inputs'
import { lockLine, writeAssessment } from '../store/assessments'
import { caseFacts } from '../store/case-facts'
import { addLine, tellSettled } from '../store/records'

export type Assessed = { dossierId: string; code: string; afterVnd: number; /** The rule that was applied is not verified: somebody should read the text. */ unverified: boolean }
type Problem = AssessProblem | { code: 'forbidden' } | { code: 'not-found' } | { code: 'already-paid' } | { code: 'attachment-unknown' }

/** What a line comes to, decided by an officer with a reason: the amount itself, or a group that pays less. Until it is paid, and each time anew. */
export const assessPayment = (officer: Officer, input: AssessInput): Promise<Result<Assessed, Problem>> => inCommune(officer, (tx) => assessPaymentIn(tx, officer, input, now()))

export async function assessPaymentIn(tx: Tx, officer: Officer, input: AssessInput, at: Date): Promise<Result<Assessed, Problem>> {
  if (!may(officer, 'payment.assess', { communeId: tx.communeId })) return fail({ code: 'forbidden' })
  const line = await lockLine(tx, input.paymentId)
  const facts = line === null ? null : await caseFacts(tx, line.dossierId)
  if (line === null || facts === null) return fail({ code: 'not-found' })
  if (line.state !== 'owed' && line.state !== 'exempt') return fail({ code: 'already-paid' })
  const proof = await proofOf(tx, line.dossierId, input)
  if (!proof.ok) return proof
  const claims: Claim[] = input.group === null ? [] : [{ group: input.group, proof: proof.value }]
  const decided = assessFee({ kind: line.kind as PaymentKind, amountVnd: input.amountVnd }, { ...facts, claims })
  if (!decided.ok) return decided
  const { beforeVnd, afterVnd, reduction } = decided.value
  await writeAssessment(tx, { paymentId: input.paymentId, beforeVnd, afterVnd, reduction, proof: proof.value, reason: input.reason, assessedBy: officer.staffId, at })
  if (afterVnd === 0) await tellSettled(tx, line.dossierId, [{ paymentId: input.paymentId, obligationId: line.obligationId }])
  return ok({ dossierId: line.dossierId, code: facts.code, afterVnd, unverified: reduction?.verified === false })
}

/** A paper that lies with this very dossier, or the name of one that was seen. */
async function proofOf(tx: Tx, dossierId: string, { attachmentId, seenDocument }: AssessInput): Promise<Result<Proof | null, { code: 'attachment-unknown' }>> {
  if (attachmentId === null) return ok(seenDocument === null ? null : { kind: 'seen', name: seenDocument, attachmentId: null })
  const file = await tx.attachment.findFirst({ where: { communeId: tx.communeId, dossierId, id: attachmentId, removedAt: null }, select: { name: true } })
  return file === null ? fail({ code: 'attachment-unknown' }) : ok({ kind: 'attachment', name: file.name, attachmentId })
}

/** Enters a fee that the filing could not know: an amount of the province, or one that was forgotten. */
export const addFee = (officer: Officer, input: z.output<typeof AddFeeInput>): Promise<Result<{ code: string }, { code: 'forbidden' } | { code: 'not-found' } | { code: 'dossier-ended' }>> =>
  inCommune(officer, async (tx) => {
    if (!may(officer, 'payment.assess', { communeId: tx.communeId })) return fail({ code: 'forbidden' })
    const facts = await caseFacts(tx, input.dossierId)
    if (facts === null) return fail({ code: 'not-found' })
    if (['refused', 'withdrawn', 'discontinued', 'voided'].includes(facts.stage)) return fail({ code: 'dossier-ended' })
    await addLine(tx, { id: uuidv7(), ...input })
    return ok({ code: facts.code })
  })
