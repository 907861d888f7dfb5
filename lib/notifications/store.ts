import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { encryptField } from '@/lib/platform/crypto'
import type { Tx } from '@/lib/platform/db'
import type { AccountTemplate, MessageChannel, Template } from './domain/message'

export type NewMessage = { key: string; dossierId: string | null; channel: MessageChannel; template: Template | AccountTemplate; recipient: string; body: string; at: Date }

/** Writes a message down before it goes out. The same key again gives the row of the first time. */
export async function recordMessage(tx: Tx, message: NewMessage): Promise<{ id: string; state: 'queued' | 'sent' | 'failed' }> {
  const { key, dossierId, channel, template, at } = message
  await tx.message.createMany({
    data: [{ communeId: tx.communeId, id: uuidv7(), key, dossierId, channel, template, recipient: encryptField(message.recipient), body: encryptField(message.body), state: 'queued', createdAt: at }],
    skipDuplicates: true,
  })
  const row = await tx.message.findFirstOrThrow({ where: { communeId: tx.communeId, key }, select: { id: true, state: true } })
  return { id: row.id, state: row.state as 'queued' | 'sent' | 'failed' }
}

export const markSent = (tx: Tx, id: string, at: Date): Promise<unknown> =>
  tx.message.updateMany({ where: { communeId: tx.communeId, id, sentAt: null }, data: { state: 'sent', sentAt: at } })
