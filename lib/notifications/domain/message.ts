/** What we tell people about a dossier, and when: one template for each. */
export const templates = [
  'submitted', 'received', 'supplement-requested', 'supplement-near', 'supplement-passed', 'refused', 'resolved', 'result-waiting', 'result-posted', 'result-sent-back', 'returned',
  'withdrawn', 'discontinued', 'apology', 'verification-extended', 'procedure-corrected', 'payment-requested',
] as const
export type Template = (typeof templates)[number]
/** About an account and not about a dossier; their words stand in lib/identity. */
export type AccountTemplate = 'one-time-code' | 'new-device'
/** To officers, about their work. */
export type OfficerTemplate = 'officer-digest' | 'officer-warning'
export type AnyTemplate = Template | AccountTemplate | OfficerTemplate

export const messageChannels = ['sms', 'zalo', 'email'] as const
export type MessageChannel = (typeof messageChannels)[number]
export type Recipient = { channel: MessageChannel; address: string }

/**
 * `sending`: a worker is at it. `merged`: said within another message. `no-gateway`: kept, but this installation has no way out for it.
 * Only `queued` and `sending` still go anywhere.
 */
export const messageStates = ['queued', 'sending', 'sent', 'failed', 'merged', 'no-gateway'] as const
export type MessageState = (typeof messageStates)[number]
export const isPending = (state: MessageState): boolean => state === 'queued' || state === 'sending'

/** Why a message is kept for later: nobody is woken at night, and nobody is written to twice within the hour. */
export const holdReasons = ['quiet-hours', 'one-an-hour'] as const
export type HoldReason = (typeof holdReasons)[number]

/** What a message may say. Filled by the context that knows the dossier; a template takes what it needs. */
export type MessageFacts = {
  code: string
  procedureName: string
  /** "Trung tâm Phục vụ hành chính công xã Tân Quới" */
  officeName: string
  /** Where a dossier is looked up: host and path without "https://". */
  trackingPlace: string
  /** Only for whoever filed it, and only at the beginning. */
  secret: string | null
  /** By when an online filing is answered. */
  acceptBy: Date | null
  /** null: no limit by law, or no clock yet. */
  dueAt: Date | null
  /** Everything that is missing, one thing each. */
  missing: readonly string[]
  /** Something is awaited, and the time limit stands still meanwhile. */
  isPaused?: boolean
  /** The last day for what is missing; null where none was set. */
  supplementBy?: string | null
  reason: string | null
  promisedAt: Date | null
  outcome: 'granted' | 'denied' | null
  returnPlace: string
  /** Still to be paid. @unit đồng */
  owedVnd?: number
  /** Of the parcel with the result. */
  trackingNumber?: string | null
}

const isMobile = (phone: string | null): phone is string => phone !== null && /^0[35789]\d{8}$/.test(phone)

/**
 * A phone before an e-mail: more people read it the same day. Among the channels that have a way out the first wins; where none has,
 * the message is still written down for the best one, so that its place shows that nobody was told. Null: nobody can be reached.
 */
export function recipientOf(
  contact: { phone: string | null; email: string | null },
  { phoneChannel = 'sms', canSend = () => true }: { phoneChannel?: 'sms' | 'zalo'; canSend?: (channel: MessageChannel) => boolean } = {},
): Recipient | null {
  const otherPhoneChannel = phoneChannel === 'sms' ? 'zalo' : 'sms'
  const ways: Recipient[] = [
    ...(isMobile(contact.phone) ? [{ channel: phoneChannel, address: contact.phone }, { channel: otherPhoneChannel, address: contact.phone } as const] : []),
    ...(contact.email === null || contact.email === '' ? [] : [{ channel: 'email', address: contact.email } as const]),
  ]
  return ways.find(({ channel }) => canSend(channel)) ?? ways[0] ?? null
}
