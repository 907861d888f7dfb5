import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, signInAs } from '../../support/browser'
import { receiveWalkIn } from '../../support/officer'

test.describe.configure({ timeout: 240_000 })

const dossier = (code: string, deed?: string): string => `/can-bo/ho-so/${code}${deed === undefined ? '' : `?lam=${deed}`}`

async function as(page: Page, login: string, to: string): Promise<void> {
  await page.context().clearCookies()
  await signInAs(page, `bach-quang.${login}`, to)
}

async function fillDay(page: Page, name: string, day: Date): Promise<void> {
  for (const [part, value] of [['day', day.getUTCDate()], ['month', day.getUTCMonth() + 1], ['year', day.getUTCFullYear()]] as const) await page.locator(`[name="${name}-${part}"]`).fill(String(value))
}

test('a wrongly received dossier is put right, its verification takes longer, and the citizen gets an apology', async ({ page }) => {
  await signInAs(page, 'bach-quang.quay2', '/can-bo/quay')
  const code = await receiveWalkIn(page)

  // The desk noticed that the wrong procedure was chosen; without a reason nothing is proposed and the choice stays.
  await page.goto(dossier(code, 'propose-correction'))
  await page.getByLabel('Thủ tục đúng').selectOption('1.004859:thay-doi-cai-chinh')
  await page.getByRole('button', { name: 'Đề nghị chuyển thủ tục' }).click()
  await expect(page.getByText('Ghi lý do để người dân hiểu và biết phải làm gì.').first()).toBeVisible()
  await expect(page.getByLabel('Thủ tục đúng')).toHaveValue('1.004859:thay-doi-cai-chinh')
  await page.getByLabel('Nhầm ở đâu').fill('Người dân xin cải chính năm sinh, quầy chọn nhầm thủ tục.')
  await page.getByRole('button', { name: 'Đề nghị chuyển thủ tục' }).click()
  await expect(page.getByText('Đã đề nghị chuyển thủ tục.')).toBeVisible()

  await as(page, 'chutich', '/lanh-dao/phe-duyet')
  await page.getByRole('row', { name: new RegExp(code) }).getByRole('link', { name: 'Duyệt chuyển thủ tục' }).click()
  await expect(page.getByText('Người dân xin cải chính năm sinh').first()).toBeVisible()
  await page.getByRole('button', { name: 'Duyệt chuyển thủ tục' }).click()
  await expect(page.getByText('Đã chuyển thủ tục.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: /Thay đổi, cải chính/ })).toBeVisible()
  await expect(page.getByText(code).first()).toBeVisible()

  await as(page, 'tuphap', dossier(code))
  await page.getByRole('button', { name: /Nhận giải quyết/ }).click()
  await expect(page.getByText('Bạn đã nhận giải quyết.')).toBeVisible()
  await page.goto(dossier(code, 'extend-verification'))
  await expect(page.getByText('Hạn mới nếu gia hạn')).toBeVisible()
  await page.getByLabel('Cần xác minh điều gì').fill('Xác minh tại nơi đăng ký khai sinh cũ.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Gia hạn để xác minh' }).click()
  await expect(page.getByText('Đã gia hạn để xác minh.')).toBeVisible()
  await expect(page.getByText(/trên giấy hẹn ghi/)).toBeVisible()

  await page.goto(dossier(code, 'draft-apology'))
  await page.getByLabel('Vì sao chậm').fill('Nơi đăng ký cũ chưa trả lời.')
  await fillDay(page, 'promisedOn', new Date(Date.now() + 45 * 86_400_000))
  await page.getByRole('button', { name: 'Trình lãnh đạo ký' }).click()
  await expect(page.getByText('Đã trình văn bản xin lỗi.')).toBeVisible()

  await as(page, 'chutich', '/lanh-dao/phe-duyet')
  await page.getByRole('row', { name: new RegExp(code) }).getByRole('link', { name: 'Ký văn bản xin lỗi' }).click()
  await expect(page.getByText('Nơi đăng ký cũ chưa trả lời.').first()).toBeVisible()
  await page.getByRole('button', { name: 'Ký, gửi người dân' }).click()
  await expect(page.getByText('Đã ký và gửi xin lỗi, hẹn lại.')).toBeVisible()
  await expect(page.getByText(/Đã xin lỗi, hẹn lại/)).toBeVisible()
  await expect(page.getByText(/Xin lỗi \(Mẫu 04 số/)).toBeVisible()
})
