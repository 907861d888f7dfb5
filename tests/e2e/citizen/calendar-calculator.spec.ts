import { expect, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../../support/browser'

const answer = (page: import('@playwright/test').Page) => page.getByRole('region', { name: 'Ngày hẹn trả' })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('anybody asks for a day by procedure and hour, and gets it with its picture and its reasons', async ({ page }) => {
    await page.goto('/tinh-han-tra?xa=bach-quang')
    await page.getByLabel('Chọn thủ tục').selectOption({ label: 'Cấp Giấy xác nhận tình trạng hôn nhân: để dùng vào việc khác' })
    await page.locator('#nhan').fill('20')
    await page.getByLabel('Tháng').first().fill('11')
    await page.getByLabel('Năm', { exact: true }).first().fill('2026')
    await page.getByLabel('Giờ nhận').fill('9h12')
    await page.getByRole('button', { name: 'Tính ngày hẹn trả' }).click()
    await expect(answer(page).locator('time')).toHaveAttribute('datetime', '2026-11-26')
    await expect(answer(page)).toContainText('17:30 thứ Năm, 26/11/2026')
    await expect(answer(page).getByRole('list', { name: 'Cách đếm ngày' }).getByRole('listitem')).toHaveCount(7)
    await expect(answer(page)).toContainText('Nghỉ lễ Ngày Văn hóa Việt Nam: không tính')
    // The answer has an address: whoever gets it sees the same.
    const address = page.url()
    await page.goto('/')
    await page.goto(address)
    await expect(answer(page)).toContainText('17:30 thứ Năm, 26/11/2026')
    await expect(page.locator('#nhan')).toHaveValue('20')
  })

  test('a limit of one’s own with a pause: the days of the pause are not counted', async ({ page }) => {
    const pause = 'dung1-tu-day=4&dung1-tu-month=11&dung1-tu-year=2026&dung1-tu-gio=16:00&dung1-den-day=9&dung1-den-month=11&dung1-den-year=2026&dung1-den-gio=8:00'
    await page.goto(`/tinh-han-tra?xa=bach-quang&cach=thoi-han&so=5&don-vi=working-day&nhan-day=2&nhan-month=11&nhan-year=2026&gio=09:00&${pause}&tinh=1`)
    await expect(answer(page)).toContainText('17:30 thứ Năm, 12/11/2026')
    await expect(answer(page)).toContainText('Tạm dừng: không tính')
    await expect(page.locator('[name=dung1-den-gio]')).toHaveValue('8:00')
  })

  test('what cannot be read is said at its field, and what was typed stays', async ({ page }) => {
    await page.goto('/tinh-han-tra?xa=bach-quang&cach=thoi-han&so=abc&don-vi=working-day&nhan-day=31&nhan-month=11&nhan-year=2026&gio=25&tinh=1')
    await expect(page).toHaveTitle(/^Có 3 chỗ cần xem lại/)
    const wrong = page.locator('.field-error')
    await expect(wrong).toHaveText([/Thời hạn phải là số nguyên/, /Tháng\s11 chỉ có 30\sngày/, /Ghi giờ theo dạng 09:12/])
    await expect(page.locator('[name=so]')).toHaveValue('abc')
    await expect(page.locator('[name=gio]')).toHaveValue('25')
    await page.goto('/tinh-han-tra?xa=bach-quang&cach=thoi-han&so=10000&don-vi=working-day&nhan-day=20&nhan-month=11&nhan-year=2026&gio=9:00&tinh=1')
    await expect(wrong).toHaveText([/Thời hạn dài nhất là 3\.660\sngày làm việc/])
    await page.goto('/tinh-han-tra?xa=khong-co&tinh=1')
    await expect(wrong.first()).toHaveText(/Chọn xã, phường/)
  })
})

test('the page holds on a phone and on a desk, before and after its answer', async ({ page }) => {
  for (const address of ['/tinh-han-tra?xa=bach-quang', '/tinh-han-tra?xa=bach-quang&thu-tuc=1.001193', '/tinh-han-tra?xa=bach-quang&cach=thoi-han&so=30&don-vi=working-day&tinh=1', '/tinh-han-tra?tinh=1&xa=bach-quang&cach=thoi-han']) {
    await page.goto(address)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
})
