import 'server-only'
import { z } from 'zod'
import { failureOfHttp } from '../domain/failure'
import type { MessageProvider } from './provider'

/** A gateway that does not answer in this time is away. @unit milliseconds */
const PATIENCE = 15_000
const Said = z.object({ error: z.string() }).partial()

/**
 * A gateway for text messages or Zalo that takes JSON over HTTPS: `{ channel, to, text }` with our key as `Idempotency-Key`, so that a
 * message handed over twice is delivered once. What it says of a number for good stands in `error` of its answer.
 */
export const httpGateway = (name: 'sms' | 'zalo', { url, key }: { url: string; key: string }): MessageProvider => ({
  name,
  send: async (message) => {
    const answer = await fetch(url, {
      method: 'POST', redirect: 'error', signal: AbortSignal.timeout(PATIENCE),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, 'idempotency-key': message.key },
      body: JSON.stringify({ channel: name, to: message.address, text: message.body }),
    })
    if (answer.ok) return { outcome: 'accepted' }
    const failure = failureOfHttp(answer.status, await errorIn(answer))
    if (failure === null) throw new Error(`The ${name} gateway answered ${answer.status}`)
    return { outcome: 'refused', failure }
  },
})

async function errorIn(answer: Response): Promise<string | null> {
  try {
    return Said.parse(await answer.json()).error ?? null
  } catch {
    // What is no JSON of theirs says nothing of the number.
    return null
  }
}
