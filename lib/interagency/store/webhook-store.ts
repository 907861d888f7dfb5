import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { decryptField, encryptField } from '@/lib/platform/crypto'
import type { Tx } from '@/lib/platform/db'
import { queue } from '@/lib/platform/outbox'
import type { WebhookEvent } from '../domain/webhook'

export type NewWebhook = { tokenId: string; url: string; secret: string; events: readonly WebhookEvent[]; createdBy: string; createdAt: Date }

export const writeWebhook = (tx: Tx, { secret, events, ...row }: NewWebhook): Promise<{ id: string }> =>
  tx.webhook.create({ data: { communeId: tx.communeId, ...row, secret: encryptField(secret), events: [...events] }, select: { id: true } })

export const stopListening = async (tx: Tx, id: string, at: Date): Promise<boolean> =>
  (await tx.webhook.updateMany({ where: { communeId: tx.communeId, id, stoppedAt: null }, data: { stoppedAt: at } })).count > 0

/** Listeners of this commune for such an event, whose key still stands. */
export async function listenersTo(tx: Tx, event: WebhookEvent, at: Date): Promise<string[]> {
  const hooks = await tx.webhook.findMany({ where: { communeId: tx.communeId, stoppedAt: null, events: { has: event } }, select: { id: true, tokenId: true }, take: 100 })
  const standing = await tx.apiToken.findMany({ where: { communeId: tx.communeId, id: { in: hooks.map(({ tokenId }) => tokenId) }, revokedAt: null, expiresAt: { gt: at } }, select: { id: true } })
  return hooks.filter(({ tokenId }) => standing.some(({ id }) => id === tokenId)).map(({ id }) => id)
}

const jobOf = (id: string, round: number) => ({ key: `webhook:${id}:${round}`, kind: 'webhook', payload: { deliveryId: id } })

/** One event to one listener, once, however often the event is told. */
export async function addDelivery(tx: Tx, { webhookId, eventId, event, body }: { webhookId: string; eventId: string; event: WebhookEvent; body: (id: string) => string }): Promise<void> {
  const id = uuidv7()
  const written = await tx.$executeRaw`insert into webhook_delivery (commune_id, id, webhook_id, event_id, event, body, state)
    values (${tx.communeId}::uuid, ${id}::uuid, ${webhookId}::uuid, ${eventId}::uuid, ${event}, ${body(id)}, 'pending') on conflict do nothing`
  if (written > 0) await queue(tx, [jobOf(id, 1)])
}

export type Delivery = { id: string; event: string; body: string; round: number; attempts: number; url: string; secret: string; isSilenced: boolean }

/** A delivery that is still to be made, with where it goes. */
export async function findPending(tx: Tx, id: string, at: Date): Promise<Delivery | null> {
  const row = await tx.webhookDelivery.findFirst({ where: { communeId: tx.communeId, id, state: 'pending' } })
  if (row === null) return null
  const hook = await tx.webhook.findFirstOrThrow({ where: { communeId: tx.communeId, id: row.webhookId } })
  const token = await tx.apiToken.findFirstOrThrow({ where: { communeId: tx.communeId, id: hook.tokenId }, select: { revokedAt: true, expiresAt: true } })
  const isSilenced = hook.stoppedAt !== null || token.revokedAt !== null || token.expiresAt <= at
  return { id, event: row.event, body: row.body, round: row.round, attempts: row.attempts, url: hook.url, secret: decryptField(hook.secret), isSilenced }
}

export type Attempt = { status: number | null; error: string | null }

export const noteDelivered = (tx: Tx, id: string, { status }: Attempt, at: Date): Promise<unknown> =>
  tx.webhookDelivery.updateMany({ where: { communeId: tx.communeId, id, state: 'pending' }, data: { state: 'delivered', deliveredAt: at, attempts: { increment: 1 }, lastStatus: status, lastError: null } })

export const noteFailed = (tx: Tx, id: string, { status, error }: Attempt, at: Date, isDead: boolean): Promise<unknown> =>
  tx.webhookDelivery.updateMany({ where: { communeId: tx.communeId, id, state: 'pending' }, data: { attempts: { increment: 1 }, lastStatus: status, lastError: error, ...(isDead ? { state: 'dead', deadAt: at } : {}) } })

/** A dead delivery goes on its way again, under the same key for whoever receives it. False where it is not dead. */
export async function sendAgain(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.webhookDelivery.updateManyAndReturn({ where: { communeId: tx.communeId, id, state: 'dead' }, data: { state: 'pending', deadAt: null, attempts: 0, round: { increment: 1 } }, select: { round: true } })
  if (row === undefined) return false
  await queue(tx, [jobOf(id, row.round)])
  return true
}
