import 'server-only'
import type { System } from '@/lib/identity/domain/actor'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { goesOnAsText, MOST_ATTEMPTS, type MessageFailure } from '../domain/failure'
import { canSend, type Handed, providerOf } from '../providers/provider'
import { type KeptMessage, markFailed, markForAnotherTry, markNoGateway, markSent } from '../store/message-store'

/** `as-text`: Zalo would not take it, and a text message may. */
export type HandedOver = 'sent' | 'failed' | 'no-gateway' | 'as-text'

/**
 * Hands a claimed message over with its key and notes what became of it. No network call lies inside a transaction; after a crash in
 * between, the same key is handed over again and arrives once. What can be tried again is thrown, so that the queue comes back with
 * growing pauses, until it is given up.
 */
export async function handOver(actor: System, communeId: string, message: KeptMessage): Promise<HandedOver> {
  const { id, key, channel, address, subject, body } = message
  const provider = providerOf(channel)
  if (provider === null) {
    await inCommune(actor, communeId, (tx) => markNoGateway(tx, id))
    log.warn({ messageId: id, channel }, 'message kept, no gateway is configured')
    return 'no-gateway'
  }
  let handed: Handed
  try {
    handed = await provider.send({ key: `${communeId}:${key}`, channel, address, subject, body })
  } catch (fault) {
    if (message.attempts + 1 >= MOST_ATTEMPTS) return failed(actor, communeId, message, 'gave-up')
    await inCommune(actor, communeId, (tx) => markForAnotherTry(tx, id))
    throw fault
  }
  if (handed.outcome === 'refused') return failed(actor, communeId, message, handed.failure)
  await inCommune(actor, communeId, (tx) => markSent(tx, id, provider.name, now()))
  return 'sent'
}

async function failed(actor: System, communeId: string, { id, channel }: KeptMessage, failure: MessageFailure): Promise<HandedOver> {
  await inCommune(actor, communeId, (tx) => markFailed(tx, id, failure, now()))
  log.warn({ messageId: id, channel, failure }, 'message failed for good')
  return goesOnAsText(channel, failure) && canSend('sms') ? 'as-text' : 'failed'
}
