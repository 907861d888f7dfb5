import { fail, ok, type Result } from '@/lib/kernel/result'
import { may } from '@/lib/identity/domain/permissions'
import type { Actor } from '@/lib/identity/domain/actor'
import { mayApologise } from './apology'
import { deliveryOf } from './delivery'
import { currentStep, dueOf, isDecided, subjectOf, type Dossier, type Stage } from './dossier'
import type { LastDeed } from './last-deed'
import { mayBeTakenBack } from './process'
import { actions, transitionOf, type Action } from './transitions'

/** `last`: what was done to it before, where a use case could look it up. */
export type NotNow = { code: 'not-now'; action: Action; stage: Stage; last?: LastDeed | null }
export type NotYourTurn = { code: 'forbidden'; action: Action }

/** Does the table know this action for a dossier as it stands? Asks nothing about who acts. */
export function isPossible(dossier: Dossier, action: Action): boolean {
  const row = transitionOf(action)
  return (
    row.from.includes(dossier.stage) &&
    row.clock.includes(dossier.clock.state) &&
    (row.awaiting === undefined || row.awaiting.includes(dossier.awaiting)) &&
    (row.delivery === undefined || row.delivery.includes(deliveryOf(dossier))) &&
    (row.step === undefined || currentStep(dossier)?.key === row.step) &&
    (action !== 'take-over' || dossier.assigneeId !== null) &&
    (action !== 'recall' || mayBeTakenBack(dossier)) &&
    (action !== 'skip-step' || currentStep(dossier)?.skippable === true) &&
    (action !== 'hand-back' || (dossier.stage === 'in-progress' && dossier.step.position > 0)) &&
    (action !== 'post-result' || dossier.returnChannel === 'post') &&
    (action !== 'draft-apology' || mayApologise(dossier)) &&
    (action !== 'apologise' || (mayApologise(dossier) && dossier.apologyDraftedAt !== null)) &&
    (action !== 'extend-verification' || (dossier.verificationExtension !== null && dossier.extendedAt === null && dueOf(dossier) !== null)) &&
    (action !== 'propose-correction' || dossier.correctionProposedAt === null) &&
    ((action !== 'approve-correction' && action !== 'decline-correction') || dossier.correctionProposedAt !== null) &&
    (action !== 'reopen' || dossier.reopenedAsId === null) &&
    (!notOnceDecided.includes(action) || !isDecided(dossier))
  )
}

/** A decision stands though its seal is missing: nobody takes the dossier back or puts it under other rules. @law Thông tư 03/2025/TT-VPCP, Điều 7 */
const notOnceDecided: readonly Action[] = ['withdraw', 'extend-verification', 'propose-correction', 'approve-correction']

/** Possible for the dossier and allowed to the actor: what use cases ask before they decide. */
export function allows(actor: Actor, dossier: Dossier, action: Action): Result<true, NotNow | NotYourTurn> {
  if (!may(actor, transitionOf(action).permission, subjectOf(dossier))) return fail({ code: 'forbidden', action })
  return isPossible(dossier, action) ? ok(true) : fail({ code: 'not-now', action, stage: dossier.stage })
}

/** The buttons of the screen: read from the same table that the use cases ask. */
export const availableActions = (actor: Actor, dossier: Dossier): Action[] => actions.filter((action) => allows(actor, dossier, action).ok)
