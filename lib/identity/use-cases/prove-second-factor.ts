import 'server-only'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inIdentity } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { giveBack, limits, takeAttempt } from '../attempts'
import type { Post } from '../domain/post'
import { decideTotp, type TotpProblem } from '../domain/totp-step'
import { postsOfAccount } from '../queries/posts'
import { accountById, useTotpStep } from '../store/account-store'
import { openOfficerSession } from '../store/officer-session-store'
import { totpMatches } from '../totp'
import { mayBeUsed, type PasswordProved, type TooManyAttempts } from './prove-password'

export type OpenedDoor = { token: string; post: Post }
export type SecondFactorProblem = TotpProblem | TooManyAttempts | { code: 'sign-in-over' } | { code: 'no-post' }

/**
 * The second of two factors: the only place that opens an officer's session. The account is looked at again,
 * because it may have been disabled or changed since its password was proved.
 */
export async function proveSecondFactor(
  proved: PasswordProved,
  code: string,
  userAgent: string | null,
): Promise<Result<OpenedDoor, SecondFactorProblem>> {
  const waitSeconds = await takeAttempt(limits.secondFactor, proved.accountId)
  if (waitSeconds > 0) return fail({ code: 'too-many-attempts', waitSeconds })
  const [post] = await postsOfAccount(proved.accountId)
  const at = now()

  const outcome = await inIdentity(async (tx): Promise<Result<OpenedDoor, SecondFactorProblem>> => {
    const account = await accountById(tx, proved.accountId)
    if (account === null || !mayBeUsed(account) || account.version !== proved.version) return fail({ code: 'sign-in-over' })
    const decision = decideTotp({ matches: totpMatches(account.totpSecret, code, at), at, lastStep: account.totpLastStep })
    if (!decision.ok) return decision
    if (!(await useTotpStep(tx, account.id, decision.value))) return fail({ code: 'code-used', waitSeconds: 30 })
    if (post === undefined) return fail({ code: 'no-post' })
    const token = await openOfficerSession(tx, { accountId: account.id, accountVersion: account.version, post, secondFactorAt: at, userAgent }, at)
    return ok({ token, post })
  })
  if (outcome.ok) await giveBack(limits.secondFactor, proved.accountId)
  log.info({ accountId: proved.accountId, outcome: outcome.ok ? 'accepted' : outcome.problem.code }, 'sign-in: second factor')
  return outcome
}
