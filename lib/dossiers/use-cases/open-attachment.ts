import 'server-only'
import type { ReadStream } from 'node:fs'
import { recordAccess } from '@/lib/audit/store'
import { usualReason } from '@/lib/audit/wording'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { inCommune } from '@/lib/platform/db'
import { openFile } from '@/lib/platform/files'
import { subjectOf } from '../domain/dossier'
import { findDossier } from '../store/dossier-store'

export type OpenedAttachment = { name: string; mime: string; size: number; stream: ReadStream }

/** A file of a dossier, for an officer who may read it; the opening is noted. What the virus scan held back is not given out. */
export async function openAttachment(officer: Officer, { code, attachmentId }: { code: string; attachmentId: string }): Promise<Result<OpenedAttachment, { code: 'not-found' }>> {
  const found = await inCommune(officer, async (tx) => {
    const dossier = await findDossier(tx, { code })
    if (dossier === null || !may(officer, 'dossier.read', subjectOf(dossier))) return null
    const file = await tx.attachment.findFirst({
      where: { communeId: tx.communeId, id: attachmentId, dossierId: dossier.id, removedAt: null, scan: { not: 'quarantined' } }, select: { name: true, mime: true, sha256: true },
    })
    if (file !== null) await recordAccess(tx, { dossierId: dossier.id, staffId: officer.staffId, what: 'attachment', reason: usualReason, objectId: attachmentId })
    return file
  })
  if (found === null) return fail({ code: 'not-found' })
  const { sha256, ...file } = found
  return ok({ ...file, ...(await openFile(officer.communeId, sha256)) })
}
