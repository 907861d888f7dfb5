import { describe, expect, test } from 'vitest'
import type { PaperData, PaperForm } from '@/lib/documents/domain/official-paper'
import { renderPaper } from '@/lib/documents/render/render-paper'
import { samples } from '../papers'
import { fontsOf, infoOf, pageText, wordBoxes } from '../pdf'

/** Real papers are long: names of procedures over three lines, twelve papers, reasons over five lines. */
const procedure =
  'Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với tổ chức trong nước, cơ sở tôn giáo, hộ gia đình, cá nhân đang sử dụng đất có tài sản gắn liền với đất'
const reason =
  'Hồ sơ có diện tích sử dụng đất thực tế lớn hơn diện tích ghi trên giấy tờ về quyền sử dụng đất, ranh giới thửa đất đã thay đổi so với ranh giới tại thời điểm có giấy tờ; phải phối hợp với Văn phòng đăng ký đất đai đo đạc lại, lấy ý kiến của khu dân cư và niêm yết công khai kết quả kiểm tra trong 15 ngày'
const twelve = Array.from({ length: 12 }, (_, index) => `Giấy tờ thứ ${index + 1}: văn bản xác nhận của Ủy ban nhân dân cấp xã về nguồn gốc, thời điểm sử dụng đất`)
const applicant = { ...samples.apology.applicant, name: 'Nguyễn Hoàng Thiên Kim Phượng Uyên', address: 'Số 128/4A, đường tỉnh 841, tổ 12, ấp Tân Bình Thượng, xã Tân Quới, tỉnh Đồng Tháp' }

const letters = {
  'supplement-request': { ...samples['supplement-request'], content: procedure, applicant, items: twelve, reason },
  refusal: { ...samples.refusal, content: procedure, applicant, reasons: [reason, reason, reason, reason] },
  apology: { ...samples.apology, procedureName: procedure, applicant, reason: `${reason}. ${reason}` },
  discontinuation: { ...samples.discontinuation, procedureName: procedure, applicant, cause: { kind: 'by-law', basis: reason }, returnedPapers: twelve },
  'result-cover': { ...samples['result-cover'], content: procedure, applicant, results: twelve.map((name) => ({ name, number: '215/UBND-XNTTHN', issuedOn: null, copies: 1 })) },
} satisfies Partial<{ [F in PaperForm]: PaperData[F] }>

/** The last words of each letter, and who signs under them. */
const foot: Record<keyof typeof letters, [last: string, signer: string]> = {
  'supplement-request': ['để được hướng dẫn./.', 'Lê Thị Bích Ngà'],
  refusal: ['được biết và thực hiện./.', 'Huỳnh Văn Đực'],
  apology: ['vì sự chậm trễ này./.', 'Trần Quốc Khởi'],
  discontinuation: ['Xin thông báo để Ông/Bà được biết./.', 'Trần Quốc Khởi'],
  'result-cover': ['Trả kết quả lúc:', 'Lê Thị Bích Ngà'],
}

describe.each(Object.keys(letters) as (keyof typeof letters)[])('a long %s', (form) => {
  const rendered = renderPaper(form, letters[form] as never)

  test('has its last words and its signature on the same page, and page numbers from the second on', async () => {
    const { bytes } = await rendered
    const { pages } = infoOf(bytes)
    expect(pages).toBeGreaterThan(1)
    const [last, signer] = foot[form]
    const signed = Array.from({ length: pages }, (_, index) => pageText(bytes, index + 1)).filter((text) => text.includes('(Ký và ghi rõ họ tên)'))
    expect(signed).toHaveLength(1)
    expect(signed[0]).toContain(last)
    expect(signed[0]).toContain(signer)
    expect(pageText(bytes, 1)).not.toMatch(/^1 /)
    expect(pageText(bytes, 2)).toMatch(form === 'result-cover' ? /^H20\S+, trang 2 / : /^2 /)
  })

  test('keeps the margins of official papers and its one face', async () => {
    const { bytes } = await rendered
    const words = wordBoxes(bytes)
    expect(Math.min(...words.map(({ left }) => left))).toBeGreaterThanOrEqual(29.5)
    expect(Math.max(...words.map(({ right }) => right))).toBeLessThanOrEqual(195.5)
    expect(Math.max(...words.map(({ bottom }) => bottom))).toBeLessThanOrEqual(278)
    for (const font of fontsOf(bytes)) expect(font).toMatchObject({ embedded: true, unicode: true, name: expect.stringMatching(/\+Tinos-/) })
  })
})

test.each(['preview', 'waiting'] as const)('a paper that is not one yet says so on each page: %s', async (watermark) => {
  const { bytes } = await renderPaper('refusal', { ...letters.refusal, head: { ...letters.refusal.head, watermark } })
  for (let page = 1; page <= infoOf(bytes).pages; page += 1) expect(pageText(bytes, page)).toContain(watermark === 'preview' ? 'BẢN XEM TRƯỚC' : 'CHƯA VÀO SỐ')
})
