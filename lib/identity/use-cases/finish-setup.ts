import 'server-only'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inIdentity } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { activeCommunes } from '@/lib/units/queries/communes'
import { checkPassword, type PasswordProblem } from '../domain/password'
import { totpStep } from '../domain/totp-step'
import { hashPassword } from '../password-hash'
import { accountById, setCredentials } from '../store/account-store'
import { endOfficerSessionsOf } from '../store/officer-session-store'
import { accountOfLink, useSetupLink } from '../store/setup-link-store'
import { totpMatches, totpSecretOfLink } from '../totp'

export type SetupProblem = PasswordProblem | { code: 'link-over' } | { code: 'code-wrong' }

/** Sets both factors of an account by its one-time link. The code proves that the authenticator holds the secret. */
export async function finishSetup(typed: { token: string; password: string; code: string }): Promise<Result<{ username: string }, SetupProblem>> {
  const at = now()
  const account = await inIdentity(async (tx) => {
    const accountId = await accountOfLink(tx, typed.token, at)
    return accountId === null ? null : accountById(tx, accountId)
  })
  if (account === null || account.disabledAt !== null) return fail({ code: 'link-over' })
  const communes = await activeCommunes()
  const password = checkPassword(typed.password, [account.username, ...communes.map(({ name }) => name)])
  if (!password.ok) return password
  const totpSecret = totpSecretOfLink(typed.token)
  if (!totpMatches(totpSecret, typed.code, at)) return fail({ code: 'code-wrong' })
  const passwordHash = await hashPassword(password.value)
  return inIdentity(async (tx) => {
    if (!(await useSetupLink(tx, typed.token, at))) return fail({ code: 'link-over' })
    await setCredentials(tx, account.id, { passwordHash, totpSecret, step: BigInt(totpStep(at)) })
    await endOfficerSessionsOf(tx, account.id, at)
    log.info({ accountId: account.id }, 'account set up')
    return ok({ username: account.username })
  })
}
