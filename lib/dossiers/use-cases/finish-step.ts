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

export type Finishing = { action: Extract<Action, 'settle' | 'appraise' | 'approve' | 'seal'>; settledBy: string | null; outcome: Outcome; remark: string | null }

/** What finishing the step at hand would make true; asked before anything is written beside the events. */
export const decideFinish = (dossier: Dossier, officer: Officer, { settledBy, outcome }: Pick<Finishing, 'settledBy' | 'outcome'>, at: Date): Result<DossierEvent[], SameHand> => {
  if (dossier.stage !== 'in-progress') throw new Error(`${dossier.code} has no step at hand`)
  return decideFinishStep(dossier, { staffId: officer.staffId, settledBy, outcome, mayActTwice: false }, at)
}

/** The step is done; after the last one there is a result, and the citizen hears of it. */
export async function finishStep(tx: Tx, officer: Officer, dossier: Dossier, events: readonly DossierEvent[], { action, remark }: Pick<Finishing, 'action' | 'remark'>): Promise<Result<Changed, never>> {
  const isLast = events.some(({ type }) => type === 'dossier-resolved')
  if (isLast) await queueMessage(tx, dossier, action)
  return ok(changed(await appendEvents(tx, dossier, events, officer, remark === null ? undefined : { text: remark })))
}
