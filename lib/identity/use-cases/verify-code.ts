import 'server-only'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { encryptField, randomToken, sameSecret } from '@/lib/platform/crypto'
import { inIdentity } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { giveBack, limits, takeAttempt } from '../attempts'
import { contactHash } from '../contact-hash'
import type { Contact } from '../domain/contact'
import { type CodeProblem, decideOneTimeCode } from '../domain/one-time-code'
import { sessionHash } from '../session-token'
import { citizenOfContact, endCitizenSession, openCitizenSession } from '../store/citizen-store'
import { closeRequest, codeHash, countTry } from '../store/one-time-code-store'
import type { TooManyAttempts } from './prove-password'

export type CodeTyped = { requestId: string; contact: Contact; code: string; address: string }
export type VerifyCodeProblem = CodeProblem | TooManyAttempts

/** Opens a citizen's session for whoever types the code of their own request. The same contact is the same citizen on every device. */
export async function verifyCode(typed: CodeTyped): Promise<Result<{ token: string; citizenId: string }, VerifyCodeProblem>> {
  const waitSeconds = await takeAttempt(limits.codeGuess, typed.address)
  if (waitSeconds > 0) return fail({ code: 'too-many-attempts', waitSeconds })
  const at = now()
  const hash = contactHash(typed.contact)
  const outcome = await inIdentity(async (tx): Promise<Result<{ token: string; citizenId: string }, VerifyCodeProblem>> => {
    const sent = await countTry(tx, typed.requestId)
    if (sent === null || sent.contactHash !== hash) return fail({ code: 'code-expired' })
    const decision = decideOneTimeCode(sent, sameSecret(sent.codeHash, codeHash(typed.requestId, typed.code)), at)
    if (!decision.ok) return decision
    await closeRequest(tx, typed.requestId, at)
    const citizenId = await citizenOfContact(tx, { hash, encrypted: encryptField(typed.contact.address) })
    const token = randomToken()
    await openCitizenSession(tx, { tokenHash: sessionHash(token), citizenId, at })
    return ok({ token, citizenId })
  })
  if (outcome.ok) await giveBack(limits.codeGuess, typed.address)
  log.info({ requestId: typed.requestId, outcome: outcome.ok ? 'accepted' : outcome.problem.code }, 'one-time code typed')
  return outcome
}

/** Ends a citizen's session. A token that is not known ends nothing. */
export const signOutCitizen = async (token: string): Promise<void> => {
  await inIdentity((tx) => endCitizenSession(tx, sessionHash(token), now()))
}
