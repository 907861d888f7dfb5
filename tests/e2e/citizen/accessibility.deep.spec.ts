import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../../support/browser'
import { answerGeneralForm, beginFiling, BIRTH, fill, findsWanting, photo, somewhere } from '../../support/citizen'

test.use({ extraHTTPHeaders: somewhere() })

const COMMUNE = { name: 'mc_xa', value: 'bach-quang' }
const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

for (const path of ['/', '/chon-xa', '/thu-tuc', '/thu-tuc?q=khai sinh', '/thu-tuc?q=zzzz qqqq', `/thu-tuc/${BIRTH}`, '/tra-cuu', '/tra-cuu?loi=both-empty', '/tra-cuu?loi=too-many-attempts&cho=600', '/api/v1/tai-lieu', '/khong-co-trang-nay']) {
  test(`${path} shuts nobody out`, async ({ page, baseURL }) => {
    if (path !== '/chon-xa') await page.context().addCookies([{ ...COMMUNE, url: baseURL! }])
    await open(page, path)
  })
}

test('no screen of a filing shuts anybody out, also in large text, high contrast and on a narrow screen', async ({ page, baseURL }) => {
  test.setTimeout(120_000)
  await page.setViewportSize({ width: 320, height: 640 })
  await page.context().addCookies([{ name: 'mc_text', value: 'large', url: baseURL! }, { name: 'mc_contrast', value: 'high', url: baseURL! }])
  const here = async (): Promise<void> => {
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  }
  const birth = await beginFiling(page, { procedure: BIRTH })
  await here()
  await page.goto(`${birth}/noi-sinh`)
  await fill(page, { 'child-birth': '31 11 2026', 'birth-place': 'facility' })
  await findsWanting(page)
  await here()
  await page.goto(`${birth}/giay-to?loi=file-empty&o=giay-chung-sinh`)
  await here()
  await page.locator('#giay-giay-chung-sinh input[type=file]').last().setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: photo() })
  await expect(page.locator('.file-row')).toHaveCount(1)
  await here()
  await page.goto(`${birth}/kiem-tra`)
  await here()

  await beginFiling(page)
  await answerGeneralForm(page)
  await page.getByLabel(/^Tôi cam đoan/).check()
  await page.getByRole('button', { name: 'Gửi hồ sơ' }).click()
  await page.waitForURL('**/xong')
  await here()
  await page.getByRole('link', { name: 'Theo dõi hồ sơ' }).click()
  await page.waitForURL('**/tra-cuu/ho-so/**')
  await here()
  const dossier = page.url()
  for (const path of [`${dossier}/rut`, `${dossier}/ai-da-xem`, dossier.replace('/tra-cuu/ho-so/', '/danh-gia/'), '/ho-so-cua-toi']) {
    await page.goto(path)
    await here()
  }
})
