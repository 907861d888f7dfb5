import 'server-only'
import { inIdentity } from '@/lib/platform/db'

/** Where an officer's account is written to; null where it has no e-mail or was disabled. */
export async function officerEmail(accountId: string): Promise<string | null> {
  const account = await inIdentity((tx) => tx.account.findFirst({ where: { id: accountId, disabledAt: null }, select: { email: true } }))
  return account?.email ?? null
}
