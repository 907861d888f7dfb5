import 'server-only'
import type { Citizen } from '@/lib/identity/domain/actor'
import type { TrackingGrant } from '@/lib/identity/tracking-grants'
import { inCitizen } from '@/lib/platform/db'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Where a citizen's own dossier lies, by its id alone. Null where it is unknown or someone else's. */
export async function ownDossier(citizen: Citizen, dossierId: string): Promise<TrackingGrant | null> {
  if (!UUID.test(dossierId)) return null
  const row = await inCitizen(citizen.citizenId, (tx) => tx.dossier.findFirst({ where: { id: dossierId }, select: { communeId: true } }))
  return row === null ? null : { communeId: row.communeId, dossierId }
}
