import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { DossierEvent } from '../domain/events'
import { fromEventRow } from './rows'

type ProposalType = 'apology-drafted' | 'correction-proposed'
/** What somebody proposed, in their words. */
export type Proposal<T extends ProposalType> = { event: Extract<DossierEvent, { type: T }>; by: string | null; reason: string }

/** The latest draft or proposal of a kind: the event is its record, the note its words. */
export async function latestProposal<T extends ProposalType>(tx: Tx, dossierId: string, type: T): Promise<Proposal<T> | null> {
  const row = await tx.dossierEvent.findFirst({ where: { communeId: tx.communeId, dossierId, type }, orderBy: { seq: 'desc' } })
  if (row === null) return null
  const note = await tx.dossierNote.findFirst({ where: { communeId: tx.communeId, dossierId, eventId: row.id }, select: { text: true } })
  return { event: fromEventRow(row) as Proposal<T>['event'], by: row.actorId, reason: note?.text ?? '' }
}
