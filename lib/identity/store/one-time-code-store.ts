import 'server-only'
import { keyedHash } from '@/lib/platform/crypto'
import type { PlainTx } from '@/lib/platform/db'
import { CODE_MINUTES, type SentCode } from '../domain/one-time-code'
import { minutesAfter } from '../domain/session-limits'

/** A code is hashed together with its request: the right figures in another request open nothing. */
export const codeHash = (requestId: string, code: string): string => keyedHash(`one-time-code\0${requestId}\0${code}`)

export const insertCode = (tx: PlainTx, request: { id: string; contactHash: string; code: string; at: Date }): Promise<unknown> =>
  tx.oneTimeCode.create({
    data: {
      id: request.id,
      contactHash: request.contactHash,
      codeHash: codeHash(request.id, request.code),
      createdAt: request.at,
      expiresAt: minutesAfter(request.at, CODE_MINUTES),
    },
  })

/** Counts a try and answers the request as it stands with it; null where there is no such request. The row stays locked. */
export async function countTry(tx: PlainTx, requestId: string): Promise<(SentCode & { contactHash: string; codeHash: string }) | null> {
  const { count } = await tx.oneTimeCode.updateMany({ where: { id: requestId }, data: { attempts: { increment: 1 } } })
  if (count === 0) return null
  const row = await tx.oneTimeCode.findUniqueOrThrow({ where: { id: requestId } })
  return { tries: row.attempts, expiresAt: row.expiresAt, usedAt: row.usedAt, contactHash: row.contactHash, codeHash: row.codeHash }
}

/** A request is over when its code was accepted, or when a new one was asked for in its place. */
export const closeRequest = (tx: PlainTx, requestId: string, at: Date): Promise<unknown> =>
  tx.oneTimeCode.updateMany({ where: { id: requestId, usedAt: null }, data: { usedAt: at } })
