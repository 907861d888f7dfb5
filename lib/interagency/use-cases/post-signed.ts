import 'server-only'
import { createHmac } from 'node:crypto'
import { lookup as resolve } from 'node:dns'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { env } from '@/lib/platform/env'
import { isPrivateAddress } from '../domain/private-address'
import { secondOf, signedText } from '../domain/webhook'
import type { Attempt, Delivery } from '../store/webhook-store'

/** Slower than this is as good as no answer. @unit milliseconds */
export const PATIENCE = 10_000

/** The name led to an address inside, or to nowhere. */
export class AddressRefused extends Error {
  constructor(readonly host: string) {
    super(`${host} is not a public address`)
  }
}

/** Outside of a demonstration only https to public addresses; one that names itself by such an address is refused before it is asked. */
export function isAddressAllowed(url: URL, mode = env.mode): boolean {
  if (url.username !== '' || url.password !== '') return false
  if (mode === 'demo') return url.protocol === 'http:' || url.protocol === 'https:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return url.protocol === 'https:' && (isIP(host) === 0 ? host.includes('.') : !isPrivateAddress(host))
}

/** `t=<seconds>,v1=<hex>`: HMAC-SHA256 of "<seconds>.<body>" under the secret of the listener. */
export const signature = (secret: string, sentAt: Date, body: string): string => `t=${secondOf(sentAt)},v1=${createHmac('sha256', secret).update(signedText(sentAt, body)).digest('hex')}`

/**
 * The name is resolved once, all of its addresses are looked at, and the connection goes to one of those: a name that answers
 * otherwise a moment later gains nothing.
 */
export const publicLookup = (mode = env.mode): LookupFunction => (host, options, callback) =>
  resolve(host, { all: true, family: options.family === 6 || options.family === 4 ? options.family : 0 }, (fault, addresses) => {
    if (fault !== null) return callback(fault, '', 0)
    if (addresses.length === 0 || (mode !== 'demo' && addresses.some(({ address }) => isPrivateAddress(address)))) return callback(new AddressRefused(host), '', 0)
    return options.all ? callback(null, addresses) : callback(null, addresses[0]!.address, addresses[0]!.family)
  })

/** Sends once and tells what came of it. Redirects are not followed; of the answer only the status is read. */
export function postSigned({ id, event, body, url, secret }: Pick<Delivery, 'id' | 'event' | 'body' | 'url' | 'secret'>, sentAt: Date, { patience = PATIENCE, mode = env.mode } = {}): Promise<Attempt> {
  const address = new URL(url)
  if (!isAddressAllowed(address, mode)) return Promise.resolve({ status: null, error: 'address-refused' })
  const send = address.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((done) => {
    const headers = {
      'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body), 'user-agent': 'mot-cua-webhook/1',
      'x-mot-cua-key': id, 'x-mot-cua-event': event, 'x-mot-cua-signature': signature(secret, sentAt, body),
    }
    const request = send(address, { method: 'POST', headers, lookup: publicLookup(mode), agent: false, signal: AbortSignal.timeout(patience) }, (answer) => {
      const status = answer.statusCode ?? null
      answer.destroy()
      done({ status, error: status !== null && status >= 200 && status < 300 ? null : 'not-taken' })
    })
    request.on('error', (fault: NodeJS.ErrnoException) => done({ status: null, error: fault instanceof AddressRefused ? 'address-refused' : fault.name === 'AbortError' || fault.name === 'TimeoutError' ? 'too-slow' : (fault.code ?? 'no-connection') }))
    request.end(body)
  })
}
