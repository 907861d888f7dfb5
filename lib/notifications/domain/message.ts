/** What we tell people about a dossier, and when: one template for each. */
export const templates = ['submitted', 'received', 'supplement-requested', 'refused', 'resolved', 'returned', 'withdrawn', 'discontinued', 'apology'] as const
export type Template = (typeof templates)[number]
/** About an account and not about a dossier; their words stand in lib/identity. */
export type AccountTemplate = 'one-time-code' | 'new-device'

export type MessageChannel = 'sms' | 'email'
export type Recipient = { channel: MessageChannel; address: string }

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
  reason: string | null
  promisedAt: Date | null
  outcome: 'granted' | 'denied' | null
  returnPlace: string
}

/** A phone before an e-mail: more people read it the same day. Null: nobody can be reached, and nothing is sent. */
export function recipientOf(contact: { phone: string | null; email: string | null }): Recipient | null {
  if (contact.phone !== null && /^0[35789]\d{8}$/.test(contact.phone)) return { channel: 'sms', address: contact.phone }
  return contact.email === null || contact.email === '' ? null : { channel: 'email', address: contact.email }
}
