import 'server-only'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { inIdentity } from '@/lib/platform/db'
import { hashPassword } from '../password-hash'
import { accountByUsername, insertAccount } from '../store/account-store'

/** `totpSecret` in base32. Without password and secret nobody signs in until a set-up link was used. */
export type AccountToOpen = { username: string; email?: string; password?: string; totpSecret?: string; isDemonstration?: boolean }

/** Makes an account and answers its id. Where it serves is said by rows of staff members, written by whoever knows the commune. */
export async function openAccount({ password, ...account }: AccountToOpen): Promise<Result<string, { code: 'username-taken'; accountId: string }>> {
  const passwordHash = password === undefined ? undefined : await hashPassword(password)
  return inIdentity(async (tx) => {
    const taken = await accountByUsername(tx, account.username)
    if (taken !== null) return fail({ code: 'username-taken', accountId: taken.id })
    return ok(await insertAccount(tx, { ...account, passwordHash }))
  })
}
