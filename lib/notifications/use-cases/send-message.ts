import 'server-only'
import type { System } from '@/lib/identity/domain/actor'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import type { AccountTemplate, Recipient, Template } from '../domain/message'
import { NoGateway, provider } from '../provider'
import { markSent, recordMessage } from '../store'

export type MessageToSend = { key: string; dossierId: string | null; template: Template | AccountTemplate; recipient: Recipient; subject: string; body: string }

/**
 * Writes the message down, hands it over with its key, and notes that it went. No network call lies inside a transaction;
 * after a crash in between, the same key is handed over again and arrives once.
 */
export async function sendMessage(actor: System, communeId: string, message: MessageToSend): Promise<'sent' | 'queued'> {
  const { key, dossierId, template, recipient, subject, body } = message
  const written = await inCommune(actor, communeId, (tx) =>
    recordMessage(tx, { key, dossierId, channel: recipient.channel, template, recipient: recipient.address, body, at: now() }),
  )
  if (written.state === 'sent') return 'sent'
  try {
    await provider().send({ key: `${communeId}:${key}`, channel: recipient.channel, address: recipient.address, subject, body })
  } catch (fault) {
    if (!(fault instanceof NoGateway)) throw fault
    log.warn({ messageId: written.id }, 'message kept, no gateway is configured')
    return 'queued'
  }
  await inCommune(actor, communeId, (tx) => markSent(tx, written.id, now()))
  return 'sent'
}
