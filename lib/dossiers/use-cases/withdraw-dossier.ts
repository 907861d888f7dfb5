import 'server-only'
import type { z } from 'zod'
import type { Citizen, Officer, System } from '@/lib/identity/domain/actor'
import { localDateOf } from '@/lib/kernel/local-date'
import type { Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { decideWithdraw } from '../domain/endings'
import type { WithdrawDossierInput, WithdrawOwnDossierInput } from '../inputs'
import { change, type Changed, type ChangeProblem, dossierFor, type DossierRef } from './change'
import { stopDossier } from './stop-dossier'

type Input = DossierRef & { reason: string | null }

/** The applicant asks at the counter to have the dossier back. */
export const withdrawDossier = (officer: Officer, input: z.output<typeof WithdrawDossierInput>): Promise<Result<Changed, ChangeProblem>> =>
  change(officer, officer.communeId, (tx) => withdrawDossierIn(tx, officer, input, now()))

/** The same, by the applicant or submitter online. */
export const withdrawOwnDossier = (citizen: Citizen, { communeId, ...input }: z.output<typeof WithdrawOwnDossierInput>): Promise<Result<Changed, ChangeProblem>> =>
  change(citizen, communeId, (tx) => withdrawDossierIn(tx, citizen, input, now()))

export async function withdrawDossierIn(tx: Tx, actor: Officer | Citizen | System, input: Input, at: Date): Promise<Result<Changed, ChangeProblem>> {
  const found = await dossierFor(tx, actor, input, 'withdraw')
  if (!found.ok) return found
  return stopDossier(tx, actor, found.value, { action: 'withdraw', events: decideWithdraw(found.value, at), cause: { kind: 'requested', requestedOn: localDateOf(at) }, note: input.reason }, at)
}
