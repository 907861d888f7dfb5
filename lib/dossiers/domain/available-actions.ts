import { fail, ok, type Result } from '@/lib/kernel/result'
import { may } from '@/lib/identity/domain/permissions'
import type { Actor } from '@/lib/identity/domain/actor'
import { currentStep, dueOf, subjectOf, type Dossier, type Stage } from './dossier'
import { actions, transitionOf, type Action } from './transitions'

export type NotNow = { code: 'not-now'; action: Action; stage: Stage }
export type NotYourTurn = { code: 'forbidden'; action: Action }

/** Does the table know this action for a dossier as it stands? Asks nothing about who acts. */
export function isPossible(dossier: Dossier, action: Action): boolean {
  const row = transitionOf(action)
  return (
    row.from.includes(dossier.stage) &&
    row.clock.includes(dossier.clock.state) &&
    (row.awaiting === undefined || row.awaiting.includes(dossier.awaiting)) &&
    (row.step === undefined || currentStep(dossier)?.key === row.step) &&
    (action !== 'hand-back' || (dossier.stage === 'in-progress' && dossier.step.position > 0)) &&
    (action !== 'apologise' || (dossier.promisedAt === null && dueOf(dossier) !== null))
  )
}

/** Possible for the dossier and allowed to the actor: what use cases ask before they decide. */
export function allows(actor: Actor, dossier: Dossier, action: Action): Result<true, NotNow | NotYourTurn> {
  if (!may(actor, transitionOf(action).permission, subjectOf(dossier))) return fail({ code: 'forbidden', action })
  return isPossible(dossier, action) ? ok(true) : fail({ code: 'not-now', action, stage: dossier.stage })
}

/** The buttons of the screen: read from the same table that the use cases ask. */
export const availableActions = (actor: Actor, dossier: Dossier): Action[] => actions.filter((action) => allows(actor, dossier, action).ok)
