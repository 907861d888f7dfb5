import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import type { CreateTokenInput, TokenInput } from '../inputs'
import { newToken, revoke, writeToken } from '../store/token-store'

export type ConnectionProblem = { code: 'forbidden' } | { code: 'not-found' }
export const mayConnect = (officer: Officer): boolean => may(officer, 'connection.manage', { communeId: officer.communeId })

/** A key for another system. The answer holds it in full, once: afterwards only its hash is known. */
export async function createToken(officer: Officer, { name, scopes, days }: z.output<typeof CreateTokenInput>): Promise<Result<{ id: string; name: string; token: string }, ConnectionProblem>> {
  if (!mayConnect(officer)) return fail({ code: 'forbidden' })
  const [token, at] = [newToken(), now()]
  const { id } = await inCommune(officer, (tx) => writeToken(tx, token, { name, scopes, createdBy: officer.staffId, createdAt: at, expiresAt: new Date(at.getTime() + days * 86_400_000) }))
  log.info({ tokenId: id, scopes, by: officer.staffId }, 'api key created')
  return ok({ id, name, token })
}

/** From the next request on it opens nothing; its webhooks fall silent. */
export async function revokeToken(officer: Officer, { tokenId }: z.output<typeof TokenInput>): Promise<Result<{ id: string }, ConnectionProblem>> {
  if (!mayConnect(officer)) return fail({ code: 'forbidden' })
  const done = await inCommune(officer, (tx) => revoke(tx, tokenId, officer.staffId, now()))
  if (!done) return fail({ code: 'not-found' })
  log.info({ tokenId, by: officer.staffId }, 'api key revoked')
  return ok({ id: tokenId })
}
