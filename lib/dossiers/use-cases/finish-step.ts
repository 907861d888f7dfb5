import 'server-only'
import type { Officer } from '@/lib/identity/domain/actor'
import { ok, type Result } from '@/lib/kernel/result'
import type { Tx } from '@/lib/platform/db'
import type { Dossier } from '../domain/dossier'
import { decideFinishStep, type SameHand } from '../domain/process'
import type { DossierEvent, Outcome } from '../domain/events'
import type { Action } from '../domain/transitions'
import { appendEvents } from '../store/dossier-store'
import { changed, type Changed, queueMessage } from './change'

export type Finishing = {
  action: Extract<Action, 'settle' | 'appraise' | 'approve' | 'seal'>
  settledBy: string | null
  outcome: Outcome
  /** The commune lets one person settle and sign; only whoever approves needs to know. */
  mayActTwice?: boolean
  remark: string | null
}

/** How the step was signed, where more is known than that it was: told before the step itself, written in the same transaction. */
export type SignedWith = { events: readonly DossierEvent[]; write: (tx: Tx) => Promise<unknown> }

/** What finishing the step at hand would make true; asked before anything is written beside the events. */
export const decideFinish = (dossier: Dossier, officer: Officer, { settledBy, outcome, mayActTwice = false }: Pick<Finishing, 'settledBy' | 'outcome' | 'mayActTwice'>, at: Date): Result<DossierEvent[], SameHand> => {
  if (dossier.stage !== 'in-progress') throw new Error(`${dossier.code} has no step at hand`)
  return decideFinishStep(dossier, { staffId: officer.staffId, settledBy, outcome, mayActTwice }, at)
}

/** The step is done; after the last one there is a result, and the citizen hears of it. */
export async function finishStep(tx: Tx, officer: Officer, dossier: Dossier, events: readonly DossierEvent[], { action, remark }: Pick<Finishing, 'action' | 'remark'>): Promise<Result<Changed, never>> {
  const isLast = events.some(({ type }) => type === 'dossier-resolved')
  if (isLast) await queueMessage(tx, dossier, action)
  return ok(changed(await appendEvents(tx, dossier, events, officer, remark === null ? undefined : { text: remark })))
}
