import 'server-only'
import type { System } from '@/lib/identity/domain/actor'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import type { AnyTemplate, Recipient } from '../domain/message'
import { isAtWork } from '../domain/claim'
import { claim, recordMessage } from '../store/message-store'
import { handOver, type HandedOver } from './hand-over'

export type MessageToSend = { key: string; dossierId: string | null; template: AnyTemplate; recipient: Recipient; subject: string; body: string }

/**
 * Sends at once, at any hour: codes that somebody waits for, and letters to officers in working hours. Of two that come with one key at
 * the same time one sends; the other hears `busy`.
 */
export async function sendMessage(actor: System, communeId: string, message: MessageToSend): Promise<HandedOver | 'busy'> {
  const at = now()
  const written = await inCommune(actor, communeId, async (tx) => {
    const kept = await recordMessage(tx, { ...message, at })
    const free = kept.state === 'queued' || (kept.state === 'sending' && !isAtWork(kept.claimedAt, at))
    if (free) await claim(tx, kept.id, at)
    return { kept, free }
  })
  if (written.free) return handOver(actor, communeId, written.kept)
  switch (written.kept.state) {
    case 'failed': case 'no-gateway': return written.kept.state
    case 'sending': case 'queued': return 'busy'
    default: return 'sent'
  }
}
