import 'server-only'
import { decode, encode } from 'next-auth/jwt'
import { randomToken, keyedHash } from '@/lib/platform/crypto'
import { env } from '@/lib/platform/env'
import { classLetter, officerSessionLimits, type SessionClass } from './domain/session-limits'

/** A fresh session token; only its hash is stored. */
export const newOfficerToken = (kind: SessionClass): string => `${classLetter[kind]}.${randomToken()}`

/** What the database knows a session by. */
export const sessionHash = (token: string): string => keyedHash(`session\0${token}`)

/** The cookie's value: next-auth's encrypted envelope, which holds the session token and nothing else. */
export const sealOfficerToken = (token: string): Promise<string> =>
  encode({ token: { sessionToken: token }, secret: env.nextAuthSecret, maxAge: officerSessionLimits.officer.absolute * 60 })

/** How long an opened envelope is remembered; the session inside is asked of the database at every request all the same. @unit ms */
const TRUST = 10_000
const MOST_OPENED = 1_000
const opened = new Map<string, { token: string; until: number }>()

/** The session token in a cookie's value, or null where it was changed, is too old or was never ours. */
export async function openOfficerToken(sealed: string | undefined): Promise<string | null> {
  if (sealed === undefined) return null
  const known = opened.get(sealed)
  if (known !== undefined && known.until > performance.now()) return known.token
  opened.delete(sealed)
  const envelope = await decode({ token: sealed, secret: env.nextAuthSecret }).catch(() => null)
  if (typeof envelope?.sessionToken !== 'string') return null
  if (opened.size >= MOST_OPENED) opened.clear()
  opened.set(sealed, { token: envelope.sessionToken, until: performance.now() + TRUST })
  return envelope.sessionToken
}
