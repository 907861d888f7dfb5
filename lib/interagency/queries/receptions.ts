import 'server-only'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { decryptField } from '@/lib/platform/crypto'
import { inCommune } from '@/lib/platform/db'
import type { Stage } from '@/lib/dossiers/domain/dossier'
import { activeCommunes } from '@/lib/units/queries/communes'
import type { ReturnPlace } from '../store/reception-store'

export type ReceptionView = {
  id: string; numberText: string; solvingCommune: string; procedureName: string; applicantName: string; state: 'waiting' | 'acknowledged' | 'refused'; returnPlace: ReturnPlace; receivedAt: Date; receivedBy: string
  code: string | null; refusal: string | null; stage: Stage | null; dueAt: Date | null; resultAt: Date | null; returnedAt: Date | null
}
export type ReceptionPage = { rows: ReceptionView[]; next: string | null }

const PAGE = 30
const mayLook = (officer: Officer): boolean => may(officer, 'dossier.receive', { communeId: officer.communeId })

/** What this commune's counter took in for others, the latest first, with what those answered. */
export async function receptions(officer: Officer, after: string | null): Promise<ReceptionPage> {
  if (!mayLook(officer)) return { rows: [], next: null }
  const match = /^(\d+)_([0-9a-f-]{36})$/.exec(after ?? '')
  const from = match === null ? undefined : { OR: [{ receivedAt: { lt: new Date(Number(match[1])) } }, { receivedAt: new Date(Number(match[1])), id: { lt: match[2]! } }] }
  const rows = await read(officer, from, PAGE + 1)
  const last = rows[PAGE - 1]
  return { rows: rows.slice(0, PAGE), next: rows.length > PAGE && last !== undefined ? `${last.receivedAt.getTime()}_${last.id}` : null }
}

export async function reception(officer: Officer, id: string): Promise<ReceptionView | null> {
  if (!mayLook(officer) || !/^[0-9a-f-]{36}$/.test(id)) return null
  return (await read(officer, { id }, 1))[0] ?? null
}

async function read(officer: Officer, where: object | undefined, take: number): Promise<ReceptionView[]> {
  const communes = await activeCommunes()
  return inCommune(officer, async (tx) => {
    const rows = await tx.reception.findMany({ where: { communeId: tx.communeId, ...where }, orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }], take })
    const staff = await tx.staffMember.findMany({ where: { communeId: tx.communeId, id: { in: [...new Set(rows.map(({ receivedBy }) => receivedBy))] } }, select: { id: true, fullName: true } })
    return rows.map((row) => ({
      ...row, applicantName: decryptField(row.applicantName), state: row.state as ReceptionView['state'], returnPlace: row.returnPlace as ReturnPlace, stage: row.stage as Stage | null,
      solvingCommune: communes.find(({ id }) => id === row.solvingCommuneId)?.name ?? 'Xã không còn trên hệ thống', receivedBy: staff.find(({ id }) => id === row.receivedBy)?.fullName ?? '',
    }))
  })
}
