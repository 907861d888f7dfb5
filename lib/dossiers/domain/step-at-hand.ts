import type { StepTime } from '@/lib/workflow/domain/step-time'
import { currentStep, receptionOf, type Dossier } from './dossier'

/** The time of the step at hand; null where none is. A step that waits to be taken began with the reception. */
export function stepTimeAtHand(dossier: Dossier): StepTime | null {
  const step = currentStep(dossier)
  const since = dossier.stage === 'in-progress' ? dossier.step.since : (receptionOf(dossier)?.receivedAt ?? null)
  return step === null || since === null ? null : { since, internalHours: step.internalHours, pauses: dossier.pauses.map((pause) => ({ start: pause.since, end: pause.until })) }
}
