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
  if (next < dossier.steps.length) return ok([{ type: 'step-finished', at, step: step.key, next, byId: done.staffId }])
  return ok([{ type: 'dossier-resolved', at, step: step.key, outcome: done.outcome, timeliness: timelinessOf(dossier, at) }])
}

/** Whoever finished a step may take it back while nobody has the next one in hand and nothing was asked of the citizen meanwhile. */
export function mayBeTakenBack(dossier: Dossier): boolean {
  if (dossier.stage !== 'in-progress') return false
  const { position, since, handedOnBy } = dossier.step
  return position > 0 && handedOnBy != null && dossier.assigneeId === null && !dossier.pauses.some((pause) => pause.since >= since)
}

/** The step is back in the hands of whoever finished it. Its time begins anew: what it took the first time stands in the story. */
export const decideRecall = (dossier: Extract<Dossier, { stage: 'in-progress' }>, staffId: string, at: Date): DossierEvent[] => {
  const to = dossier.step.position - 1
  return [{ type: 'step-recalled', at, step: dossier.steps[to]!.key, to, assigneeId: staffId }]
}

/** A colleague of the same unit and role goes on with the step at hand; its time runs on. */
export const decideTakeOver = (dossier: Dossier, staffId: string, at: Date): DossierEvent[] => [
  { type: 'step-taken-over', at, step: currentStep(dossier)?.key ?? 'settle', fromId: dossier.assigneeId!, assigneeId: staffId },
]

/** A step that the process lets a small commune leave out. After the last one the result stands, at this moment and never before. */
export function decideSkip(dossier: Extract<Dossier, { stage: 'in-progress' }>, outcome: Outcome, at: Date): DossierEvent[] {
  const { position } = dossier.step
  const next = position + 1 < dossier.steps.length ? position + 1 : null
  const skipped: DossierEvent = { type: 'step-skipped', at, step: dossier.steps[position]!.key, next }
  if (next !== null) return [skipped]
  return [skipped, { type: 'dossier-resolved', at, step: dossier.steps[Math.max(0, position - 1)]!.key, outcome, timeliness: timelinessOf(dossier, at) }]
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
