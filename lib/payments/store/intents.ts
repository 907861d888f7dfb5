import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/lib/platform/db'
import type { GatewayNews, Intent, NotificationOutcome } from '../domain/gateway'
import type { EntryLine } from '../domain/payment'
import { EntryLines } from './ledger'

export type NewIntent = { id: string; dossierId: string; key: string; provider: string; amountVnd: number; lines: readonly EntryLine[]; at: Date }

/** One press, one intent: the same key again answers the first. */
export async function startIntent(tx: Tx, intent: NewIntent): Promise<{ id: string; amountVnd: number }> {
  const { id, dossierId, key, provider, amountVnd, lines, at } = intent
  await tx.$executeRaw`insert into payment_intent (commune_id, id, dossier_id, key, provider, amount_vnd, lines, state, started_at)
    values (${tx.communeId}::uuid, ${id}::uuid, ${dossierId}::uuid, ${key}, ${provider}, ${amountVnd}, ${JSON.stringify(lines)}::jsonb, 'started', ${at}) on conflict (commune_id, key) do nothing`
  return tx.paymentIntent.findFirstOrThrow({ where: { communeId: tx.communeId, key, dossierId }, select: { id: true, amountVnd: true } })
}

const States = z.enum(['started', 'paid', 'refused', 'returned'])

/** Holds the intent while its news is decided. */
export async function lockIntent(tx: Tx, id: string): Promise<Intent | null> {
  const rows = await tx.$queryRaw<{ id: string; dossier_id: string; amount_vnd: number; lines: unknown; state: string }[]>`
    select id, dossier_id, amount_vnd, lines, state from payment_intent where commune_id = ${tx.communeId}::uuid and id = ${id}::uuid for update`
  const row = rows[0]
  return row === undefined ? null : { id: row.id, dossierId: row.dossier_id, amountVnd: row.amount_vnd, lines: EntryLines.parse(row.lines), state: States.parse(row.state) }
}

export const endIntent = (tx: Tx, id: string, state: 'paid' | 'refused' | 'returned', at: Date): Promise<unknown> =>
  tx.paymentIntent.updateMany({ where: { communeId: tx.communeId, id, state: { not: 'paid' } }, data: { state, endedAt: at } })

/** The latest payment that was begun for a dossier. */
export async function latestIntent(tx: Tx, dossierId: string): Promise<{ id: string; state: Intent['state']; amountVnd: number; startedAt: Date } | null> {
  const row = await tx.paymentIntent.findFirst({ where: { communeId: tx.communeId, dossierId }, orderBy: { startedAt: 'desc' }, select: { id: true, state: true, amountVnd: true, startedAt: true } })
  return row === null ? null : { ...row, state: States.parse(row.state) }
}

export type News = GatewayNews & { eventId: string; intentId: string; reference: string | null }

/** Writes an event of a gateway down. Null the first time; else what it came to before. Two deliveries at once wait for each other here. */
export async function noteNews(tx: Tx, provider: string, news: News, at: Date): Promise<NotificationOutcome | null> {
  const { eventId, intentId, reference, status, amountVnd } = news
  const rows = await tx.$queryRaw<unknown[]>`insert into payment_notification (commune_id, provider, event_id, intent_id, reference, status, amount_vnd, outcome, received_at)
    values (${tx.communeId}::uuid, ${provider}, ${eventId}, ${intentId}::uuid, ${reference}, ${status}, ${amountVnd}, 'received', ${at}) on conflict do nothing returning 1`
  if (rows.length > 0) return null
  const before = await tx.paymentNotification.findFirstOrThrow({ where: { communeId: tx.communeId, provider, eventId }, select: { outcome: true } })
  return before.outcome as NotificationOutcome
}

export const noteOutcome = (tx: Tx, provider: string, eventId: string, outcome: NotificationOutcome): Promise<unknown> =>
  tx.paymentNotification.updateMany({ where: { communeId: tx.communeId, provider, eventId }, data: { outcome } })

/** Somebody has seen to it. False where it was seen to before. */
export const markHandled = async (tx: Tx, { provider, eventId, note, by, at }: { provider: string; eventId: string; note: string; by: string; at: Date }): Promise<boolean> =>
  (await tx.paymentNotification.updateMany({ where: { communeId: tx.communeId, provider, eventId, handledAt: null }, data: { handledAt: at, handledBy: by, handledNote: note } })).count > 0
