import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, signInAs } from '../../support/browser'
import { alive, press, receiveWalkIn } from '../../support/officer'

test.skip(({ isMobile }) => isMobile, 'work is shared out at a desk')
test.describe.configure({ timeout: 180_000 })

const dossier = (code: string): string => `/can-bo/ho-so/${code}`

async function as(page: Page, login: string, to: string): Promise<void> {
  await page.context().clearCookies()
  await signInAs(page, `bach-quang.${login}`, to)
}

test('a head sees who would get what, gives it out, and the steps lie where the list said', async ({ page, browser }) => {
  await signInAs(page, 'bach-quang.quay2', '/can-bo/quay')
  const first = await receiveWalkIn(page)
  const beside = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  await signInAs(beside, 'bach-quang.quay1', '/can-bo/quay')
  const codes = [first, await receiveWalkIn(beside)]
  await beside.context().close()
  await as(page, 'truongtuphap', '/can-bo?cua=phong')
  await alive(page)
  for (const code of codes) await page.getByLabel(`Chọn ${code}`).check()
  await press(page, ['g'])
  await expect(page.getByRole('heading', { name: 'Phân công công bằng' })).toBeVisible({ timeout: 20_000 })
  const shown = await Promise.all(codes.map((code) => page.locator(`[id="dong-${code}"]`).getByRole('cell').last().innerText()))
  expect(shown.every((name) => name.trim().length > 3)).toBe(true)
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Giao 2 hồ sơ' }).click()
  await expect(page.getByText('Đã phân công 2 hồ sơ.')).toBeVisible({ timeout: 20_000 })
  for (const [index, code] of codes.entries()) {
    await page.goto(`${dossier(code)}?tab=qua-trinh`)
    await expect(page.getByText(`Phân công công bằng cho ${shown[index]!.trim()}`)).toBeVisible()
  }
})

test('whoever finished a step takes it back while the next has not begun', async ({ page }) => {
  await signInAs(page, 'bach-quang.quay2', '/can-bo/quay')
  const code = await receiveWalkIn(page)
  await as(page, 'tuphap', dossier(code))
  await page.getByRole('button', { name: /Nhận giải quyết/ }).click()
  await expect(page.getByText('Bạn đã nhận giải quyết.')).toBeVisible()
  await page.goto(`${dossier(code)}?lam=settle`)
  await page.getByLabel('Tóm tắt kết quả').fill('Giấy xác nhận tình trạng hôn nhân')
  await page.getByRole('button', { name: 'Trình kết quả' }).click()
  await expect(page.getByText('Đã trình kết quả.')).toBeVisible({ timeout: 20_000 })
  await page.getByRole('link', { name: /Thu hồi/ }).click()
  await page.getByRole('button', { name: 'Thu hồi' }).click()
  await expect(page.getByText('Ghi lý do. Đồng nghiệp đọc được lý do này.')).toBeVisible()
  await page.getByLabel('Lý do', { exact: true }).fill('Ghi nhầm số ở bản trình')
  await page.getByRole('button', { name: 'Thu hồi' }).click()
  await expect(page.getByText('Đã thu hồi, việc đang ở bạn.')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('Ghi nhầm số ở bản trình')).toBeVisible()
  await expect(page.getByRole('link', { name: /Trình kết quả/ })).toBeVisible()
})

test('while somebody is away the substitute sees and does the work, and the story says for whom', async ({ page }) => {
  await signInAs(page, 'bach-quang.quay2', '/can-bo/quay')
  const code = await receiveWalkIn(page)
  await as(page, 'tuphap2', '/can-bo/vang-mat')
  await page.getByRole('button', { name: 'Ghi ngày vắng' }).click()
  await expect(page.getByText('Chọn người làm thay.')).toBeVisible()
  await page.getByLabel('Người làm thay').selectOption({ label: await optionOf(page, 'Cán bộ tiếp nhận') })
  await page.getByLabel('Lý do', { exact: true }).fill('Nghỉ phép năm')
  await page.getByRole('button', { name: 'Ghi ngày vắng' }).click()
  await expect(page.getByText('Đã ghi ngày vắng và người làm thay.')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('Đang vắng', { exact: true })).toBeVisible()
  await expectAccessible(page)
  const row = page.locator('tr[id^="dong-"]').first()
  const substitute = (await row.getByRole('cell').nth(2).innerText()).trim()

  const login = (await whoIs(page, 'quay1')) === substitute ? 'quay1' : 'quay2'
  await as(page, login, '/can-bo?cua=toi')
  await expect(page.getByText(/Bạn đang làm thay cho/)).toBeVisible()
  await page.getByRole('link', { name: code }).click()
  await page.getByRole('button', { name: /Nhận giải quyết/ }).click()
  await expect(page.getByText('Bạn đã nhận giải quyết.')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText(/thay cho/).first()).toBeVisible()

  await as(page, 'truongtuphap', '/can-bo/vang-mat')
  await page.setViewportSize({ width: 360, height: 780 })
  await page.reload()
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: /Đã trở lại/ }).click()
  await expect(page.getByText('Đã kết thúc, người vắng làm lại việc của mình.')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('Đã kết thúc', { exact: true }).first()).toBeVisible()
})

/** The full words of the first choice that names a title. */
const optionOf = async (page: Page, title: string): Promise<string> => (await page.getByLabel('Người làm thay').locator('option', { hasText: title }).first().innerText()).trim()

/** Who signs in under this login, as the bar names them. */
async function whoIs(page: Page, login: string): Promise<string> {
  await as(page, login, '/can-bo/vang-mat')
  return (await page.locator('.staff-who summary').innerText()).split('\n')[0]!.trim()
}
