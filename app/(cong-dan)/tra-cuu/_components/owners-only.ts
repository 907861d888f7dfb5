import { redirect } from 'next/navigation'
import { currentCitizen } from '@/lib/identity/queries/current-citizen'
import { requireViewer, type Viewer, viewerOf } from './viewer'

/**
 * For what only a dossier's own people may do: whoever is not signed in does so and comes back. Whoever is signed in and
 * holds the secret alone is let through with `owner` null, to be told where to go instead.
 */
export async function ownersOnly(dossierId: string, page: string): Promise<Viewer> {
  const viewer = await viewerOf(dossierId)
  if (viewer?.owner != null) return viewer
  if ((await currentCitizen()) === null) redirect(`/dang-nhap?tiep=${encodeURIComponent(`/tra-cuu/ho-so/${dossierId}/${page}`)}`)
  return viewer ?? requireViewer(dossierId)
}
