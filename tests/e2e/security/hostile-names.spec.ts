import { randomUUID } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { signInAs } from '../../support/browser'

/** Markup, a mark that turns the direction of reading, letters taken apart (NFD), and nobody's number. */
const NAME = '<img src=x onerror=alert(1)>\u202E Nguyê\u0303n Thi\u0323 Hiê\u0300n'

/** The counter's form as the browser would send it, filled in. */
async function filledIn(page: Page): Promise<Record<string, string>> {
  await page.goto('/can-bo/quay?thu-tuc=1.004873')
  const form = page.locator('form:has(input[name="counter.fullName"])')
  const fields = await form.evaluate((element) => [...new FormData(element as HTMLFormElement)].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  const papers = await form.locator('input[name^="handedIn."][name$=".on"]').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).name))
  return {
    ...Object.fromEntries(fields), ...Object.fromEntries(papers.map((name) => [name, 'on'])),
    idempotencyKey: randomUUID(), 'counter.fullName': NAME, 'counter.idNumber': '087194000412', 'counter.birth': '14/6/1994', 'counter.sex': 'female', 'counter.address': 'Ấp Tân Bình', 'counter.phone': '0912000326',
    communeId: randomUUID(), stage: 'returned', roles: 'leader', 'applicant.roles': 'leader', __proto__x: 'x', 'constructor.prototype.x': 'x',
  }
}

test('pressed twice the counter receives once; a name stays text on the page and prints; fields that nobody asked for are nothing', async ({ page, baseURL }) => {
  await signInAs(page, 'bach-quang.quay1')
  const multipart = await filledIn(page)
  const press = async (): Promise<string> => (await page.request.post('/can-bo/quay?thu-tuc=1.004873', { multipart, headers: { origin: new URL(baseURL!).origin } })).text()
  const answers = [...(await Promise.all([press(), press()])), await press()]
  const codes = answers.map((html) => /\/can-bo\/ho-so\/(Z99[\d.]+-\d{6}-\d{4,})/.exec(html)?.[1])
  expect(codes[0]).toBeDefined()
  expect(new Set(codes).size).toBe(1)

  const ran: string[] = []
  page.on('dialog', (dialog) => void (ran.push(dialog.message()), dialog.dismiss()))
  await page.goto(`/can-bo/ho-so/${codes[0]}`)
  await expect(page.locator('main')).toContainText('<img src=x onerror=alert(1)> Nguyễn Thị Hiền')
  await expect(page.locator('img[src="x"]')).toHaveCount(0)
  expect(await page.content()).not.toContain('\u202E')
  expect(ran).toEqual([])

  const slip = await page.request.get(`/can-bo/ho-so/${codes[0]}/giay/receipt-slip`)
  expect([slip.status(), slip.headers()['content-type'], (await slip.body()).subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-'])
})
