import 'server-only'
import { maskedPhone } from '@/lib/kernel/format'
import type { MessageFailure } from '@/lib/notifications/domain/failure'
import type { HoldReason, MessageChannel, MessageState } from '@/lib/notifications/domain/message'
import { decryptField } from '@/lib/platform/crypto'
import type { Folder } from '../store/folder'

/** What somebody was told, without the words: to which masked number or address, and what became of it. */
export type MessageView = {
  id: string; channel: MessageChannel; template: string; /** Masked. */ recipient: string; state: MessageState; at: Date
  failure: MessageFailure | null; held: HoldReason | null; sendAfter: Date | null
}

export function messageView({ id, channel, template, recipient, state, failure, held, send_after, created_at, sent_at, failed_at }: Folder['messages'][number]): MessageView {
  const address = decryptField(recipient)
  return {
    id, channel, template, recipient: channel === 'email' ? address.replace(/^(.).*(?=@)/, '$1•••') : maskedPhone(address), state, at: failed_at ?? sent_at ?? created_at, failure, held, sendAfter: send_after,
  }
}
