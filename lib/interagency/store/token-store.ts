import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { randomToken } from '@/lib/platform/crypto'
import { reference, type Tx } from '@/lib/platform/db'
import { apiScopes, type ApiClient, type ApiScope } from '../domain/api'

/** Begins every token, so that one that leaks is recognised for what it is. */
const PREFIX = 'motcua_'

export const newToken = (): string => `${PREFIX}${randomToken()}`
/** A token is 256 bits of chance: a plain hash tells nothing about it. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

export type NewToken = { name: string; scopes: readonly ApiScope[]; expiresAt: Date; createdBy: string; createdAt: Date }

export const writeToken = (tx: Tx, token: string, { scopes, ...row }: NewToken): Promise<{ id: string }> =>
  tx.apiToken.create({ data: { communeId: tx.communeId, ...row, scopes: [...scopes], tokenHash: tokenHash(token), hint: token.slice(-4) }, select: { id: true } })

export const revoke = async (tx: Tx, id: string, by: string, at: Date): Promise<boolean> =>
  (await tx.apiToken.updateMany({ where: { communeId: tx.communeId, id, revokedAt: null }, data: { revokedAt: at, revokedBy: by } })).count > 0

const Row = z.object({ commune_id: z.uuid(), id: z.uuid(), scopes: z.array(z.string()) })

/** Who holds this token, if it still stands. Unknown, revoked and expired look the same. */
export async function clientOfToken(token: string): Promise<ApiClient | null> {
  if (!token.startsWith(PREFIX) || token.length > 100) return null
  const [row] = z.array(Row).parse(await reference().$queryRaw`select * from mc_api_token(${tokenHash(token)})`)
  return row === undefined ? null : { tokenId: row.id, communeId: row.commune_id, scopes: apiScopes.filter((scope) => row.scopes.includes(scope)) }
}
