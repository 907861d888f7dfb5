import 'server-only'
import type { ReadStream } from 'node:fs'
import { visitor } from '@/lib/identity/domain/actor'
import type { TrackingGrant } from '@/lib/identity/tracking-grants'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { inCommune } from '@/lib/platform/db'
import { openFile } from '@/lib/platform/files'

export type GrantedFile = { name: string; mime: string; size: number; stream: ReadStream }

/** The electronic result, for whoever may follow the dossier: the page asked before it made the grant. Only once the result stands. */
export async function openGrantedResult({ communeId, dossierId }: TrackingGrant): Promise<Result<GrantedFile, { code: 'not-found' }>> {
  const file = await inCommune(visitor, communeId, async (tx) => {
    const dossier = await tx.dossier.findFirst({ where: { communeId, id: dossierId, stage: { in: ['resolved', 'returned'] } }, select: { id: true } })
    const result = dossier === null ? null : await tx.dossierResult.findFirst({ where: { communeId, dossierId }, select: { attachmentId: true } })
    if (result?.attachmentId == null) return null
    return tx.attachment.findFirst({ where: { communeId, id: result.attachmentId, dossierId, removedAt: null, scan: { not: 'quarantined' } }, select: { name: true, mime: true, sha256: true } })
  })
  if (file === null) return fail({ code: 'not-found' })
  const { sha256, ...shown } = file
  return ok({ ...shown, ...(await openFile(communeId, sha256)) })
}
