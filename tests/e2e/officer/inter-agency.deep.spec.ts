import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, signInAs } from '../../support/browser'
import { photo } from '../../support/citizen'
import { receiveWalkIn } from '../../support/officer'

test.describe.configure({ timeout: 180_000 })

/** Forms of the dossier screen lie in lines that open. */
const open = (page: Page, words: string | RegExp) => page.getByText(words, { exact: typeof words === 'string' }).click()

test('a part goes to its partner, who sees that part alone, accepts it and finishes it; then the dossier settles', async ({ browser }) => {
  const [desk, partner] = [await (await browser.newContext()).newPage(), await (await browser.newContext()).newPage()]
  await signInAs(desk, 'bach-quang.quay2', '/can-bo/quay')
  const [code, name] = [await receiveWalkIn(desk), 'Phạm Thị Thu Lài']

  await desk.context().clearCookies()
  await signInAs(desk, 'bach-quang.tuphap', `/can-bo/ho-so/${encodeURIComponent(code)}`)
  await open(desk, 'Giao việc cho cơ quan phối hợp')
  const form = desk.getByRole('form', { name: 'Giao việc cho cơ quan phối hợp' })
  await form.getByLabel('Giao cho').selectOption({ label: 'Thuế cơ sở' })
  await form.getByLabel(/^Việc cần làm/).fill(`Xác định nghĩa vụ tài chính ${code.slice(-4)}`)
  await form.getByLabel(/^Thời hạn của cơ quan/).fill('3')
  await form.getByLabel(/^Nói thêm/).fill('Trả lời trước khi ra kết quả')
  await form.getByRole('button', { name: 'Giao việc' }).click()
  await expect(desk.locator('#lien-thong')).toContainText('Đã giao, chờ nhận')
  await expectAccessible(desk)

  await signInAs(partner, 'bach-quang.thue', '/can-bo/lien-thong')
  await expect(partner.getByRole('heading', { level: 1 })).toHaveText('Việc được giao')
  await expectAccessible(partner)
  await partner.getByRole('link', { name: `Xác định nghĩa vụ tài chính ${code.slice(-4)}` }).click()
  await expect(partner.locator('body')).toContainText(code)
  await expect(partner.locator('body')).toContainText('Trả lời trước khi ra kết quả')
  await expect(partner.locator('main')).not.toContainText(name)
  await partner.getByRole('button', { name: 'Đã nhận đủ, bắt đầu làm' }).click()
  await expect(partner.getByText('Đã nhận, đang làm')).toBeVisible()
  await partner.locator('input[name=tep]').setInputFiles({ name: 'thong-bao.png', mimeType: 'image/png', buffer: photo() })
  await partner.getByRole('button', { name: 'Tải lên' }).click()
  await expect(partner.getByRole('link', { name: 'thong-bao.png' })).toBeVisible()
  await partner.getByRole('button', { name: 'Đã làm xong' }).click()
  await expect(partner.getByText('Ghi đã làm gì, kết quả thế nào.')).toBeVisible()
  await partner.getByLabel(/^Kết quả/).fill('Không phát sinh nghĩa vụ tài chính')
  await partner.getByRole('button', { name: 'Đã làm xong' }).click()
  await expect(partner.getByText('Đã trả lời xã')).toBeVisible()
  await expectAccessible(partner)

  // The folder, the queue, the search and other partners' work are shut.
  for (const path of [`/can-bo/ho-so/${encodeURIComponent(code)}`, '/can-bo', '/can-bo/quay', `/can-bo/tim?tim=${code}`]) expect((await partner.goto(path))!.status(), path).toBe(404)

  await desk.goto(`/can-bo/ho-so/${encodeURIComponent(code)}`)
  await expect(desk.locator('#lien-thong')).toContainText('Đã xong')
  await expect(desk.locator('#lien-thong')).toContainText('Không phát sinh nghĩa vụ tài chính')
  await expect(desk.getByRole('link', { name: 'thong-bao.png' }).first()).toBeVisible()
  await expect(desk.getByText('Cơ quan phối hợp làm xong')).toBeVisible()

  await desk.getByRole('button', { name: /^Nhận giải quyết/ }).click()
  await expect(desk.getByText('Bạn đã nhận giải quyết.')).toBeVisible()
  await desk.goto(`/can-bo/ho-so/${encodeURIComponent(code)}?lam=settle`)
  await desk.getByLabel('Tóm tắt kết quả').fill('Giấy xác nhận tình trạng hôn nhân')
  await desk.getByRole('button', { name: 'Trình kết quả' }).click()
  await expect(desk.getByText('Đã trình kết quả.')).toBeVisible()
})

test('a filing for another commune has its slip at once and its code when that commune answers', async ({ page }) => {
  await signInAs(page, 'bach-quang.quay2', '/can-bo/lien-thong/xa-khac')
  await page.getByLabel('Xã giải quyết').selectOption({ label: 'Xã Tứ Kỳ, Thành phố Hải Phòng' })
  await page.getByLabel('Thủ tục').fill('xác nhận thông tin về cư trú')
  await page.getByRole('button', { name: 'Tìm thủ tục' }).click()
  await page.getByRole('link', { name: /1\.010041/ }).first().click()
  await page.getByRole('button', { name: /^Nhận, chuyển/ }).click()
  await expect(page.getByText('Nhập họ và tên.')).toBeVisible()
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Liên Thông')
  await page.getByLabel('Số định danh').fill('019190000123')
  await page.getByRole('checkbox').first().check()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Nhận, chuyển/ }).click()
  await page.waitForURL(/xa-khac\/[0-9a-f-]{36}/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Phiếu nhận hồ sơ cho xã khác')
  await expect(async () => {
    await page.reload()
    await expect(page.getByText(/Z99\.31\.01-\d{6}-\d{4}/)).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 30_000 })
  await expectAccessible(page)
})

test('an administrator makes a key, sees it once, and takes it back', async ({ page }) => {
  await signInAs(page, 'bach-quang.quantri', '/quan-tri/ket-noi')
  const name = `Hệ thống thử ${Date.now()}`
  if (!(await page.getByRole('form', { name: 'Tạo khóa mới' }).isVisible())) await open(page, 'Tạo khóa mới')
  const form = page.getByRole('form', { name: 'Tạo khóa mới' })
  await form.getByLabel(/^Tên hệ thống/).fill(name)
  await form.getByRole('button', { name: 'Tạo khóa' }).click()
  await expect(page.getByText('Chọn ít nhất một việc được làm.')).toBeVisible()
  await form.getByLabel(/^Xem trạng thái hồ sơ/).check()
  await expectAccessible(page)
  await form.getByRole('button', { name: 'Tạo khóa' }).click()
  const token = await page.locator('[data-once]').innerText()
  const ask = () => page.request.get('/api/v1/dossiers/Z99.19.01-200101-0001', { headers: { authorization: `Bearer ${token}` } })
  expect((await ask()).status()).toBe(404)
  await page.getByRole('link', { name: 'Đã chép xong' }).click()
  await expect(page.locator('body')).not.toContainText(token)
  await page.getByRole('form', { name: `Thu hồi ${name}` }).getByRole('button').click()
  await expect(page.getByRole('status')).toContainText('Đã thu hồi khóa')
  expect((await ask()).status()).toBe(401)
})

test('the pages fit a phone', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 800 } })).newPage()
  for (const [who, path] of [['quay2', '/can-bo/lien-thong'], ['quay2', '/can-bo/lien-thong?xem=xa-khac'], ['thue', '/can-bo/lien-thong'], ['quantri', '/quan-tri/ket-noi']] as const) {
    await page.context().clearCookies()
    await signInAs(page, `bach-quang.${who}`, path)
    await expectNoSidewaysScroll(page)
  }
})
