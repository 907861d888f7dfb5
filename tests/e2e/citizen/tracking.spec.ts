import { type Cookie, expect, test } from '@playwright/test'
import { expectNoSidewaysScroll } from '../../support/browser'
import { fileSimpleDossier, sessionOf, somewhere, type FiledDossier } from '../../support/citizen'

test.use({ extraHTTPHeaders: somewhere() })
test.describe.configure({ mode: 'serial' })

let filed: FiledDossier
let session: Cookie[]

test('the receipt carries a QR code whose door opens the dossier and keeps its secret', async ({ page }) => {
  filed = await fileSimpleDossier(page)
  session = await sessionOf(page)
  await expect(page.getByRole('img', { name: 'Mã QR mở trang theo dõi hồ sơ này' })).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('code and secret open it, however they are written, and leave no trace in the address', async ({ page }) => {
    await page.goto('/tra-cuu')
    await page.getByLabel('Mã hồ sơ').fill(` ${filed.code.toLowerCase().replaceAll('-', '–')} `)
    await page.getByLabel('Mã bí mật').fill(filed.secret.toLowerCase().replace(' ', '-'))
    await page.getByRole('button', { name: 'Xem hồ sơ' }).click()
    await expect(page).toHaveURL(new RegExp(`/tra-cuu/ho-so/${filed.id}$`))
    await expect(page.locator('main')).toContainText('Quầy trả lời chậm nhất')
    await expectNoSidewaysScroll(page)

    await page.getByRole('button', { name: 'Đóng hồ sơ trên máy này' }).click()
    await page.goto(`/tra-cuu/ho-so/${filed.id}`)
    await expect(page).toHaveURL(/\/tra-cuu\?loi=closed$/)
  })

  test('a wrong secret and an unknown code read the same; the code that was typed stays, the secret does not', async ({ page }) => {
    const answers: string[] = []
    for (const [code, secret] of [[filed.code, 'AAAAA AAAAA'], ['Z99.19.01-260101-9999', filed.secret], ['khong phai ma', filed.secret]] as const) {
      await page.goto('/tra-cuu')
      await page.getByLabel('Mã hồ sơ').fill(code)
      await page.getByLabel('Mã bí mật').fill(secret)
      await page.getByRole('button', { name: 'Xem hồ sơ' }).click()
      await expect(page).toHaveURL(/\/tra-cuu\?loi=no-match$/)
      await expect(page.getByLabel('Mã hồ sơ')).toHaveValue(code)
      await expect(page.getByLabel('Mã bí mật')).toHaveValue('')
      answers.push((await page.locator('main').innerText()).replaceAll(/\s+/g, ' '))
    }
    expect(answers.slice(1)).toEqual([answers[0], answers[0]])
    expect(answers[0]).toContain('Không có hồ sơ nào khớp cả mã hồ sơ và mã bí mật')
  })

  test('an empty form says what goes where', async ({ page }) => {
    await page.goto('/tra-cuu')
    await page.getByRole('button', { name: 'Xem hồ sơ' }).click()
    await expect(page.locator('.error-summary li')).toHaveText(['Nhập mã hồ sơ in trên giấy hẹn hoặc trong tin nhắn', 'Nhập mã bí mật in cạnh mã hồ sơ'])
  })

  test('guessing ends with the time to wait, and the code stays', async ({ page }) => {
    for (let guess = 0; guess < 11; guess += 1) {
      await page.goto('/tra-cuu')
      await page.getByLabel('Mã hồ sơ').fill('Z99.19.01-260101-9998')
      await page.getByLabel('Mã bí mật').fill('BBBBB BBBBB')
      await page.getByRole('button', { name: 'Xem hồ sơ' }).click()
      await page.waitForURL('**loi=**')
      if (page.url().includes('too-many-attempts')) break
    }
    await expect(page.locator('main')).toContainText('Đã thử quá nhiều lần. Chờ một phút')
    await expect(page.getByLabel('Mã hồ sơ')).toHaveValue('Z99.19.01-260101-9998')
  })

  test('a QR code of nobody leads to a plain page', async ({ page }) => {
    await page.goto('/q/AAAABBBBCCCCDDDDEEEE')
    await expect(page.locator('main')).toContainText('Mã QR này không mở được hồ sơ nào')
    await page.goto('/q/%00%FF')
    await expect(page.locator('main')).not.toBeEmpty()
  })

  test('whoever filed withdraws it after being asked once more; who only holds the secret is sent to sign in', async ({ page }) => {
    await page.goto(`/tra-cuu/ho-so/${filed.id}/rut`)
    await expect(page).toHaveURL(/\/dang-nhap\?tiep=/)
    await page.context().addCookies(session)
    await page.goto(new URL(page.url()).searchParams.get('tiep')!)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rút hồ sơ này?')
    await page.getByRole('link', { name: 'Giữ lại' }).click()
    await expect(page.locator('main')).toContainText('Chờ tiếp nhận')
    await page.getByRole('link', { name: 'Rút hồ sơ' }).click()
    await page.getByLabel(/^Lý do/).fill('Ghi nhầm')
    await page.getByRole('button', { name: 'Rút hồ sơ' }).click()
    await expect(page.locator('main')).toContainText('Đã rút hồ sơ.')
    await expect(page.getByRole('link', { name: 'Rút hồ sơ' })).toHaveCount(0)
    await page.goto(`/tra-cuu/ho-so/${filed.id}/rut`)
    await expect(page).toHaveURL(new RegExp(`/tra-cuu/ho-so/${filed.id}$`))

    await page.goto('/ho-so-cua-toi')
    await expect(page.locator('main')).toContainText('Đã rút')
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.goto(`/tra-cuu/ho-so/${filed.id}`)
    await expect(page).toHaveURL(/\/tra-cuu\?loi=closed$/)
  })
})
