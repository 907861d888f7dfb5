import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { decideSkip } from '../domain/process'
import type { SkipStepInput } from '../inputs'
import { appendEvents } from '../store/dossier-store'
import { findResult } from '../store/result-store'
import { change, changed, type Changed, type ChangeProblem, dossierFor, queueMessage } from './change'

type Input = z.output<typeof SkipStepInput>

/** Leaves out a step that the process lets a small commune leave out, with the reason on record. */
export const skipStep = (officer: Officer, input: Input): Promise<Result<Changed, ChangeProblem>> => change(officer, officer.communeId, (tx) => skipStepIn(tx, officer, input, now()))

export async function skipStepIn(tx: Tx, officer: Officer, input: Input, at: Date): Promise<Result<Changed, ChangeProblem>> {
  const found = await dossierFor(tx, officer, input, 'skip-step')
  if (!found.ok) return found
  if (found.value.stage !== 'in-progress') return fail({ code: 'not-now', action: 'skip-step', stage: found.value.stage })
  const events = decideSkip(found.value, (await findResult(tx, found.value.id))?.outcome ?? 'granted', at)
  if (events.some(({ type }) => type === 'dossier-resolved')) await queueMessage(tx, found.value, 'skip-step')
  return ok(changed(await appendEvents(tx, found.value, events, officer, { text: input.reason })))
}
