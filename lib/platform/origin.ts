import 'server-only'
import { env } from './env'

/**
 * May a request that changes something pass? The browser must say that it comes from our own pages.
 * Next's own check lets a missing Origin and `Sec-Fetch-Site: cross-site` through and trusts a sent X-Forwarded-Host;
 * this one compares with the configured address alone.
 */
export function passesOriginGate(headers: Pick<Headers, 'get'>): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = headers.get('origin')
  return origin !== null && ownOrigins().includes(origin)
}

/** The configured origin; a demonstration on loopback answers under both of its names. */
function ownOrigins(): string[] {
  const own = new URL(env.publicUrl)
  const twin = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' }[own.hostname]
  return env.mode === 'demo' && twin !== undefined ? [own.origin, own.origin.replace(own.hostname, twin)] : [own.origin]
}
