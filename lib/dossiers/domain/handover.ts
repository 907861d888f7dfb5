import { fail, ok, type Result } from '@/lib/kernel/result'
import type { IdentityCheck, Recipient } from './events'

/** Who stands at the desk, as the officer wrote it. */
export type Claimed = { recipient: Recipient; recipientName: string; identityCheck: IdentityCheck; mandate: string | null }
/** What the card that was scanned says: whose part in the dossier it is, if any, and the name on it. */
export type ShownCard = { part: 'applicant' | 'submitter' | null; name: string }

export type CardOfAnother = { code: 'card-of-another' }
export type MandateNeeded = { code: 'mandate-needed' }

/**
 * Whom the result goes to. A card of the applicant or the submitter settles it; a card of somebody else only hands it over to a
 * mandatary, whose mandate was shown.
 */
export function decideRecipient(claimed: Claimed, card: ShownCard | null): Result<Claimed, CardOfAnother | MandateNeeded> {
  if (card !== null && card.part !== null && claimed.recipient !== 'mandatary') return ok({ ...claimed, recipient: card.part, recipientName: card.name, identityCheck: 'personal-id' })
  if (card !== null && card.part === null && claimed.recipient !== 'mandatary') return fail({ code: 'card-of-another' })
  if (claimed.recipient === 'mandatary' && claimed.mandate === null) return fail({ code: 'mandate-needed' })
  return ok(card === null ? claimed : { ...claimed, recipientName: card.name, identityCheck: 'personal-id' })
}
