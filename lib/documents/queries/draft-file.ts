import 'server-only'
import type { Citizen } from '@/lib/identity/domain/actor'
import { inCitizen } from '@/lib/platform/db'
import { openFile } from '@/lib/platform/files'

/** The bytes of a file in the citizen's own draft. Throws where the file is not there: the caller has just listed it. */
export async function openDraftFile(citizen: Citizen, communeId: string, id: string) {
  const row = await inCitizen(citizen.citizenId, (tx) => tx.attachment.findFirstOrThrow({ where: { communeId, id, removedAt: null }, select: { sha256: true } }))
  return openFile(communeId, row.sha256)
}
