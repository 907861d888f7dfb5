import 'server-only'
import { z } from 'zod'
import type { System } from '@/lib/identity/domain/actor'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import type { OutboxJob } from '@/lib/platform/outbox'
import { MOST_ATTEMPTS } from '../domain/webhook'
import { findPending, noteDelivered, noteFailed } from '../store/webhook-store'
import { postSigned } from './post-signed'

const worker: System = { kind: 'system', name: 'exchange' }
const Payload = z.object({ deliveryId: z.uuid() })

/**
 * Sends one delivery. Killed after sending and before noting it, it is sent again under the same key: at least once. What is not
 * taken is thrown, so that the queue waits and tries again; after the last try it is laid aside for a person to look at.
 */
export async function deliverWebhook({ communeId, payload }: OutboxJob): Promise<void> {
  const { deliveryId } = Payload.parse(payload)
  const delivery = await inCommune(worker, communeId, (tx) => findPending(tx, deliveryId, now()))
  if (delivery === null) return
  const attempt = delivery.isSilenced ? { status: null, error: 'silenced' } : await postSigned(delivery, now())
  if (attempt.error === null) {
    await inCommune(worker, communeId, (tx) => noteDelivered(tx, deliveryId, attempt, now()))
    return
  }
  // An address that is refused, or a listener that was silenced, is not mended by waiting.
  const isDead = delivery.isSilenced || attempt.error === 'address-refused' || delivery.attempts + 1 >= MOST_ATTEMPTS
  await inCommune(worker, communeId, (tx) => noteFailed(tx, deliveryId, attempt, now(), isDead))
  log.warn({ deliveryId, attempt: delivery.attempts + 1, status: attempt.status, reason: attempt.error, isDead }, 'webhook was not taken')
  if (!isDead) throw new Error(`Webhook ${deliveryId} was not taken: ${attempt.error} ${attempt.status ?? ''}`)
}
