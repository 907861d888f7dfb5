import 'server-only'
import { randomInt } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inIdentity, reference } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { inSentence } from '@/lib/units/domain/commune'
import { limits, takeAttempt } from '../attempts'
import { contactHash } from '../contact-hash'
import { type Contact, type ContactProblem, readContact } from '../domain/contact'
import type { Deliver } from '../domain/delivery'
import { CODE_DIGITS } from '../domain/one-time-code'
import { closeRequest, insertCode } from '../store/one-time-code-store'
import { oneTimeCodeMessage } from '../wording'
import type { TooManyAttempts } from './prove-password'

export type CodeAsked = { contact: string; communeId: string; address: string; replaces?: string }

/** A code is on its way; only whoever holds `requestId` can use it. */
export type CodeRequest = { requestId: string; contact: Contact; sentAt: Date }
export type RequestCodeProblem = ContactProblem | TooManyAttempts | { code: 'code-not-sent' } | { code: 'code-just-sent'; waitSeconds: number; contact: Contact }

/**
 * Sends a one-time code to a phone number or an e-mail address. Known and unknown contacts get the same answer.
 * `replaces` is the request of the same browser that this one takes the place of; its code stops working.
 */
export async function requestCode(asked: CodeAsked, deliver: Deliver): Promise<Result<CodeRequest, RequestCodeProblem>> {
  const contact = readContact(asked.contact)
  if (!contact.ok) return contact
  const hash = contactHash(contact.value)
  const pause = await takeAttempt(limits.codePause, hash)
  if (pause > 0) return fail({ code: 'code-just-sent', waitSeconds: pause, contact: contact.value })
  const waitSeconds = (await takeAttempt(limits.codeFromAddress, asked.address)) || (await takeAttempt(limits.codeToContact, hash))
  if (waitSeconds > 0) return fail({ code: 'too-many-attempts', waitSeconds })

  const request = { id: uuidv7(), contactHash: hash, code: String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0'), at: now() }
  const commune = await reference().commune.findUniqueOrThrow({ where: { id: asked.communeId }, select: { name: true } })
  await inIdentity(async (tx) => {
    if (asked.replaces !== undefined) await closeRequest(tx, asked.replaces, request.at)
    await insertCode(tx, request)
  })
  const delivered = await deliver({
    communeId: asked.communeId,
    key: `one-time-code:${request.id}`,
    template: 'one-time-code',
    to: contact.value,
    subject: 'Mã đăng nhập Một Cửa',
    body: oneTimeCodeMessage(request.code, inSentence(commune)),
  })
  if (delivered === 'failed' || delivered === 'no-gateway') return fail({ code: 'code-not-sent' })
  log.info({ requestId: request.id, channel: contact.value.channel }, 'one-time code sent')
  return ok({ requestId: request.id, contact: contact.value, sentAt: request.at })
}
