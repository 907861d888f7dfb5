import 'server-only'
import { createHash } from 'node:crypto'
import { type Limit, takeAttempt } from '@/lib/identity/attempts'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { checkFile } from '@/lib/signatures/check-file'
import type { FileReport } from '@/lib/signatures/domain/signature'
import { trustedRoots } from '@/lib/signatures/trust'
import { readVerifyToken } from '@/lib/signatures/verify-address'
import { communeBySlug } from '@/lib/units/queries/communes'
import type { CheckByNumber } from '../inputs'
import { paperByBytes, paperByToken, papersByNumber, type PublicPaper } from '../queries/public-paper'

/** Strangers ask here: enough for a counter with a pile of papers, too little to walk through a register. */
const limits = { ask: { name: 'verify-ask', points: 30, minutes: 10 }, file: { name: 'verify-file', points: 15, minutes: 10 } } satisfies Record<string, Limit>

export type TooMany = { code: 'too-many-attempts'; waitSeconds: number }
const within = async (limit: Limit, address: string): Promise<Result<true, TooMany>> => {
  const waitSeconds = await takeAttempt(limit, address)
  return waitSeconds > 0 ? fail({ code: 'too-many-attempts', waitSeconds }) : ok(true)
}

/** Whoever has a paper in hand knows its commune, kind, number and day. */
export async function checkByNumber({ commune: slug, ...asked }: CheckByNumber, address: string): Promise<Result<PublicPaper[], TooMany>> {
  const allowed = await within(limits.ask, address)
  if (!allowed.ok) return allowed
  const commune = await communeBySlug(slug)
  return ok(commune === null ? [] : await papersByNumber(commune, asked))
}

/** The paper behind its own QR code; null for a code that was not made here. */
export async function checkByToken(slug: string, token: string, address: string): Promise<Result<PublicPaper | null, TooMany>> {
  const allowed = await within(limits.ask, address)
  if (!allowed.ok) return allowed
  const [commune, subject] = [await communeBySlug(slug), readVerifyToken(token)]
  return ok(commune === null || subject === null ? null : await paperByToken(commune, subject))
}

/** What a file tells, and whether these very bytes left this house. */
export type CheckedUpload = { report: FileReport; issued: { paper: PublicPaper; latest: boolean } | null }

/** Asked before a file of a stranger is read at all. */
export const maySendFile = (address: string): Promise<Result<true, TooMany>> => within(limits.file, address)

/** Looks at a file and lets it go: nothing of it is kept. */
export async function checkUpload(bytes: Uint8Array): Promise<CheckedUpload> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { report: await checkFile(bytes, await trustedRoots()), issued: await paperByBytes(sha256) }
}
