import { expect, test } from '@playwright/test'
import { expectAccessible, signInAs } from '../../support/browser'
import { receiveWalkIn } from '../../support/officer'

test.describe.configure({ timeout: 180_000 })

test('whoever comes second reads who was faster, with what and when, and keeps what was typed', async ({ page, browser }) => {
  await signInAs(page, 'bach-quang.quay2', '/can-bo/quay')
  const code = await receiveWalkIn(page)
  const dossier = `/can-bo/ho-so/${code}`

  // The desk is about to give the dossier back; meanwhile a case officer takes it in another window.
  await page.goto(`${dossier}?lam=withdraw`)
  const reason = page.getByLabel(/lý do/i).first()
  await reason.fill('Người dân xin lại giấy tờ gốc')
  const colleague = await browser.newPage()
  await signInAs(colleague, 'bach-quang.tuphap', dossier)
  await colleague.getByRole('button', { name: /Nhận giải quyết/ }).first().click()
  await expect(colleague.getByText('Bạn đã nhận giải quyết.')).toBeVisible()
  await colleague.close()

  await page.getByRole('button', { name: 'Rút hồ sơ' }).last().click()
  const alert = page.getByRole('alert').filter({ hasText: 'đã nhận giải quyết lúc' })
  await expect(alert).toHaveText(/^\p{Lu}[\p{L} ]+ đã nhận giải quyết lúc \d\d:\d\d\. Tải lại trang để xem mới nhất rồi làm tiếp\.$/u)
  await expect(reason).toHaveValue('Người dân xin lại giấy tờ gốc')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Tải lại, giữ nội dung đã nhập' }).click()
  await expect(page.getByText('Đã tải lại, nội dung bạn nhập còn nguyên.', { exact: false })).toBeVisible()
  await expect(reason).toHaveValue('Người dân xin lại giấy tờ gốc')
  await page.getByRole('button', { name: 'Rút hồ sơ' }).last().click()
  await expect(page.getByText('Đã rút', { exact: false }).first()).toBeVisible()
})
