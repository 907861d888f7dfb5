import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import type { Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { AppraiseStepInput } from '../inputs'
import { findResult } from '../store/result-store'
import { change, type Changed, type ChangeProblem, dossierFor } from './change'
import { decideFinish, finishStep } from './finish-step'

type Input = z.output<typeof AppraiseStepInput>
type Problem = ChangeProblem | { code: 'same-hand' }

/** The head of the department has looked at the result and sends it on for signature. */
export const appraiseStep = (officer: Officer, input: Input): Promise<Result<Changed, Problem>> =>
  change(officer, officer.communeId, (tx) => appraiseStepIn(tx, officer, input, now()))

export async function appraiseStepIn(tx: Tx, officer: Officer, input: Input, at: Date): Promise<Result<Changed, Problem>> {
  const found = await dossierFor(tx, officer, input, 'appraise')
  if (!found.ok) return found
  const result = await findResult(tx, found.value.id)
  const decision = decideFinish(found.value, officer, { settledBy: result?.preparedBy ?? null, outcome: result?.outcome ?? 'granted' }, at)
  return decision.ok ? finishStep(tx, officer, found.value, decision.value, { action: 'appraise', remark: input.remark }) : decision
}
