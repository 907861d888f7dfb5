import 'server-only'
import { fail, ok } from '@/lib/kernel/result'
import { signToken } from '@/lib/platform/crypto'
import { env } from '@/lib/platform/env'
import { NewsInput } from '../inputs'
import { checkSignature, sharedSecret } from '../signature'
import type { PaymentProvider } from './provider'

export const LOCAL = 'local'
/** An order that nobody paid is stale after a quarter of an hour. @unit seconds */
export const ORDER_LIVES = 900

/** The gateway of the demonstration: a page of this very house, under /demo, that plays the bank. */
export const localProvider: PaymentProvider = {
  key: LOCAL,
  name: 'Cổng thanh toán trình diễn',
  startUrl: (order) => Promise.resolve(`${env.publicUrl}/demo/cong-thanh-toan?don=${signToken('demo-order', order, ORDER_LIVES)}`),
  readNews: (header, body, at) => {
    const authentic = checkSignature(sharedSecret(LOCAL), header, body, at)
    if (!authentic.ok) return authentic
    const read = NewsInput.safeParse(jsonOf(body))
    return read.success ? ok(read.data) : fail({ code: 'news-unreadable', fields: Object.fromEntries(read.error.issues.map(({ path, message }) => [path.join('.'), message])) })
  },
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
