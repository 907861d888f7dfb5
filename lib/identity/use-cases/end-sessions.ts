import 'server-only'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune, inIdentity } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import type { Officer } from '../domain/actor'
import { may } from '../domain/permissions'
import { accountById, raiseVersion, setDisabled } from '../store/account-store'
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

export type StaffProblem = { code: 'forbidden' } | { code: 'not-found' } | { code: 'own-account' }

/** An administrator shuts an account of the own commune; its holder is out at the next click. */
export const disableAccount = (officer: Officer, staffId: string): Promise<Result<null, StaffProblem>> => setAccountDisabled(officer, staffId, true)

/** Opens a shut account again. The holder signs in anew, with both factors. */
export const enableAccount = (officer: Officer, staffId: string): Promise<Result<null, StaffProblem>> => setAccountDisabled(officer, staffId, false)

async function setAccountDisabled(officer: Officer, staffId: string, disabled: boolean): Promise<Result<null, StaffProblem>> {
  if (!may(officer, 'staff.manage', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  const staff = await inCommune(officer, (tx) =>
    tx.staffMember.findUnique({ where: { communeId_id: { communeId: tx.communeId, id: staffId } }, select: { accountId: true } }),
  )
  const accountId = staff?.accountId ?? null
  if (accountId === null) return fail({ code: 'not-found' })
  if (accountId === officer.accountId) return fail({ code: 'own-account' })
  await inIdentity(async (tx) => {
    if ((await accountById(tx, accountId)) === null) return
    await setDisabled(tx, accountId, disabled ? now() : null)
    await endOfficerSessionsOf(tx, accountId, now())
  })
  log.info({ accountId, by: officer.staffId }, disabled ? 'account disabled' : 'account enabled')
  return ok(null)
}
