import 'server-only'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { randomToken } from '@/lib/platform/crypto'
import { inCommune, inIdentity } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { activeCommunes } from '@/lib/units/queries/communes'
import { accountByUsername, insertAccount } from '../store/account-store'
import { insertSetupLink } from '../store/setup-link-store'
import { insertStaff } from '../store/staff-store'

const USERNAME = 'quantri'

/** Absolute, works once, for 24 hours. A new one closes the one before. */
export type AdministratorLink = { url: string; username: string }
export type NoAdministratorLink = { code: 'demonstration' } | { code: 'already-set-up' } | { code: 'no-commune' }

/**
 * The link by which the first administrator of a production installation sets password and second factor. Printed by
 * the start as long as nobody has: there is no default password to forget about.
 */
export async function createFirstAdministratorLink(): Promise<Result<AdministratorLink, NoAdministratorLink>> {
  if (env.mode === 'demo') return fail({ code: 'demonstration' })
  const [commune] = await activeCommunes()
  if (commune === undefined) return fail({ code: 'no-commune' })
  const at = now()
  const token = randomToken()
  const linked = await inIdentity(async (tx): Promise<Result<string, NoAdministratorLink>> => {
    if ((await tx.account.count({ where: { passwordHash: { not: null }, disabledAt: null, isDemonstration: false } })) > 0) return fail({ code: 'already-set-up' })
    const accountId = (await accountByUsername(tx, USERNAME))?.id ?? (await insertAccount(tx, { username: USERNAME }))
    await insertSetupLink(tx, { token, accountId, at })
    return ok(accountId)
  })
  if (!linked.ok) return linked
  if (!(await giveAdministratorPost(commune.id, linked.value, at))) return fail({ code: 'no-commune' })
  return ok({ url: `${env.publicUrl}/thiet-lap/${token}`, username: USERNAME })
}

/** False where the commune has no unit to serve in yet. */
const giveAdministratorPost = (communeId: string, accountId: string, at: Date): Promise<boolean> =>
  inCommune({ kind: 'system', name: 'start' }, communeId, async (tx) => {
    if ((await tx.staffMember.count({ where: { communeId, accountId } })) > 0) return true
    const unit = await tx.unit.findFirst({ where: { communeId, validTo: null }, orderBy: [{ kind: 'asc' }, { validFrom: 'asc' }], select: { id: true } })
    if (unit === null) return false
    await insertStaff(tx, { accountId, unitId: unit.id, fullName: 'Quản trị hệ thống', title: 'Quản trị', roles: ['administrator'], activeFrom: localDateOf(at) })
    return true
  })
