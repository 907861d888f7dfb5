import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { dropCookie, readCookie, setCookie } from '@/lib/identity/cookies'
import { decryptField, encryptField } from '@/lib/platform/crypto'
import type { Answers } from '@/lib/procedures/domain/application-form'

const QUARTER_OF_AN_HOUR = 15 * 60
/** A browser keeps cookies of about four thousand bytes. Encrypted and written in base64url this much becomes 3.800. @unit bytes */
const LONGEST = 2_800
/** Nobody types more on one screen; a damaged cookie unpacks no further. @unit bytes */
const MOST_TEXT = 200_000

const Kept = z.object({ screen: z.string(), answers: z.record(z.string(), z.string()) })

/**
 * What was sent from a screen that could not be saved, because the session had ended or the database was away, waits
 * encrypted in the browser until it can. Should it be too much for a cookie, the longest answers are left out.
 */
export async function keepTyped(screen: string, answers: Answers): Promise<void> {
  await setCookie('mc-typed', encryptField(packed(screen, answers)), QUARTER_OF_AN_HOUR)
}

/** What waits for this screen, or nothing. */
export async function keptTyped(screen: string): Promise<Record<string, string>> {
  const cookie = await readCookie('mc-typed')
  const kept = cookie === undefined ? null : unpacked(cookie)
  return kept !== null && kept.screen === screen ? kept.answers : {}
}

export const forgetTyped = (): Promise<void> => dropCookie('mc-typed')

function packed(screen: string, answers: Answers): string {
  const text = deflateRawSync(JSON.stringify({ screen, answers } satisfies z.input<typeof Kept>)).toString('base64url')
  if (text.length <= LONGEST) return text
  const [longest] = Object.entries(answers).toSorted(([, one], [, other]) => other.length - one.length)[0]!
  return packed(screen, Object.fromEntries(Object.entries(answers).filter(([name]) => name !== longest)))
}

function unpacked(cookie: string): z.output<typeof Kept> | null {
  try {
    const text = inflateRawSync(Buffer.from(decryptField(cookie), 'base64url'), { maxOutputLength: MOST_TEXT })
    return Kept.parse(JSON.parse(text.toString('utf8')))
  } catch {
    // Damaged, or of a key that is gone: as if nothing had been kept.
    return null
  }
}
