import { randomInt } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { type Cookie, expect, type Page } from '@playwright/test'

/** "Xác nhận thông tin về cư trú": the general form and no papers, so that a dossier is filed in a few screens. */
export const SIMPLE = '1.010041'
/** Đăng ký khai sinh: a form of its own, with a paper to photograph. */
export const BIRTH = '1.001193'

/** A number that nobody asked for a code with before. */
export const newPhone = (): string => `091${randomInt(1_000_000, 9_999_999)}`

/** An address that nobody limited yet: a proxy of this machine would write it down so. */
export const somewhere = (): Record<string, string> => ({ 'x-forwarded-for': `198.18.${randomInt(256)}.${randomInt(256)}` })

/**
 * Signs in where a page asked for it, with the code from the demonstration's outbox, and ends where it was headed.
 * A second code for the same number is sent a minute after the first: it is waited for.
 */
export async function signInByCode(page: Page, contact: string): Promise<void> {
  await expect(async () => {
    await page.locator('[name=contact]').fill(contact)
    await page.getByRole('button', { name: 'Gửi mã cho tôi' }).click()
    await page.waitForURL('**/dang-nhap/ma**', { timeout: 5_000 })
  }).toPass({ intervals: [5_000], timeout: 80_000 })
  await page.locator('[name=code]').fill(await codeFor(page, contact))
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/dang-nhap'))
}

/** The session of a citizen, to be laid down and taken up again: what a sign-in would bring back. */
export const sessionOf = async (page: Page): Promise<Cookie[]> => (await page.context().cookies()).filter(({ name }) => name.endsWith('mc-citizen'))

async function codeFor(page: Page, contact: string): Promise<string> {
  const shown = contact.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3')
  const outbox = await (await page.request.get('/demo/hop-thu')).text()
  const message = outbox.split('<li').find((text) => text.includes(shown))
  const code = /(?<![\d.-])(\d{6})(?![\d.-])/.exec((message ?? '').replace(/<[^>]+>/g, ' '))?.[1]
  if (code === undefined) throw new Error(`No code was sent to ${contact}`)
  return code
}

/** Opens a filing and answers the sign-in on the way. Ends on the first question; the answer is the address of the draft. */
export async function beginFiling(page: Page, { procedure = SIMPLE, commune = 'bach-quang', contact = newPhone() } = {}): Promise<string> {
  await page.goto(`/don-vi/${commune}/nop-ho-so?thu-tuc=${procedure}`)
  if (new URL(page.url()).pathname === '/dang-nhap') await signInByCode(page, contact)
  await page.getByRole('button', { name: /^(Bắt đầu|Làm hồ sơ mới)$/ }).click()
  await page.waitForURL(/nop-ho-so\/[0-9a-f-]{36}\//)
  return page.url().replace(/\/[^/]+$/, '')
}

/** Presses `Tiếp tục` and waits for the screen of that name. */
export async function goOn(page: Page, screen: string): Promise<void> {
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.waitForURL((url) => url.pathname.endsWith(`/${screen}`))
}

/** Presses `Tiếp tục` where something is amiss and waits until the page says so. */
export async function findsWanting(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.waitForURL('**xem-lai=**')
  await expect(page).toHaveTitle(/^Có \d+ chỗ cần xem lại/)
}

/** Fills inputs by name: "child-birth" with "5 11 2026" goes into three boxes, choices are picked by their value. */
export async function fill(page: Page, answers: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(answers)) {
    const control = page.locator(`[name="${name}"]`)
    const [day, month, year] = value.split(' ')
    if ((await control.count()) === 0) {
      for (const [part, text] of [['day', day], ['month', month], ['year', year]]) await page.locator(`[name="${name}-${part}"]`).fill(text ?? '')
    } else if ((await control.first().getAttribute('type')) === 'radio') await page.locator(`[name="${name}"][value="${value}"]`).check()
    else if ((await control.evaluate((element) => element.tagName)) === 'SELECT') await control.selectOption({ label: value })
    else await control.fill(value)
  }
}

/** Answers the general form up to the last page, where all of it is looked over. */
export async function answerGeneralForm(page: Page): Promise<void> {
  await fill(page, { 'filer-name': 'Nguyễn Thị Thử', 'filer-id': '019190000123', 'filer-birth': '5 11 1990', 'filer-address': 'Tổ 1, phường Bách Quang', 'for-whom': 'self' })
  await goOn(page, 'noi-dung')
  await fill(page, { request: 'Xác nhận thông tin về cư trú' })
  await goOn(page, 'nhan-ket-qua')
  await fill(page, { 'return-channel': 'desk' })
  await goOn(page, 'giay-to')
  await page.getByRole('link', { name: 'Tiếp tục' }).click()
  await page.waitForURL('**/kiem-tra')
}

export type FiledDossier = { code: string; secret: string; id: string; draft: string }

/** Files the simplest dossier there is and reads its receipt. */
export async function fileSimpleDossier(page: Page, contact = newPhone()): Promise<FiledDossier> {
  const draft = await beginFiling(page, { contact })
  await answerGeneralForm(page)
  await page.getByLabel(/^Tôi cam đoan/).check()
  await page.getByRole('button', { name: 'Gửi hồ sơ' }).click()
  await page.waitForURL('**/xong')
  return { ...(await receiptOf(page)), draft }
}

/** What stands on the receipt of a filing. */
export async function receiptOf(page: Page): Promise<Omit<FiledDossier, 'draft'>> {
  const [code, secret] = await page.locator('.receipt-code').allInnerTexts()
  const href = await page.getByRole('link', { name: 'Theo dõi hồ sơ' }).getAttribute('href')
  return { code: code!, secret: secret!, id: href!.split('/').at(-1)! }
}

/** A picture as a phone would send it: `size` square, one grey. */
export function photo(size = 40, grey = 200): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.concat(Array.from({ length: size }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(size, grey)])))
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

function crc32(data: Buffer): number {
  let sum = 0xffffffff
  for (const byte of data) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}
