import { randomBytes } from 'node:crypto'
import { NextResponse, type NextRequest } from 'next/server'

/** The policy alone. */
export function proxy(request: NextRequest) {
  const policy = `default-src 'self'; script-src 'self' 'nonce-${randomBytes(16).toString('base64')}' 'strict-dynamic'; object-src 'none'; base-uri 'none'`
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}
export const config = { matcher: ['/trong'] }
