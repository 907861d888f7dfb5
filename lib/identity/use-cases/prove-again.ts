import 'server-only'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inIdentity } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { giveBack, type Limit, takeAttempt } from '../attempts'
import type { Officer } from '../domain/actor'
import { decideTotp } from '../domain/totp-step'
import { verifyPassword } from '../password-hash'
import { type Account, accountById, useTotpStep } from '../store/account-store'
import { totpMatches } from '../totp'
import { mayBeUsed, type TooManyAttempts } from './prove-password'

const LIMIT = { name: 'prove-again', points: 10, minutes: 15 } satisfies Limit

export type ProveAgainProblem = { code: 'proof-empty' } | { code: 'proof-wrong' } | { code: 'code-used'; waitSeconds: number } | TooManyAttempts

/**
 * Whoever sits at an open screen shows anew that it is the officer, before something that binds: the password, or the six figures
 * of the authenticator. Answers the user name, under which keys are kept.
 */
export async function proveAgain(officer: Officer, typed: string): Promise<Result<{ username: string }, ProveAgainProblem>> {
  const proof = typed.trim()
  if (proof === '') return fail({ code: 'proof-empty' })
  const waitSeconds = await takeAttempt(LIMIT, officer.accountId)
  if (waitSeconds > 0) return fail({ code: 'too-many-attempts', waitSeconds })
  const account = await inIdentity((tx) => accountById(tx, officer.accountId))
  if (account === null || !mayBeUsed(account)) return fail({ code: 'proof-wrong' })
  const proved = /^\d{3} ?\d{3}$/.test(proof) ? await byCode(account, proof) : (await verifyPassword(account.passwordHash, typed)) ? ok(true) : fail({ code: 'proof-wrong' } as const)
  log.info({ accountId: account.id, outcome: proved.ok ? 'accepted' : proved.problem.code }, 'identity proved again')
  if (!proved.ok) return proved
  await giveBack(LIMIT, officer.accountId)
  return ok({ username: account.username })
}

async function byCode(account: Account & { totpSecret: string }, code: string): Promise<Result<true, ProveAgainProblem>> {
  const at = now()
  const decision = decideTotp({ matches: totpMatches(account.totpSecret, code, at), at, lastStep: account.totpLastStep })
  if (!decision.ok) return decision.problem.code === 'code-used' ? fail({ code: 'code-used', waitSeconds: decision.problem.waitSeconds }) : fail({ code: 'proof-wrong' })
  return (await inIdentity((tx) => useTotpStep(tx, account.id, decision.value))) ? ok(true) : fail({ code: 'code-used', waitSeconds: 30 })
}
