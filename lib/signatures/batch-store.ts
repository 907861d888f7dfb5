import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '@/lib/platform/db'
import type { SigningRole } from './domain/signature'
import type { SignedKind } from './store'

/** How long one proof of identity signs. @unit milliseconds */
const LASTS = 10 * 60_000
/** A paper that is being signed is nobody else's for so long; then its process is taken for dead. @unit milliseconds */
const CLAIM = 60_000

export type BatchItem = { position: number; kind: SignedKind; subjectId: string; label: string; state: 'waiting' | 'signing' | 'signed' | 'failed'; problem: string | null }
export type Batch = { id: string; staffId: string; role: SigningRole; keyName: string; expiresAt: Date; items: readonly BatchItem[] }
export type Chosen = Pick<BatchItem, 'kind' | 'subjectId' | 'label'>

export async function openBatch(tx: Tx, { staffId, role, keyName, chosen, at }: { staffId: string; role: SigningRole; keyName: string; chosen: readonly Chosen[]; at: Date }): Promise<string> {
  const id = uuidv7()
  await tx.signingBatch.createMany({ data: [{ communeId: tx.communeId, id, staffId, role, keyName, createdAt: at, expiresAt: new Date(at.getTime() + LASTS) }] })
  await tx.signingItem.createMany({ data: chosen.map((item, position) => ({ communeId: tx.communeId, batchId: id, position, ...item, state: 'waiting' })) })
  return id
}

/** Only for whoever opened it. */
export async function findBatch(tx: Tx, id: string, staffId: string): Promise<Batch | null> {
  const row = await tx.signingBatch.findFirst({ where: { communeId: tx.communeId, id, staffId } })
  if (row === null) return null
  const items = await tx.signingItem.findMany({ where: { communeId: tx.communeId, batchId: id }, orderBy: { position: 'asc' }, take: 100 })
  return {
    id, staffId, role: row.role as SigningRole, keyName: row.keyName, expiresAt: row.expiresAt,
    items: items.map(({ position, kind, subjectId, label, state, problem }) => ({ position, kind: kind as SignedKind, subjectId, label, state: state as BatchItem['state'], problem })),
  }
}

/** Takes the next paper that nobody is signing; null when none is left. Two requests at once never take the same one. */
export async function claimNext(tx: Tx, batchId: string, at: Date): Promise<BatchItem | null> {
  const where = { communeId: tx.communeId, batchId, OR: [{ state: 'waiting' }, { state: 'signing', claimedAt: { lt: new Date(at.getTime() - CLAIM) } }] }
  const item = await tx.signingItem.findFirst({ where, orderBy: { position: 'asc' } })
  if (item === null) return null
  const { count } = await tx.signingItem.updateMany({ where: { ...where, position: item.position }, data: { state: 'signing', claimedAt: at } })
  if (count === 0) return claimNext(tx, batchId, at)
  return { position: item.position, kind: item.kind as SignedKind, subjectId: item.subjectId, label: item.label, state: 'signing', problem: null }
}

export const closeItem = async (tx: Tx, batchId: string, position: number, { problem, at }: { problem: string | null; at: Date }): Promise<void> =>
  void (await tx.signingItem.updateMany({ where: { communeId: tx.communeId, batchId, position }, data: { state: problem === null ? 'signed' : 'failed', problem, doneAt: at } }))
