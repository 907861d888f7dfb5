import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import type { Commune } from '../domain/commune'
import { activeCommunes } from './communes'

export const CHOSEN_COMMUNE = 'mc_xa'

/** The commune this visitor picked once, or the only one there is; null while neither. */
export const chosenCommune = cache(async (): Promise<Commune | null> => {
  const all = await activeCommunes()
  if (all.length === 1) return all[0]!
  const slug = (await cookies()).get(CHOSEN_COMMUNE)?.value
  return all.find((commune) => commune.slug === slug) ?? null
})
