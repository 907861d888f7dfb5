import type { TimeLimit, VerificationExtension } from '@/lib/calendar/domain/time-limit'
import type { LocalDate } from '@/lib/kernel/local-date'
import type { Fee } from '@/lib/procedures/domain/fee'

/** The way a dossier comes in, as the law knows it: it sets limits and fees per channel. */
export const lawChannels = ['online', 'desk', 'post'] as const
export type LawChannel = (typeof lawChannels)[number]

/** How it reaches us. The national portal is the same door as "online" for limits, fees and papers. */
export type FilingChannel = LawChannel | 'national-portal'

export const lawChannelOf = (channel: FilingChannel): LawChannel => (channel === 'national-portal' ? 'online' : channel)

export type Audience = 'person' | 'organisation'

/** toàn trình · một phần · chỉ trực tiếp */
export type OnlineLevel = 'fully-online' | 'partly-online' | 'in-person'

/** What a procedure says, apart from its cases. Shown on its page and posted in the hall. */
export type ProcedureContent = {
  /** the name people know it by, without "Thủ tục" and without the cases that the official name lists */
  plainName: string
  /** words of the street and short forms that lead to it */
  keywords: string[]
  audience: Audience[]
  executingAgency: string
  /** null: the source does not say */
  onlineLevel: OnlineLevel | null
  channels: LawChannel[]
  /** null: none stated */
  conditions: string | null
  /** null: without end, or not stated */
  resultValidity: string | null
  results: string[]
  steps: { name: string; actor: string }[]
  legalBasis: string[]
  /** pages read for this record */
  sources: string[]
  /** the day the source was read */
  asOf: LocalDate
  /** the day the source was last changed; null where it does not say */
  sourceUpdatedAt: LocalDate | null
  confidence: 'sourced' | 'partly-sourced'
  /** what an administrator should know before relying on the record */
  statusNote: string | null
}

/** Parts of a record that may lack a source; administrators see "chưa xác minh" beside them. */
export const verifiableParts = [
  'limits',
  'verificationExtension',
  'fees',
  'documents',
  'documents.condition',
  'onlineLevel',
  'results',
  'resultValidity',
  'conditions',
  'steps',
  'field',
  'legalBasis',
  'effectiveFrom',
] as const
export type VerifiablePart = (typeof verifiableParts)[number]

/** Lĩnh vực, by the name of the national portal. `group` only orders the list on screen. */
export type ProcedureField = { slug: string; name: string; ministry: string; group: string }

/** What a procedure says from a day on, by a decision. Never edited once in force. */
export type ProcedureVersion = {
  /** the official name */
  name: string
  /** number of the decision that announced it; null where the source gives none */
  decision: string | null
  effectiveFrom: LocalDate
  /** the first day on which it no longer holds; null: still in force */
  effectiveTo: LocalDate | null
  interAgency: boolean
  content: ProcedureContent
  unverified: VerifiablePart[]
  /** in the order in which they are offered; at least one */
  variants: ProcedureVariant[]
}

/** A case (trường hợp) with its own limits, fees and papers. A procedure without cases has one, "Thông thường". */
export type ProcedureVariant = {
  key: string
  name: string
  limits: ChannelLimits
  /** the limit in the words of the source */
  limitNote: string
  /** null: the limit stays as it is when something must be verified */
  verificationExtension: VerificationExtension | null
  verificationNote: string | null
  /** what each agency of an inter-agency procedure has to do, and by when; empty otherwise */
  legs: Leg[]
  fees: Fee[]
  documents: RequiredDocument[]
}

/** One limit for every channel, except where a channel has its own. Null: no limit is laid down (không quy định). */
export type ChannelLimits = { every: TimeLimit | null } & Partial<Record<LawChannel, TimeLimit | null>>

/** The part of one agency in an inter-agency procedure, with its own limit. */
export type Leg = { key: string; name: string; agency: string; limit: TimeLimit; verificationLimit: TimeLimit | null }

/** Thành phần hồ sơ. */
export type RequiredDocument = {
  key: string
  /** in the words of the law */
  name: string
  /** shorter, where the words of the law fill a screen */
  plainName: string | null
  /** an application form is answered in questions when filed online */
  kind: 'application-form' | 'paper'
  originals: number
  copies: number
  /** needed in every dossier of this case; otherwise `condition` says when */
  required: boolean
  condition: string | null
  /** what makes it easier, or what to mind */
  note: string | null
  /** name of the official form it is written on */
  template: string | null
  /** giấy tờ xuất trình: shown and handed back, never kept */
  presentOnly: boolean
  /** null: whatever the channel */
  channels: LawChannel[] | null
  /** key of the paper it replaces when that one cannot be had */
  insteadOf: string | null
}

/** The limit of a case for a channel; null where none is laid down. */
export function limitFor(variant: Pick<ProcedureVariant, 'limits'>, channel: FilingChannel): TimeLimit | null {
  const own = variant.limits[lawChannelOf(channel)]
  return own === undefined ? variant.limits.every : own
}

/** The version in force on a day; the dossier stays under it for ever. Null where there was none. */
export function versionOn<V extends { effectiveFrom: LocalDate; effectiveTo: LocalDate | null }>(versions: readonly V[], day: LocalDate): V | null {
  const inForce = versions.filter(({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === null || day < effectiveTo))
  return inForce.reduce<V | null>((latest, version) => (latest === null || version.effectiveFrom > latest.effectiveFrom ? version : latest), null)
}

export const shownName = (document: Pick<RequiredDocument, 'name' | 'plainName'>): string => document.plainName ?? document.name
