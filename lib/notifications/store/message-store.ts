import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { decryptField, encryptField, keyedHash } from '@/lib/platform/crypto'
import type { Tx } from '@/lib/platform/db'
import { type MessageFailure, messageFailures } from '../domain/failure'
import { type AnyTemplate, type HoldReason, type MessageChannel, messageChannels, type MessageState, messageStates, type Recipient, type Template } from '../domain/message'

export type NewMessage = { key: string; dossierId: string | null; template: AnyTemplate; recipient: Recipient; subject: string; body: string; at: Date }
export type KeptMessage = { id: string; key: string; channel: MessageChannel; template: string; address: string; subject: string; body: string; state: MessageState; failure: MessageFailure | null; attempts: number; createdAt: Date; claimedAt: Date | null }

const Row = z.object({
  id: z.uuid(), key: z.string(), channel: z.enum(messageChannels), template: z.string(), recipient: z.string(), subject: z.string().nullable(), body: z.string(), state: z.enum(messageStates),
  failure: z.enum(messageFailures).nullable(), attempts: z.int(), createdAt: z.date(), claimedAt: z.date().nullable(),
})
const select = { id: true, key: true, channel: true, template: true, recipient: true, subject: true, body: true, state: true, failure: true, attempts: true, createdAt: true, claimedAt: true } as const

function opened(row: unknown): KeptMessage {
  const { recipient, subject, body, ...rest } = Row.parse(row)
  return { ...rest, address: decryptField(recipient), subject: subject === null ? '' : decryptField(subject), body: decryptField(body) }
}

/** Which person, in a form that tells nothing: the same for a number and an address alike. */
export const recipientHash = ({ address }: Pick<Recipient, 'address'>): string => keyedHash(`message:${address.toLowerCase()}`)

/** Writes a message down before it goes out, and holds its row until the transaction ends. The same key again gives the row of the first time. */
export async function recordMessage(tx: Tx, message: NewMessage): Promise<KeptMessage> {
  const { key, dossierId, template, recipient, subject, body, at } = message
  await tx.message.createMany({
    data: [{
      communeId: tx.communeId, id: uuidv7(), key, dossierId, channel: recipient.channel, template, recipient: encryptField(recipient.address), recipientHash: recipientHash(recipient),
      subject: encryptField(subject), body: encryptField(body), state: 'queued', createdAt: at,
    }],
    skipDuplicates: true,
  })
  await tx.$executeRaw`select id from message where commune_id = ${tx.communeId}::uuid and key = ${key} for update`
  return opened(await tx.message.findFirstOrThrow({ where: { communeId: tx.communeId, key }, select }))
}

/** One person's messages about one dossier are decided one after the other, whichever workers are at them. */
export const lockConversation = (tx: Tx, dossierId: string): Promise<unknown> =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('messages:' || ${dossierId}, 0))`

/** When this person was last written to about this dossier, this message aside. One that is on its way counts. */
export async function lastSentAt(tx: Tx, dossierId: string, { id, address }: KeptMessage): Promise<Date | null> {
  const row = await tx.message.findFirst({
    where: { communeId: tx.communeId, dossierId, recipientHash: recipientHash({ address }), id: { not: id }, state: { in: ['sent', 'sending'] } },
    orderBy: { claimedAt: { sort: 'desc', nulls: 'last' } }, select: { sentAt: true, claimedAt: true },
  })
  return row === null ? null : (row.claimedAt ?? row.sentAt)
}

/** What else waits for the same person about the same dossier, in the order in which it arose. */
export async function waitingBeside(tx: Tx, dossierId: string, { address }: KeptMessage): Promise<{ id: string; template: Template; subject: string; body: string }[]> {
  const rows = await tx.message.findMany({
    where: { communeId: tx.communeId, dossierId, recipientHash: recipientHash({ address }), state: 'queued' }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: 50, select,
  })
  return rows.map(opened).map(({ id, template, subject, body }) => ({ id, template: template as Template, subject, body }))
}

type Change = Partial<{
  state: MessageState; template: string; subject: string; body: string; held: HoldReason | null; sendAfter: Date | null; claimedAt: Date | null; sentAt: Date; provider: string
  failure: MessageFailure; failedAt: Date; attempts: { increment: number }; saidIn: string
}>
const change = (tx: Tx, id: string | string[], data: Change, states: readonly MessageState[]): Promise<{ count: number }> =>
  tx.message.updateMany({ where: { communeId: tx.communeId, id: Array.isArray(id) ? { in: id } : id, state: { in: [...states] } }, data })

export const hold = (tx: Tx, id: string, held: HoldReason, sendAfter: Date) => change(tx, id, { held, sendAfter }, ['queued'])
/** From now on one worker has it; whoever comes meanwhile leaves it alone. */
export const claim = (tx: Tx, id: string, at: Date) => change(tx, id, { state: 'sending', held: null, sendAfter: null, claimedAt: at }, ['queued', 'sending'])
/** Other messages are said in this one: their words go out with it. */
export async function merge(tx: Tx, into: string, said: { template: string; subject: string; body: string }, others: string[]): Promise<void> {
  await change(tx, into, { template: said.template, subject: encryptField(said.subject), body: encryptField(said.body) }, ['queued'])
  await change(tx, others, { state: 'merged', held: null, sendAfter: null, saidIn: into }, ['queued'])
}

export const markSent = (tx: Tx, id: string, provider: string, at: Date) => change(tx, id, { state: 'sent', sentAt: at, provider }, ['sending'])
export const markFailed = (tx: Tx, id: string, failure: MessageFailure, at: Date) => change(tx, id, { state: 'failed', failure, failedAt: at, attempts: { increment: 1 } }, ['queued', 'sending'])
export const markForAnotherTry = (tx: Tx, id: string) => change(tx, id, { state: 'queued', claimedAt: null, attempts: { increment: 1 } }, ['sending'])
export const markNoGateway = (tx: Tx, id: string) => change(tx, id, { state: 'no-gateway', claimedAt: null }, ['queued', 'sending'])

/** A message that had gone out came back: its provider said so later. False where there is none of this key, or it was known. */
export async function markBounced(tx: Tx, key: string, failure: MessageFailure, at: Date): Promise<boolean> {
  const { count } = await tx.message.updateMany({ where: { communeId: tx.communeId, key, state: { in: ['sent', 'sending'] } }, data: { state: 'failed', failure, failedAt: at } })
  return count > 0
}

export const messageOfKey = (tx: Tx, key: string): Promise<{ dossierId: string | null; channel: string } | null> =>
  tx.message.findFirst({ where: { communeId: tx.communeId, key }, select: { dossierId: true, channel: true } })
