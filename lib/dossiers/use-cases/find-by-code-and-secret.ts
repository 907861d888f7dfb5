import 'server-only'
import { z } from 'zod'
import { type Limit, takeAttempt } from '@/lib/identity/attempts'
import type { TrackingGrant } from '@/lib/identity/tracking-grants'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { spellCode } from '@/lib/platform/crypto'
import { reference } from '@/lib/platform/db'
import { DossierCode } from '../inputs'
import { secretHash } from '../store/file-dossier'

export type TrackProblem = { code: 'no-match' } | { code: 'too-many-attempts'; waitSeconds: number }

/** Guesses from one address, and guesses at one dossier from anywhere. */
const limits = { address: { name: 'track-address', points: 10, minutes: 1 }, code: { name: 'track-code', points: 20, minutes: 24 * 60 } } satisfies Record<string, Limit>

const Found = z.array(z.object({ commune_id: z.uuid(), dossier_id: z.uuid() }))

/** The door to tracking: code and secret together. An unknown code and a wrong secret have the same answer, in the same time. */
export async function findByCodeAndSecret({ code, secret, address }: { code: string; secret: string; address: string }): Promise<Result<TrackingGrant, TrackProblem>> {
  const spelled = DossierCode.safeParse(code)
  const dossierCode = spelled.success ? spelled.data : code.replaceAll('\0', '').slice(0, 60)
  const waits = [await takeAttempt(limits.address, address), await takeAttempt(limits.code, dossierCode)]
  const waitSeconds = Math.max(...waits)
  if (waitSeconds > 0) return fail({ code: 'too-many-attempts', waitSeconds })
  const rows = Found.parse(await reference().$queryRaw`select * from mc_find_dossier_by_secret(${dossierCode}, ${secretHash(spellCode(secret))})`)
  return granted(rows)
}

/** The same by the long token of the QR code on the slip. */
export async function findByToken(token: string): Promise<Result<TrackingGrant, { code: 'no-match' }>> {
  const rows = Found.parse(await reference().$queryRaw`select commune_id, dossier_id from mc_find_dossier_by_token(${secretHash(spellCode(token))})`)
  return granted(rows)
}

const granted = ([row]: z.output<typeof Found>): Result<TrackingGrant, { code: 'no-match' }> =>
  row === undefined ? fail({ code: 'no-match' }) : ok({ communeId: row.commune_id, dossierId: row.dossier_id })
