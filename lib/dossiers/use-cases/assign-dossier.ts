import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { currentStep } from '../domain/dossier'
import type { AssignDossierInput } from '../inputs'
import { appendEvents } from '../store/dossier-store'
import { toDateColumn } from '../store/rows'
import { change, changed, type Changed, type ChangeProblem, dossierFor } from './change'

type Input = z.output<typeof AssignDossierInput>
type Problem = ChangeProblem | { code: 'staff-unknown' } | { code: 'staff-other-role' }

/** A head gives the step at hand to one of the people whose work it is. */
export const assignDossier = (officer: Officer, input: Input): Promise<Result<Changed, Problem>> =>
  change(officer, officer.communeId, (tx) => assignDossierIn(tx, officer, input, now()))

export async function assignDossierIn(tx: Tx, officer: Officer, input: Input, at: Date): Promise<Result<Changed, Problem>> {
  const found = await dossierFor(tx, officer, input, 'assign')
  if (!found.ok) return found
  const roles = await rolesInOffice(tx, input.staffId, at)
  if (roles === null) return fail({ code: 'staff-unknown' })
  const step = currentStep(found.value)
  if (step !== null && !roles.includes(step.role)) return fail({ code: 'staff-other-role' })
  return ok(changed(await appendEvents(tx, found.value, [{ type: 'dossier-assigned', at, assigneeId: input.staffId }], officer)))
}

/** What someone may do today; null for whoever is not, or no longer, at work in this commune. */
async function rolesInOffice(tx: Tx, staffId: string, at: Date): Promise<readonly string[] | null> {
  const today = toDateColumn(localDateOf(at))
  const staff = await tx.staffMember.findFirst({
    where: { communeId: tx.communeId, id: staffId, activeFrom: { lte: today }, OR: [{ activeTo: null }, { activeTo: { gte: today } }] },
    select: { roles: true },
  })
  return staff?.roles ?? null
}
