import { expect, test, type Page } from '@playwright/test'
import { beginFiling, BIRTH, fill, findsWanting, goOn, photo, somewhere } from '../../support/citizen'

test.use({ extraHTTPHeaders: somewhere() })

const errorAt = (page: Page, name: string) => page.locator(`.field:has([name="${name}"]) .field-error`).last()

test('each slip of the hand is met with a sentence that says how to mend it, and what was typed stays', async ({ page }) => {
  const draft = await beginFiling(page, { procedure: BIRTH })
  await page.goto(`${draft}/noi-sinh`)
  for (const [typed, sentence] of [
    ['31 11 2026', 'Tháng 11 chỉ có 30 ngày'], ['29 2 2025', 'Năm 2025 không nhuận'], ['5 13 2026', 'Một năm có 12 tháng'], ['5 11 2099', 'chưa tới'], ['5 11 26', 'Năm có 4 chữ số'], ['năm 11 2026', 'chỉ ghi chữ số'],
  ] as const) {
    await fill(page, { 'child-birth': typed })
    await findsWanting(page)
    await expect(page.locator('main')).toContainText(sentence)
    const [day = '', month = '', year = ''] = typed.split(' ')
    for (const [part, text] of [['day', day], ['month', month], ['year', year]]) await expect(page.locator(`[name=child-birth-${part}]`)).toHaveValue(text!)
  }

  await page.goto(`${draft}/me`)
  const mother = { 'mother-name': 'Trần Thị Út Hiền', 'mother-birth': '  1994', 'mother-ethnicity': 'Kinh', 'mother-address': 'Tổ 3' }
  await fill(page, { ...mother, 'mother-id': '01919400073' })
  await findsWanting(page)
  await expect(errorAt(page, 'mother-id')).toContainText('Số định danh có 12 chữ số; bạn đã nhập 11.')
  await expect(page.locator('[name=mother-id]')).toHaveValue('01919400073')
  // Twelve digits are all that is asked: a number that tells another story is only pointed out, on the way on.
  await fill(page, { 'mother-id': '999093000731' })
  await goOn(page, 'cha')
  await page.goBack()
  await page.reload()
  await expect(page.locator('.note-vang').first()).toContainText('nếu đúng thì cứ tiếp tục'.slice(5))
  await expect(page.locator('.field-error')).toHaveCount(0)

  await fill(page, { 'mother-name': 'Ơ'.repeat(300) })
  await findsWanting(page)
  await expect(errorAt(page, 'mother-name')).toContainText('Viết gọn trong 255 chữ; bạn đã nhập 300.')
  await expect(page.locator('[name=mother-name]')).toHaveValue('Ơ'.repeat(300))

  await page.goto(`${draft}/nhan-ket-qua`)
  await fill(page, { 'return-channel': 'desk', 'contact-phone': '0123456', 'contact-email': 'ten@' })
  await findsWanting(page)
  await expect(errorAt(page, 'contact-phone')).toContainText('Số điện thoại có 10 chữ số')
  await expect(errorAt(page, 'contact-email')).toContainText('ten@vidu.vn')
  await expect(page.locator('[name=contact-phone]')).toHaveValue('0123456')
})

test('letters taken apart, markup and marks that turn the reading are kept as plain text', async ({ page }) => {
  const name = '<b>Nguyễn</b> Thị "Hiền" \u202E'
  await beginFiling(page)
  await fill(page, { 'filer-name': name.normalize('NFD'), 'filer-id': '019190000123', 'filer-birth': '5 11 1990', 'filer-address': '=1+1; <script>alert(1)</script>', 'for-whom': 'self' })
  await goOn(page, 'noi-dung')
  const ran: string[] = []
  page.on('dialog', (dialog) => void (ran.push(dialog.message()), dialog.dismiss()))
  await page.goto(page.url().replace(/noi-dung.*/, 'kiem-tra'))
  await expect(page.locator('main')).toContainText('<b>Nguyễn</b> Thị "Hiền"'.normalize('NFC'))
  await expect(page.locator('main')).toContainText('=1+1; <script>alert(1)</script>')
  expect(ran).toEqual([])
})

test.describe('files', () => {
  test.use({ javaScriptEnabled: false })

  const send = async (page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]) => {
    const paper = page.locator('#giay-giay-chung-sinh')
    await paper.locator('input[type=file]').last().setInputFiles(files)
    await paper.getByRole('button', { name: /^(Gửi ảnh đã chọn|Gửi thêm)$/ }).click()
    await page.waitForLoadState('load')
  }

  test('what is no picture is refused by its content, at its paper; what is one is kept once', async ({ page }) => {
    await page.goto(`${await beginFiling(page, { procedure: BIRTH })}/giay-to`)
    const paper = page.locator('#giay-giay-chung-sinh')
    for (const [name, buffer, sentence] of [
      ['trong.jpg', Buffer.alloc(0), 'Tệp này trống'],
      ['anh.jpg', Buffer.concat([Buffer.from('MZ\x90\x00'), Buffer.alloc(2000, 7)]), 'Chỉ nhận ảnh (JPG, PNG, HEIC) và tệp PDF'],
      ['anh.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'Chỉ nhận ảnh'],
      ['cut.png', photo().subarray(0, 60), 'Không mở được ảnh này'],
    ] as const) {
      await send(page, [{ name, mimeType: 'image/jpeg', buffer }])
      await expect(paper.locator('.field-error:visible')).toContainText(sentence)
      await expect(page).toHaveTitle(/^Có 1 chỗ cần xem lại/)
    }
    await paper.getByRole('button', { name: 'Gửi ảnh đã chọn' }).click()
    await expect(paper.locator('.field-error:visible')).toContainText('Chưa chọn ảnh')

    for (let times = 0; times < 2; times += 1) await send(page, [{ name: '../../etc/giấy chứng sinh.png', mimeType: 'image/png', buffer: photo() }])
    await expect(paper.locator('.file-row')).toHaveCount(1)
    await expect(paper.locator('.file-row')).toContainText('giấy chứng sinh.png')
    const kept = await page.request.get((await paper.getByRole('link', { name: /^Xem/ }).getAttribute('href'))!)
    expect(kept.headers()).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'content-disposition': expect.stringMatching(/^attachment/), 'cache-control': expect.stringContaining('no-store') })

    await paper.getByRole('button', { name: /^Bỏ/ }).click()
    await expect(paper.locator('.file-row')).toHaveCount(0)
  })

  test('a file of twenty-one megabytes is refused with a sentence, and the page lives on', async ({ page }) => {
    await page.goto(`${await beginFiling(page, { procedure: BIRTH })}/giay-to`)
    await send(page, [{ name: 'to.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(21 * 1024 * 1024, 1) }])
    await expect(page.locator('#giay-giay-chung-sinh .field-error:visible')).toContainText('Tệp nặng quá 20 MB')
  })
})
