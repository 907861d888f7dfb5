import 'server-only'
import type { NextAuthOptions, User } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { clientAddress } from './client-address'
import { cookieName, cookieOptions, type Cookie } from './cookies'
import { officerSessionLimits } from './domain/session-limits'
import { SignInInput, TotpInput } from './inputs'
import { signOutOfficer } from './use-cases/end-sessions'
import { provePassword } from './use-cases/prove-password'
import { proveSecondFactor } from './use-cases/prove-second-factor'

type SignedIn = User & { sessionToken: string }

const cookie = (name: Cookie) => ({ name: cookieName(name), options: cookieOptions() })

/** The officers' next-auth: its envelope carries our session token and nothing else; the row behind it is what counts. */
export const officerAuth = (): NextAuthOptions => ({
  secret: env.nextAuthSecret,
  session: { strategy: 'jwt', maxAge: officerSessionLimits.officer.absolute * 60 },
  pages: { signIn: '/can-bo/dang-nhap', signOut: '/can-bo/dang-nhap', error: '/can-bo/dang-nhap' },
  cookies: { sessionToken: cookie('mc-officer'), csrfToken: cookie('mc-officer-csrf'), callbackUrl: cookie('mc-officer-back') },
  providers: [
    Credentials({
      credentials: { username: {}, password: {}, code: {} },
      authorize: (typed, { headers }) => bothFactors(typed, clientAddress({ get: (name) => (headers as Record<string, string> | undefined)?.[name] ?? null })),
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => ({ sessionToken: (user as SignedIn | undefined)?.sessionToken ?? token.sessionToken }),
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token?.sessionToken === 'string') await signOutOfficer(token.sessionToken)
    },
  },
  logger: {
    error: (code, fault) => log.error({ error: fault instanceof Error ? fault : undefined, code }, 'next-auth'),
    warn: (code) => log.warn({ code }, 'next-auth'),
    debug: () => undefined,
  },
})

/** Both factors at once, through the same two use cases and limits as the pages: there is no shorter way in. */
async function bothFactors(typed: unknown, address: string): Promise<SignedIn | null> {
  const first = SignInInput.safeParse(typed)
  const second = TotpInput.safeParse(typed)
  if (!first.success || !second.success) return null
  const proved = await provePassword(first.data, { address, device: null })
  if (!proved.ok) return null
  const session = await proveSecondFactor(proved.value, second.data.code, null)
  return session.ok ? { id: proved.value.accountId, sessionToken: session.value.token } : null
}
