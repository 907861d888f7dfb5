import { redirect } from 'next/navigation'
import { cache } from 'react'
import { ownDossier } from '@/lib/dossiers/queries/own-dossier'
import { currentCitizen, type SignedInCitizen } from '@/lib/identity/queries/current-citizen'
import { readTrackingGrants, type TrackingGrant } from '@/lib/identity/tracking-grants'

export type Viewer = { dossier: TrackingGrant; /** Signed in, and applicant or submitter; null: holds the secret alone. */ owner: SignedInCitizen | null }

/** Who may see this dossier at this request: its own people, or whoever showed code and secret in the last half hour. */
export const viewerOf = cache(async (dossierId: string): Promise<Viewer | null> => {
  const citizen = await currentCitizen()
  const own = citizen === null ? null : await ownDossier(citizen, dossierId)
  if (citizen !== null && own !== null) return { dossier: own, owner: citizen }
  const granted = (await readTrackingGrants()).find((grant) => grant.dossierId === dossierId)
  return granted === undefined ? null : { dossier: granted, owner: null }
})

/** The same for a page: whoever may not see it is asked for code and secret, whether it exists or not. */
export const requireViewer = async (dossierId: string): Promise<Viewer> => (await viewerOf(dossierId)) ?? redirect('/tra-cuu?loi=closed')
