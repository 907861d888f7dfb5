import 'server-only'
import { now } from '@/lib/platform/clock'
import { inIdentity } from '@/lib/platform/db'
import { accountById } from '../store/account-store'
import { accountOfLink } from '../store/setup-link-store'
import { totpSecretOfLink, totpUri } from '../totp'

/** What the set-up page shows: whose account, and the secret for the authenticator app. Looking does not use the link up. */
export type SetupView = { username: string; totpSecret: string; totpUri: string }

/** Null where the link was used, replaced, is older than a day or never was one. */
export async function setupView(token: string): Promise<SetupView | null> {
  const account = await inIdentity(async (tx) => {
    const accountId = await accountOfLink(tx, token, now())
    return accountId === null ? null : accountById(tx, accountId)
  })
  if (account === null || account.disabledAt !== null) return null
  const totpSecret = totpSecretOfLink(token)
  return { username: account.username, totpSecret, totpUri: totpUri(totpSecret, account.username) }
}
