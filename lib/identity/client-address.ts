import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

const HEADER = 'x-mc-client'

/**
 * The address of the client, for limits. Next passes a sent X-Forwarded-For through as if it were true, so each
 * request is labelled as it enters, before Next sees it, with the address of its connection; only a reverse proxy
 * on this very machine is believed, and only the entry that it added itself (the last one).
 */
export const clientAddress = (headers: Pick<Headers, 'get'>): string => headers.get(HEADER) ?? 'unknown'

/** Labels every request of this process from now on, and mends its address. Called once, when the server starts. */
export const labelRequests = (): void =>
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.url = readableAddress(request.url ?? '/')
    request.headers[HEADER] = addressOf(request.socket.remoteAddress, request.headers['x-forwarded-for'])
  })

/**
 * An address that no decoding reads ("%E0%A4%A") makes Next answer 500 before any page of ours, and a NUL is a text that no column
 * takes. Both are addresses that we do not have. Exported for its test.
 */
export const readableAddress = (url: string): string => (isReadable(url.split('?', 1)[0] ?? '') && !/%00|\0/.test(url) ? url : NOWHERE)

const NOWHERE = '/khong-co-trang-nay'

function isReadable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== ''
  } catch {
    return false
  }
}

/** Exported for its test. */
export function addressOf(peer: string | undefined, forwarded: string | string[] | undefined): string {
  if (peer === undefined || !isThisMachine(peer)) return peer ?? 'unknown'
  return [forwarded ?? ''].flat().join(',').split(',').at(-1)?.trim() || peer
}

const isThisMachine = (address: string): boolean => address === '::1' || /^(::ffff:)?127\./.test(address)
