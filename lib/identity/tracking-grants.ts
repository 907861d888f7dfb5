import 'server-only'
import { z } from 'zod'
import { now } from '@/lib/platform/clock'
import { readToken, signToken } from '@/lib/platform/crypto'
import { dropCookie, readCookie, setCookie } from './cookies'

/** A dossier that this browser may see without an account, because it showed the code and the secret. */
export type TrackingGrant = { communeId: string; dossierId: string }

const MINUTES = 30
/** A family follows a few dossiers at a time; the cookie stays small. */
const MOST = 8
const Grants = z.array(z.object({ communeId: z.uuid(), dossierId: z.uuid(), until: z.number() }))

/** Lets this browser see the dossier for 30 minutes. Only in a server action or a route handler: a page cannot set cookies. */
export async function makeTrackingGrant(dossier: TrackingGrant): Promise<void> {
  const kept = (await valid()).filter((grant) => grant.dossierId !== dossier.dossierId).slice(0, MOST - 1)
  const until = now().getTime() + MINUTES * 60_000
  const grants = [{ communeId: dossier.communeId, dossierId: dossier.dossierId, until }, ...kept]
  await setCookie('mc-tracking', signToken('tracking', grants, MINUTES * 60), MINUTES * 60)
}

/** The dossiers this browser may see now, the latest first. */
export const readTrackingGrants = async (): Promise<TrackingGrant[]> =>
  (await valid()).map(({ communeId, dossierId }) => ({ communeId, dossierId }))

/** Forgets all of them: for a shared computer. */
export const dropTrackingGrants = (): Promise<void> => dropCookie('mc-tracking')

async function valid(): Promise<z.output<typeof Grants>> {
  const token = await readCookie('mc-tracking')
  if (token === undefined) return []
  const read = readToken('tracking', token)
  const grants = Grants.safeParse(read.ok ? read.value : [])
  return (grants.data ?? []).filter(({ until }) => until > now().getTime())
}
