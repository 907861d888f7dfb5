import type { Actor } from '@/lib/identity/domain/actor'
import { actsFor, type Permission } from '@/lib/identity/domain/permissions'
import { subjectOf, type Dossier, type StepKey } from './dossier'
import type { DossierEvent } from './events'

const permissionOfStep = { settle: 'dossier.settle', appraise: 'dossier.appraise', approve: 'dossier.approve', seal: 'dossier.seal' } as const satisfies Record<StepKey, Permission>

/** The right under which an event of the internal process was made; null for all others, which nobody does for an absent colleague. */
function permissionOf(event: DossierEvent): Permission | null {
  switch (event.type) {
    case 'step-taken': return 'dossier.take'
    case 'step-taken-over': return 'dossier.take-over'
    case 'step-handed-back': return 'dossier.hand-back'
    case 'supplement-requested': return 'dossier.request-supplement'
    case 'step-finished': return permissionOfStep[event.step]
    case 'dossier-resolved': return event.step === 'on-the-spot' ? null : permissionOfStep[event.step]
    default: return null
  }
}

/** Events of one deed, told with the absent colleague for whom it was done, if the officer had the right only in that name. */
export function onBehalf(actor: Actor, dossier: Dossier, events: readonly DossierEvent[]): readonly DossierEvent[] {
  const permission = events[0] === undefined ? null : permissionOf(events[0])
  const absent = permission === null ? null : actsFor(actor, permission, subjectOf(dossier))
  return absent === null ? events : events.map((event) => ({ ...event, onBehalfOf: absent }))
}
