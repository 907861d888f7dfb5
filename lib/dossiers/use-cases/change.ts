import 'server-only'
import type { Citizen, Officer, System } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { StaleRow } from '@/lib/platform/action'
import { simulatedNow } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { sqlState } from '@/lib/platform/faults'
import { queue } from '@/lib/platform/outbox'
import { allows, type NotNow, type NotYourTurn } from '../domain/available-actions'
import { dueOf, type Dossier, type Stage } from '../domain/dossier'
import type { LastDeed } from '../domain/last-deed'
import { transitionOf, type Action } from '../domain/transitions'
import { findDossier } from '../store/dossier-store'
import { lastDeed } from '../store/last-deed'

/** Which dossier, and the version the screen showed; without it the latest is meant. */
export type DossierRef = { dossierId: string; version?: number | undefined }

/** A colleague was faster. `last` says who and what, to officers. */
export type Stale = { code: 'stale'; last: LastDeed | null }
export type NotFound = { code: 'not-found' }
/** A part that is needed is still with a partner unit: the database lets no result pass. */
export type LegOpen = { code: 'leg-open' }
export type ChangeProblem = NotFound | Stale | LegOpen | NotNow | NotYourTurn

/** What a screen shows after a change. */
export type Changed = { dossierId: string; code: string; version: number; stage: Stage; clock: Dossier['clock']['state']; dueAt: Date | null; papers: readonly { form: string; id: string; numberText: string }[] }

export const changed = (dossier: Dossier, papers: Changed['papers'] = []): Changed => ({
  dossierId: dossier.id, code: dossier.code, version: dossier.version, stage: dossier.stage, clock: dossier.clock.state, dueAt: dueOf(dossier)?.dueAt ?? null, papers,
})

/** One change in a transaction of its own. That a colleague was faster is an answer, and nothing of ours was written. */
export async function change<T, P extends { code: string }>(actor: Officer | Citizen | System, communeId: string, work: (tx: Tx) => Promise<Result<T, P>>): Promise<Result<T, P | Stale | LegOpen>> {
  try {
    return await inCommune(actor, communeId, work)
  } catch (fault) {
    if (sqlState(fault) === 'MC003') return fail({ code: 'leg-open' })
    if (!(fault instanceof StaleRow)) throw fault
    return fail({ code: 'stale', last: await inCommune(actor, communeId, (tx) => lastDeed(tx, actor, fault.what)) })
  }
}

/** The dossier, if the actor may do this to it now: load, then ask the one table. */
export async function dossierFor(tx: Tx, actor: Officer | Citizen | System, { dossierId, version }: DossierRef, action: Action | readonly Action[]): Promise<Result<Dossier, ChangeProblem>> {
  await tellTime(tx)
  const dossier = await findDossier(tx, { id: dossierId })
  if (dossier === null) return fail({ code: 'not-found' })
  const answers = [action].flat().map((candidate) => allows(actor, dossier, candidate))
  const refusal = answers.some(({ ok }) => ok) ? null : problemOf(answers)
  if (refusal?.code === 'forbidden') return fail(refusal)
  // Whoever looks at an older state hears what happened since, before hearing that the deed does not fit the present one.
  if (version !== undefined && version !== dossier.version) return fail({ code: 'stale', last: await lastDeed(tx, actor, dossier.code) })
  return refusal === null ? ok(dossier) : fail({ ...refusal, last: await lastDeed(tx, actor, dossier.code) })
}

/** Of several candidates that may not be done: the reason of the first. */
const problemOf = (answers: readonly Result<true, NotNow | NotYourTurn>[]): NotNow | NotYourTurn | null =>
  answers.flatMap((answer) => (answer.ok ? [] : [answer.problem]))[0] ?? null

/** A loader puts many changes, each at a time of its own, into one transaction: the database must hear of each. */
async function tellTime(tx: Tx): Promise<void> {
  const simulated = simulatedNow()
  if (simulated !== null) await tx.$executeRaw`select set_config('app.simulated_now', ${simulated.toISOString()}, true)`
}

/** The message that the table of transitions names for an action, if any: sent after the commit, once for each version. */
export async function queueMessage(tx: Tx, dossier: Dossier, action: Action, more: { requestId?: string } = {}): Promise<void> {
  const template = transitionOf(action).message
  if (template === undefined) return
  await queue(tx, [{ key: `message:${dossier.id}:${dossier.version}`, kind: 'message', payload: { dossierId: dossier.id, template, ...more } }])
}
