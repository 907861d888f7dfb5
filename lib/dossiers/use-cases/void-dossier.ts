import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { decideVoid, type NeedsSecondPerson, type TooLateToVoid } from '../domain/endings'
import type { EventType } from '../domain/events'
import type { VoidDossierInput } from '../inputs'
import { appendEvents } from '../store/dossier-store'
import { change, changed, type Changed, type ChangeProblem, dossierFor } from './change'

type Input = z.output<typeof VoidDossierInput>
type Problem = ChangeProblem | TooLateToVoid | NeedsSecondPerson

/** A wrong entry, taken out on the same day by a second person. Its code stays used, its story stays told. */
export const voidDossier = (officer: Officer, input: Input): Promise<Result<Changed, Problem>> =>
  change(officer, officer.communeId, (tx) => voidDossierIn(tx, officer, input, now()))

export async function voidDossierIn(tx: Tx, officer: Officer, input: Input, at: Date): Promise<Result<Changed, Problem>> {
  const found = await dossierFor(tx, officer, input, 'void')
  if (!found.ok) return found
  if (found.value.stage !== 'received') return fail({ code: 'not-now', action: 'void', stage: found.value.stage })
  const story = await tx.dossierEvent.findMany({ where: { communeId: tx.communeId, dossierId: found.value.id }, select: { type: true } })
  const decision = decideVoid(found.value, story.map(({ type }) => type as EventType), officer.staffId, at)
  return decision.ok ? ok(changed(await appendEvents(tx, found.value, decision.value, officer, { text: input.reason }))) : decision
}
