import 'server-only'
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { System } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { sameSecret } from '@/lib/platform/crypto'
import { env } from '@/lib/platform/env'
import { inCommune } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import { CallbackInput } from '../inputs'
import { markBounced } from '../store/message-store'

const worker: System = { kind: 'system', name: 'gateway' }

/**
 * A gateway tells what became of a message after it had taken it. Believed only with `sha256=<HMAC of the very bytes>` under the key both
 * sides hold. A key of ours that nobody knows gets the same answer as a known one: the caller learns nothing.
 */
export async function recordCallback(body: string, signature: string | null): Promise<Result<true, { code: 'not-signed' } | { code: 'not-understood' }>> {
  const { callbackKey } = env.messages
  if (callbackKey === null || signature === null || !sameSecret(signature, `sha256=${createHmac('sha256', callbackKey).update(body).digest('hex')}`)) return fail({ code: 'not-signed' })
  const read = CallbackInput.safeParse(parsed(body))
  const [, communeId, key] = /^([^:]+):(.+)$/.exec(read.data?.key ?? '') ?? []
  if (!read.success || !z.uuid().safeParse(communeId).success) return fail({ code: 'not-understood' })
  if (read.data.status === 'delivered') return ok(true)
  const failure = read.data.error ?? 'refused'
  const noted = await inCommune(worker, communeId!, (tx) => markBounced(tx, key!, failure, now()))
  log.info({ communeId, failure, noted }, 'gateway told of a message that came back')
  return ok(true)
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    // No JSON is no message: refused as not understood.
    return null
  }
}
