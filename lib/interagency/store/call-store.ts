import 'server-only'
import type { Prisma, Tx } from '@/lib/platform/db'
import type { ApiClient } from '../domain/api'

export type Asked = { state: 'new' } | { state: 'answered'; answer: unknown } | { state: 'other-content' }

/**
 * Notes a request under its key, in the transaction that does what it asks. Where the key was used before, tells what was answered;
 * two at once wait for each other. What is refused rolls back and leaves the key free.
 */
export async function ask(tx: Tx, { tokenId }: ApiClient, key: string, requestHash: string): Promise<Asked> {
  const written = await tx.$executeRaw`insert into api_call (commune_id, token_id, key, request_hash) values (${tx.communeId}::uuid, ${tokenId}::uuid, ${key}, ${requestHash}) on conflict do nothing`
  if (written > 0) return { state: 'new' }
  const call = await tx.apiCall.findFirstOrThrow({ where: { communeId: tx.communeId, tokenId, key } })
  return call.requestHash === requestHash ? { state: 'answered', answer: call.answer } : { state: 'other-content' }
}

export const noteAnswer = (tx: Tx, { tokenId }: ApiClient, key: string, answer: Prisma.InputJsonObject): Promise<unknown> =>
  tx.apiCall.updateMany({ where: { communeId: tx.communeId, tokenId, key }, data: { answer } })
