import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type PaperData, type PaperForm, paperForms } from '@/lib/documents/domain/official-paper'
import { renderPaper } from '@/lib/documents/render/render-paper'
import { samples } from '../papers'
import { fontsOf, infoOf, qrOf, textOf, wordBoxes } from '../pdf'

const render = <F extends PaperForm>(form: F) => renderPaper(form, samples[form] as PaperData[F])
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const A4 = { width: 210, height: 297 }
const A5 = { width: 148, height: 210 }
const A4Lying = { width: 297, height: 210 }

test.each([
  ['receipt-slip', A5, 1],
  ['supplement-request', A4, 1],
  ['refusal', A4, 1],
  ['apology', A4, 1],
  ['discontinuation', A4, 1],
  ['control-sheet', A4, 1],
  ['dossier-register', A4Lying, 2],
  ['result-cover', A4, 1],
] as const)('a %s has its size of paper', async (form, size, pages) => {
  const info = infoOf((await render(form)).bytes)
  expect({ width: Math.round(info.width), height: Math.round(info.height), pages: info.pages }).toEqual({ ...size, pages })
})

test.each(paperForms)('a %s carries its faces inside, all of them Tinos', async (form) => {
  const fonts = fontsOf((await render(form)).bytes)
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) {
    expect(font).toMatchObject({ embedded: true, subset: true, unicode: true })
    expect(font.name).toMatch(/\+Tinos-/)
  }
})

test.each(paperForms)('a %s is the same to the byte every time', async (form) => {
  const first = await render(form)
  for (let other = 0; other < 12; other += 1) await renderPaper('refusal', { ...samples.refusal, content: `Hồ sơ khác ${other}` })
  const second = await render(form)
  expect(sha(second.bytes)).toBe(sha(first.bytes))
  expect(second.templateVersion).toBe(first.templateVersion)
})

test('another process makes the same bytes', async () => {
  const script = `
    const { renderPaper } = await import('./lib/documents/render/render-paper.ts')
    const { samples } = await import('./tests/lib/documents/papers.ts')
    const { createHash } = await import('node:crypto')
    const { bytes } = await renderPaper('receipt-slip', samples['receipt-slip'])
    process.stdout.write(createHash('sha256').update(bytes).digest('hex'))`
  const elsewhere = execFileSync(process.execPath, ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'America/New_York' },
  })
  expect(elsewhere).toBe(sha((await render('receipt-slip')).bytes))
})

test('the file was made when the paper was issued, and is named by its number', async () => {
  const info = infoOf((await render('receipt-slip')).bytes)
  expect(new Date(info.created)).toEqual(samples['receipt-slip'].head.issuedAt)
  expect(info.title).toBe('Giấy tiếp nhận hồ sơ và hẹn trả kết quả số 412/TTPVHCC')
})

test('each form has a template version of its own', async () => {
  const versions = await Promise.all(paperForms.map(async (form) => (await render(form)).templateVersion))
  expect(new Set(versions).size).toBe(paperForms.length)
  for (const [index, version] of versions.entries()) expect(version).toMatch(new RegExp(`^${paperForms[index]}@[0-9a-f]{12}$`))
})

const labels: Record<Exclude<PaperForm, 'receipt-slip'>, string[]> = {
  'supplement-request': [
    'Số: 12/PBS-TTPVHCC',
    'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
    'Hồ sơ của: Bà PHẠM THỊ THU LÀI',
    'Nội dung yêu cầu giải quyết: Cấp giấy phép xây dựng nhà ở riêng lẻ',
    'Số điện thoại: 0912 000 326. Email: thulai94@example.vn',
    'Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:',
    '3. Bản cam kết bảo đảm an toàn',
    'Lý do: các giấy tờ trên',
    'Thời hạn bổ sung, hoàn thiện hồ sơ: đến hết ngày 04 tháng 12 năm 2026.',
    'Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với bà Lê Thị Bích Ngà, quầy số 2, số điện thoại 0277 000 0000 để được hướng dẫn./.',
    'NGƯỜI HƯỚNG DẪN',
  ],
  refusal: [
    'Số: 03/PTC-TTPVHCC',
    'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
    'Tiếp nhận hồ sơ của: Ông HUỲNH VĂN ĐỰC',
    'Số định danh cá nhân: 087194000412',
    'Mã hồ sơ (nếu có): không có',
    'Qua xem xét, Trung tâm Phục vụ hành chính công thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:',
    'Xin thông báo cho Ông/Bà được biết và thực hiện./.',
    'NGƯỜI NỘP HỒ SƠ',
    'NGƯỜI TIẾP NHẬN HỒ SƠ',
  ],
  apology: [
    'Số: 04/PXL',
    'PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT',
    'Kính gửi: Ông Nguyễn Hữu Ưỡng',
    'Ngày 02 tháng 11 năm 2026, Ủy ban nhân dân xã Tân Quới tiếp nhận giải quyết hồ sơ đề nghị giải quyết thủ tục hành chính',
    'của Ông Nguyễn Hữu Ưỡng; số định danh: 087194000412; mã số hồ sơ: H20.31.08-261102-0009.',
    'Thời gian hẹn trả kết quả giải quyết hồ sơ: 17 giờ 30 phút, ngày 23 tháng 11 năm 2026.',
    'chưa trả kết quả giải quyết hồ sơ của Ông đúng thời hạn quy định ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả.',
    'xin trân trọng gửi lời xin lỗi đến Ông vì sự chậm trễ trong quá trình giải quyết hồ sơ có thể gây phiền hà, tốn kém về chi phí, công sức của Ông.',
    'xin lỗi Ông và sẽ trả kết quả giải quyết hồ sơ cho Ông vào ngày 27 tháng 11 năm 2026.',
    'Mong nhận được sự thông cảm của Ông vì sự chậm trễ này./.',
    'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ',
  ],
  discontinuation: [
    'Số: 07/TB-TTPVHCC',
    'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ',
    'Kính gửi: Bà Phạm Thị Thu Lài',
    'Mã hồ sơ: H20.31.08-261110-0021',
    'Ngày tiếp nhận: 10/11/2026',
    'Lý do dừng: Bà không bổ sung, hoàn thiện hồ sơ trong thời hạn',
    'Giấy tờ trả lại: 1. Giấy đề nghị đăng ký hộ kinh doanh (01 bản chính)',
    'Phí, lệ phí hoàn trả: 100.000 đ',
    'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ',
  ],
  'control-sheet': [
    'Số: 412/PKS-TTPVHCC',
    'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
    'Mã số hồ sơ: H20.31.08-261120-0017',
    'Cơ quan (bộ phận) giải quyết hồ sơ: Phòng Kinh tế',
    'Cơ quan phối hợp giải quyết hồ sơ: Văn phòng đăng ký đất đai chi nhánh khu vực 3; Thuế cơ sở 5',
    'Ngày nhận: 09 giờ 12 phút, ngày 20 tháng 11 năm 2026',
    'Hẹn trả kết quả vào 17 giờ 30 phút, ngày 04 tháng 12 năm 2026',
    'Tên đơn vị',
    'Thời gian giao nhận hồ sơ',
    '1. Giao: Bộ phận TN&TKQ',
    '2. Nhận: Phòng Kinh tế',
    '10 giờ 40 phút, ngày 20/11/2026',
    'Người giao',
    'Người nhận',
    'Đúng hạn',
    'Trước hạn',
    'Việc lưu vết được thực hiện tự động',
  ],
  'dossier-register': [
    'Số: 01/STD-TTPVHCC',
    'SỔ THEO DÕI HỒ SƠ',
    'Lĩnh vực: Hộ tịch. Quyển số 02',
    '(từ ngày 01 tháng 11 năm 2026 đến ngày 30 tháng 11 năm 2026)',
    'STT',
    'Mã hồ sơ',
    'Tên TTHC',
    'Địa chỉ/SĐT',
    'Nhận và trả kết quả',
    'Ký nhận',
    '0912 000 323',
    'Sổ theo dõi hồ sơ được lập theo từng lĩnh vực hoặc nhóm lĩnh vực tại Bộ phận Một cửa.',
  ],
  'result-cover': [
    'Số: 398/PTKQ-TTPVHCC',
    'PHIẾU TRẢ KẾT QUẢ GIẢI QUYẾT HỒ SƠ',
    'Kết quả giải quyết hồ sơ của Bà: PHẠM THỊ THU LÀI',
    '215/UBND-XNTTHN',
    'Có kết quả: 15 giờ 20 phút, ngày 25 tháng 11 năm 2026 (trước hạn).',
    'Trả kết quả lúc: 08 giờ 05 phút, ngày 26 tháng 11 năm 2026.',
    'NGƯỜI NHẬN KẾT QUẢ',
  ],
}

test.each(Object.entries(labels) as [Exclude<PaperForm, 'receipt-slip'>, string[]][])('a %s reads as its form does', async (form, lines) => {
  const text = textOf((await render(form)).bytes)
  expect(text).toBe(text.normalize('NFC'))
  for (const line of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', ...lines]) expect(text).toContain(line)
})

test.each([
  ['supplement-request', samples['supplement-request'].tracking?.qrUrl],
  ['apology', samples.apology.tracking?.qrUrl],
  ['discontinuation', samples.discontinuation.tracking?.qrUrl],
  ['result-cover', samples['result-cover'].verification.qrUrl],
] as const)('the QR of a %s can be read from paper', async (form, url) => {
  const qr = qrOf((await render(form)).bytes)
  expect(qr?.text).toBe(url)
  expect(qr?.width).toBeGreaterThanOrEqual(20)
})

test('the register repeats its head on every page and keeps its count', async () => {
  const rows = samples['dossier-register'].rows.map((row) => ({ ...row, number: row.number + 100 }))
  const { bytes } = await renderPaper('dossier-register', { ...samples['dossier-register'], rows })
  const text = textOf(bytes)
  expect(text.split('Cơ quan chủ trì giải quyết').length - 1).toBe(2)
  expect(text).toContain('124 H20.31.08-')
  expect(text).toContain('trang 2')
})

/** Words that choose, not words that are printed. */
const choices = new Set(['issuerKind', 'signing', 'title', 'kind', 'outcome', 'copies', 'qrUrl'])

/** The same data with every free text replaced. */
function withText(value: unknown, text: string, key = ''): unknown {
  if (choices.has(key) || value instanceof Date) return value
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? value : text
  if (Array.isArray(value)) return value.map((item) => withText(item, text))
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withText(item, text, name)]))
  return value
}

test.each(paperForms)('on a %s no text runs off the page, be it one word of 120 letters or 300 letters of address', async (form) => {
  for (const text of ['Ưỡễ'.repeat(40), 'Số 128/4, đường tỉnh 841, tổ 12, ấp Tân Bình Thượng, '.repeat(6).slice(0, 300)]) {
    const { bytes } = await renderPaper(form, withText(samples[form], text) as never)
    const { width } = infoOf(bytes)
    const outside = wordBoxes(bytes).filter((box) => box.left < 8 || box.right > width - 8)
    expect(outside).toEqual([])
  }
})

test.each(paperForms)('on a %s nothing that a user writes is obeyed', async (form) => {
  const text = '#panic("x") $x$ *b* <l> @r'
  const { bytes } = await renderPaper(form, withText(samples[form], text) as never)
  expect(textOf(bytes)).toContain(text)
})
