import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { expectAccessible, expectNoSidewaysScroll, signInAs } from '../../support/browser'
import { alive, press, receiveWalkIn } from '../../support/officer'

test.describe.configure({ timeout: 400_000 })

const PASSWORD = 'mot-cua-trinh-dien'
const dossier = (code: string): string => `/can-bo/ho-so/${code}`

async function as(page: Page, login: string, to: string): Promise<void> {
  await page.context().clearCookies()
  await signInAs(page, `bach-quang.${login}`, to)
}

async function aResult(): Promise<Buffer> {
  const document = await PDFDocument.create()
  const [page, font] = [document.addPage([595, 842]), await document.embedFont(StandardFonts.TimesRoman)]
  page.drawText('GIAY XAC NHAN TINH TRANG HON NHAN', { x: 120, y: 720, size: 16, font })
  page.drawText('CHU TICH', { x: 390, y: 420, size: 13, font })
  page.drawText('Nguyen Van Chu', { x: 380, y: 320, size: 13, font })
  return Buffer.from(await document.save())
}

/** Brought by the case officer as far as the leader's desk. */
async function layBeforeLeader(page: Page, codes: readonly string[]): Promise<void> {
  const pdf = await aResult()
  for (const code of codes) {
    await as(page, 'tuphap', dossier(code))
    await alive(page)
    await press(page, ['t'])
    await expect(page.getByText('Bạn đã nhận giải quyết.')).toBeVisible()
    await page.goto(`${dossier(code)}?lam=settle`)
    await page.locator('input[aria-label="Tệp kết quả"]').setInputFiles({ name: 'giay-xac-nhan.pdf', mimeType: 'application/pdf', buffer: pdf })
    await page.getByRole('button', { name: 'Tải lên' }).first().click()
    await expect(page.getByLabel('giay-xac-nhan.pdf')).toBeChecked()
    await page.getByLabel('Tóm tắt kết quả').fill('Giấy xác nhận tình trạng hôn nhân')
    await page.getByRole('button', { name: 'Trình kết quả' }).click()
    await expect(page.getByText('Đã trình kết quả.')).toBeVisible()
  }
  for (const code of codes) {
    await as(page, 'truongtuphap', `${dossier(code)}?lam=appraise`)
    await page.getByRole('button', { name: 'Thẩm định xong, trình ký' }).click()
    await expect(page.getByText('Đã thẩm định, trình ký.')).toBeVisible()
  }
}

/** Sends a file to the public page and waits for what it says. */
async function check(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/xac-minh')
  await page.getByLabel('Chọn tệp có sẵn').setInputFiles({ name, mimeType: 'application/pdf', buffer })
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click()
  await page.waitForURL('**/xac-minh/ket-qua')
}

test('the leader signs three results at once, the clerk seals them, and anybody can tell the true one from a tampered copy', async ({ page, browser }) => {
  await signInAs(page, 'bach-quang.quay2')
  const codes: string[] = []
  for (let one = 0; one < 3; one += 1) {
    // The counter keeps what one tab was typing: each walk-in gets a tab of its own.
    const counter = await page.context().newPage()
    codes.push(await receiveWalkIn(counter))
    await counter.close()
  }
  await layBeforeLeader(page, codes)

  await as(page, 'chutich', '/lanh-dao/ky-so')
  await expectAccessible(page)
  for (const code of codes) await page.getByLabel(`Chọn hồ sơ ${code}`).check()
  await page.getByLabel('Mật khẩu, hoặc mã 6 số').fill('sai')
  await page.getByRole('button', { name: 'Ký số các mục đã chọn' }).click()
  await expect(page.getByText('Mật khẩu hoặc mã xác thực chưa đúng. Chưa ký gì; nhập lại.').first()).toBeVisible()
  for (const code of codes) await expect(page.getByLabel(`Chọn hồ sơ ${code}`)).toBeChecked()
  await page.getByLabel('Mật khẩu, hoặc mã 6 số').fill(PASSWORD)
  await page.getByRole('button', { name: 'Ký số các mục đã chọn' }).click()
  await expect(page.getByText('Đã ký 3 trên 3 văn bản')).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page)

  await as(page, 'vanthu', '/can-bo/van-thu/dong-dau-so')
  for (const code of codes) await page.getByLabel(`Chọn hồ sơ ${code}`).check()
  await page.getByLabel('Mật khẩu, hoặc mã 6 số').fill(PASSWORD)
  await page.getByRole('button', { name: 'Đóng dấu số các mục đã chọn' }).click()
  await expect(page.getByText('Đã ký 3 trên 3 văn bản')).toBeVisible({ timeout: 60_000 })

  await page.goto(`${dossier(codes[0]!)}?tab=van-ban`)
  await expect(page.getByText('Cơ quan đóng dấu số:')).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'giay-xac-nhan (đã ký số).pdf' }).last().click()])
  const signed = readFileSync(await download.path())
  const path = join(mkdtempSync(join(tmpdir(), 'signed-')), 'signed.pdf')
  writeFileSync(path, signed)
  const said = execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  expect(said.match(/Signature is Valid/g)).toHaveLength(2)

  // A stranger on a telephone, without JavaScript.
  const stranger = await browser.newContext({ viewport: { width: 360, height: 800 }, javaScriptEnabled: false })
  const phone = await stranger.newPage()
  await check(phone, 'giay-xac-nhan.pdf', signed)
  await expect(phone.getByText('Đúng tệp do cơ quan này cấp, từng byte một.')).toBeVisible()
  await expect(phone.getByText('Chứng thư trình diễn, không có giá trị pháp lý').first()).toBeVisible()
  await expect(phone.getByText('Phạm Thị Thu Lài')).toHaveCount(0)

  const tampered = Buffer.from(signed)
  const at = tampered.indexOf('/MediaBox')
  tampered[at + 12] = tampered[at + 12]! ^ 1
  await check(phone, 'ban-sua.pdf', tampered)
  await expect(phone.getByRole('heading', { level: 1, name: 'Văn bản đã bị thay đổi sau khi ký' })).toBeVisible()
  await expect(phone.getByText('Đúng tệp do cơ quan này cấp')).toHaveCount(0)
  await stranger.close()
})

test('the public page reads without a mouse, without JavaScript and without scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto('/xac-minh')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.goto('/xac-minh?xa=bach-quang&loai=result&so=99999&ngay-day=31&ngay-month=11&ngay-year=2026')
  await expect(page.getByText('Ghi đủ ngày, tháng, năm trên giấy.').first()).toBeVisible()
  await page.goto('/xac-minh?xa=bach-quang&loai=result&so=99999%2F2026&ngay-day=1&ngay-month=11&ngay-year=2026')
  await expect(page.getByText('Không có giấy nào khớp')).toBeVisible()
  await page.goto('/xac-minh/bach-quang/P00000000000000000000000000000000000')
  await expect(page.getByText('Mã QR này không phải của giấy nào đã cấp')).toBeVisible()
  await expectAccessible(page)
})
