import 'server-only'
import { now } from '@/lib/platform/clock'
import { inIdentity } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { raiseVersion } from '../store/account-store'
import { endOfficerSession, endOfficerSessionsOf } from '../store/officer-session-store'

/** Ends one session: the officer signed out. A token that is not known ends nothing. */
export async function signOutOfficer(token: string): Promise<void> {
  await inIdentity((tx) => endOfficerSession(tx, token, now()))
  log.info('sign-out')
}

/** Ends every session of an account, wherever it is open: its roles, unit or factors changed. */
export async function endSessionsOf(accountId: string): Promise<void> {
  await inIdentity(async (tx) => {
    await raiseVersion(tx, accountId)
    await endOfficerSessionsOf(tx, accountId, now())
  })
  log.info({ accountId }, 'sessions ended')
}
