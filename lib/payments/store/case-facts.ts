import 'server-only'
import { localDateOf } from '@/lib/kernel/local-date'
import type { Tx } from '@/lib/platform/db'
import { communeById } from '@/lib/units/queries/communes'
import type { FeeCase } from '../domain/assess-fee'

/** What payments need to know of a dossier: its code, and what the rules of reduction ask. Read only; its author is elsewhere. */
export type CaseFacts = Omit<FeeCase, 'claims'> & { dossierId: string; code: string; procedureName: string; stage: string; citizenIds: (string | null)[] }

export async function caseFacts(tx: Tx, dossierId: string): Promise<CaseFacts | null> {
  const row = await tx.dossier.findFirst({
    where: { communeId: tx.communeId, id: dossierId },
    select: { code: true, procedureCode: true, procedureName: true, fieldSlug: true, channel: true, stage: true, submittedAt: true, receivedAt: true, createdAt: true, applicantCitizenId: true, submitterCitizenId: true },
  })
  if (row === null) return null
  const commune = await communeById(tx.communeId)
  return {
    dossierId, code: row.code, procedureName: row.procedureName, stage: row.stage, citizenIds: [row.applicantCitizenId, row.submitterCitizenId],
    procedureCode: row.procedureCode, fieldSlug: row.fieldSlug, filedOnline: row.channel === 'online' || row.channel === 'national-portal', province: commune?.province.slug ?? '',
    on: localDateOf(row.submittedAt ?? row.receivedAt ?? row.createdAt),
  }
}
