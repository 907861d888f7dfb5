import 'server-only'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { inIdentity } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { giveBack, limits, takeAttempt } from '../attempts'
import { verifyPassword } from '../password-hash'
import { type Account, accountByUsername, spellUsername } from '../store/account-store'

/** Where a request comes from. `device` is set where this browser signed in to this account before. */
export type ComesFrom = { address: string; device: string | null }

export type TooManyAttempts = { code: 'too-many-attempts'; waitSeconds: number }
export type PasswordProved = { accountId: string; version: number }

/**
 * The first of two factors. An unknown, a disabled and an unfinished account answer like a wrong password, after the
 * same work. What succeeds is given back to the limits: many officers sit behind one address and all arrive at 07:30.
 */
export async function provePassword(
  typed: { username: string; password: string },
  from: ComesFrom,
): Promise<Result<PasswordProved, { code: 'wrong-credentials' } | TooManyAttempts>> {
  const [limit, key] = from.device === null ? [limits.account, spellUsername(typed.username)] : [limits.device, from.device]
  const waitSeconds = (await takeAttempt(limits.address, from.address)) || (await takeAttempt(limit, key))
  if (waitSeconds > 0) return fail({ code: 'too-many-attempts', waitSeconds })

  const account = await inIdentity((tx) => accountByUsername(tx, typed.username))
  const proved = await verifyPassword(account?.passwordHash ?? null, typed.password)
  if (account === null || !proved || !mayBeUsed(account)) {
    log.info({ accountId: account?.id ?? null }, 'sign-in: password refused')
    return fail({ code: 'wrong-credentials' })
  }
  await giveBack(limits.address, from.address)
  await giveBack(limit, key)
  log.info({ accountId: account.id }, 'sign-in: password accepted')
  return ok({ accountId: account.id, version: account.version })
}

/** Both factors are set up, nobody shut it, and it is no demonstration account that found its way into production. */
export const mayBeUsed = (account: Account): account is Account & { totpSecret: string } =>
  account.disabledAt === null && account.totpSecret !== null && !(account.isDemonstration && env.mode === 'production')
