import { randomInt } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { signInAs } from '../../support/browser'

/** An address that nobody limited yet: a proxy of this machine would write it down so. */
const somewhere = (): Record<string, string> => ({ 'x-forwarded-for': `203.0.${randomInt(256)}.${randomInt(256)}` })

const foreign: [string, Record<string, string>][] = [
  ['no origin', {}],
  ['another site', { origin: 'https://elsewhere.example' }],
  ['another site with a forged forwarding header', { origin: 'https://elsewhere.example', 'x-forwarded-host': 'elsewhere.example' }],
  ['a page without an origin', { origin: 'null' }],
  ['a frame of another site', { 'sec-fetch-site': 'cross-site' }],
]

const doors = [
  '/', '/tra-cuu', '/de-doc', '/chon-don-vi', '/dang-xuat', '/can-bo/dang-xuat', '/can-bo/doi-don-vi', '/can-bo/tra-ket-qua/phieu', '/can-bo/quay', '/can-bo/ho-so/tep', '/api/auth/signout',
  '/api/auth/callback/credentials', '/don-vi/bach-quang/nop-ho-so/x/tep', '/don-vi/bach-quang/nop-ho-so/x/tep/y', '/tra-cuu/ho-so/x/bo-sung/tep', '/tra-cuu/ho-so/x/bo-sung/tep/y',
]

/** The words of a page that was not found, whatever it was asked for. */
async function wordsOf(page: Page, code: string): Promise<{ status: number | undefined; words: string }> {
  const answer = await page.goto(`/can-bo/ho-so/${code}`)
  return { status: answer?.status(), words: (await page.locator('body').innerText()).replaceAll(code, 'CODE').replace(/\d{2}:\d{2}/g, '') }
}

test.describe('another site', () => {
  for (const [who, headers] of foreign) {
    test(`${who} gets no form through any door, and the officer stays signed in`, async ({ page }) => {
      await signInAs(page, 'bach-quang.quay1')
      for (const door of doors) expect([door, (await page.request.post(door, { headers, form: { a: 'b' }, maxRedirects: 0 })).status()]).toEqual([door, 403])
      expect((await page.request.get('/can-bo', { maxRedirects: 0 })).status()).toBe(200)
    })
  }
})

test('a dossier of another commune is as unknown as one that never was, with its papers and files', async ({ page, browser }) => {
  await signInAs(page, 'bach-quang.quay1')
  const link = await page.locator('a[href^="/can-bo/ho-so/Z99"]').first().getAttribute('href')
  const code = link!.split(/[/?#]/)[3]!
  const neighbour = await browser.newPage()
  await signInAs(neighbour, 'tan-quoi.quay1')
  expect(await wordsOf(neighbour, code)).toEqual(await wordsOf(neighbour, 'Z99.77.77-260101-0001'))
  expect((await wordsOf(neighbour, code)).status).toBe(404)
  for (const part of ['giay/receipt-slip', 'tep/01a2020e-6036-76c5-8551-f7c5522b0cca']) expect((await neighbour.request.get(`/can-bo/ho-so/${code}/${part}`)).status()).toBe(404)
  expect(await (await neighbour.request.get(`/can-bo/tim?q=${code}`)).text()).not.toContain(`/can-bo/ho-so/${code}`)
  await neighbour.close()
})

test('an unknown code and a wrong secret have one answer, and guessing ends', async ({ page, request }) => {
  await signInAs(page, 'bach-quang.quay1')
  const known = (await page.locator('a[href^="/can-bo/ho-so/Z99"]').first().getAttribute('href'))!.split(/[/?#]/)[3]!
  const look = (code: string, headers: Record<string, string>) => request.post('/api/v1/dossiers/lookup', { data: { code, secret: 'ABCDEFGHJK' }, headers })
  const unknown = () => `Z99.77.77-260101-${randomInt(1000, 10_000)}`
  const [wrong, never] = [await look(known, somewhere()), await look(unknown(), somewhere())]
  expect([wrong.status(), await wrong.text()]).toEqual([404, await never.text()])
  const here = somewhere()
  for (let guess = 0; guess < 10; guess += 1) expect((await look(unknown(), here)).status()).toBe(404)
  const limited = await look(unknown(), here)
  expect(limited.status()).toBe(429)
  expect(Number(limited.headers()['retry-after'])).toBeGreaterThan(0)
})

for (const path of ['/', '/can-bo', '/tra-cuu', '/khong-co-trang-nay', '/thu-tuc/tep', '/can-bo/ho-so/tep', '/api/v1/procedures', '/ho-so-cua-toi']) {
  test(`${path} runs no script but our own, is framed by nobody and guessed at by nobody`, async ({ request }) => {
    const headers = (await request.get(path, { maxRedirects: 0 })).headers()
    expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'( 'unsafe-eval')?;.*frame-ancestors 'none'/)
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe-inline/)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin' })
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers['cache-control']).toContain('no-')
  })
}

test('an address that nothing reads is a page we do not have, never a fault', async ({ page }) => {
  await signInAs(page, 'bach-quang.quay1')
  const broken = ['%E0%A4%A', '%00', '%25E0%25A4%25A', '__proto__', '%E2%80%AE', '%F0%9F%92%A9']
  const places = ['/thu-tuc/', '/can-bo/ho-so/', '/can-bo/ho-so/x/giay/', '/can-bo/ho-so/x/tep/', '/don-vi/', '/tra-cuu/ho-so/', '/tra-cuu/ho-so/x/bo-sung/tep/', '/don-vi/bach-quang/nop-ho-so/x/tep/', '/q/', '/danh-gia/', '/can-bo?linh-vuc=', '/can-bo/tim?q=']
  for (const address of places.flatMap((place) => broken.map((end) => place + end))) {
    const answer = await page.request.get(address, { maxRedirects: 0 })
    expect([address, answer.status() < 500]).toEqual([address, true])
  }
})
