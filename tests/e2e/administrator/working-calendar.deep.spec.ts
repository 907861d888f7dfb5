import { expect, test, type Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, signInAs } from '../../support/browser'
import { alive } from '../../support/officer'


test.describe.configure({ timeout: 90_000 })

const CALENDAR = '/quan-tri/lich-lam-viec'

async function decide(page: Page, number: string): Promise<void> {
  await page.getByLabel('Số, ký hiệu văn bản').fill(number)
  await page.locator('[name=ngay-ban-hanh-day]').fill('20')
  await page.locator('[name=ngay-ban-hanh-month]').fill('11')
  await page.locator('[name=ngay-ban-hanh-year]').fill('2026')
  await page.getByLabel('Tên văn bản, nơi ban hành').fill('Thông báo của UBND xã')
}

async function day(page: Page, name: string, text: string): Promise<void> {
  const [date = '', month = '', year = ''] = text.split('/')
  for (const [part, value] of [['day', date], ['month', month], ['year', year]]) await page.locator(`[name=${name}-${part}]`).fill(value!)
}

const dayOf = (page: Page, on: string) => page.locator(`[data-day="${on}"]`)

test('a closure is seen in its effect on open dossiers before anything is saved', async ({ page }) => {
  await signInAs(page, 'bach-quang.quantri', `${CALENDAR}/them`)
  await page.getByRole('button', { name: 'Xem hồ sơ nào đổi hạn' }).click()
  await expect(page).toHaveTitle(/^Có 5 chỗ cần xem lại/)
  await expect(page.locator('.field-error').first()).toContainText('Ghi đủ ngày, tháng, năm')
  const tomorrow = await nextWorkingDay(page)
  await page.goto(`${CALENDAR}/them`)
  await day(page, 'tu', tomorrow.split('-').toReversed().join('/'))
  await page.getByLabel('Vì sao').fill('mất điện')
  await decide(page, '15/TB-UBND')
  await page.getByRole('button', { name: 'Xem hồ sơ nào đổi hạn' }).click()
  await expect(page.getByRole('heading', { name: 'Xem trước khi lưu' })).toBeVisible()
  await expect(page.getByText('Thông báo của UBND xã, số 15/TB-UBND ngày 20/11/2026')).toBeVisible()
  const count = async (label: string): Promise<number> => Number(await page.locator('.pairs > div', { hasText: label }).locator('dd').innerText())
  const [moved, stay] = [await count('Đổi hạn trả'), await count('Giữ hạn đang có')]
  expect(moved + stay).toBeGreaterThan(0)
  await expect(page.locator('tr[id^="dong-"]')).toHaveCount(moved)
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await page.goto(`${CALENDAR}?ngay=${tomorrow}`)
  await expect(dayOf(page, tomorrow)).not.toHaveClass(/year-closed/)
})

/** As the public calendar has it. */
async function nextWorkingDay(page: Page): Promise<string> {
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
  const to = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10)
  const { days } = (await (await page.request.get(`/api/v1/working-calendar?commune=bach-quang&from=${today}&to=${to}`)).json()) as { days: { on: string; isWorkingDay: boolean }[] }
  return days.find(({ on, isWorkingDay }) => on > today && isWorkingDay)!.on
}

test('a closure of one session is entered, stands on the wall with its source, and is withdrawn again', async ({ page }) => {
  await signInAs(page, 'tu-ky.quantri', `${CALENDAR}/them`)
  await day(page, 'tu', '16/10/2028')
  await page.getByLabel('Vì sao').fill('mất điện')
  await page.getByLabel('Một, hai buổi').check()
  await page.getByLabel('Buổi chiều').check()
  await decide(page, '12/TB-UBND')
  await page.getByRole('button', { name: 'Xem hồ sơ nào đổi hạn' }).click()
  await page.getByRole('button', { name: 'Lưu lịch' }).click()
  await expect(page.getByRole('status')).toContainText(/Đã lưu lần sửa \d+\. Không hồ sơ nào đổi hạn trả\./)
  await expect(dayOf(page, '2028-10-16')).toHaveClass(/year-half-day/)
  await expect(dayOf(page, '2028-10-16')).toHaveAccessibleName('16/10/2028, thứ Hai: Đóng cửa buổi chiều: mất điện')
  await expect(page.getByText('Thông báo của UBND xã, số 12/TB-UBND ngày 20/11/2026')).toBeVisible()
  const answer = (await (await page.request.get('/api/v1/working-calendar?commune=tu-ky&from=2028-10-16&to=2028-10-16')).json()) as { days: { closedSessions: string[] }[] }
  expect(answer.days[0]!.closedSessions).toEqual(['afternoon'])

  await page.getByRole('link', { name: 'Rút 16/10' }).click()
  await page.getByRole('button', { name: 'Rút khỏi lịch' }).click()
  await expect(page.locator('.field-error')).toHaveCount(3)
  await decide(page, '13/TB-UBND')
  await page.getByRole('button', { name: 'Rút khỏi lịch' }).click()
  await expect(dayOf(page, '2028-10-16')).not.toHaveClass(/year-half-day/)
  await expect(page.getByText('Rút 16/10/2028 Đóng cửa buổi chiều: mất điện').first()).toBeVisible()
})

test('a schedule is read from a file: wrong rows by their line first, then its effect, then once and not twice', async ({ page }) => {
  await signInAs(page, 'tu-ky.quantri', `${CALENDAR}/nhap`)
  const file = (text: string) => ({ name: 'lich-nghi-2029.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  const good = 'Loại;Từ ngày;Đến ngày;Tên;Ngày đổi\nNghỉ lễ;12/02/2029;16/02/2029;Tết Kỷ Dậu;\nNghỉ hoán đổi;30/04/2029;;Nghỉ liền;28/04/2029\n'
  await page.locator('[name="tep-lich"]').setInputFiles(file(`${good}Nghỉ mát;31/04/2029;;Biển;\nNghỉ bù;02/05/2029;;Lễ;\n`))
  await decide(page, '99/TB-BNV')
  await page.getByRole('button', { name: 'Đọc tệp, xem trước' }).click()
  await expect(page.getByText('2 dòng chưa đọc được')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Dòng 4' })).toContainText('Chưa biết loại ngày “Nghỉ mát”')
  await expect(page.getByRole('listitem').filter({ hasText: 'Dòng 5' })).toContainText('cột Ngày đổi')
  await expect(page.getByLabel('Số, ký hiệu văn bản')).toHaveValue('99/TB-BNV')
  const box = page.getByLabel('Hoặc dán nội dung')
  await box.fill((await box.inputValue()).split('\n').slice(0, 3).join('\n'))
  await page.getByRole('button', { name: 'Đọc tệp, xem trước' }).click()
  await expect(page.getByRole('heading', { name: /^Thêm \d mục vào lịch/ }).or(page.getByText('Mọi ngày trong đó đã có trong lịch'))).toBeVisible()
  if (await page.getByRole('button', { name: 'Lưu lịch' }).isVisible()) {
    await page.getByRole('button', { name: 'Lưu lịch' }).click()
    await expect(page.getByRole('status')).toContainText(/Đã lưu lần sửa \d+/)
  }
  await page.goto(`${CALENDAR}?nam=2029`)
  await expect(dayOf(page, '2029-02-12')).toHaveClass(/year-holiday/)
  await expect(dayOf(page, '2029-04-28')).toHaveClass(/year-make-up/)
  // The published schedule is the whole of its year: what was only computed has gone.
  await expect(dayOf(page, '2029-05-01')).toHaveClass(/year-working/)

  const csv = await (await page.request.get(`${CALENDAR}/lich.csv?nam=2029`)).body()
  await page.goto(`${CALENDAR}/nhap`)
  await page.locator('[name="tep-lich"]').setInputFiles({ name: 'lich.csv', mimeType: 'text/csv', buffer: csv })
  await decide(page, '99/TB-BNV')
  await page.getByRole('button', { name: 'Đọc tệp, xem trước' }).click()
  await expect(page.getByText('Mọi ngày trong đó đã có trong lịch, không có gì để thêm.')).toBeVisible()
  const ics = await (await page.request.get(`${CALENDAR}/lich.ics?nam=2029`)).text()
  expect(ics).toContain('DTSTART;VALUE=DATE:20290212\r\nDTEND;VALUE=DATE:20290217')
})

test('arrows walk through the days, Enter opens one, brackets turn the year, T adds', async ({ page }) => {
  await signInAs(page, 'tu-ky.quantri', `${CALENDAR}?nam=2026`)
  await alive(page)
  await expect(page.locator('[data-day][tabindex="0"]')).toHaveCount(1)
  await dayOf(page, '2026-01-01').focus()
  for (const key of ['ArrowRight', 'ArrowDown', 'PageDown', 'ArrowLeft', 'ArrowUp']) await page.keyboard.press(key)
  await expect(dayOf(page, '2026-01-29')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'thứ Năm, 29/01/2026' })).toBeVisible()
  await alive(page)
  await page.keyboard.press(']')
  await expect(page).toHaveURL(/nam=2027/)
  await expect(page.getByText('Chưa ai nhập lịch nghỉ năm 2027')).toBeVisible()
  await alive(page)
  await page.keyboard.press('t')
  await expect(page).toHaveURL(/\/them$/)
})

test('every page of it holds at 1366 and at 360, for everybody', async ({ page }) => {
  await signInAs(page, 'tu-ky.quantri', CALENDAR)
  for (const width of [1366, 360]) {
    await page.setViewportSize({ width, height: 768 })
    for (const address of [`${CALENDAR}?nam=2026&ngay=2026-11-24`, `${CALENDAR}/them?loai=gio&xem=1`, `${CALENDAR}/them?loai=hoan-doi`, `${CALENDAR}/nhap`]) {
      await page.goto(address)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
  }
})

test('it is the administrator’s alone', async ({ page }) => {
  await signInAs(page, 'bach-quang.quay1', CALENDAR)
  await expect(page.getByText('Trang này dành cho quản trị của xã.')).toBeVisible()
  await expect(page.locator('[data-day]')).toHaveCount(0)
})
