import 'server-only'
import { calendarOf } from '@/lib/calendar/store'
import { AddLegInput } from '@/lib/interagency/inputs'
import { addLegIn } from '@/lib/interagency/use-cases/hand-over-leg'
import { acceptLegIn } from '@/lib/interagency/use-cases/work-on-leg'
import { must } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { communeBySlug } from '@/lib/units/queries/communes'
import { staffOf } from './scenarios/staff'

const given = [
  { key: 'partner-tax', name: 'Xác định nghĩa vụ tài chính', limitValue: '3', instruction: 'Thông báo cho xã khi có số phải nộp' },
  { key: 'partner-land', name: 'Cung cấp thông tin thửa đất', limitValue: '5', instruction: null },
] as const

/** Two parts of dossiers of today at partner units, so that a demonstration shows both sides of a hand-over. Once. */
export async function loadLegs(slug: string): Promise<void> {
  const commune = await communeBySlug(slug)
  if (commune === null) return
  const [staff, calendar, at] = [await staffOf(commune.id), await calendarOf(commune.id), now()]
  const [officer, partners] = [staff.of('case-officer', 'economy'), staff.all('partner-officer')]
  const accepted = await inCommune(officer, async (tx) => {
    if ((await tx.dossierLeg.count({ where: { communeId: commune.id } })) > 0) return null
    const dossiers = await tx.dossier.findMany({ where: { communeId: commune.id, stage: { in: ['received', 'in-progress'] }, clock: 'running', dueAt: { gt: at } }, orderBy: { dueAt: 'desc' }, take: given.length, select: { id: true } })
    const units = await tx.unit.findMany({ where: { communeId: commune.id, kind: 'partner' }, select: { id: true, key: true } })
    for (const [n, { id: dossierId }] of dossiers.entries()) {
      const { key, ...leg } = given[n]!
      const partnerId = units.find((unit) => unit.key === key)?.id
      const [paper] = await tx.dossierDocument.findMany({ where: { communeId: commune.id, dossierId }, orderBy: { position: 'asc' }, take: 1, select: { id: true } })
      if (partnerId !== undefined) must(await addLegIn(tx, officer, AddLegInput.parse({ dossierId, partnerId, ...leg, limitUnit: 'working-day', required: '1', papers: paper === undefined ? [] : [paper.id] }), at, calendar))
    }
    return tx.dossierLeg.findFirst({ where: { communeId: commune.id, partnerId: partners.at(-1)?.unitId ?? null }, select: { id: true } })
  })
  const [worker] = partners.toReversed()
  if (accepted !== null && worker !== undefined) await inCommune(worker, async (tx) => must(await acceptLegIn(tx, worker, accepted.id, at)))
}
