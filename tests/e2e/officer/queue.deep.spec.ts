import { expect, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, signInAs } from '../../support/browser'
import { alive } from '../../support/officer'

test.describe.configure({ timeout: 90_000 })

test('the six counts add up, filter the list and stand in the address', async ({ page }) => {
  await signInAs(page, 'bach-quang.quay1', '/can-bo')
  const bar = page.getByRole('navigation', { name: 'Theo hạn' })
  const counts = (await bar.locator('b').allInnerTexts()).map(Number)
  expect(counts.slice(1).reduce((sum, count) => sum + count, 0)).toBe(counts[0])
  await bar.getByRole('link', { name: /Quá hạn/ }).click()
  await expect(page).toHaveURL(/han=qua-han/)
  await expect(page.locator('tr[id^="dong-"]')).toHaveCount(counts[1]!)
  await page.goto('/can-bo?buoc=tiep-nhan')
  await expect(page.getByText('Kiểm tra để tiếp nhận').first()).toBeVisible()
  await expect(page.getByText('Hạn 8 giờ làm việc').first()).toBeVisible()
})

test('J and K choose, Enter opens the chosen one, slash goes to the find box', async ({ page }) => {
  await signInAs(page, 'bach-quang.quay1', '/can-bo')
  await alive(page)
  const rows = page.locator('tr[id^="dong-"]')
  await expect(rows.first()).toHaveClass(/current/)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect(rows.nth(1)).toHaveClass(/current/)
  const code = (await rows.nth(1).locator('a').first().innerText()).trim()
  await page.keyboard.press('/')
  await expect(page.getByLabel('Tìm hồ sơ')).toBeFocused()
  await page.keyboard.type('j')
  await expect(rows.nth(1)).toHaveClass(/current/)
  await page.getByLabel('Tìm hồ sơ').blur()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/can-bo/ho-so/${code}`))
})

test('the whole list works as plain links without JavaScript', async ({ browser, page }) => {
  await signInAs(page, 'bach-quang.quay1', '/can-bo')
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1366, height: 768 } })
  await plain.addCookies(await page.context().cookies())
  const still = await plain.newPage()
  await still.goto('/can-bo')
  await still.getByRole('navigation', { name: 'Theo hạn' }).getByRole('link', { name: /Tạm dừng/ }).click()
  await expect(still).toHaveURL(/han=tam-dung/)
  await still.locator('tr[id^="dong-"] a').first().click()
  await expect(still.getByRole('heading', { name: 'Diễn biến' })).toBeVisible()
  await still.getByRole('link', { name: 'Quá trình' }).click()
  await expect(still.getByRole('columnheader', { name: 'Hạn nội bộ' })).toBeVisible()
  await plain.close()
})

test('the find box knows names without marks, and a whole code goes straight to its dossier', async ({ page }) => {
  await signInAs(page, 'bach-quang.quay1', '/can-bo')
  const code = (await page.locator('tr[id^="dong-"] a').first().innerText()).trim()
  await page.goto(`/can-bo/tim?tim=${code}`)
  await expect(page).toHaveURL(new RegExp(`/can-bo/ho-so/${code}$`))
  await page.goto('/can-bo/tim?tim=nguyen')
  await expect(page.locator('tr[id^="dong-"]').first()).toBeVisible()
  await page.goto('/can-bo/tim?tim=khongaiten')
  await expect(page.getByText('Không có hồ sơ nào khớp.')).toBeVisible()
})

test('doors that are not theirs are not there', async ({ page }) => {
  await signInAs(page, 'bach-quang.tuphap', '/can-bo')
  for (const door of ['/can-bo/quay', '/can-bo/chung-thuc', '/can-bo/tra-ket-qua', '/can-bo/van-thu']) {
    expect((await page.goto(door))!.status()).toBe(404)
  }
  await page.goto('/can-bo')
  await expect(page.getByRole('navigation', { name: 'Chính' }).getByRole('link')).toHaveCount(1)
})

test.describe('at each width of a desk', () => {
  for (const width of [1280, 1366, 1920]) {
    test(`nothing runs sideways at ${width}, and everybody can use it`, async ({ page }) => {
      await page.setViewportSize({ width, height: width === 1920 ? 1080 : 768 })
      await signInAs(page, 'bach-quang.quay1', '/can-bo')
      for (const door of ['/can-bo', '/can-bo/tra-ket-qua', '/can-bo/tim?tim=nguyen']) {
        await page.goto(door)
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
      }
    })
  }
})
