import 'server-only'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import type { Step } from '../domain/dossier'
import { toDateColumn } from '../store/rows'

export type StaffForStep = { id: string; name: string; title: string }

/** Who may be given a step today: of its role, those of its unit first. Nobody for whoever may not assign. */
export async function staffForStep(officer: Officer, step: Pick<Step, 'role' | 'unitKey'>): Promise<StaffForStep[]> {
  if (!may(officer, 'dossier.assign', { communeId: officer.communeId })) return []
  const today = toDateColumn(localDateOf(now()))
  const { staff, units } = await inCommune(officer, async (tx) => ({
    staff: await tx.staffMember.findMany({
      where: { communeId: tx.communeId, roles: { has: step.role }, activeFrom: { lte: today }, OR: [{ activeTo: null }, { activeTo: { gte: today } }] },
      orderBy: [{ fullName: 'asc' }, { id: 'asc' }], take: 100, select: { id: true, fullName: true, title: true, unitId: true },
    }),
    units: await tx.unit.findMany({ where: { communeId: tx.communeId, key: step.unitKey }, select: { id: true } }),
  }))
  const own = new Set(units.map(({ id }) => id))
  return staff.toSorted((a, b) => Number(own.has(b.unitId)) - Number(own.has(a.unitId))).map(({ id, fullName, title }) => ({ id, name: fullName, title }))
}
