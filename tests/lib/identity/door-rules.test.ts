import { describe, expect, test } from 'vitest'
import { addressOf, readableAddress } from '@/lib/identity/client-address'
import { contentSecurityPolicy, isPersonal, needsOriginGate, securityHeaders, showsPage } from '@/lib/identity/door-rules'
import { passesOriginGate } from '@/lib/platform/origin'

describe('the origin gate', () => {
  test.each([
    ['GET', '/can-bo', false], ['HEAD', '/', false], ['OPTIONS', '/', false],
    ['POST', '/can-bo', true], ['POST', '/', true], ['PUT', '/x', true], ['PATCH', '/x', true], ['DELETE', '/x', true], ['QUERY', '/x', true],
    ['POST', '/api/auth/callback/credentials', true], ['POST', '/api/v1/dossiers', false], ['POST', '/api/v12', true], ['POST', '/API/V1/x', true],
  ])('%s %s has to come from our own pages: %s', (method, path, asked) => expect(needsOriginGate(method, path)).toBe(asked))

  const own = 'http://127.0.0.1:3000'
  test.each([
    ['our own page', { origin: own, 'sec-fetch-site': 'same-origin' }, true],
    ['our own page in an old browser', { origin: own }, true],
    ['the other name of this machine', { origin: 'http://localhost:3000' }, true],
    ['no Origin', {}, false],
    ['no Origin, though the browser says same-origin', { 'sec-fetch-site': 'same-origin' }, false],
    ['another site', { origin: 'https://evil.vn', 'sec-fetch-site': 'cross-site' }, false],
    ['a page without an origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }, false],
    ['another port', { origin: 'http://127.0.0.1:3001', 'sec-fetch-site': 'same-site' }, false],
    ['a sibling host', { origin: own, 'sec-fetch-site': 'same-site' }, false],
    ['an address typed by hand', { origin: own, 'sec-fetch-site': 'none' }, false],
    ['a forged forwarding header', { origin: 'https://evil.vn', 'x-forwarded-host': 'evil.vn' }, false],
    ['our host as the beginning of another', { origin: `${own}.evil.vn` }, false],
  ] as [string, Record<string, string>, boolean][])('%s passes: %s', (_who, headers, passes) => expect(passesOriginGate(new Headers(headers))).toBe(passes))
})

test.each([
  ['GET', '/can-bo', true], ['HEAD', '/', true], ['GET', '/q/x', true], ['POST', '/can-bo', false], ['GET', '/api/v1/health', false], ['GET', '/api/v1x', true],
])('%s %s is told in a page that the database is away: %s', (method, path, told) => expect(showsPage(method, path)).toBe(told))

test.each([
  ['/can-bo/ho-so/Z99.19.01-261120-0001?lam=accept', true], ['/tra-cuu?q=khai%20sinh', true], ['/thu-tuc?q=100%', true], ['/thu-tuc?q=%E0%A4%A', true], ['/thu-tuc?q=%2500', true],
  ['/can-bo/ho-so/%E0%A4%A', false], ['/thu-tuc/%', false], ['/can-bo/ho-so/%00', false], ['/can-bo?linh-vuc=%00', false],
])('the address %s is passed on as it is: %s', (url, passed) => expect(readableAddress(url) === url).toBe(passed))

describe('the content security policy', () => {
  const policy = contentSecurityPolicy({ nonce: 'abc', https: true, development: false })

  test('scripts and styles run by nonce or from files, never inline, never by eval', () => {
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';")
    expect(policy).toContain("style-src 'self' 'nonce-abc';")
    expect(policy).not.toMatch(/unsafe/)
  })

  test.each(["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'", "default-src 'self'"])('it says %s', (line) => expect(policy).toContain(line))

  test('plain HTTP on loopback is not upgraded', () => {
    expect(contentSecurityPolicy({ nonce: 'abc', https: false, development: false })).not.toContain('upgrade-insecure-requests')
  })
})

test('only an address with TLS promises to keep it', () => {
  const names = (url: string): string[] => securityHeaders(url).map(([name]) => name)
  expect(names('https://motcua.vn')).toContain('strict-transport-security')
  expect(names('http://127.0.0.1:3000')).not.toContain('strict-transport-security')
})

test('forms of ours keep their Origin: no-referrer would turn it into null', () => {
  expect(new Map(securityHeaders('https://motcua.vn')).get('referrer-policy')).toBe('same-origin')
})

test.each([
  ['/', false], ['/thu-tuc/1.001193', false], ['/don-vi/tan-quoi', false], ['/don-vi/tan-quoi/thong-ke', false], ['/man-hinh/goi-so', false],
  ['/can-bo', true], ['/don-vi/tan-quoi/nop-ho-so/1.001193', true], ['/tra-cuu', true], ['/ho-so-cua-toi', true], ['/thiet-lap/x', true], ['/dang-nhap', true], ['/trang-moi', true],
])('%s is kept out of caches: %s', (path, personal) => expect(isPersonal(path)).toBe(personal))

describe('the address that limits count by', () => {
  test.each([
    ['a client that claims to be another', '203.0.113.9', '1.2.3.4', '203.0.113.9'],
    ['a proxy on this machine adds the last entry', '127.0.0.1', '1.2.3.4, 203.0.113.9', '203.0.113.9'],
    ['the same over IPv6', '::ffff:127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['this machine itself', '::1', undefined, '::1'],
    ['a connection that is gone', undefined, '1.2.3.4', 'unknown'],
  ])('%s', (_who, peer, forwarded, address) => expect(addressOf(peer, forwarded)).toBe(address))
})
