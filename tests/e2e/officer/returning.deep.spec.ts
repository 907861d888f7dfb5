import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, signInAs } from '../../support/browser'
import { CARD, receiveWalkIn, scan } from '../../support/officer'

/** The numbers of a run are its own: parcels of earlier runs stay in the list. */
const tracking = (): string => `EA${String(Date.now()).slice(-9)}VN`

test('a result goes to the post, comes back, and is then handed over at the desk against a scanned card', async ({ page }) => {
  test.setTimeout(300_000)
  const code = await settledForThePost(page)
  await as(page, 'quay1', '/can-bo/tra-ket-qua/buu-chinh')
  await expect(page.getByRole('heading', { name: 'Trả qua bưu chính' })).toBeVisible()
  const number = page.getByLabel(`Mã bưu gửi của ${code}`)
  await number.fill('?')
  await page.getByRole('button', { name: 'Bàn giao bưu chính' }).click()
  await expect(page.getByText(/Ghi mã bưu gửi in trên phiếu/)).toBeVisible()
  await expectAccessible(page)
  const parcel = tracking()
  await number.fill(parcel)
  await page.getByRole('button', { name: 'Bàn giao bưu chính' }).click()
  await page.waitForURL('**/buu-chinh?xong=1')
  await expectNoSidewaysScroll(page)

  await page.goto('/can-bo/tra-ket-qua/buu-chinh/phieu')
  await expect(page.getByRole('row', { name: new RegExp(parcel) })).toContainText(code)
  await expectAccessible(page)

  await page.goto('/can-bo/tra-ket-qua/buu-chinh')
  await page.getByRole('link', { name: `Chuyển hoàn ${code}` }).click()
  await page.getByLabel('Lý do bưu chính ghi').fill('Gọi ba lần không có người nhận')
  await page.getByRole('button', { name: 'Nhận lại, chờ trả tại quầy' }).click()
  await page.waitForURL('**xong=take-back-parcel**')
  await expect(page.getByText('Bưu chính chuyển hoàn, kết quả về lại quầy trả')).toBeVisible()

  await page.goto('/can-bo/tra-ket-qua')
  await page.getByRole('link', { name: code }).click()
  await expect(page.getByRole('button', { name: 'Trả kết quả' })).toBeVisible()
  // The name has the cursor, so that no key tells whether the page is alive: the card is held to the reader until it is.
  await expect(async () => {
    await scan(page, '087094000413||Nguyễn Hữu Ưỡng|14061994|Nam|Ấp Một, Bách Quang, Thái Nguyên|20072021')
    await expect(page.getByText('Đã quét căn cước của Nguyễn Hữu Ưỡng')).toBeVisible({ timeout: 2000 })
  }).toPass()
  await page.getByRole('button', { name: 'Trả kết quả' }).click()
  await expect(page.getByText('Căn cước này không phải của chủ hồ sơ hay người nộp.')).toBeVisible()
  await page.getByRole('button', { name: 'Bỏ lần quét này' }).click()
  await scan(page, CARD)
  await expect(page.getByText('Đã quét căn cước của Phạm Thị Thu Lài')).toBeVisible()
  await page.getByLabel('Người nhận đã ký nhận').check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Trả kết quả' }).click()
  await page.waitForURL('**xong=return-result**')
  await expect(page.getByText('Trả kết quả: chủ hồ sơ, đã xem căn cước')).toBeVisible()
  await page.goto(`/can-bo/ho-so/${code}/phieu-tra`)
  await expect(page.getByRole('heading', { name: 'PHIẾU TRẢ KẾT QUẢ' })).toBeVisible()
  await expectAccessible(page)
})

async function as(page: Page, login: string, to: string): Promise<void> {
  await page.context().clearCookies()
  await signInAs(page, `bach-quang.${login}`, to)
}

/** Received at the counter for somebody who wants the result by post, then through the hands of everybody to the seal. */
async function settledForThePost(page: Page): Promise<string> {
  await signInAs(page, 'bach-quang.quay2', '/can-bo/quay')
  const code = await receiveWalkIn(page, 'post')
  await as(page, 'tuphap', `/can-bo/ho-so/${code}`)
  await page.getByRole('button', { name: /Nhận giải quyết/ }).click()
  await expect(page.getByText('Bạn đã nhận giải quyết.')).toBeVisible()
  await page.goto(`/can-bo/ho-so/${code}?lam=settle`)
  await page.getByLabel('Tóm tắt kết quả').fill('Giấy xác nhận tình trạng hôn nhân')
  await page.getByRole('button', { name: 'Trình kết quả' }).click()
  await expect(page.getByText('Đã trình kết quả.')).toBeVisible()
  await as(page, 'truongtuphap', `/can-bo/ho-so/${code}?lam=appraise`)
  await page.getByRole('button', { name: 'Thẩm định xong, trình ký' }).click()
  await expect(page.getByText('Đã thẩm định, trình ký.')).toBeVisible()
  await as(page, 'chutich', `/can-bo/ho-so/${code}?lam=approve`)
  await page.getByRole('button', { name: 'Phê duyệt' }).click()
  await expect(page.getByText('Đã phê duyệt.')).toBeVisible()
  await as(page, 'vanthu', `/can-bo/ho-so/${code}?lam=seal`)
  await page.getByRole('button', { name: /[Vv]ào số/ }).last().click()
  await expect(page.getByText('Đã vào số, đóng dấu.')).toBeVisible()
  return code
}
