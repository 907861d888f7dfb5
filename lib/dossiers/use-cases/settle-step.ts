import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { fail, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { mayStandAsResult } from '@/lib/signatures/use-cases/check-attached'
import type { SettleStepInput } from '../inputs'
import { writeResultDraft } from '../store/result-store'
import { change, type Changed, type ChangeProblem, dossierFor } from './change'
import { decideFinish, finishStep } from './finish-step'

type Input = z.output<typeof SettleStepInput>
type Problem = ChangeProblem | { code: 'attachment-unknown' } | { code: 'denial-without-ground' } | { code: 'signature-broken' } | { code: 'same-hand' }

/** The case officer lays the result before whoever signs: what it is, and the file if there is one. */
export const settleStep = (officer: Officer, input: Input): Promise<Result<Changed, Problem>> =>
  change(officer, officer.communeId, (tx) => settleStepIn(tx, officer, input, now()))

export async function settleStepIn(tx: Tx, officer: Officer, input: Input, at: Date): Promise<Result<Changed, Problem>> {
  const found = await dossierFor(tx, officer, input, 'settle')
  if (!found.ok) return found
  const { outcome, summary, number, attachmentId, denialReason = null, legalBasis = null, signatureNote = null } = input
  if (outcome === 'denied' && (denialReason === null || legalBasis === null)) return fail({ code: 'denial-without-ground' })
  if (attachmentId !== null && !(await isOfDossier(tx, attachmentId, found.value.id))) return fail({ code: 'attachment-unknown' })
  const decision = decideFinish(found.value, officer, { settledBy: officer.staffId, outcome }, at)
  if (!decision.ok) return decision
  if (attachmentId !== null && !(await mayStandAsResult(tx, attachmentId, { explanation: signatureNote, by: officer.staffId, at }))) return fail({ code: 'signature-broken' })
  await writeResultDraft(tx, found.value.id, { outcome, summary, number, attachmentId, ...(outcome === 'denied' ? { denialReason, legalBasis } : { denialReason: null, legalBasis: null }), preparedBy: officer.staffId, preparedAt: at })
  return finishStep(tx, officer, found.value, decision.value, { action: 'settle', remark: null })
}

const isOfDossier = async (tx: Tx, id: string, dossierId: string): Promise<boolean> =>
  (await tx.attachment.count({ where: { communeId: tx.communeId, id, dossierId, kind: 'result', removedAt: null, scan: { not: 'quarantined' } } })) > 0
