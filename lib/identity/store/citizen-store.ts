import 'server-only'
import type { PlainTx } from '@/lib/platform/db'
import { citizenSessionLimits, minutesAfter } from '../domain/session-limits'

/** The citizen account of a contact: the same one on every device, made when the contact first answers a code. */
export const citizenOfContact = async (tx: PlainTx, contact: { hash: string; encrypted: string }): Promise<string> => {
  const { id } = await tx.citizenAccount.upsert({
    where: { contactHash: contact.hash },
    create: { contactHash: contact.hash, contact: contact.encrypted },
    update: {},
    select: { id: true },
  })
  return id
}

export const openCitizenSession = (tx: PlainTx, session: { tokenHash: string; citizenId: string; at: Date }): Promise<unknown> =>
  tx.citizenSession.create({
    data: {
      tokenHash: session.tokenHash,
      citizenId: session.citizenId,
      createdAt: session.at,
      lastSeenAt: session.at,
      expiresAt: minutesAfter(session.at, citizenSessionLimits.absolute),
    },
  })

/** The account behind a session that still stands at `at`; notes the visit, at most once a minute. The contact is encrypted. */
export async function citizenOfSession(tx: PlainTx, tokenHash: string, at: Date): Promise<{ citizenId: string; contact: string } | null> {
  const session = await tx.citizenSession.findFirst({
    where: { tokenHash, endedAt: null, expiresAt: { gt: at }, lastSeenAt: { gt: minutesAfter(at, -citizenSessionLimits.idle) } },
    select: { citizenId: true, lastSeenAt: true },
  })
  if (session === null) return null
  if (session.lastSeenAt < minutesAfter(at, -1)) await tx.citizenSession.update({ where: { tokenHash }, data: { lastSeenAt: at } })
  const account = await tx.citizenAccount.findUniqueOrThrow({ where: { id: session.citizenId }, select: { contact: true } })
  return { citizenId: session.citizenId, contact: account.contact }
}

export const endCitizenSession = (tx: PlainTx, tokenHash: string, at: Date): Promise<unknown> =>
  tx.citizenSession.updateMany({ where: { tokenHash, endedAt: null }, data: { endedAt: at } })
