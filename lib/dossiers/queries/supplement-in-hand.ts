import 'server-only'
import type { Citizen } from '@/lib/identity/domain/actor'
import type { TrackingGrant } from '@/lib/identity/tracking-grants'
import { fromDateColumn } from '../store/rows'
import type { LocalDate } from '@/lib/kernel/local-date'
import { inCommune } from '@/lib/platform/db'
import { itemKey, type MissingItem } from '../domain/supplement'
import { MissingItems } from '../store/supplement-store'
import { isOwnDossier } from './dossiers-of-citizen'

export type SupplementFile = { id: string; name: string; mime: string; size: number }
/** One thing asked for, under the key that its files carry, with what has arrived of it so far. */
export type AskedItem = MissingItem & { key: string; files: readonly SupplementFile[] }
export type SupplementInHand = { requestId: string; reason: string; deadlineOn: LocalDate | null; items: readonly AskedItem[] }

/** What stands between the request and its answer, for the dossier's own people. Null where nothing is asked, or it is not theirs. */
export async function supplementInHand(citizen: Citizen, dossier: TrackingGrant): Promise<SupplementInHand | null> {
  if (!(await isOwnDossier(citizen, dossier))) return null
  const { communeId, dossierId } = dossier
  return inCommune(citizen, communeId, async (tx) => {
    const request = await tx.supplementRequest.findFirst({ where: { communeId, dossierId, suppliedAt: null }, orderBy: { round: 'desc' }, select: { id: true, items: true, reason: true, requestedAt: true, deadlineOn: true } })
    if (request === null) return null
    const files = await tx.attachment.findMany({
      where: { communeId, dossierId, kind: 'supplement', removedAt: null, createdAt: { gte: request.requestedAt } }, orderBy: { createdAt: 'asc' }, take: 100,
      select: { id: true, documentKey: true, name: true, mime: true, size: true },
    })
    const items = MissingItems.parse(request.items).map((item, position) => ({ ...item, key: itemKey(item, position) }))
    return {
      requestId: request.id, reason: request.reason, deadlineOn: request.deadlineOn === null ? null : fromDateColumn(request.deadlineOn),
      items: items.map((item) => ({ ...item, files: files.filter(({ documentKey }) => documentKey === item.key) })),
    }
  })
}
