import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { localDateOf } from '@/lib/kernel/local-date'
import type { Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { SealStepInput } from '../inputs'
import { findResult, nextResultNumber, writeSeal } from '../store/result-store'
import { change, type Changed, type ChangeProblem, dossierFor } from './change'
import { decideFinish, finishStep, type SignedWith } from './finish-step'

type Input = z.output<typeof SealStepInput>
type Problem = ChangeProblem | { code: 'same-hand' }

/** The records clerk enters the number and seals: with the last step the result stands, at this moment. */
export const sealStep = (officer: Officer, input: Input): Promise<Result<Changed, Problem>> =>
  change(officer, officer.communeId, (tx) => sealStepIn(tx, officer, input, now()))

export async function sealStepIn(tx: Tx, officer: Officer, input: Input, at: Date, signed?: SignedWith): Promise<Result<Changed, Problem>> {
  const found = await dossierFor(tx, officer, input, 'seal')
  if (!found.ok) return found
  const result = await findResult(tx, found.value.id)
  const decision = decideFinish(found.value, officer, { settledBy: result?.preparedBy ?? null, outcome: result?.outcome ?? 'granted' }, at)
  if (!decision.ok) return decision
  // Typed by the clerk, prepared by the case officer, or the next of the field's own series.
  const year = Number(localDateOf(at).slice(0, 4))
  const number = input.number ?? result?.number ?? (await nextResultNumber(tx, `result:${found.value.procedure.fieldSlug}`, year))
  await writeSeal(tx, found.value.id, number, officer.staffId, at)
  await signed?.write(tx)
  return finishStep(tx, officer, found.value, [...(signed?.events ?? []), ...decision.value], { action: 'seal', remark: null })
}
