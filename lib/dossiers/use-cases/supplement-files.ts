import 'server-only'
import { removeSupplementFile as remove } from '@/lib/documents/store'
import { takeInSupplement, type TakeInProblem } from '@/lib/documents/use-cases/take-in-file'
import type { Citizen } from '@/lib/identity/domain/actor'
import type { TrackingGrant } from '@/lib/identity/tracking-grants'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { openFile } from '@/lib/platform/files'
import type { GrantedFile } from './open-granted-file'
import { supplementInHand } from '../queries/supplement-in-hand'

type NothingAsked = { code: 'nothing-asked' }
type Given = { key: string; name: string }

/** Keeps a file of an answer that is not sent yet. Only for the dossier's own people, and only for what was asked. */
export async function addSupplementFile(citizen: Citizen, dossier: TrackingGrant, { key, name }: Given, bytes: Uint8Array): Promise<Result<{ id: string }, TakeInProblem | NothingAsked>> {
  const asked = await supplementInHand(citizen, dossier)
  if (asked === null || !asked.items.some((item) => item.key === key)) return fail({ code: 'nothing-asked' })
  return takeInSupplement(citizen, { ...dossier, documentKey: key, name }, bytes)
}

/** Takes such a file out again, as long as the answer has not been sent. */
export async function removeSupplementFile(citizen: Citizen, dossier: TrackingGrant, fileId: string): Promise<Result<true, NothingAsked>> {
  const asked = await supplementInHand(citizen, dossier)
  if (asked === null || !asked.items.some(({ files }) => files.some(({ id }) => id === fileId))) return fail({ code: 'nothing-asked' })
  await inCommune(citizen, dossier.communeId, (tx) => remove(tx, { id: fileId, dossierId: dossier.dossierId }, now()))
  return ok(true)
}

/** Such a file back to its owner. */
export async function openSupplementFile(citizen: Citizen, dossier: TrackingGrant, fileId: string): Promise<Result<GrantedFile, NothingAsked>> {
  const asked = await supplementInHand(citizen, dossier)
  const file = asked?.items.flatMap(({ files }) => files).find(({ id }) => id === fileId)
  if (file === undefined) return fail({ code: 'nothing-asked' })
  const { sha256 } = await inCommune(citizen, dossier.communeId, (tx) => tx.attachment.findFirstOrThrow({ where: { communeId: dossier.communeId, id: fileId, dossierId: dossier.dossierId }, select: { sha256: true } }))
  return ok({ name: file.name, mime: file.mime, ...(await openFile(dossier.communeId, sha256)) })
}
