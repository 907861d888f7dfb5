import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { decryptField, encryptField } from '@/lib/platform/crypto'
import type { Tx } from '@/lib/platform/db'
import { queue } from '@/lib/platform/outbox'

export const letterKinds = ['filing', 'acknowledged', 'refused', 'status', 'handed-out'] as const
export type LetterKind = (typeof letterKinds)[number]
export type Letter = { id: string; kind: LetterKind; key: string; peerCommuneId: string; body: unknown }

/** A letter to another commune, in the transaction of its cause; the worker carries it. The same key is written once. */
export async function send(tx: Tx, { kind, key, to, body }: { kind: LetterKind; key: string; to: string; body: object }): Promise<void> {
  const id = uuidv7()
  const written = await tx.$executeRaw`insert into exchange_message (commune_id, id, direction, key, kind, peer_commune_id, body)
    values (${tx.communeId}::uuid, ${id}::uuid, 'out', ${key}, ${kind}, ${to}::uuid, ${encryptField(JSON.stringify(body))}) on conflict do nothing`
  if (written > 0) await queue(tx, [{ key: `letter:${id}`, kind: 'letter', payload: { letterId: id } }])
}

/** A letter that is on its way; null once it was read at the other end. */
export async function findLetter(tx: Tx, id: string): Promise<Letter | null> {
  const row = await tx.exchangeMessage.findFirst({ where: { communeId: tx.communeId, id, direction: 'out', doneAt: null } })
  return row === null || row.body === null ? null : { id, kind: row.kind as LetterKind, key: row.key, peerCommuneId: row.peerCommuneId, body: JSON.parse(decryptField(row.body)) as unknown }
}

/** Notes that a letter of another commune is being read here. False: it was read before. Two readers at once wait for each other. */
export async function noteRead(tx: Tx, { kind, key, from }: { kind: LetterKind; key: string; from: string }, at: Date): Promise<boolean> {
  const written = await tx.$executeRaw`insert into exchange_message (commune_id, id, direction, key, kind, peer_commune_id, done_at)
    values (${tx.communeId}::uuid, ${uuidv7()}::uuid, 'in', ${key}, ${kind}, ${from}::uuid, ${at}::timestamptz) on conflict do nothing`
  return written > 0
}

/** Read at the other end: what it said is not kept here. */
export const closeLetter = (tx: Tx, id: string, at: Date): Promise<unknown> => tx.exchangeMessage.updateMany({ where: { communeId: tx.communeId, id }, data: { body: null, doneAt: at } })
