import 'server-only'
import { localDateOf } from '@/lib/kernel/local-date'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { randomToken } from '@/lib/platform/crypto'
import { inCommune, inIdentity } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import type { Officer } from '../domain/actor'
import { may, type Role } from '../domain/permissions'
import { accountById, setDisabled } from '../store/account-store'
import { endOfficerSessionsOf } from '../store/officer-session-store'
import { insertSetupLink } from '../store/setup-link-store'
import { accountOfStaff, changeStaffRoles, insertStaff, type NewStaff } from '../store/staff-store'
import { endSessionsOf } from './end-sessions'
import { openAccount } from './open-account'

export type StaffProblem = { code: 'forbidden' } | { code: 'not-found' } | { code: 'own-account' }

/** Roles that look beyond one commune are not given by one commune. */
const given = (role: Role): boolean => role !== 'province-supervisor'
const mayManage = (officer: Officer): boolean => may(officer, 'staff.manage', { communeId: officer.communeId })

/** The account of a colleague in the own commune, whom this officer may manage. Nobody manages the own account. */
async function managed(officer: Officer, staffId: string): Promise<Result<string, StaffProblem>> {
  if (!mayManage(officer)) return fail({ code: 'forbidden' })
  const accountId = await inCommune(officer, (tx) => accountOfStaff(tx, staffId))
  if (accountId === null) return fail({ code: 'not-found' })
  return accountId === officer.accountId ? fail({ code: 'own-account' }) : ok(accountId)
}

/** An administrator shuts an account of the own commune; its holder is out at the next click. */
export const disableAccount = (officer: Officer, staffId: string): Promise<Result<null, StaffProblem>> => setAccountDisabled(officer, staffId, true)

/** Opens a shut account again. The holder signs in anew, with both factors. */
export const enableAccount = (officer: Officer, staffId: string): Promise<Result<null, StaffProblem>> => setAccountDisabled(officer, staffId, false)

async function setAccountDisabled(officer: Officer, staffId: string, disabled: boolean): Promise<Result<null, StaffProblem>> {
  const account = await managed(officer, staffId)
  if (!account.ok) return account
  const at = now()
  await inIdentity(async (tx) => {
    await setDisabled(tx, account.value, disabled ? at : null)
    await endOfficerSessionsOf(tx, account.value, at)
  })
  log.info({ accountId: account.value, by: officer.staffId }, disabled ? 'account disabled' : 'account enabled')
  return ok(null)
}

/** Gives a colleague other roles. Open sessions end, because they carry the old ones. */
export async function changeRoles(officer: Officer, staffId: string, roles: readonly Role[]): Promise<Result<null, StaffProblem>> {
  const account = await managed(officer, staffId)
  if (!account.ok) return account
  if (!roles.every(given)) return fail({ code: 'forbidden' })
  await inCommune(officer, (tx) => changeStaffRoles(tx, staffId, roles))
  await endSessionsOf(account.value)
  return ok(null)
}

/** Absolute, works once, for 24 hours. To be handed over in person: whoever opens it sets both factors. */
export type SetupLink = { url: string; username: string }

/** For a new colleague, a forgotten password or a lost phone. The old factors work until the link was used. */
export async function issueSetupLink(officer: Officer, staffId: string): Promise<Result<SetupLink, StaffProblem>> {
  const account = await managed(officer, staffId)
  if (!account.ok) return account
  const token = randomToken()
  const username = await inIdentity(async (tx) => {
    await insertSetupLink(tx, { token, accountId: account.value, at: now() })
    return (await accountById(tx, account.value))?.username ?? ''
  })
  log.info({ accountId: account.value, by: officer.staffId }, 'set-up link issued')
  return ok({ url: `${env.publicUrl}/thiet-lap/${token}`, username })
}

export type AddStaffProblem = StaffProblem | { code: 'username-taken' }

/** Adds a colleague to the own commune, with an account that waits for its set-up link. */
export async function addStaff(officer: Officer, staff: Omit<NewStaff, 'accountId' | 'activeFrom'> & { username: string; email?: string }): Promise<Result<SetupLink, AddStaffProblem>> {
  if (!mayManage(officer) || !staff.roles.every(given)) return fail({ code: 'forbidden' })
  const { username, email, ...post } = staff
  const account = await openAccount({ username, email })
  if (!account.ok) return fail({ code: 'username-taken' })
  const staffId = await inCommune(officer, (tx) => insertStaff(tx, { ...post, accountId: account.value, activeFrom: localDateOf(now()) }))
  return issueSetupLink(officer, staffId)
}
