import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, signInAs } from '../../support/browser'
import { alive, press, receiveWalkIn } from '../../support/officer'

test.describe.configure({ timeout: 180_000 })

const dossier = (code: string): string => `/can-bo/ho-so/${code}`

async function as(page: Page, login: string, to: string): Promise<void> {
  await page.context().clearCookies()
  await signInAs(page, `bach-quang.${login}`, to)
}

test('a walk-in goes through every pair of hands and is returned to its owner', async ({ page }) => {
  await signInAs(page, 'bach-quang.quay2', '/can-bo/quay')
  const code = await receiveWalkIn(page)

  await as(page, 'tuphap', dossier(code))
  await alive(page)
  await press(page, ['t'])
  await expect(page.getByText('Bạn đã nhận giải quyết.')).toBeVisible()
  await page.goto(`${dossier(code)}?lam=settle`)
  await page.locator('input[aria-label="Tệp kết quả"]').setInputFiles({ name: 'giay-xac-nhan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF') })
  await page.getByRole('button', { name: 'Tải lên' }).first().click()
  await expect(page.getByLabel('giay-xac-nhan.pdf')).toBeChecked()
  await page.getByLabel('Tóm tắt kết quả').fill('Giấy xác nhận tình trạng hôn nhân')
  await page.getByRole('button', { name: 'Trình kết quả' }).click()
  await expect(page.getByText('Đã trình kết quả.')).toBeVisible()

  await as(page, 'truongtuphap', `${dossier(code)}?lam=appraise`)
  await page.getByRole('button', { name: 'Thẩm định xong, trình ký' }).click()
  await expect(page.getByText('Đã thẩm định, trình ký.')).toBeVisible()

  await as(page, 'chutich', `${dossier(code)}?lam=approve`)
  await expect(page.getByText('Giấy xác nhận tình trạng hôn nhân').first()).toBeVisible()
  await page.getByRole('button', { name: 'Phê duyệt' }).click()
  await expect(page.getByText('Đã phê duyệt.')).toBeVisible()

  await as(page, 'vanthu', '/can-bo/van-thu')
  await alive(page)
  await page.getByLabel(`Chọn ${code}`).check()
  await press(page, ['t'])
  await expect(page.getByText('Đã vào số, đóng dấu 1 kết quả.')).toBeVisible({ timeout: 20_000 })

  await as(page, 'quay2', '/can-bo/tra-ket-qua')
  await page.getByLabel('Quét mã trên giấy hẹn').fill(code)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/lam=return-result/)
  await page.getByRole('button', { name: 'Trả kết quả' }).click()
  await expect(page.getByText('Đã trả kết quả.', { exact: true })).toBeVisible()
  await page.goto(`${dossier(code)}?tab=van-ban`)
  await expect(page.getByText('trả cho Phạm Thị Thu Lài')).toBeVisible()
})

test('everything missing is asked for at once; the clock stops and runs again when it arrives', async ({ page }) => {
  await signInAs(page, 'bach-quang.quay2', '/can-bo/quay')
  const code = await receiveWalkIn(page)
  await page.goto(`${dossier(code)}?lam=request-supplement`)
  await page.getByLabel('Thiếu gì: Tờ khai cấp Giấy xác nhận tình trạng hôn nhân').fill('Thiếu chữ ký.')
  await page.getByRole('button', { name: 'Yêu cầu bổ sung' }).click()
  await expect(page.getByText('Ghi lý do để người dân hiểu và biết phải làm gì.')).toBeVisible()
  await expect(page.getByLabel('Thiếu gì: Tờ khai cấp Giấy xác nhận tình trạng hôn nhân')).toHaveValue('Thiếu chữ ký.')
  await page.getByLabel('Lý do chung').fill('Chưa đủ để giải quyết.')
  await page.getByRole('button', { name: 'Yêu cầu bổ sung' }).click()
  await expect(page.getByText('Đã yêu cầu bổ sung, đồng hồ dừng.')).toBeVisible()
  await expect(page.getByText('Đang chờ bổ sung từ')).toBeVisible()
  await page.goto(`${dossier(code)}?lam=supply-supplement`)
  await page.getByRole('button', { name: 'Ghi nhận bổ sung' }).click()
  await expect(page.getByText('Đã ghi nhận bổ sung, đồng hồ chạy lại.')).toBeVisible()
  await expect(page.getByText('(bổ sung)').first()).toBeVisible()
})

test('where a colleague was faster it is said plainly, and what was typed stays', async ({ page, browser }) => {
  await signInAs(page, 'bach-quang.quay2', '/can-bo/quay')
  const code = await receiveWalkIn(page)
  await page.goto(`${dossier(code)}?lam=request-supplement`)
  await page.getByLabel('Lý do chung').fill('Chưa đủ để giải quyết.')
  await page.getByLabel('Thiếu gì: Văn bản ủy quyền').fill('Chưa nộp.')

  const other = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const colleague = await other.newPage()
  await signInAs(colleague, 'bach-quang.tuphap', dossier(code))
  await colleague.getByRole('button', { name: /Nhận giải quyết/ }).click()
  await expect(colleague.getByText('Bạn đã nhận giải quyết.')).toBeVisible()
  await other.close()

  await page.getByRole('button', { name: 'Yêu cầu bổ sung' }).click()
  await expect(page.getByText(/đã nhận giải quyết lúc \d\d:\d\d\. Tải lại trang/)).toBeVisible()
  await page.getByRole('button', { name: 'Tải lại, giữ nội dung đã nhập' }).click()
  await expect(page.getByText('Đã tải lại, nội dung bạn nhập còn nguyên.')).toBeVisible()
  await expect(page.getByLabel('Thiếu gì: Văn bản ủy quyền')).toHaveValue('Chưa nộp.')
  await page.getByRole('button', { name: 'Yêu cầu bổ sung' }).click()
  await expect(page.getByText('Đã yêu cầu bổ sung, đồng hồ dừng.')).toBeVisible()
})

test('numbers of people are masked until a reason is written down', async ({ page }) => {
  await signInAs(page, 'bach-quang.quay2', '/can-bo/quay')
  const code = await receiveWalkIn(page)
  await page.goto(dossier(code))
  await expect(page.getByText('019 ••• ••• 412')).toBeVisible()
  expect(await page.content()).not.toContain('019194001412')
  await page.getByText('Hiện, ghi lý do').click()
  await page.getByRole('button', { name: 'Hiện số' }).click()
  await expect(page.getByText('Ghi lý do xem. Người dân đọc được lý do này.')).toBeVisible()
  await page.getByLabel('Lý do xem').fill('Đối chiếu với giấy tờ bản chính')
  await page.getByRole('button', { name: 'Hiện số' }).click()
  await expect(page.getByText('019 194 001 412')).toBeVisible()
})

test('a case officer is not offered what is not theirs, and an unknown code is not there', async ({ page }) => {
  await signInAs(page, 'bach-quang.tuphap', '/can-bo')
  expect((await page.goto(dossier('Z99.19.01-200101-0001')))!.status()).toBe(404)
  await page.goto('/can-bo?cua=xa&buoc=phe-duyet')
  await page.locator('tr[id^="dong-"] a').first().click()
  await expect(page.getByRole('link', { name: /^Phê duyệt/ })).toHaveCount(0)
  for (const deed of ['Phê duyệt', 'Vào số, đóng dấu', 'Tiếp nhận', 'Hủy hồ sơ nhập nhầm']) await expect(page.getByRole('link', { name: deed, exact: true })).toHaveCount(0)
})

test('each view of a dossier can be used by everybody', async ({ page }) => {
  await signInAs(page, 'bach-quang.quay2', '/can-bo')
  const code = (await page.locator('tr[id^="dong-"] a').first().innerText()).trim()
  for (const view of ['', '?tab=noi-dung', '?tab=qua-trinh', '?tab=van-ban', '?lam=request-supplement', '?lam=withdraw']) {
    await page.goto(`${dossier(code)}${view}`)
    await expectAccessible(page)
  }
})
