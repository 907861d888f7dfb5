import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { mayActTwice } from '@/lib/workflow/store'
import type { ApproveStepsInput } from '../inputs'
import { findResult, writeSignature } from '../store/result-store'
import { change, type Changed, type ChangeProblem, dossierFor, type DossierRef } from './change'
import { decideFinish, finishStep, type SignedWith } from './finish-step'

export type ApproveProblem = ChangeProblem | { code: 'same-hand' }
/** One answer for each dossier, in the order asked: some may be approved while others could not. */
export type Approvals = { dossierId: string; answer: Result<Changed, ApproveProblem> }[]

/** A leader approves one or many results. Each in its own transaction: one that cannot be approved holds up no other. */
export async function approveSteps(officer: Officer, { dossierIds }: z.output<typeof ApproveStepsInput>): Promise<Result<Approvals, never>> {
  const approvals: Approvals = []
  for (const dossierId of new Set(dossierIds)) approvals.push({ dossierId, answer: await approveStep(officer, { dossierId }) })
  return ok(approvals)
}

export const approveStep = (officer: Officer, ref: DossierRef): Promise<Result<Changed, ApproveProblem>> =>
  change(officer, officer.communeId, (tx) => approveStepIn(tx, officer, ref, now()))

/** Who settled does not approve: four eyes see a result before it leaves the house. */
export async function approveStepIn(tx: Tx, officer: Officer, ref: DossierRef, at: Date, signed?: SignedWith): Promise<Result<Changed, ApproveProblem>> {
  const found = await dossierFor(tx, officer, ref, 'approve')
  if (!found.ok) return found
  const result = await findResult(tx, found.value.id)
  const decision = decideFinish(found.value, officer, { settledBy: result?.preparedBy ?? null, outcome: result?.outcome ?? 'granted', mayActTwice: await mayActTwice(tx) }, at)
  if (!decision.ok) return decision
  await writeSignature(tx, found.value.id, officer.staffId, at)
  await signed?.write(tx)
  return finishStep(tx, officer, found.value, [...(signed?.events ?? []), ...decision.value], { action: 'approve', remark: null })
}
