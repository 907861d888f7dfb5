import 'server-only'
import { keyedHash } from '@/lib/platform/crypto'
import type { PlainTx } from '@/lib/platform/db'
import { minutesAfter } from '../domain/session-limits'

/** @unit minutes */
const LINK_LASTS = 24 * 60

const hashOf = (token: string): string => keyedHash(`set-up-link\0${token}`)

/** Stores a link for an account. A newer link closes the older ones: only one works at a time. */
export async function insertSetupLink(tx: PlainTx, link: { token: string; accountId: string; at: Date }): Promise<void> {
  await tx.setupLink.updateMany({ where: { accountId: link.accountId, usedAt: null }, data: { usedAt: link.at } })
  await tx.setupLink.create({
    data: { tokenHash: hashOf(link.token), accountId: link.accountId, createdAt: link.at, expiresAt: minutesAfter(link.at, LINK_LASTS) },
  })
}

/** The account of a link that still works, or null. */
export const accountOfLink = async (tx: PlainTx, token: string, at: Date): Promise<string | null> => {
  const link = await tx.setupLink.findFirst({ where: { tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: at } }, select: { accountId: true } })
  return link?.accountId ?? null
}

/** Uses a link up. False where another request did so first. */
export const useSetupLink = async (tx: PlainTx, token: string, at: Date): Promise<boolean> => {
  const { count } = await tx.setupLink.updateMany({ where: { tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: at } }, data: { usedAt: at } })
  return count === 1
}
