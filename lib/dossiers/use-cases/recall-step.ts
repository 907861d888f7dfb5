import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { decideRecall } from '../domain/process'
import type { RecallInput } from '../inputs'
import { appendEvents } from '../store/dossier-store'
import { withdrawSignature } from '../store/result-store'
import { change, changed, type Changed, type ChangeProblem, dossierFor } from './change'

type Input = z.output<typeof RecallInput>

/** Whoever finished a step takes it back while nobody has begun the next. A signature that was given in it no longer stands. */
export const recallStep = (officer: Officer, input: Input): Promise<Result<Changed, ChangeProblem>> => change(officer, officer.communeId, (tx) => recallStepIn(tx, officer, input, now()))

export async function recallStepIn(tx: Tx, officer: Officer, input: Input, at: Date): Promise<Result<Changed, ChangeProblem>> {
  const found = await dossierFor(tx, officer, input, 'recall')
  if (!found.ok) return found
  if (found.value.stage !== 'in-progress') return fail({ code: 'not-now', action: 'recall', stage: found.value.stage })
  const events = decideRecall(found.value, officer.staffId, at)
  if (events.some((event) => event.type === 'step-recalled' && event.step === 'approve')) await withdrawSignature(tx, found.value.id)
  return ok(changed(await appendEvents(tx, found.value, events, officer, { text: input.reason })))
}
