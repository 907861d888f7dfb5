import { fail, ok, type Result } from '@/lib/kernel/result'

export const CODE_DIGITS = 6
/** @unit minutes */
export const CODE_MINUTES = 10
export const CODE_TRIES = 5
/** Between two messages to one contact. @unit seconds */
export const RESEND_SECONDS = 60

/** A code that was sent: what is known of it before the typed one is compared. */
export type SentCode = { tries: number; expiresAt: Date; usedAt: Date | null }

export type CodeProblem = { code: 'code-wrong'; triesLeft: number } | { code: 'code-spent' } | { code: 'code-expired' }

/** Does the typed code open the door? `tries` counts this one. Ten minutes, five tries, one use. */
export function decideOneTimeCode(sent: SentCode, matches: boolean, at: Date): Result<null, CodeProblem> {
  if (at >= sent.expiresAt || sent.usedAt !== null) return fail({ code: 'code-expired' })
  if (sent.tries > CODE_TRIES) return fail({ code: 'code-spent' })
  if (matches) return ok(null)
  return fail(sent.tries === CODE_TRIES ? { code: 'code-spent' } : { code: 'code-wrong', triesLeft: CODE_TRIES - sent.tries })
}
