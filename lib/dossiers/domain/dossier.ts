import type { Timeliness } from '@/lib/calendar/domain/standing'
import type { TimeLimit, VerificationExtension } from '@/lib/calendar/domain/time-limit'
import type { LocalDate } from '@/lib/kernel/local-date'
import type { Role } from '@/lib/identity/domain/permissions'

/** The legal stages, a closed list. A draft is not yet a dossier and lives in a table of its own. */
export const stages = ['submitted', 'received', 'in-progress', 'resolved', 'returned', 'refused', 'withdrawn', 'discontinued', 'voided'] as const
export type Stage = (typeof stages)[number]

export type Channel = 'online' | 'desk' | 'post' | 'national-portal'
export type ReturnChannel = 'desk' | 'post' | 'online'
export type PauseReason = 'supplement' | 'payment' | 'other-agency'
export type Awaiting = 'none' | 'supplement' | 'payment'
export type { Timeliness } from '@/lib/calendar/domain/standing'

/** The dimension of time. Only a running clock can be late; a paused one keeps what it was when the pause began. */
export type Clock =
  | { state: 'not-started' }
  | { state: 'running' }
  | { state: 'paused'; reason: PauseReason; since: Date }
  | { state: 'stopped'; at: Date }

/** The three due facts: what the slip promised, what figures use, and under which calendar it was computed. */
export type Due = {
  /** On the slip; frozen. */
  firstDueAt: Date
  /** What figures use; never before `firstDueAt`. */
  dueAt: Date
  dueOn: LocalDate
  calendarRevision: number
}

export type Reception = {
  receivedAt: Date
  receivedById: string | null
  /** Where the law counts anew after a supplement: its arrival. */
  countFrom: Date | null
  /** Null where no limit is set by law (không quy định). */
  due: Due | null
  registerNumber: number | null
}

export type StepRole = Extract<Role, 'case-officer' | 'department-head' | 'leader' | 'records-clerk'>
export const stepKeys = ['settle', 'appraise', 'approve', 'seal'] as const
export type StepKey = (typeof stepKeys)[number]

/** One step of the process the dossier was received under. */
export type Step = { position: number; key: StepKey; role: StepRole; unitKey: string; name: string; internalHours: number | null; /** A small commune may leave it out. */ skippable: boolean }
/** `handedOnBy`: who finished the step before and may take it back; null once somebody has begun this one. */
export type StepAt = { position: number; since: Date; handedOnBy?: string | null }

/** A period in which the clock stood still; `until` is null while it still does. */
export type Pause = { since: Date; until: Date | null; recordedAt: Date; reason: PauseReason }

/** What every dossier carries, whatever its stage. */
export type DossierCommon = {
  id: string
  communeId: string
  code: string
  version: number
  clock: Clock
  awaiting: Awaiting
  channel: Channel
  returnChannel: ReturnChannel
  procedure: { code: string; versionId: string; variantId: string; name: string; fieldSlug: string }
  /** The limit it was received under; null = không quy định. */
  limit: TimeLimit | null
  steps: readonly Step[]
  pauses: readonly Pause[]
  assigneeId: string | null
  citizenIds: readonly (string | null)[]
  submittedAt: Date | null
  /** By when the desk answers, or had to answer, an online filing; null for what came another way. */
  acceptBy: Date | null
  promisedAt: Date | null
  /** What the law allows where something must be verified, by the case it was received under; null: nothing. */
  verificationExtension: VerificationExtension | null
  /** When its one verification extension was recorded. */
  extendedAt: Date | null
  /** Since when a drafted apology (Mẫu 04) waits for its signature. */
  apologyDraftedAt: Date | null
  /** Since when the proposal to correct its procedure waits for a leader. */
  correctionProposedAt: Date | null
  /** With the post, or delivered by it; absent where the stage says it all (`deliveryOf`). */
  delivery?: 'posted' | 'delivered' | null
  /** The dossier that takes this returned one up again. */
  reopenedAsId: string | null
}

/** A dossier carries exactly what its stage has earned. */
export type Dossier = DossierCommon &
  (
    | { stage: 'submitted'; submittedAt: Date; acceptBy: Date }
    | { stage: 'received'; reception: Reception }
    | { stage: 'in-progress'; reception: Reception; step: StepAt }
    | { stage: 'resolved'; reception: Reception; resolvedAt: Date; timeliness: Timeliness }
    | { stage: 'returned'; reception: Reception; resolvedAt: Date; timeliness: Timeliness; returnedAt: Date }
    | { stage: 'refused'; endedAt: Date }
    | { stage: 'withdrawn'; reception: Reception | null; endedAt: Date }
    | { stage: 'discontinued'; reception: Reception; endedAt: Date }
    | { stage: 'voided'; reception: Reception; endedAt: Date }
  )

/** Still somebody's work: submitted, received or in progress. */
export const openStages = ['submitted', 'received', 'in-progress'] as const satisfies readonly Stage[]
export const isOpen = (dossier: Dossier): boolean => (openStages as readonly Stage[]).includes(dossier.stage)

export const receptionOf = (dossier: Dossier): Reception | null => ('reception' in dossier ? dossier.reception : null)
export const dueOf = (dossier: Dossier): Due | null => receptionOf(dossier)?.due ?? null

/** A decision stands: somebody approved the result, though it may still lack its number and seal. */
export const isDecided = (dossier: Dossier): boolean => dossier.stage === 'in-progress' && dossier.steps.slice(0, dossier.step.position).some(({ key }) => key === 'approve')

/** The step being worked on, or the one that waits for a case officer to take it. */
export const currentStep = (dossier: Dossier): Step | null =>
  dossier.stage === 'in-progress' ? (dossier.steps[dossier.step.position] ?? null) : dossier.stage === 'received' ? (dossier.steps[0] ?? null) : null

/** The plain subject that the permission table is asked about. */
export const subjectOf = (dossier: Dossier) => ({
  communeId: dossier.communeId,
  assigneeId: dossier.assigneeId,
  // Before reception no step is at hand, yet the unit that will settle is known.
  unitKey: (currentStep(dossier) ?? dossier.steps[0])?.unitKey ?? null,
  stepRole: currentStep(dossier)?.role ?? null,
  handedOnById: dossier.stage === 'in-progress' ? (dossier.step.handedOnBy ?? null) : null,
  citizenIds: dossier.citizenIds,
})
