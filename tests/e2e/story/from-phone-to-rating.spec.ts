import { expect, type Page, test } from '@playwright/test'
import { signInAs } from '../../support/browser'

/** One dossier through every pair of hands. Told once, on the phone for the citizen and on the desktop for the house. */
test.describe.configure({ mode: 'serial' })

const PHOTO = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGP4z8CAB+GTG8HSALfKY52fTcuYAAAAAElFTkSuQmCC', 'base64')
const contact = `0912${String(Date.now()).slice(-6)}`
let code = ''
let secret = ''

const next = (page: Page) => page.getByRole('button', { name: 'Tiếp tục' }).click()

/** The one-time code, as the demonstration's outbox shows it. */
async function codeFor(page: Page, phone: string): Promise<string> {
  const outbox = await page.context().newPage()
  await outbox.goto('/demo/hop-thu')
  const text = await outbox.locator('body').innerText()
  await outbox.close()
  const at = text.replace(/(\d)[ \u00a0](?=\d{3})/g, '$1').indexOf(phone)
  const near = at < 0 ? text : text.replace(/(\d)[ \u00a0](?=\d{3})/g, '$1').slice(Math.max(0, at - 400), at + 600)
  return /(?<!\d)(\d{6})(?!\d)/.exec(near)![1]!
}

async function fillDate(page: Page, name: string, day: string, month: string, year: string): Promise<void> {
  await page.locator(`[name="${name}-day"]`).fill(day)
  await page.locator(`[name="${name}-month"]`).fill(month)
  await page.locator(`[name="${name}-year"]`).fill(year)
}

test('the citizen finds birth registration without diacritics and files it from a phone', async ({ page }) => {
  test.setTimeout(180_000)
  await page.goto('/chon-xa')
  await page.getByRole('button', { name: 'Phường Bách Quang' }).click()
  await page.goto('/thu-tuc?q=dang+ki+khai+snh')
  await page.getByRole('link', { name: /^Đăng ký khai sinh/ }).first().click()
  await page.getByRole('link', { name: 'Bắt đầu nộp hồ sơ' }).click()

  await page.locator('[name="contact"]').fill(contact)
  await page.locator('main form button').first().click()
  await page.waitForURL('**/dang-nhap/ma**')
  await page.locator('main input:not([type=hidden])').first().fill(await codeFor(page, contact))
  await page.locator('main form button').first().click()
  await page.getByRole('button', { name: 'Bắt đầu' }).click()

  await page.locator('[name="child-name"]').fill('Nguyễn Bảo An')
  await page.getByLabel('Nữ', { exact: true }).check()
  await page.locator('[name="child-ethnicity"]').selectOption({ label: 'Kinh' }).catch(() => page.locator('[name="child-ethnicity"]').fill('Kinh'))
  await page.locator('[name="child-hometown"]').fill('Phường Bách Quang, tỉnh Thái Nguyên')
  await next(page)
  await fillDate(page, 'child-birth', '31', '11', '2026')
  await next(page)
  await expect(page.getByText('Tháng 11 chỉ có 30 ngày').first()).toBeVisible()
  await expect(page.locator('[name="child-birth-day"]')).toHaveValue('31')
  await fillDate(page, 'child-birth', '5', '11', '2026')
  await page.getByLabel('Bệnh viện hoặc trạm y tế', { exact: true }).check()
  await page.locator('[name="birth-facility"]').fill('Bệnh viện A Thái Nguyên')
  await page.locator('[name="birth-address"]').fill('Phường Bách Quang, tỉnh Thái Nguyên')
  await next(page)
  await parent(page, 'mother', 'Trần Thị Hiền', '019194000412')
  await parent(page, 'father', 'Nguyễn Văn Bình', '019092000417')
  await page.getByLabel('Mẹ', { exact: true }).check()
  await next(page)
  await page.getByLabel('Tại quầy').first().check()
  await next(page)

  const paper = page.locator('form[enctype="multipart/form-data"]').first()
  await paper.locator('input[type=file]').last().setInputFiles({ name: 'chung-sinh.png', mimeType: 'image/png', buffer: PHOTO })
  await expect(page.getByText('chung-sinh.png').first()).toBeVisible()
  await page.getByRole('link', { name: 'Tiếp tục' }).click()

  await expect(page.getByText('Nguyễn Bảo An').first()).toBeVisible()
  await page.getByLabel(/cam đoan/).check()
  await page.getByRole('button', { name: 'Gửi hồ sơ' }).click()
  await expect(page.getByRole('heading', { name: 'Đã gửi hồ sơ' })).toBeVisible()
  code = /Z99\.19\.01-\d{6}-\d{4,}/.exec(await page.locator('main').innerText())![0]
  secret = /\b[0-9A-Z]{5} [0-9A-Z]{5}\b/.exec(await page.locator('main').innerText())![0]
})

async function parent(page: Page, who: 'mother' | 'father', name: string, id: string): Promise<void> {
  await page.locator(`[name="${who}-name"]`).fill(name)
  await page.locator(`[name="${who}-birth-year"]`).fill(id.startsWith('0191') ? '1994' : '1992')
  await page.locator(`[name="${who}-id"]`).fill(id)
  const ethnicity = page.locator(`[name="${who}-ethnicity"]`)
  await ethnicity.selectOption({ label: 'Kinh' }).catch(() => ethnicity.fill('Kinh'))
  await page.locator(`[name="${who}-address"]`).fill('Tổ dân phố 1, phường Bách Quang')
  await next(page)
}

const hands: [who: string, deed: string, press: string, fill?: (page: Page) => Promise<void>][] = [
  ['bach-quang.quay1', 'Tiếp nhận, hẹn trả', 'Tiếp nhận, in phiếu'],
  ['bach-quang.tuphap', '', 'Nhận giải quyết'],
  ['bach-quang.tuphap', 'Trình kết quả', 'Trình kết quả', (page) => page.locator('[name="summary"]').fill('Giấy khai sinh của Nguyễn Bảo An')],
  ['bach-quang.truongtuphap', 'Thẩm định xong, trình ký', 'Thẩm định xong, trình ký'],
  ['bach-quang.chutich', 'Phê duyệt', 'Phê duyệt'],
  ['bach-quang.vanthu', 'Vào số, đóng dấu', 'Vào số, đóng dấu'],
  ['bach-quang.quay1', 'Trả kết quả', 'Trả kết quả'],
]
for (const [who, deed, press, fill] of hands) {
  test(`${who}: ${press}`, async ({ browser }) => {
    test.setTimeout(120_000)
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await signInAs(page, who, `/can-bo/ho-so/${code}`)
    // A deed with questions is opened by a link of its name; its form has the button.
    if (deed !== '') await page.locator('main').getByRole('link', { name: new RegExp(`^${deed}`) }).first().click()
    await page.waitForLoadState('load')
    const button = page.locator('main').getByRole('button', { name: new RegExp(`^${press}`) }).first()
    await button.waitFor()
    await fill?.(page)
    await button.click()
    await expect(button).toBeHidden({ timeout: 20_000 })
    await page.close()
  })
}

test('the citizen sees the result without signing in, and judges it once', async ({ page }) => {
  await page.goto('/tra-cuu')
  await page.getByLabel('Mã hồ sơ').fill(code.toLowerCase())
  await page.getByLabel('Mã bí mật').fill(secret.toLowerCase())
  await page.getByRole('button', { name: 'Xem hồ sơ' }).click()
  await expect(page.getByText(code).first()).toBeVisible()
  await page.getByRole('link', { name: /Đánh giá/ }).first().click()
  await page.locator('main input[type=radio]').first().check()
  await page.locator('main form button').last().click()
  await expect(page.getByText(/[Cc]ảm ơn/).first()).toBeVisible()
})
