import { timeliness } from '@/lib/calendar/domain/standing'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { currentStep, dueOf, type Dossier, type Timeliness } from './dossier'
import type { DossierEvent, Outcome } from './events'

export type SameHand = { code: 'same-hand' }

/** A case officer takes a received dossier: the first step begins. */
export const decideTake = (dossier: Dossier, staffId: string, at: Date): DossierEvent[] => [
  { type: 'step-taken', at, assigneeId: staffId, step: currentStep(dossier)?.key ?? 'settle' },
]

/**
 * The step at hand is done. The last step of the process makes the result: the moment that figures use.
 * Who settled does not approve, unless the commune's policy for a single clerk allows it.
 */
export function decideFinishStep(
  dossier: Extract<Dossier, { stage: 'in-progress' }>,
  done: { staffId: string; settledBy: string | null; outcome: Outcome; mayActTwice: boolean },
  at: Date,
): Result<DossierEvent[], SameHand> {
  const step = dossier.steps[dossier.step.position]!
  if (step.key === 'approve' && done.settledBy === done.staffId && !done.mayActTwice) return fail({ code: 'same-hand' })
  const next = dossier.step.position + 1
  if (next < dossier.steps.length) return ok([{ type: 'step-finished', at, step: step.key, next }])
  return ok([{ type: 'dossier-resolved', at, step: step.key, outcome: done.outcome, timeliness: timelinessOf(dossier, at) }])
}

/** Back to the first step with a reason; the clock runs on. */
export const decideHandBack = (dossier: Extract<Dossier, { stage: 'in-progress' }>, at: Date): DossierEvent[] => [
  { type: 'step-handed-back', at, step: currentStep(dossier)!.key, to: 0 },
]

/** Early, on time or overdue by the one definition; a result without a limit is neither. */
export function timelinessOf(dossier: Dossier, resolvedAt: Date): Timeliness {
  const due = dueOf(dossier)
  return timeliness(resolvedAt, due === null || dossier.limit === null ? null : { dueAt: due.dueAt, unit: dossier.limit.unit })
}
