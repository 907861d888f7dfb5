import 'server-only'
import type { Officer } from '@/lib/identity/domain/actor'
import type { Role } from '@/lib/identity/domain/permissions'
import { inCommune } from '@/lib/platform/db'
import type { SeedUnitKey } from '../communes'

/** The people of a commune, to be asked by what they do and where. */
export type Staff = { of: (role: Role, unit?: SeedUnitKey) => Officer; all: (role: Role) => Officer[] }

export async function staffOf(communeId: string): Promise<Staff> {
  const [members, units] = await inCommune({ kind: 'system', name: 'scenario' }, communeId, async (tx) => [
    await tx.staffMember.findMany({ where: { communeId, activeTo: null }, orderBy: { id: 'asc' } }),
    await tx.unit.findMany({ where: { communeId }, select: { id: true, key: true } }),
  ] as const)
  const keyOf = new Map(units.map(({ id, key }) => [id, key]))
  const officers = members.map((member) => ({
    unit: keyOf.get(member.unitId),
    officer: { kind: 'officer', accountId: member.accountId ?? member.id, staffId: member.id, communeId, unitId: member.unitId, unitKey: keyOf.get(member.unitId) ?? '', roles: member.roles as Role[], name: member.fullName, title: member.title } satisfies Officer,
  }))
  const all = (role: Role, unit?: SeedUnitKey): Officer[] => officers.filter((one) => one.officer.roles.includes(role) && (unit === undefined || one.unit === unit)).map(({ officer }) => officer)
  return {
    all,
    of: (role, unit) => {
      const found = all(role, unit)[0]
      if (found === undefined) throw new Error(`Nobody is ${role}${unit === undefined ? '' : ` in ${unit}`}: load the demonstration staff first`)
      return found
    },
  }
}
