import { type Browser, type Cookie, expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, signInAs } from '../../support/browser'
import { fileSimpleDossier, type FiledDossier, sessionOf, somewhere } from '../../support/citizen'

test.use({ extraHTTPHeaders: somewhere() })
test.describe.configure({ mode: 'serial' })

let filed: FiledDossier
let session: Cookie[]
const payment = (): string => `/tra-cuu/ho-so/${filed.id}/thanh-toan`

/** The desk enters a fee of the province; the citizen then owes it. */
async function owe(browser: Browser, amount: string): Promise<void> {
  const desk = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  await signInAs(desk, 'bach-quang.quay1', `/can-bo/ho-so/${filed.code}?tab=thu-phi`)
  await desk.getByText('Thêm khoản thu').first().click()
  const form = desk.locator('form', { has: desk.getByRole('button', { name: 'Thêm khoản thu' }) })
  await form.locator('[name=amountVnd]').fill(amount)
  await form.locator('[name=basis]').fill('Nghị quyết 12/2025/NQ-HĐND')
  await form.getByRole('button', { name: 'Thêm khoản thu' }).click()
  await expect(desk.getByText('Đã thêm khoản thu.')).toBeVisible()
  await desk.close()
}

/** From the payment page to the bank, and what the bank then does. */
async function payAs(page: Page, decision: string): Promise<void> {
  await page.goto(payment())
  await page.getByRole('button', { name: /^Thanh toán / }).click()
  await page.waitForURL('**/demo/cong-thanh-toan**')
  await page.getByRole('radio', { name: new RegExp(`^${decision}`) }).check()
  await page.getByRole('button', { name: 'Xác nhận' }).click()
  await page.waitForURL('**xong=1')
}

test('a filing owes what the desk entered, and the tracking page says so', async ({ page, browser }) => {
  test.setTimeout(180_000)
  filed = await fileSimpleDossier(page)
  session = await sessionOf(page)
  await owe(browser, '8.000')
  await page.goto(`/tra-cuu/ho-so/${filed.id}`)
  await page.getByRole('link', { name: /^Nộp 8\.000\sđ/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Cần nộp 8\.000\sđ/)
  await expect(page.getByRole('img', { name: /^Mã VietQR nộp 8\.000/ })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test.beforeEach(async ({ context }) => context.addCookies(session))

  test('what the bank refuses takes no money and may be tried again', async ({ page }) => {
    await payAs(page, 'Ngân hàng từ chối')
    await expect(async () => {
      await page.goto(`${payment()}?ve=1`)
      await expect(page.getByText('Ngân hàng từ chối').first()).toBeVisible({ timeout: 1000 })
    }).toPass({ timeout: 40_000 })
    await expect(page.getByRole('button', { name: /^Thanh toán / })).toBeVisible()
  })

  test('paid with the tab closed at once is paid all the same, with its confirmation', async ({ page, context }) => {
    await payAs(page, 'Trả đủ')
    await page.close()
    const later = await context.newPage()
    await expect(async () => {
      await later.goto(payment())
      await expect(later.locator('main')).toContainText(/8\.000\sđ, đã nộp/, { timeout: 1000 })
    }).toPass({ timeout: 40_000 })
    await expect(later.getByRole('button', { name: /^Thanh toán / })).toBeHidden()
    const href = await later.getByRole('link', { name: /^Phiếu xác nhận thu/ }).getAttribute('href')
    const paper = await later.request.get(href!)
    expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf'])
  })

  test('coming back before the bank has spoken proves nothing: the page waits and asks again', async ({ page, browser }) => {
    await owe(browser, '5000')
    await page.goto(payment())
    await page.getByRole('button', { name: /^Thanh toán / }).click()
    await page.waitForURL('**/demo/cong-thanh-toan**')
    await page.goto(`${payment()}?ve=1`)
    await expect(page.getByText('Đang chờ xác nhận')).toBeVisible()
    await expect(page.locator('meta[http-equiv=refresh]')).toHaveCount(1)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Cần nộp 5\.000\sđ/)
  })

  test('too little pays nothing and goes back', async ({ page }) => {
    await payAs(page, 'Trả thiếu 1.000 đồng')
    await expect(async () => {
      await page.goto(`${payment()}?ve=1`)
      await expect(page.getByText('Số tiền đến không khớp')).toBeVisible({ timeout: 1000 })
    }).toPass({ timeout: 40_000 })
    await expect(page.locator('main')).toContainText(/Hoàn lại 4\.000\sđ: chờ lãnh đạo duyệt/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Cần nộp 5\.000\sđ/)
    await expectNoSidewaysScroll(page)
  })
})

test('whoever has neither session nor secret sees no money of the dossier', async ({ page }) => {
  await page.goto(payment())
  await expect(page).toHaveURL(/\/tra-cuu\?loi=closed$/)
})
