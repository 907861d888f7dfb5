import 'server-only'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import type { CheckedUpload } from '@/lib/dossiers/use-cases/check-paper'
import { readCookie, setCookie } from '@/lib/identity/cookies'
import { localDate } from '@/lib/kernel/local-date'
import { decryptField, encryptField } from '@/lib/platform/crypto'

const QUARTER_OF_AN_HOUR = 15 * 60
/** A cookie holds little: a file with more signatures says so. */
const MOST = 5
const MOST_TEXT = 50_000

const at = z.coerce.date()
const Signature = z.object({
  signerName: z.string(), organisation: z.string().nullable(), issuer: z.string(), signedAt: at.nullable(), intact: z.boolean(), coversWholeFile: z.boolean(), laterChanges: z.enum(['none', 'signatures', 'other']),
  authority: z.enum(['known', 'demonstration', 'unknown']), certificateTime: z.enum(['valid', 'expired', 'not-yet-valid', 'unknown']), validUntil: at.nullable(),
})
const Kept = z.object({
  name: z.string(),
  report: z.discriminatedUnion('kind', [z.object({ kind: z.literal('signed'), signatures: z.array(Signature) }), z.object({ kind: z.literal('unsigned') }), z.object({ kind: z.literal('unreadable') })]),
  issued: z.object({
    latest: z.boolean(),
    paper: z.object({ kind: z.string(), number: z.string(), issuedOn: z.string().transform(localDate), issuer: z.string(), communeName: z.string(), signatures: z.array(z.never()).default([]), penSignedOn: z.null().default(null), initials: z.null().default(null) }),
  }).nullable(),
})
export type KeptCheck = z.output<typeof Kept>

/** Keeps what was found, not the file, in the browser of whoever asked. */
export async function keepCheck(name: string, { report, issued }: CheckedUpload): Promise<void> {
  const few = report.kind === 'signed' ? { ...report, signatures: report.signatures.slice(0, MOST) } : report
  const paper = issued === null ? null : { latest: issued.latest, paper: { ...issued.paper, signatures: [], penSignedOn: null, initials: null } }
  const text = deflateRawSync(JSON.stringify({ name: name.slice(0, 80), report: few, issued: paper })).toString('base64url')
  await setCookie('mc-check', encryptField(text), QUARTER_OF_AN_HOUR)
}

export async function keptCheck(): Promise<KeptCheck | null> {
  const cookie = await readCookie('mc-check')
  if (cookie === undefined) return null
  try {
    return Kept.parse(JSON.parse(inflateRawSync(Buffer.from(decryptField(cookie), 'base64url'), { maxOutputLength: MOST_TEXT }).toString('utf8')))
  } catch {
    // Damaged, or of a key that is gone: as if nothing had been checked.
    return null
  }
}

