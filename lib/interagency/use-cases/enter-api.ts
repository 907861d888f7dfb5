import 'server-only'
import { type Limit, takeAttempt } from '@/lib/identity/attempts'
import { fail, ok, type Result } from '@/lib/kernel/result'
import type { ApiClient, ApiScope } from '../domain/api'
import { clientOfToken } from '../store/token-store'

/** Requests of one token; and guesses of one address that name no token. */
const limits = { token: { name: 'api-token', points: 300, minutes: 1 }, stranger: { name: 'api-stranger', points: 30, minutes: 5 } } as const satisfies Record<string, Limit>

export type EnterProblem = { code: 'token-unknown' } | { code: 'scope-missing'; scope: ApiScope } | { code: 'too-many-requests'; waitSeconds: number }

/** Who asks, by the key in `Authorization: Bearer …`; null commune is impossible: a key belongs to the one that gave it. */
export async function enterApi({ authorization, address }: { authorization: string | null; address: string }, scope: ApiScope): Promise<Result<ApiClient, EnterProblem>> {
  const token = /^Bearer ([\w-]+)$/i.exec(authorization ?? '')?.[1]
  const client = token === undefined ? null : await clientOfToken(token)
  const waitSeconds = client === null ? await takeAttempt(limits.stranger, address) : await takeAttempt(limits.token, client.tokenId)
  if (waitSeconds > 0) return fail({ code: 'too-many-requests', waitSeconds })
  if (client === null) return fail({ code: 'token-unknown' })
  return client.scopes.includes(scope) ? ok(client) : fail({ code: 'scope-missing', scope })
}
