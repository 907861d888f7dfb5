import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy, isPersonal, needsOriginGate, securityHeaders, showsPage } from './lib/identity/door-rules'
import { PATH_HEADER } from './lib/identity/path-header'
import { databaseIsAway } from './lib/platform/database-away'
import { env } from './lib/platform/env'
import { passesOriginGate } from './lib/platform/origin'

/**
 * Stands before every page: refuses what comes from another site, says so while the database is away, gives each page its content security policy, and
 * tells the page its own address. It decides nothing about rights: that is done in each query and use case.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, searchParams } = request.nextUrl
  if (needsOriginGate(request.method, pathname) && !passesOriginGate(request.headers)) return plainPage(FOREIGN)
  if (showsPage(request.method, pathname) && (await databaseIsAway())) return plainPage(AWAY)

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
 * Files of the build need no policy. The doors of uploads are read by their own handlers, which ask the gate themselves:
 * Next keeps a body that passes here in memory and cuts it after 10 MB. They are named in full, because every other address
 * that ends in the same word is a page.
 */
export const config = {
  matcher: ['/((?!_next/static/|_next/image|icon\\.svg$|mark\\.svg$|don-vi/[^/]+/nop-ho-so/[^/]+/tep/?$|tra-cuu/ho-so/[^/]+/bo-sung/tep/?$|can-bo/ho-so/[^/]+/tep/?$|can-bo/lien-thong/viec/[^/]+/tep/?$|xac-minh/tep/?$).*)'],
}

type Plain = { status: number; title: string; heading: string; text: string; retry?: number }

const FOREIGN: Plain = {
  status: 403, title: 'Yêu cầu bị chặn', heading: 'Yêu cầu này không đến từ trang của Một Cửa',
  text: 'Để giữ an toàn cho bạn, chúng tôi chưa ghi gì cả. Mở lại trang rồi thử lại.',
}
const AWAY: Plain = {
  status: 503, title: 'Hệ thống đang bận', heading: 'Hệ thống đang bận', retry: 5,
  text: 'Những gì bạn đã lưu vẫn còn. Trang này tự thử lại sau vài giây; nếu vẫn vậy, gọi hoặc đến Bộ phận Một cửa.',
}

/** Said before any page of ours could, without style and script. @unit retry seconds */
const plainPage = ({ status, title, heading, text, retry }: Plain): NextResponse =>
  new NextResponse(
    `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${retry === undefined ? '' : `<meta http-equiv="refresh" content="${retry}">`}<title>${title} – Một Cửa</title>
<h1>${heading}</h1>
<p>${text}</p>
<p><a href="/">Về trang đầu</a></p></html>`,
    {
      status,
      headers: {
        'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'", 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
        ...(retry === undefined ? {} : { 'retry-after': String(retry) }),
      },
    },
  )
