import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { decideTakeOver } from '../domain/process'
import type { TakeOverInput } from '../inputs'
import { appendEvents } from '../store/dossier-store'
import { change, changed, type Changed, type ChangeProblem, dossierFor } from './change'

type Input = z.output<typeof TakeOverInput>

/** Goes on with what a colleague of the same unit and role had in hand. The reason stands in the story and on the colleague's queue. */
export const takeOver = (officer: Officer, input: Input): Promise<Result<Changed, ChangeProblem>> => change(officer, officer.communeId, (tx) => takeOverIn(tx, officer, input, now()))

export async function takeOverIn(tx: Tx, officer: Officer, input: Input, at: Date): Promise<Result<Changed, ChangeProblem>> {
  const found = await dossierFor(tx, officer, input, 'take-over')
  if (!found.ok) return found
  return ok(changed(await appendEvents(tx, found.value, decideTakeOver(found.value, officer.staffId, at), officer, { text: input.reason })))
}
