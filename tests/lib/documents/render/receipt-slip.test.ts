import { expect, test } from 'vitest'
import { renderPaper } from '@/lib/documents/render/render-paper'
import type { HandedInPaper } from '@/lib/documents/domain/official-paper'
import { aSlip, aTracking, lai } from '../papers'
import { fontsOf, infoOf, pageText, qrOf, rawTextOf, textOf, wordBoxes } from '../pdf'

const papers = (count: number): HandedInPaper[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `Bản sao giấy tờ chứng minh quyền sử dụng đất theo quy định của pháp luật về đất đai, thửa số ${index + 1}`,
    original: index % 2,
    certified: 0,
    copy: 1,
    note: null,
  }))

test('the slip is one A5 page that says what the form asks, in words a reader can select', async () => {
  const { bytes } = await renderPaper('receipt-slip', aSlip)
  const info = infoOf(bytes)
  expect([info.pages, Math.round(info.width), Math.round(info.height)]).toEqual([1, 148, 210])
  const text = textOf(bytes)
  expect(text).toBe(text.normalize('NFC'))
  for (const line of [
    'UBND XÃ TÂN QUỚI',
    'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: 412/TTPVHCC',
    'Tân Quới, ngày 20 tháng 11 năm 2026',
    'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    'Mã hồ sơ: H20.31.08-261120-0017',
    'Liên 2: giao người nộp hồ sơ',
    'Trung tâm Phục vụ hành chính công xã Tân Quới',
    'Tiếp nhận hồ sơ của Bà: PHẠM THỊ THU LÀI. Số định danh cá nhân: 087194000412',
    'Địa chỉ: Ấp Tân Bình, xã Tân Quới, tỉnh Đồng Tháp',
    'Số điện thoại: 0912 000 326. Email: không có',
    'Nội dung yêu cầu giải quyết: Cấp Giấy xác nhận tình trạng hôn nhân',
    'Thành phần hồ sơ nộp gồm:',
    'Thẻ căn cước (xuất trình, không lưu)',
    'Số lượng hồ sơ: 01 (bộ). Phí, lệ phí: không thu.',
    'Thời gian giải quyết hồ sơ theo quy định là: 03 ngày làm việc.',
    'Thời gian nhận hồ sơ: 09 giờ 12 phút, ngày 20 tháng 11 năm 2026.',
    'Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 30 phút, ngày 26 tháng 11 năm 2026.',
    'Cách tính: không tính ngày nhận 20/11;',
    'Đăng ký nhận kết quả tại: quầy trả kết quả của Trung tâm.',
    'Vào Sổ theo dõi hồ sơ điện tử, số thứ tự 412.',
    'NGƯỜI NỘP HỒ SƠ',
    'NGƯỜI TIẾP NHẬN HỒ SƠ',
    'Tra cứu: tanquoi.example.gov.vn, mã bí mật P4X 9TN. Hỏi: 0277 000 0000, giờ làm việc.',
  ]) {
    expect(text).toContain(line)
  }
})

test('the QR opens the dossier when printed at 203 dpi, and is at least 20 mm wide', async () => {
  const { bytes } = await renderPaper('receipt-slip', aSlip)
  const qr = qrOf(bytes)
  expect(qr?.text).toBe(aTracking.qrUrl)
  expect(qr?.width).toBeGreaterThanOrEqual(20)
})

test('ưỡ, ễ, ự and Ặ come from Tinos like the letters beside them', async () => {
  const { bytes } = await renderPaper('receipt-slip', { ...aSlip, applicant: { ...lai, name: 'Nguyễn Hữu Ưỡng Đặng Tự' }, returnPlace: 'ưỡ ễ ự Ặ' })
  expect(textOf(bytes)).toContain('ưỡ ễ ự Ặ')
  expect(textOf(bytes)).toContain('NGUYỄN HỮU ƯỠNG ĐẶNG TỰ')
  for (const font of fontsOf(bytes)) expect(font.name).toMatch(/^[A-Z]{6}\+Tinos-(Regular|Bold|Italic)$/)
})

test('the office keeps a copy without the secret, whose QR is the bare code', async () => {
  const { bytes } = await renderPaper('receipt-slip', { ...aSlip, copies: ['office', 'submitter'] })
  expect(infoOf(bytes).pages).toBe(2)
  expect(pageText(bytes, 1)).toContain('Liên 1: lưu tại Trung tâm')
  expect(pageText(bytes, 1)).not.toContain('P4X')
  expect(pageText(bytes, 2)).toContain('mã bí mật P4X 9TN')
  expect(qrOf(bytes, 1)?.text).toBe(aSlip.code)
  expect(qrOf(bytes, 2)?.text).toBe(aTracking.qrUrl)
})

test('seven papers of two lines still fit on one page', async () => {
  const { bytes } = await renderPaper('receipt-slip', { ...aSlip, papers: papers(7) })
  expect(infoOf(bytes).pages).toBe(1)
})

test('twenty-five papers flow to a second page, which repeats the head of the table and names the dossier', async () => {
  const { bytes } = await renderPaper('receipt-slip', { ...aSlip, papers: papers(25), copies: ['office', 'submitter'] })
  expect(infoOf(bytes).pages).toBe(4)
  for (const page of [1, 3]) expect(pageText(bytes, page)).not.toContain('Trang')
  for (const page of [2, 4]) {
    expect(pageText(bytes, page)).toContain('Mã hồ sơ: H20.31.08-261120-0017. Trang 2/2')
    expect(pageText(bytes, page)).toContain('Tên giấy tờ')
    expect(pageText(bytes, page)).toContain('NGƯỜI TIẾP NHẬN HỒ SƠ')
  }
  expect(textOf(bytes)).toContain('thửa số 25')
})

test('a mandate brings the whole person and the paper that proves it', async () => {
  const mandate = { ...lai, title: 'Ông' as const, name: 'Nguyễn Hữu Ưỡng', personalId: '087080000099', proof: 'Giấy ủy quyền chứng thực số 88 ngày 12/11/2026' }
  const text = textOf((await renderPaper('receipt-slip', { ...aSlip, mandate })).bytes)
  expect(text).toContain('Người nộp theo ủy quyền: Ông NGUYỄN HỮU ƯỠNG. Số định danh cá nhân: 087080000099')
  expect(text).toContain('Giấy tờ ủy quyền: Giấy ủy quyền chứng thực số 88 ngày 12/11/2026.')
})

test('an organisation keeps its own letters and its own kind of number', async () => {
  const applicant = { ...lai, title: 'Tổ chức' as const, name: 'Công ty TNHH Một thành viên Lúa Vàng', personalId: '1402000123' }
  const text = textOf((await renderPaper('receipt-slip', { ...aSlip, applicant })).bytes)
  expect(text).toContain('Tiếp nhận hồ sơ của Tổ chức: Công ty TNHH Một thành viên Lúa Vàng. Số định danh tổ chức: 1402000123')
})

test('no limit in law, no register, no explanation: the lines say so or are absent', async () => {
  const text = textOf((await renderPaper('receipt-slip', { ...aSlip, dueAt: null, explanation: null, register: null })).bytes)
  expect(text).toContain('Thời gian trả kết quả giải quyết hồ sơ: không quy định.')
  expect(text).not.toContain('Cách tính')
  expect(text).not.toContain('Vào Sổ')
})

test('a paper register has a book', async () => {
  const text = textOf((await renderPaper('receipt-slip', { ...aSlip, register: { book: '02', entry: '17' } })).bytes)
  expect(text).toContain('Vào Sổ theo dõi hồ sơ, Quyển số 02, số thứ tự 17.')
})

test('a digital slip says where the digital signature stands', async () => {
  const text = textOf((await renderPaper('receipt-slip', { ...aSlip, head: { ...aSlip.head, signing: 'digital' } })).bytes)
  expect(text).toContain('(Chữ ký số của người tiếp nhận hồ sơ)')
})

test.each(['#eval("1+1")', '#panic("x")', '$x^2$', '*bold* _it_', '<label>', '@ref', '<b>HTML</b> &amp;', '\\ \\u{41} // c', '`raw` = h', '{{x}} ${y} "quoted"'])(
  'a user who writes %s gets exactly that on paper',
  async (text) => {
    const data = {
      ...aSlip,
      applicant: { ...lai, address: text, email: text },
      content: text,
      papers: [{ name: text, original: 1, certified: 0, copy: 0, note: text }],
      submitterName: text,
      explanation: text,
    }
    const printed = rawTextOf((await renderPaper('receipt-slip', data)).bytes)
    const inOneLine = printed.replace(/\s+/g, ' ')
    expect(inOneLine.split(text.replace(/\s+/g, ' ')).length - 1).toBeGreaterThanOrEqual(6)
  },
)

test('a name of 300 letters without a space stays inside the page', async () => {
  const endless = 'Ưỡễ'.repeat(100)
  const { bytes } = await renderPaper('receipt-slip', { ...aSlip, applicant: { ...lai, name: endless, email: endless }, submitterName: endless })
  expect(textOf(bytes).replaceAll(' ', '')).toContain(endless.toUpperCase())
  for (const box of wordBoxes(bytes)) {
    expect(box.left).toBeGreaterThan(11)
    expect(box.right).toBeLessThan(138.5)
  }
})
