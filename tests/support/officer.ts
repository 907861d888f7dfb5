import { expect, type Page } from '@playwright/test'

/** A card of nobody's, as a scanner reads it. */
export const CARD = '019194001412||Phạm Thị Thu Lài|14061994|Nữ|Tổ dân phố Làng Vai, Bách Quang, Thái Nguyên|20072021'

/** What a scanner that types like a keyboard does: keys faster than any hand, then Enter; a hand takes up the keyboard again a moment later. */
export async function scan(page: Page, text: string): Promise<void> {
  await page.evaluate((typed) => {
    const press = (key: string) => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    for (const key of typed) press(key)
    press('Enter')
  }, text)
  await page.waitForTimeout(200)
}

/** The name of whoever stands at the counter; the dialogs of the page have fields of the same name. */
export const nameField = (page: Page) => page.getByRole('textbox', { name: 'Họ và tên', exact: true })

/** Presses keys as a hand does, one after the other, and answers how many there were. */
export async function press(page: Page, keys: readonly string[]): Promise<number> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(80)
  }
  return keys.reduce((count, key) => count + key.split('+').length, 0)
}

/** The page answers keys and scanners only once every control of it is alive, and the list of keys opens under `?`; it is closed again. */
export async function alive(page: Page): Promise<void> {
  await page.waitForFunction(() => [...document.querySelectorAll('main button, main input:not([type=hidden]), main select')].every((control) => Object.keys(control).some((key) => key.startsWith('__reactProps'))))
  const list = page.locator('dialog[open]', { hasText: 'Phím tắt' })
  await expect(async () => {
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
    await page.keyboard.press('?')
    await expect(list).toBeVisible({ timeout: 2000 })
  }).toPass()
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
}

/** Receives a walk-in for a certificate of marital status at the counter and answers its code. */
export async function receiveWalkIn(page: Page, returnChannel: 'desk' | 'post' = 'desk'): Promise<string> {
  await page.goto('/can-bo/quay')
  await alive(page)
  await scan(page, CARD)
  await expect(page.getByLabel('Số định danh')).toHaveValue('019194001412')
  await press(page, ['h', 'o', 'n', ' ', 'n', 'Enter'])
  await expect(page.getByRole('checkbox', { name: /^Tờ khai cấp Giấy xác nhận tình trạng hôn nhân/ })).toBeVisible()
  await press(page, ['1'])
  await expect(page.getByText('Đủ giấy tờ bắt buộc.')).toBeVisible()
  if (returnChannel !== 'desk') await page.locator('[name=returnChannel]').selectOption(returnChannel)
  await page.keyboard.press('Control+Enter')
  const code = page.locator('.receipt-code')
  await expect(code).toBeVisible({ timeout: 30_000 })
  return (await code.innerText()).trim()
}
