import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '@/lib/platform/db'

export type Handover = { way: 'desk' | 'online'; recipientName: string; mandate: string | null; signed: boolean; by: string; at: Date }

/** Over the desk or as a file: done in one moment. */
export async function writeHandover(tx: Tx, dossierId: string, { way, recipientName, mandate, signed, by, at }: Handover): Promise<void> {
  await tx.resultDelivery.create({
    data: { communeId: tx.communeId, id: uuidv7(), dossierId, way, state: 'collected', recipientName, mandate, signed, handedOverAt: at, handedOverBy: by, closedAt: at }, select: { id: true },
  })
}

/** A parcel begins its way. */
export async function writeParcel(tx: Tx, dossierId: string, parcel: { trackingNumber: string; by: string; at: Date }): Promise<string> {
  const id = uuidv7()
  await tx.resultDelivery.create({
    data: { communeId: tx.communeId, id, dossierId, way: 'post', state: 'posted', trackingNumber: parcel.trackingNumber, handedOverAt: parcel.at, handedOverBy: parcel.by }, select: { id: true },
  })
  return id
}

/** The parcel that is on its way; a dossier has one at most. */
export async function openParcel(tx: Tx, dossierId: string): Promise<string> {
  const { id } = await tx.resultDelivery.findFirstOrThrow({ where: { communeId: tx.communeId, dossierId, way: 'post', state: 'posted' }, orderBy: { handedOverAt: 'desc' }, select: { id: true } })
  return id
}

export const closeParcel = (tx: Tx, id: string, state: 'delivered' | 'sent-back', at: Date, note: string | null = null): Promise<unknown> =>
  tx.resultDelivery.updateMany({ where: { communeId: tx.communeId, id }, data: { state, closedAt: at, note } })

/** Keyed numbers of the people of a dossier, to compare a card with. */
export const partiesByNumber = (tx: Tx, dossierId: string): Promise<{ part: string; fullName: string; personalIdHash: string | null }[]> =>
  tx.dossierParty.findMany({ where: { communeId: tx.communeId, dossierId }, select: { part: true, fullName: true, personalIdHash: true } })
