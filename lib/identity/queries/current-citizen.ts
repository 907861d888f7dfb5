import 'server-only'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { now } from '@/lib/platform/clock'
import { decryptField } from '@/lib/platform/crypto'
import { inIdentity } from '@/lib/platform/db'
import { readCookie } from '../cookies'
import type { Citizen } from '../domain/actor'
import { sessionHash } from '../session-token'
import { citizenOfSession } from '../store/citizen-store'
import { here } from './here'

/** The citizen at this request, with the phone number or e-mail that answered the code. */
export type SignedInCitizen = Citizen & { contact: string }

/** The citizen of this request, or null. Asked once per request however many parts ask. */
export const currentCitizen = cache(async (): Promise<SignedInCitizen | null> => {
  const token = await readCookie('mc-citizen')
  return token === undefined ? null : citizenOfToken(token)
})

/** The citizen of this request; whoever is not signed in goes to the sign-in page and comes back to `next`, by default here. */
export async function requireCitizen(next?: string): Promise<SignedInCitizen> {
  const citizen = await currentCitizen()
  if (citizen !== null) return citizen
  redirect(`/dang-nhap?tiep=${encodeURIComponent(next ?? (await here('/')))}`)
}

/** Whose session token this is, if the session still stands. Notes that it was seen. */
export async function citizenOfToken(token: string): Promise<SignedInCitizen | null> {
  const found = await inIdentity((tx) => citizenOfSession(tx, sessionHash(token), now()))
  return found === null ? null : { kind: 'citizen', citizenId: found.citizenId, contact: decryptField(found.contact) }
}
