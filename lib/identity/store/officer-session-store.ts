import 'server-only'
import type { PlainTx } from '@/lib/platform/db'
import type { Post } from '../domain/post'
import { minutesAfter, officerSessionLimits, sessionClass } from '../domain/session-limits'
import { newOfficerToken, sessionHash } from '../session-token'

export type OpenedSession = { accountId: string; accountVersion: number; post: Post; secondFactorAt: Date; userAgent: string | null }

/** Opens a session at one post and answers its token, which is stored nowhere. The day's end counts from the second factor. */
export async function openOfficerSession(tx: PlainTx, session: OpenedSession, at: Date): Promise<string> {
  const kind = sessionClass(session.post.roles)
  const token = newOfficerToken(kind)
  await tx.officerSession.create({
    data: {
      tokenHash: sessionHash(token),
      accountId: session.accountId,
      accountVersion: session.accountVersion,
      communeId: session.post.communeId,
      staffId: session.post.staffId,
      secondFactorAt: session.secondFactorAt,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: minutesAfter(session.secondFactorAt, officerSessionLimits[kind].absolute),
      userAgent: session.userAgent?.slice(0, 200) ?? null,
    },
  })
  return token
}

export const endOfficerSession = (tx: PlainTx, token: string, at: Date): Promise<unknown> =>
  tx.officerSession.updateMany({ where: { tokenHash: sessionHash(token), endedAt: null }, data: { endedAt: at } })

export const endOfficerSessionsOf = (tx: PlainTx, accountId: string, at: Date): Promise<unknown> =>
  tx.officerSession.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: at } })

export const officerSession = (tx: PlainTx, token: string) =>
  tx.officerSession.findFirst({
    where: { tokenHash: sessionHash(token), endedAt: null },
    select: { accountId: true, accountVersion: true, secondFactorAt: true, userAgent: true },
  })
