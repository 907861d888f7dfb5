import { fail, ok, type Result } from '@/lib/kernel/result'

/** @unit seconds */
export const TOTP_PERIOD = 30

/** The number of the 30-second step an instant lies in, since 1970 (RFC 6238). */
export const totpStep = (at: Date): number => Math.floor(at.getTime() / 1000 / TOTP_PERIOD)

/** Until the next code. @unit seconds, 1 to 30 */
export const secondsLeft = (at: Date): number => TOTP_PERIOD - (Math.floor(at.getTime() / 1000) % TOTP_PERIOD)

export type TotpProblem = { code: 'code-wrong' } | { code: 'code-used'; waitSeconds: number }

/**
 * Is the second factor accepted? Only the code of the present step, and each code once: whoever reads it over a
 * shoulder comes too late. Clocks of phones are set by their network, so earlier and later steps are not let through.
 * @param lastStep the step of the code accepted last; null before the first
 */
export function decideTotp(code: { matches: boolean; at: Date; lastStep: bigint | null }): Result<bigint, TotpProblem> {
  if (!code.matches) return fail({ code: 'code-wrong' })
  const step = BigInt(totpStep(code.at))
  if (code.lastStep !== null && step <= code.lastStep) return fail({ code: 'code-used', waitSeconds: secondsLeft(code.at) })
  return ok(step)
}
