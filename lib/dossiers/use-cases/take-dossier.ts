import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { decideTake } from '../domain/process'
import type { TakeDossierInput } from '../inputs'
import { appendEvents } from '../store/dossier-store'
import { change, changed, type Changed, type ChangeProblem, dossierFor } from './change'

type Input = z.output<typeof TakeDossierInput>

/** A case officer takes a received dossier: from here on it is theirs to settle. */
export const takeDossier = (officer: Officer, input: Input): Promise<Result<Changed, ChangeProblem>> =>
  change(officer, officer.communeId, (tx) => takeDossierIn(tx, officer, input, now()))

export async function takeDossierIn(tx: Tx, officer: Officer, input: Input, at: Date): Promise<Result<Changed, ChangeProblem>> {
  const found = await dossierFor(tx, officer, input, 'take')
  if (!found.ok) return found
  return ok(changed(await appendEvents(tx, found.value, decideTake(found.value, officer.staffId, at), officer)))
}
