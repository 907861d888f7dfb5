import type { TimeLimit, VerificationExtension } from '@/lib/calendar/domain/time-limit'
import type { LocalDate } from '@/lib/kernel/local-date'
import type { SigningManner, SigningRole } from '@/lib/signatures/domain/signature'
import type { Dossier, Due, Step, StepKey, Timeliness } from './dossier'

/**
 * What became true. `at` is when it happened in the world; the database stamps when it was recorded.
 * Events hold ids, codes and instants, never a name: texts stand in side tables that retention can erase.
 */
export type DossierEvent = {
  /** The absent colleague with whose rights somebody acted (thay cho). */
  onBehalfOf?: string
} & (
  | { type: 'dossier-submitted'; at: Date; acceptBy: Date }
  | { type: 'dossier-received'; at: Date; receivedById: string | null; registerNumber: number | null; due: Due | null }
  | { type: 'dossier-refused'; at: Date; reason: RefusalReason; /** The code of the other dossier, for a duplicate. */ duplicateOf?: string }
  | { type: 'supplement-requested'; at: Date; requestId: string; round: number; atIntake: boolean; /** By the dated rule of the day; absent: pause. */ effect?: SupplementEffect }
  | { type: 'supplement-received'; at: Date; requestId: string; due: Due | null; /** Before reception: by when the desk now answers. */ acceptBy: Date | null; /** Where the law counts anew: from here. */ countFrom?: Date }
  | { type: 'payment-requested'; at: Date; /** The line of what is owed. */ paymentId: string; amountVnd: number }
  | { type: 'payment-settled'; at: Date; paymentId: string; due: Due | null }
  | { type: 'step-taken'; at: Date; assigneeId: string; step: StepKey }
  | { type: 'dossier-assigned'; at: Date; assigneeId: string; /** Given to whoever had the least in hand. */ how?: 'fair' }
  | { type: 'step-finished'; at: Date; step: StepKey; next: number; /** Who may take it back until the next begins. */ byId?: string }
  | { type: 'step-taken-over'; at: Date; step: StepKey; fromId: string; assigneeId: string }
  | { type: 'step-recalled'; at: Date; step: StepKey; to: number; assigneeId: string }
  | { type: 'step-skipped'; at: Date; step: StepKey; /** Null: it was the last one. */ next: number | null }
  | { type: 'step-handed-back'; at: Date; step: StepKey; to: number }
  | { type: 'dossier-resolved'; at: Date; step: StepKey | 'on-the-spot'; outcome: Outcome; timeliness: Timeliness }
  | { type: 'result-returned'; at: Date; recipient: Recipient; identityCheck: IdentityCheck }
  | { type: 'result-signed'; at: Date; by: SigningRole; manner: SigningManner; /** Of the signed file or the scan; null: paper alone. */ sha256: string | null }
  | { type: 'result-posted'; at: Date; deliveryId: string }
  | { type: 'result-delivered'; at: Date; deliveryId: string }
  | { type: 'result-sent-back'; at: Date; deliveryId: string }
  | { type: 'dossier-withdrawn'; at: Date; pastDue: boolean }
  | { type: 'dossier-discontinued'; at: Date; pastDue: boolean; cause: DiscontinuationCause }
  | { type: 'dossier-voided'; at: Date }
  | { type: 'due-date-moved'; at: Date; due: Due; decision: string }
  | { type: 'verification-extended'; at: Date; mode: VerificationExtension['mode']; limit: TimeLimit; due: Due }
  | { type: 'apology-drafted'; at: Date; promisedOn: LocalDate }
  | { type: 'apology-issued'; at: Date; promisedAt: Date; promisedOn: LocalDate; /** Signed later than the day before the due day. */ late: boolean }
  | { type: 'correction-proposed'; at: Date; versionId: string; variantId: string }
  | { type: 'correction-declined'; at: Date }
  | { type: 'procedure-corrected'; at: Date; from: CaseIds; to: Dossier['procedure']; limit: TimeLimit | null; steps: readonly Step[]; due: Due | null }
  | { type: 'dossier-reopened'; at: Date; newDossierId: string; newCode: string }

  // The part of a partner unit: the leg's own row says which and what; the dossier's own story and time go on as they are.
  | { type: 'leg-handed-over'; at: Date; legId: string; partnerId: string; dueAt: Date | null }
  | { type: 'leg-accepted'; at: Date; legId: string }
  | { type: 'leg-finished'; at: Date; legId: string; outcome: LegOutcome; timeliness: Timeliness }
)

export type EventType = DossierEvent['type']
type CaseIds = { versionId: string; variantId: string }
/** What an awaited supplement does to the clock. */
export const supplementEffects = ['pause', 'restart', 'none'] as const
export type SupplementEffect = (typeof supplementEffects)[number]
export type Outcome = 'granted' | 'denied'
/** Done by the partner, given back by it with a reason, or taken back by the commune. */
export type LegOutcome = 'done' | 'returned' | 'cancelled'
export const recipients = ['applicant', 'submitter', 'mandatary', 'post', 'online'] as const
export type Recipient = (typeof recipients)[number]
/** How the desk made sure that it hands the result to the right person. */
export const identityChecks = ['personal-id', 'slip-qr', 'known-person', 'post', 'online'] as const
export type IdentityCheck = (typeof identityChecks)[number]
export const refusalReasons = ['not-competent', 'not-eligible', 'incomplete', 'duplicate', 'other'] as const
export type RefusalReason = (typeof refusalReasons)[number]
/** What the desk hands in as the cause of Mẫu 05; a withdrawal has its own event. */
export const discontinuationCauses = ['not-supplemented', 'by-law', 'not-paid', 'other-authority', 'subject-gone'] as const
export type DiscontinuationCause = (typeof discontinuationCauses)[number]

/** Events that a person records after reception; a wrong entry may be voided only while there is none. */
export const isByPersonAfterReception = (type: EventType): boolean => type !== 'dossier-submitted' && type !== 'dossier-received' && type !== 'due-date-moved'
