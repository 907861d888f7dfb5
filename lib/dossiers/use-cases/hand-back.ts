import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { decideHandBack } from '../domain/process'
import type { HandBackInput } from '../inputs'
import { appendEvents } from '../store/dossier-store'
import { change, changed, type Changed, type ChangeProblem, dossierFor } from './change'

type Input = z.output<typeof HandBackInput>

/** Back to the first step with a reason. The clock runs on: the citizen does not pay for a second look. */
export const handBack = (officer: Officer, input: Input): Promise<Result<Changed, ChangeProblem>> =>
  change(officer, officer.communeId, (tx) => handBackIn(tx, officer, input, now()))

export async function handBackIn(tx: Tx, officer: Officer, input: Input, at: Date): Promise<Result<Changed, ChangeProblem>> {
  const found = await dossierFor(tx, officer, input, 'hand-back')
  if (!found.ok) return found
  if (found.value.stage !== 'in-progress') return fail({ code: 'not-now', action: 'hand-back', stage: found.value.stage })
  return ok(changed(await appendEvents(tx, found.value, decideHandBack(found.value, at), officer, { text: input.reason })))
}
