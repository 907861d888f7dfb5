import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MessageFacts, templates } from '@/lib/notifications/domain/message'
import { checkTemplate, fillTemplate, placeholderNames, readTemplate } from '@/lib/notifications/domain/template-text'
import { defaultSubject, defaultText, sayTextProblem } from '@/lib/notifications/wording'

const facts: MessageFacts = {
  code: 'Z99.19.01-261120-0017', procedureName: 'Cấp Giấy xác nhận tình trạng hôn nhân', officeName: 'Trung tâm', trackingPlace: 'xa.example/tra-cuu', secret: 'P4X9TNABCD', acceptBy: null, dueAt: null,
  missing: ['Giấy ly hôn: nộp bản sao', 'Ảnh: chụp lại'], reason: null, promisedAt: null, outcome: null, returnPlace: 'tại quầy',
}

describe('a text with placeholders', () => {
  test.each([
    ['Hồ sơ {mã hồ sơ}.', 'Hồ sơ Z99.19.01-261120-0017.'],
    ['Hồ sơ { Mã  hồ sơ }.', 'Hồ sơ Z99.19.01-261120-0017.'],
    ['Đã nhận.[ Hẹn {hẹn trả}.] Xem {trang tra cứu}.', 'Đã nhận. Xem xa.example/tra-cuu.'],
    ['Đã nhận.[ Mã bí mật: {mã bí mật}.]', 'Đã nhận. Mã bí mật: P4X9TNABCD.'],
    ['Cần: {giấy tờ còn thiếu}.', 'Cần: 1) Giấy ly hôn: nộp bản sao; 2) Ảnh: chụp lại.'],
    ['Lý do {lý do}, xem {cơ quan}.', 'Lý do, xem Trung tâm.'],
  ])('"%s" becomes "%s"', (text, said) => expect(fillTemplate(text, facts)).toBe(said))

  test.each([
    ['Hồ sơ {ma ho so}', { code: 'unknown-placeholder', name: 'ma ho so' }],
    ['Hồ sơ {mã hồ sơ', { code: 'bracket-open' }],
    ['Hồ sơ mã hồ sơ}', { code: 'bracket-open' }],
    ['Hẹn [ {hẹn trả}', { code: 'bracket-open' }],
    ['[một [hai] ba]', { code: 'bracket-open' }],
  ])('"%s" is refused', (text, problem) => {
    const read = readTemplate(text)
    expect(read).toEqual({ ok: false, problem })
    expect(read.ok ? '' : sayTextProblem(read.problem)).not.toBe('')
  })

  test('a request for a supplement must say what is missing', () => {
    expect(checkTemplate('supplement-requested', 'Hồ sơ {mã hồ sơ} cần bổ sung.')).toEqual({ ok: false, problem: { code: 'placeholder-missing', name: 'giấy tờ còn thiếu' } })
    expect(checkTemplate('withdrawn', 'Đã rút.')).toEqual({ ok: false, problem: { code: 'placeholder-missing', name: 'mã hồ sơ' } })
  })

  test.each(templates)('the text of the product for %s keeps its own rules', (template) => {
    expect(checkTemplate(template, defaultText[template])).toEqual({ ok: true, value: true })
    expect(readTemplate(defaultSubject(template)).ok).toBe(true)
  })

  test('whatever is read can be filled, and no brace of it ever reaches anybody', () => {
    const piece = fc.oneof(fc.constantFrom(...placeholderNames).map((name) => `{${name}}`), fc.constantFrom('[', ']', '{', '}', ' ', 'chữ', '.'))
    fc.assert(fc.property(fc.array(piece).map((pieces) => pieces.join('')), (text) => {
      if (!readTemplate(text).ok) return
      expect(fillTemplate(text, facts)).not.toMatch(/[{}[\]]/)
    }))
  })
})
