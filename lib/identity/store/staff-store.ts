import 'server-only'
import type { LocalDate } from '@/lib/kernel/local-date'
import type { Tx } from '@/lib/platform/db'
import type { Role } from '../domain/permissions'

export type NewStaff = {
  accountId: string
  unitId: string
  fullName: string
  title: string
  roles: readonly Role[]
  /** "Quầy 2" */
  counterName?: string
  activeFrom: LocalDate
}

export const insertStaff = async (tx: Tx, { roles, activeFrom, ...staff }: NewStaff): Promise<string> => {
  const { id } = await tx.staffMember.create({
    data: { communeId: tx.communeId, ...staff, roles: [...roles], activeFrom: new Date(activeFrom) },
    select: { id: true },
  })
  return id
}

/** Null where nobody of this id serves in the commune, or serves without an account. */
export const accountOfStaff = async (tx: Tx, staffId: string): Promise<string | null> =>
  (await tx.staffMember.findUnique({ where: { communeId_id: { communeId: tx.communeId, id: staffId } }, select: { accountId: true } }))?.accountId ?? null

export const changeStaffRoles = (tx: Tx, staffId: string, roles: readonly Role[]): Promise<unknown> =>
  tx.staffMember.update({ where: { communeId_id: { communeId: tx.communeId, id: staffId } }, data: { roles: [...roles] } })
