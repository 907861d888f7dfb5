import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { isOfStep, peopleOn } from '@/lib/workflow/store'
import { currentStep } from '../domain/dossier'
import type { AssignDossierInput } from '../inputs'
import { appendEvents } from '../store/dossier-store'
import { change, changed, type Changed, type ChangeProblem, dossierFor } from './change'

type Input = z.output<typeof AssignDossierInput>
export type AssignProblem = ChangeProblem | { code: 'staff-unknown' } | { code: 'staff-other-role' } | { code: 'staff-other-unit' } | { code: 'staff-away' }

/** A head gives the step at hand to one of the people whose work it is. */
export const assignDossier = (officer: Officer, input: Input): Promise<Result<Changed, AssignProblem>> =>
  change(officer, officer.communeId, (tx) => assignDossierIn(tx, officer, input, now()))

/** `how`: chosen by whoever assigns, or by who had the least in hand. */
export async function assignDossierIn(tx: Tx, officer: Officer, input: Input, at: Date, how?: 'fair'): Promise<Result<Changed, AssignProblem>> {
  const found = await dossierFor(tx, officer, input, 'assign')
  if (!found.ok) return found
  const person = (await peopleOn(tx, localDateOf(at))).find(({ staffId }) => staffId === input.staffId)
  if (person === undefined) return fail({ code: 'staff-unknown' })
  const step = currentStep(found.value)
  if (step !== null && !person.roles.includes(step.role)) return fail({ code: 'staff-other-role' })
  if (step !== null && !isOfStep(person, step)) return fail({ code: 'staff-other-unit' })
  if (person.away !== null) return fail({ code: 'staff-away' })
  return ok(changed(await appendEvents(tx, found.value, [{ type: 'dossier-assigned', at, assigneeId: input.staffId, ...(how === undefined ? {} : { how }) }], officer)))
}
