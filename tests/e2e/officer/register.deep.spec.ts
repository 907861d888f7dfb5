import { expect, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, signInAs } from '../../support/browser'
import { receiveWalkIn } from '../../support/officer'

test.skip(({ isMobile }) => isMobile, 'the books of the desk')
test.describe.configure({ timeout: 120_000 })

test('a dossier received at the counter stands in the book, on paper and in the sheet, and its people can read who looked', async ({ page, browser }) => {
  await signInAs(page, 'bach-quang.quay1', '/can-bo')
  const code = await receiveWalkIn(page)
  const director = await (await browser.newContext()).newPage()
  await signInAs(director, 'bach-quang.giamdoc', '/can-bo/so-theo-doi?ky=hom-nay')
  const row = director.locator(`tr[id="dong-${code}"]`)
  await expect(row).toContainText('Phạm Thị Thu Lài')
  await director.getByRole('group', { name: 'Lọc' }).getByText('Lĩnh vực').click()
  await director.getByRole('link', { name: 'Hộ tịch', exact: true }).click()
  await expect(director).toHaveURL(/linh-vuc=ho-tich/)
  await expect(row).toBeVisible()

  const pdf = await director.request.get((await director.getByRole('link', { name: 'In Mẫu 07' }).getAttribute('href'))!)
  expect([pdf.status(), pdf.headers()['content-type'], (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-'])
  const sheet = await director.request.get((await director.getByRole('link', { name: 'Tải bảng tính' }).getAttribute('href'))!)
  expect([sheet.status(), (await sheet.body()).subarray(0, 2).toString()]).toEqual([200, 'PK'])

  const leader = await (await browser.newContext()).newPage()
  await signInAs(leader, 'bach-quang.chutich', `/lanh-dao/nhat-ky-xem?ma=${code}`)
  for (const words of ['Xem trong sổ theo dõi hồ sơ', 'In hoặc xuất sổ theo dõi hồ sơ']) await expect(leader.getByRole('cell', { name: words })).toBeVisible()
  await expectAccessible(leader)
})

test('a paper is looked at before it is issued, and nothing is issued by looking', async ({ page }) => {
  await signInAs(page, 'bach-quang.quay1', '/can-bo')
  const code = await receiveWalkIn(page)
  await page.goto(`/can-bo/ho-so/${code}?lam=withdraw`)
  await page.getByLabel(/Lý do người dân nêu/).fill('Không còn nhu cầu')
  const asked = page.context().waitForEvent('request', (request) => request.url().includes('/xem-truoc'))
  await page.getByRole('button', { name: 'Xem trước văn bản' }).click()
  expect((await (await asked).response())!.headers()['content-type']).toBe('application/pdf')
  await expect(page.getByLabel(/Lý do người dân nêu/)).toHaveValue('Không còn nhu cầu')
  await page.goto(`/can-bo/ho-so/${code}`)
  await expect(page.getByText('Đã tiếp nhận').first()).toBeVisible()
})

test('many papers are printed in one go; too many or none is said in words', async ({ page }) => {
  await signInAs(page, 'bach-quang.quay1', '/can-bo/so-theo-doi/van-ban?loai=receipt-slip')
  const ids = await page.locator('input[name="paperIds"]').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value))
  expect(ids.length).toBeGreaterThan(2)
  for (const at of [0, 1]) await page.locator('input[name="paperIds"]').nth(at).check()
  const asked = page.context().waitForEvent('request', (request) => request.url().endsWith('/van-ban/in'))
  await page.getByRole('button', { name: 'In mục đã chọn' }).click()
  expect((await (await asked).response())!.headers()['content-type']).toBe('application/pdf')
  await page.goto('/can-bo/so-theo-doi/van-ban?loi=no-papers')
  await expect(page.getByText('Chọn ít nhất một văn bản rồi bấm In.')).toBeVisible()
})

/** In a commune of its own: the setting holds for the year, and other journeys expect the usual one. */
test('the records clerk numbers a paper that waits; what is no number is said at the field and kept', async ({ page, browser }) => {
  const administrator = await (await browser.newContext()).newPage()
  await signInAs(administrator, 'my-an.quantri', '/quan-tri/so-van-ban')
  const mode = administrator.getByLabel(/Thông báo dừng giải quyết hồ sơ/)
  await mode.selectOption('typed')
  await administrator.locator('li', { has: mode }).getByRole('button', { name: 'Lưu' }).click()
  await expect(administrator.getByText('Đã lưu. Văn thư ghi số.')).toBeVisible()

  await signInAs(page, 'my-an.quay1', '/can-bo')
  const code = await receiveWalkIn(page)
  await page.goto(`/can-bo/ho-so/${code}?lam=withdraw`)
  await page.getByRole('button', { name: 'Rút hồ sơ' }).click()
  await expect(page).toHaveURL(/xong=withdraw/)

  const clerk = await (await browser.newContext()).newPage()
  await signInAs(clerk, 'my-an.vanthu', '/can-bo/so-theo-doi/van-ban?cho=so')
  const [row, field] = [clerk.getByRole('row', { name: new RegExp(code) }), clerk.getByLabel(new RegExp(`^Số của .*${code}`))]
  await field.fill('45/TB')
  await row.getByRole('button', { name: 'Ghi số' }).click()
  await expect(clerk.getByRole('alert').filter({ hasText: 'Ghi số như trong sổ văn thư' })).toBeVisible()
  await expect(field).toHaveValue('45/TB')
  await field.fill(String(1 + (Date.now() % 900_000)))
  await row.getByRole('button', { name: 'Ghi số' }).click()
  await expect(clerk.getByText('Đã ghi số. Văn bản in được từ bây giờ.')).toBeVisible()
})

for (const [login, door] of [
  ['giamdoc', '/can-bo/so-theo-doi?ky=nam'], ['vanthu', '/can-bo/so-theo-doi/van-ban'], ['quantri', '/quan-tri/so-van-ban'], ['quantri', '/quan-tri/nhat-ky-xem'],
] as const) {
  test(`everybody can use ${door}, on a desk and on a phone`, async ({ page }) => {
    await signInAs(page, `bach-quang.${login}`, door)
    await expectAccessible(page)
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(door)
      await expectNoSidewaysScroll(page)
    }
  })
}

test('the books are not there for whoever has no work in them', async ({ page }) => {
  await signInAs(page, 'bach-quang.tuphap', '/can-bo')
  for (const door of ['/can-bo/so-theo-doi', '/can-bo/so-theo-doi/van-ban']) expect((await page.goto(door))!.status()).toBe(404)
})
