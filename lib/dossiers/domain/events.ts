import type { LocalDate } from '@/lib/kernel/local-date'
import type { Due, StepKey, Timeliness } from './dossier'

/**
 * What became true. `at` is when it happened in the world; the database stamps when it was recorded.
 * Events hold ids, codes and instants, never a name: texts stand in side tables that retention can erase.
 */
export type DossierEvent =
  | { type: 'dossier-submitted'; at: Date; acceptBy: Date }
  | { type: 'dossier-received'; at: Date; receivedById: string | null; registerNumber: number | null; due: Due | null }
  | { type: 'dossier-refused'; at: Date; reason: RefusalReason }
  | { type: 'supplement-requested'; at: Date; requestId: string; round: number; atIntake: boolean }
  | { type: 'supplement-received'; at: Date; requestId: string; due: Due | null; /** Before reception: by when the desk now answers. */ acceptBy: Date | null }
  | { type: 'step-taken'; at: Date; assigneeId: string; step: StepKey }
  | { type: 'dossier-assigned'; at: Date; assigneeId: string }
  | { type: 'step-finished'; at: Date; step: StepKey; next: number }
  | { type: 'step-handed-back'; at: Date; step: StepKey; to: number }
  | { type: 'dossier-resolved'; at: Date; step: StepKey | 'on-the-spot'; outcome: Outcome; timeliness: Timeliness }
  | { type: 'result-returned'; at: Date; recipient: Recipient; identityCheck: IdentityCheck }
  | { type: 'dossier-withdrawn'; at: Date; pastDue: boolean }
  | { type: 'dossier-discontinued'; at: Date; pastDue: boolean }
  | { type: 'dossier-voided'; at: Date }
  | { type: 'due-date-moved'; at: Date; due: Due; decision: string }
  | { type: 'apology-issued'; at: Date; promisedAt: Date; promisedOn: LocalDate }

export type EventType = DossierEvent['type']
export type Outcome = 'granted' | 'denied'
export const recipients = ['applicant', 'submitter', 'mandatary', 'post', 'online'] as const
export type Recipient = (typeof recipients)[number]
/** How the desk made sure that it hands the result to the right person. */
export const identityChecks = ['personal-id', 'slip-qr', 'known-person', 'post', 'online'] as const
export type IdentityCheck = (typeof identityChecks)[number]
export const refusalReasons = ['not-competent', 'not-eligible', 'incomplete', 'duplicate', 'other'] as const
export type RefusalReason = (typeof refusalReasons)[number]
/** What the desk hands in as the cause of Mẫu 05; a withdrawal has its own event. */
export const discontinuationCauses = ['not-supplemented', 'by-law'] as const
export type DiscontinuationCause = (typeof discontinuationCauses)[number]

/** Events that a person records after reception; a wrong entry may be voided only while there is none. */
export const isByPersonAfterReception = (type: EventType): boolean => type !== 'dossier-submitted' && type !== 'dossier-received' && type !== 'due-date-moved'
