import 'server-only'
import { chosenCommune } from '@/lib/units/queries/chosen-commune'
import { activeCommunes } from '@/lib/units/queries/communes'
import type { Commune } from '@/lib/units/domain/commune'

/** The commune that a citizen signs in to: of the page to come back to, else the one picked, else the first. Null before any is set up. */
export async function signInCommune(path: string): Promise<Commune | null> {
  const communes = await activeCommunes()
  const slug = /^\/don-vi\/([^/?#]+)/.exec(path)?.[1]
  return communes.find((commune) => commune.slug === slug) ?? (await chosenCommune()) ?? communes[0] ?? null
}
