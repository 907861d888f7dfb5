import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, signInAs } from '../../support/browser'
import { receiveWalkIn } from '../../support/officer'

test.describe.configure({ mode: 'serial' })

let code = ''
const money = (): string => `/can-bo/ho-so/${code}?tab=thu-phi`
const formOf = (page: Page, button: string | RegExp) => page.locator('form', { has: page.getByRole('button', { name: button }) })

/** Opens the line that holds a form. */
const open = (page: Page, summary: RegExp) => page.locator('summary', { hasText: summary }).first().click()

test('the desk enters a fee, frees a poor household with its proof, and takes that back', async ({ page }) => {
  test.setTimeout(120_000)
  await signInAs(page, 'bach-quang.quay2', '/can-bo/quay')
  code = await receiveWalkIn(page)
  await page.goto(money())
  await open(page, /^Thêm khoản thu/)
  const add = formOf(page, 'Thêm khoản thu')
  await add.locator('[name=basis]').fill('Nghị quyết 12/2025/NQ-HĐND')
  await add.getByRole('button').click()
  await expect(page.getByText('Ghi số tiền lớn hơn 0, bằng chữ số.')).toBeVisible()
  await expect(add.locator('[name=basis]')).toHaveValue('Nghị quyết 12/2025/NQ-HĐND')
  await add.locator('[name=amountVnd]').fill('15.000')
  await add.getByRole('button').click()
  await expect(page.getByText('Đã thêm khoản thu.')).toBeVisible()

  await open(page, /^Điều chỉnh mức thu: Nghị quyết 12/)
  const assess = formOf(page, 'Ghi mức thu').last()
  await assess.locator('[name=group]').selectOption('poor-household')
  await assess.locator('[name=reason]').fill('Hộ nghèo của phường')
  await assess.getByRole('button').click()
  await expect(page.getByText(/^Cần giấy chứng nhận hộ nghèo\./)).toBeVisible()
  await assess.locator('[name=seenDocument]').fill('Giấy chứng nhận hộ nghèo số 12')
  await assess.getByRole('button').click()
  await expect(page.getByText('Đã điều chỉnh mức thu.')).toBeVisible()
  await expect(page.getByText('Luật Hộ tịch 2014, Điều 11').first()).toBeVisible()

  await open(page, /^Điều chỉnh mức thu: Nghị quyết 12/)
  const again = formOf(page, 'Ghi mức thu').last()
  await again.locator('[name=amountVnd]').fill('15.000')
  await again.locator('[name=reason]').fill('Giấy chứng nhận đã hết hạn')
  await again.getByRole('button').click()
  await expect(page.getByRole('heading', { name: /^Còn phải nộp/ })).toBeVisible()
  await expectAccessible(page)
})

test('takes cash once and prints its confirmation', async ({ page }) => {
  await signInAs(page, 'bach-quang.quay2', money())
  const owed = await page.getByRole('heading', { name: /^Còn phải nộp/ }).innerText()
  expect(owed).toMatch(/15\.000/)
  await page.getByRole('button', { name: /^Thu 15\.000/ }).click()
  await expect(page.getByText('Đã thu tiền.')).toBeVisible()
  const [link] = await page.getByRole('link', { name: /\/PXT$/ }).all()
  const paper = await page.request.get((await link!.getAttribute('href'))!)
  expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf'])
})

test('gives back what the leader approved', async ({ page, browser }) => {
  test.setTimeout(120_000)
  await signInAs(page, 'bach-quang.quay2', money())
  await open(page, /^Đề nghị hoàn tiền/)
  const propose = formOf(page, 'Đề nghị hoàn')
  await propose.locator('[name=amountVnd]').fill('99.000')
  await propose.locator('[name=reason]').fill('Thu nhầm mức')
  await propose.getByRole('button').click()
  await expect(page.getByText(/^Chỉ hoàn được nhiều nhất 15\.000/)).toBeVisible()
  await propose.locator('[name=amountVnd]').fill('5.000')
  await propose.getByRole('button').click()
  await expect(page.getByText('Đã đề nghị hoàn tiền')).toBeVisible()

  const leader = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  await signInAs(leader, 'bach-quang.chutich', money())
  await leader.getByRole('button', { name: 'Ghi quyết định' }).click()
  await expect(leader.getByText('Đã ghi quyết định.')).toBeVisible()
  await leader.close()

  await page.goto(money())
  await page.getByRole('button', { name: /^Đã hoàn 5\.000/ }).click()
  await expect(page.getByText('Đã hoàn tiền.')).toBeVisible()
  await expect(page.getByRole('link', { name: /\/PHT$/ })).toBeVisible()
})

test('closes the day with what was counted, and prints it', async ({ page }) => {
  await signInAs(page, 'bach-quang.quay2', '/can-bo/thu-phi')
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  const expected = (await page.getByText(/^Tiền mặt phải có: /).locator('b').innerText()).replace(/\D/g, '')
  await page.getByLabel('Tiền mặt đã đếm').fill(String(Number(expected) + 1000))
  await page.getByRole('button', { name: 'Chốt sổ' }).click()
  await expect(page.getByText(/thừa 1\.000/)).toBeVisible()
  await expect(page.getByLabel('Tiền mặt đã đếm')).toHaveValue(String(Number(expected) + 1000))
  await page.getByLabel('Tiền mặt đã đếm').fill(expected)
  await page.getByRole('button', { name: 'Chốt sổ' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Chốt sổ thu phí số\s\d+\/CSTT$/)
  await expect(page.getByText('Khớp', { exact: true })).toBeVisible()
  await page.goto('/can-bo/thu-phi')
  await expect(page.getByText('Chưa thu, hoàn khoản nào từ lần chốt trước.')).toBeVisible()
})
