import 'server-only'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inIdentity } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import type { Officer } from '../domain/actor'
import { postsOf } from '../queries/posts'
import { endOfficerSession, officerSession, openOfficerSession } from '../store/officer-session-store'
import type { OpenedDoor } from './prove-second-factor'

/**
 * Goes on at another post of the same account. The session is opened anew under another token and the old one ends,
 * so that an open window of the first commune cannot write into the second; the second factor keeps its hour.
 */
export async function switchPost(officer: Officer, staffId: string, token: string): Promise<Result<OpenedDoor, { code: 'no-post' } | { code: 'signed-out' }>> {
  const post = (await postsOf(officer)).find((each) => each.staffId === staffId)
  if (post === undefined) return fail({ code: 'no-post' })
  const at = now()
  return inIdentity(async (tx) => {
    const session = await officerSession(tx, token)
    if (session === null) return fail({ code: 'signed-out' })
    const next = await openOfficerSession(tx, { ...session, post }, at)
    await endOfficerSession(tx, token, at)
    log.info({ accountId: officer.accountId, communeId: post.communeId }, 'post switched')
    return ok({ token: next, post })
  })
}
