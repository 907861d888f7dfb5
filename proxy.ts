import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy, isPersonal, needsOriginGate, securityHeaders } from './lib/identity/door-rules'
import { PATH_HEADER } from './lib/identity/path-header'
import { env } from './lib/platform/env'
import { passesOriginGate } from './lib/platform/origin'

/**
 * Stands before every page: refuses what comes from another site, gives each page its content security policy, and
 * tells the page its own address. It decides nothing about rights: that is done in each query and use case.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, searchParams } = request.nextUrl
  if (needsOriginGate(request.method, pathname) && !passesOriginGate(request.headers)) return refused()

  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy({ nonce, https: env.publicUrl.startsWith('https:'), development: process.env.NODE_ENV === 'development' })
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  searchParams.delete('_rsc')
  headers.set(PATH_HEADER, searchParams.size === 0 ? pathname : `${pathname}?${searchParams}`)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  for (const [name, value] of securityHeaders(env.publicUrl)) response.headers.set(name, value)
  if (isPersonal(pathname)) response.headers.set('cache-control', 'no-store')
  return response
}

/**
 * Files of the build need no policy. The two doors of uploads are read by their own handlers, which ask the gate themselves:
 * Next keeps a body that passes here in memory and cuts it after 10 MB. They are named in full, because every other address
 * that ends in the same word is a page.
 */
export const config = {
  matcher: ['/((?!_next/static/|_next/image|icon\\.svg$|mark\\.svg$|don-vi/[^/]+/nop-ho-so/[^/]+/tep/?$|tra-cuu/ho-so/[^/]+/bo-sung/tep/?$).*)'],
}

const refused = (): NextResponse =>
  new NextResponse(
    `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Yêu cầu bị chặn – Một Cửa</title>
<h1>Yêu cầu này không đến từ trang của Một Cửa</h1>
<p>Để giữ an toàn cho bạn, chúng tôi chưa ghi gì cả. Mở lại trang rồi thử lại.</p>
<p><a href="/">Về trang đầu</a></p></html>`,
    { status: 403, headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'", 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } },
  )
