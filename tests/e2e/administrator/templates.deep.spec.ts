import { expect, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, signInAs } from '../../support/browser'
import { alive } from '../../support/officer'

test.describe.configure({ timeout: 120_000 })

const LIST = '/quan-tri/mau-tin'
const OWN = 'Kính gửi ông/bà: hồ sơ {mã hồ sơ} đã được rút. Nhận lại giấy tờ tại {cơ quan}.'

test('an administrator writes an own text, is stopped at an unknown placeholder, and takes the text of the product back', async ({ page }) => {
  await signInAs(page, 'bach-quang.quantri', LIST)
  await expect(page.getByRole('heading', { name: 'Mẫu tin', level: 1 })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: /sửa mẫu Đã rút hồ sơ, Tin nhắn/ }).click()
  const body = page.getByLabel('Nội dung tin')
  await expect(page.getByText('Hồ sơ Z99.19.01-261120-0017 đã được rút theo đề nghị.')).toBeVisible()

  await alive(page)
  await body.fill('Hồ sơ {mã số} đã rút.')
  await expect(page.getByRole('status').filter({ hasText: 'Không có chỗ điền nào tên {mã số}' })).toBeVisible()
  await page.getByRole('button', { name: 'Lưu, dùng từ bây giờ' }).click()
  await expect(body).toHaveAttribute('aria-invalid', 'true')
  await expect(body).toHaveValue('Hồ sơ {mã số} đã rút.')

  await body.fill(OWN)
  await expect(page.getByText('Kính gửi ông/bà: hồ sơ Z99.19.01-261120-0017 đã được rút.')).toBeVisible()
  await expect(page.getByText(/nhà mạng tính \d+ tin nhắn/)).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Lưu, dùng từ bây giờ' }).click()
  await page.waitForURL(`**${LIST}?da-luu=1`)

  await page.getByRole('link', { name: /Riêng của xã.*sửa mẫu Đã rút hồ sơ, Tin nhắn/ }).click()
  await expect(page.getByLabel('Nội dung tin')).toHaveValue(OWN)
  await expect(page.getByText(/^Lần \d+$/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Dùng lại nội dung mặc định' }).click()
  await page.waitForURL(`**${LIST}?da-luu=1`)
  await expect(page.getByRole('link', { name: /^Mặc định.*sửa mẫu Đã rút hồ sơ, Tin nhắn/ })).toBeVisible()
})

test('quiet hours are refused at the field where no clock shows them', async ({ page }) => {
  await signInAs(page, 'bach-quang.quantri', `${LIST}/cach-bao`)
  await alive(page)
  await page.getByLabel('Từ', { exact: true }).fill('25:00')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(page.getByText('Ghi giờ và phút, ví dụ 21:00.')).toBeVisible()
  await page.getByLabel('Từ', { exact: true }).fill('21:00')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.waitForURL(`**${LIST}?da-luu=1`)
})

test('other officers do not see the texts', async ({ page }) => {
  await signInAs(page, 'bach-quang.quay1', LIST)
  await expect(page.getByText('Trang này dành cho quản trị của xã.')).toBeVisible()
})
