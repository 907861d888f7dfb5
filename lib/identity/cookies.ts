import 'server-only'
import { cookies } from 'next/headers'
import { env } from '@/lib/platform/env'

/** Every cookie of the house, a closed list. */
export type Cookie =
  /** next-auth's envelope around an officer's session token */
  | 'mc-officer'
  /** next-auth's own: its form token, and where it goes back to */
  | 'mc-officer-csrf'
  | 'mc-officer-back'
  /** who proved a password and still owes the second factor */
  | 'mc-officer-pending'
  /** this browser signed in before: guesses elsewhere cannot lock it out */
  | 'mc-device'
  /** a citizen's session token */
  | 'mc-citizen'
  /** a citizen's sign-in under way: contact, request, problem */
  | 'mc-sign-in'
  /** the dossiers that may be seen after a code and a secret */
  | 'mc-tracking'
  /** what was found in a file that somebody checked, encrypted, for a quarter of an hour: the file itself is not kept */
  | 'mc-check'
  /** answers of one screen that were sent after the session had ended, encrypted, for a quarter of an hour */
  | 'mc-typed'

const isSecure = (): boolean => env.publicUrl.startsWith('https:')

/** `__Host-` binds a cookie to this very host and to TLS; plain HTTP on loopback cannot carry it. */
export const cookieName = (cookie: Cookie): string => (isSecure() ? `__Host-${cookie}` : cookie)

/** @unit seconds; left out, the cookie ends with the browser */
export const cookieOptions = (seconds?: number) => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: isSecure(),
  path: '/',
  ...(seconds === undefined ? {} : { maxAge: seconds }),
})

export const readCookie = async (cookie: Cookie): Promise<string | undefined> => (await cookies()).get(cookieName(cookie))?.value

/** Only in a server action or a route handler: a page cannot set cookies. @unit seconds */
export const setCookie = async (cookie: Cookie, value: string, seconds: number): Promise<void> =>
  void (await cookies()).set(cookieName(cookie), value, cookieOptions(seconds))

/** With its own attributes and not by `delete`: browsers ignore an end of a `__Host-` cookie that does not say Secure. */
export const dropCookie = async (cookie: Cookie): Promise<void> =>
  void (await cookies()).set(cookieName(cookie), '', cookieOptions(0))
