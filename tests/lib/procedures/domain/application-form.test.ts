import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '@/lib/kernel/local-date'
import { type Answers, answersOfPart, initialAnswers, inputModeOf, normaliseAnswers, partOf } from '@/lib/procedures/domain/application-form'
import { applicantOf, prefill, suggestedVariant } from '@/lib/procedures/domain/form-people'
import { summaryOf } from '@/lib/procedures/domain/form-summary'
import { validateForm, validatePart, warningsOfPart } from '@/lib/procedures/domain/form-validation'
import { birthRegistration } from '@/lib/procedures/forms/birth-registration'
import { applicationForms } from '@/lib/procedures/forms/catalogue'
import { deathRegistration } from '@/lib/procedures/forms/death-registration'
import { general } from '@/lib/procedures/forms/general'
import { householdBusiness } from '@/lib/procedures/forms/household-business'
import { maritalStatus } from '@/lib/procedures/forms/marital-status'
import { marriageRegistration } from '@/lib/procedures/forms/marriage-registration'
import { parsePartialDate } from '@/lib/identity/domain/partial-date'
import { fieldProblemLink, fieldProblemSentence, fieldWarningSentence } from '@/lib/procedures/wording'

const today = localDate('2026-11-22')
const date = (name: string, day: string, month: string, year: string) => ({ [`${name}.day`]: day, [`${name}.month`]: month, [`${name}.year`]: year })

const birth: Answers = {
  'child-name': 'Lê Trần Bảo Châu', 'child-sex': 'female', 'child-ethnicity': 'Kinh', 'child-nationality': 'Việt Nam', 'child-hometown': 'Xã Tân Quới, tỉnh Đồng Tháp',
  ...date('child-birth', '5', '11', '2026'), 'birth-place': 'facility', 'birth-facility': 'Trạm Y tế xã Tân Quới', 'birth-address': 'Xã Tân Quới, tỉnh Đồng Tháp',
  'mother-declared': 'yes', 'mother-name': 'Trần Thị Út Hiền', 'mother-id': '087 199 003 731', ...date('mother-birth', '2', '9', '1999'), 'mother-ethnicity': 'Kinh', 'mother-nationality': 'Việt Nam', 'mother-address': 'Ấp Tân Phú, xã Tân Quới',
  'father-declared': 'yes', 'father-name': 'Lê Văn Khởi', 'father-id': '087097004958', ...date('father-birth', '', '', '1997'), 'father-ethnicity': 'Kinh', 'father-nationality': 'Việt Nam', 'father-address': 'Ấp Tân Phú, xã Tân Quới',
  'filer-relation': 'mother', 'return-channel': 'desk', 'contact-phone': '+84 912 000 326', 'copies': '2',
}
const sentences = (slug: string, answers: Answers, form = birthRegistration) => validatePart(form, slug, answers, today).map(fieldProblemSentence)

test('a complete declaration of a birth has nothing amiss', () => {
  expect(validateForm(birthRegistration, birth, today)).toEqual([])
  expect(birthRegistration.parts.flatMap(({ slug }) => warningsOfPart(birthRegistration, slug, birth))).toEqual([])
})

describe('the day of birth', () => {
  const said = (day: string, month: string, year: string) => sentences('noi-sinh', { ...birth, ...date('child-birth', day, month, year) })
  test.each([
    ['31', '11', '2026', 'Tháng 11 chỉ có 30 ngày. Xem lại ngày hoặc tháng.'],
    ['29', '2', '2025', 'Năm 2025 không nhuận, tháng 2 chỉ có 28 ngày. Xem lại ngày hoặc năm.'],
    ['30', '2', '2024', 'Tháng 2 chỉ có 29 ngày. Xem lại ngày hoặc tháng.'],
    ['0', '5', '2026', 'Tháng bắt đầu từ ngày 1. Xem lại ngày.'],
    ['5', '13', '2026', 'Một năm có 12 tháng; bạn đã nhập tháng 13.'],
    ['5', '12', '2026', 'Ngày 05/12/2026 chưa tới, hôm nay là 22/11/2026. Xem lại ngày, tháng hoặc năm.'],
    ['5', '11', '2027', 'Ngày 05/11/2027 chưa tới, hôm nay là 22/11/2026. Xem lại ngày, tháng hoặc năm.'],
    ['5', '11', '1800', 'Ghi năm từ 1900 trở lại đây; bạn đã nhập 1800.'],
    ['5', '11', '26', 'Năm có 4 chữ số, ví dụ 1994.'],
    ['năm', '11', '2026', 'Ô ngày chỉ ghi chữ số, ví dụ 5 11 2026.'],
    ['5', '', '2026', 'Còn thiếu tháng. Ghi đủ ngày, tháng, năm.'],
    ['', '11', '2026', 'Còn thiếu ngày. Ghi đủ ngày, tháng, năm.'],
    ['', '', '2026', 'Còn thiếu tháng. Ghi đủ ngày, tháng, năm.'],
    ['', '', '', 'Nhập ngày sinh'],
  ])('%s %s %s: %s', (day, month, year, sentence) => {
    expect(said(day, month, year)).toEqual([sentence])
  })
  test('today and a leap day are fine', () => {
    expect(said('22', '11', '2026')).toEqual([])
    expect(said('29', '2', '2024')).toEqual([])
  })
  test('the box to go to is the one that is wrong', () => {
    const box = (day: string, month: string, year: string) => validatePart(birthRegistration, 'noi-sinh', { ...birth, ...date('child-birth', day, month, year) }, today)[0]?.part
    expect([box('31', '11', '2026'), box('5', '13', '2026'), box('5', '12', '2026'), box('5', '11', '2027'), box('23', '11', '2026'), box('5', '11', '1800')]).toEqual(['day', 'month', 'month', 'year', 'day', 'year'])
  })
  test('a parent may be known by the year alone', () => {
    expect(sentences('cha', birth)).toEqual([])
  })
  test('the summary of errors says it in short', () => {
    const [problem] = validatePart(birthRegistration, 'noi-sinh', { ...birth, ...date('child-birth', '31', '11', '2026') }, today)
    expect(fieldProblemLink(problem!)).toBe('Tháng 11 chỉ có 30 ngày')
  })
})

describe('what else is typed', () => {
  test.each<[string, Answers, string]>([
    ['me', { 'mother-id': '08719900373' }, 'Số định danh có 12 chữ số; bạn đã nhập 11.'],
    ['me', { 'mother-id': '08719900373O' }, 'Số định danh chỉ gồm chữ số. Bỏ chữ cái và dấu lạ.'],
    ['me', { 'mother-name': '' }, 'Nhập họ, chữ đệm, tên'],
    ['me', { 'mother-name': 'Ư'.repeat(256) }, 'Viết gọn trong 255 chữ; bạn đã nhập 256.'],
    ['me', { 'mother-ethnicity': 'Người sao Hỏa' }, 'Chọn một trong các mục có sẵn.'],
    ['noi-sinh', { 'birth-facility': ' ' }, 'Nhập tên bệnh viện hoặc trạm y tế'],
    ['noi-sinh', { 'birth-place': '' }, 'Chọn nơi bé sinh ra'],
    ['nhan-ket-qua', { 'contact-phone': '091200032' }, 'Số điện thoại có 10 chữ số; bạn đã nhập 9.'],
    ['nhan-ket-qua', { 'contact-phone': '0112000326' }, 'Việt Nam không có số điện thoại bắt đầu bằng 011. Xem lại mấy số đầu.'],
    ['nhan-ket-qua', { 'contact-email': 'lai@' }, 'Thư điện tử có dạng ten@vidu.vn. Xem lại dấu @ và phần sau dấu chấm.'],
    ['nhan-ket-qua', { copies: 'hai' }, 'Nhập một số, ví dụ 2.'],
    ['nhan-ket-qua', { copies: '21' }, 'Nhập số từ 0 đến 20; bạn đã nhập 21.'],
    ['nhan-ket-qua', { 'return-channel': 'post', 'return-address': '' }, 'Nhập địa chỉ nhận'],
    ['nguoi-dang-ky', { 'filer-relation': '' }, 'Chọn bạn là gì của bé'],
  ])('%s %j: %s', (slug, changed, sentence) => {
    expect(sentences(slug, { ...birth, ...changed })).toEqual([sentence])
  })
  test('amounts may be grouped as people write them', () => {
    const capital = (typed: string) => validatePart(householdBusiness, 'ho-kinh-doanh', { capital: typed }, today).find(({ field }) => field === 'capital')
    expect([capital('50.000.000'), capital('50 000 000'), capital('50000000')]).toEqual([undefined, undefined, undefined])
    expect(capital('5.00')?.code).toBe('number-form')
  })
  test('markup is plain text, kept as it is', () => {
    const typed = { ...birth, 'birth-facility': '<b>Trạm Y tế</b>' }
    expect(sentences('noi-sinh', typed)).toEqual([])
    expect(normaliseAnswers(birthRegistration, typed)['birth-facility']).toBe('<b>Trạm Y tế</b>')
  })
  test('a name of 255 letters is taken, composed or not', () => {
    expect(sentences('me', { ...birth, 'mother-name': 'ữ'.repeat(255).normalize('NFD') })).toEqual([])
  })
})

test('what is not asked cannot be amiss, and is not kept', () => {
  const atHome = { ...birth, 'birth-place': 'home', 'birth-facility': 'x'.repeat(999), 'father-declared': 'no' }
  expect(sentences('noi-sinh', atHome)).toEqual([])
  expect(sentences('cha', atHome)).toEqual([])
  const kept = normaliseAnswers(birthRegistration, atHome)
  expect(kept['birth-facility']).toBeUndefined()
  expect(kept['father-name']).toBeUndefined()
})

test('days that follow each other must follow each other', () => {
  const death = { ...date('deceased-birth', '', '', '1941'), 'deceased-name': 'Cao Văn Sử' }
  const of = (day: string, month: string, year: string) => sentences('viec-mat', { ...death, ...date('death-date', day, month, year), 'death-place': 'ở nhà' }, deathRegistration)
  expect(of('1', '1', '1940')).toEqual(['Ngày mất đang sớm hơn ngày sinh. Xem lại một trong hai.'])
  expect(of('1', '1', '1941')).toEqual([])
  expect(validatePart(deathRegistration, 'nguoi-mat', { ...death, ...date('deceased-birth', '', '', '1880') }, today).some(({ field }) => field === 'deceased-birth')).toBe(false)
})

test('a plan lies ahead, but not for ever', () => {
  const opens = (year: string) => validatePart(householdBusiness, 'ho-kinh-doanh', date('opens-on', '1', '12', year), today).find(({ field }) => field === 'opens-on')
  expect(opens('2026')).toBeUndefined()
  expect(opens('2126')).toMatchObject({ code: 'year-range', latest: 2036, part: 'year' })
})

describe('doubts that do not stop anyone', () => {
  const doubts = (slug: string, changed: Answers) => warningsOfPart(birthRegistration, slug, { ...birth, ...changed }).map(fieldWarningSentence)
  test.each<[string, Answers, string]>([
    ['me', { 'mother-id': '003199003731' }, 'Ba số đầu 003 không phải mã tỉnh nào đã biết. Nếu đúng như trên thẻ thì cứ tiếp tục.'],
    ['me', { 'mother-id': '087099003731' }, 'Theo số định danh thì là nam. Xem lại số hoặc giới tính; nếu đúng thì cứ tiếp tục.'],
    ['me', { 'mother-id': '087198003731' }, 'Theo số định danh thì sinh năm 1998, bạn ghi 1999. Xem lại số hoặc năm sinh; nếu đúng thì cứ tiếp tục.'],
    ['be', { 'child-name': 'Lê Bảo Châu 2' }, 'Họ tên có ký tự 2. Nếu giấy tờ ghi đúng như vậy thì cứ tiếp tục.'],
  ])('%s %j: %s', (slug, changed, sentence) => {
    expect(doubts(slug, changed)).toEqual([sentence])
    expect(sentences(slug, { ...birth, ...changed })).toEqual([])
  })
  test('one number for two people', () => {
    expect(doubts('cha', { 'father-id': birth['mother-id']! })).toContain('Số này đã ghi ở mục "Số định danh của mẹ". Hai người khác nhau thì số phải khác nhau.')
  })
  test('sex is taken from the answer where the form asks for it', () => {
    const answers = { 'holder-id': '087194001412', 'holder-sex': 'male', ...date('holder-birth', '14', '6', '1994') }
    expect(warningsOfPart(maritalStatus, 'nguoi-duoc-xac-nhan', answers).map(({ code }) => code)).toEqual(['personal-id-sex'])
  })
})

describe('the page of answers', () => {
  const sections = summaryOf(birthRegistration, birth)
  const row = (field: string) => sections.flatMap(({ rows }) => rows).find((one) => one.field === field)
  test('has a section for each, in the order of the form', () => {
    expect(sections.map(({ title }) => title)).toEqual(['Bé', 'Mẹ', 'Cha', 'Người đi đăng ký', 'Nhận kết quả'])
  })
  test('writes the day out as the register will', () => {
    expect(row('child-birth')).toMatchObject({ value: 'thứ Năm, 05/11/2026', inWords: 'Ngày mùng năm tháng mười một năm hai nghìn không trăm hai mươi sáu', partSlug: 'noi-sinh' })
    expect(row('father-birth')).toMatchObject({ value: 'năm 1997', inWords: null })
  })
  test('names what was chosen and masks numbers', () => {
    expect(row('child-sex')?.value).toBe('Nữ')
    expect(row('birth-place')?.value).toBe('Bệnh viện hoặc trạm y tế')
    expect(row('mother-id')?.value).toBe('087 ••• ••• 731')
    expect(row('contact-phone')?.value).toBe('09•• ••• 326')
    expect(row('copies')?.value).toBe('2 bản')
    expect(row('mother-declared')?.value).toBe('Có')
  })
  test('shows numbers whole to whoever may see them', () => {
    const whole = summaryOf(birthRegistration, birth, { masked: false }).flatMap(({ rows }) => rows)
    expect(whole.find(({ field }) => field === 'mother-id')?.value).toBe('087 199 003 731')
    expect(whole.find(({ field }) => field === 'contact-phone')?.value).toBe('0912 000 326')
  })
  test('leaves out what was not answered or not asked', () => {
    expect(row('contact-email')).toBeUndefined()
    expect(row('return-address')).toBeUndefined()
  })
})

describe('who is who', () => {
  test('a mother who registers her child is the applicant and hands it in herself', () => {
    expect(applicantOf(birthRegistration, birth)).toEqual({
      applicant: { kind: 'person', name: 'Trần Thị Út Hiền', personalId: '087199003731', birth: '1999-09-02', sex: 'female', address: 'Ấp Tân Phú, xã Tân Quới' },
      submitter: null, phone: '0912000326', email: null, returnChannel: 'desk', returnAddress: null,
    })
  })
  test('a grandmother hands it in for the mother', () => {
    const people = applicantOf(birthRegistration, { ...birth, 'filer-relation': 'relative', 'filer-name': 'Nguyễn Thị Bảy', 'filer-id': '087160000001', 'filer-address': 'Ấp Tân Hòa' })
    expect(people.applicant?.name).toBe('Trần Thị Út Hiền')
    expect(people.submitter).toMatchObject({ name: 'Nguyễn Thị Bảy', personalId: '087160000001' })
  })
  test('a father who registers is the applicant', () => {
    expect(applicantOf(birthRegistration, { ...birth, 'filer-relation': 'father' })).toMatchObject({ applicant: { name: 'Lê Văn Khởi', sex: 'male', birth: '1997' }, submitter: null })
  })
  test('without a mother the father, without both whoever brings the child', () => {
    expect(applicantOf(birthRegistration, { ...birth, 'mother-declared': 'no', 'filer-relation': 'mandated', 'filer-name': 'Sơ Ba' }).applicant?.name).toBe('Lê Văn Khởi')
    const foundling = applicantOf(birthRegistration, { ...birth, 'mother-declared': 'no', 'father-declared': 'no', 'filer-relation': 'mandated', 'filer-name': 'Sơ Ba' })
    expect(foundling).toMatchObject({ applicant: { name: 'Sơ Ba' }, submitter: null })
  })
  test('an organisation is the applicant, the clerk hands it in', () => {
    const people = applicantOf(general, { 'for-whom': 'organisation', 'organisation-name': 'Trường Tiểu học Tân Quới', 'filer-name': 'Võ Thị Sen', 'filer-id': '087190000002' })
    expect(people).toMatchObject({ applicant: { kind: 'organisation', name: 'Trường Tiểu học Tân Quới', personalId: null }, submitter: { name: 'Võ Thị Sen' } })
  })
  test('either of a couple can be the applicant', () => {
    const couple = { 'groom-name': 'Tạ Văn Phước', 'bride-name': 'Mai Thị Cẩm Nhung' }
    expect(applicantOf(marriageRegistration, { ...couple, 'filer-side': 'bride' })).toMatchObject({ applicant: { name: 'Mai Thị Cẩm Nhung', sex: 'female' }, submitter: null })
    expect(applicantOf(marriageRegistration, { ...couple, 'filer-side': 'groom' })).toMatchObject({ applicant: { name: 'Tạ Văn Phước' }, submitter: null })
  })
  test('an empty form knows nobody and nothing', () => {
    for (const form of applicationForms) expect(applicantOf(form, {})).toMatchObject({ applicant: null, submitter: null, phone: null, returnChannel: 'desk' })
  })
})

describe('what is known need not be typed', () => {
  const known = { name: 'Phạm Thị Thu Lài', personalId: '087194001412', birth: parsePartialDate('1994-06-14'), sex: 'female' as const, address: 'Ấp Tân Bình', phone: '0912000326' }
  test('it fills the fields of whoever fills the form in', () => {
    expect(prefill(general, {}, known)).toEqual({
      'filer-name': 'Phạm Thị Thu Lài', 'filer-id': '087194001412', 'filer-address': 'Ấp Tân Bình', ...date('filer-birth', '14', '6', '1994'), 'contact-phone': '0912000326',
    })
  })
  test('it waits until the form says who that is', () => {
    expect(prefill(maritalStatus, {}, known)).toEqual({ 'contact-phone': '0912000326' })
    expect(prefill(maritalStatus, { 'for-whom': 'self' }, known)).toMatchObject({ 'holder-name': 'Phạm Thị Thu Lài', 'holder-sex': 'female' })
  })
  test('it never replaces what was typed', () => {
    expect(prefill(general, { 'filer-name': 'Lài', 'contact-phone': '0' }, known)).not.toHaveProperty('filer-name')
  })
})

describe('the case of the procedure', () => {
  test.each([
    ['2026-11-22', 'dung-han'],
    ['2026-09-23', 'dung-han'],
    ['2026-09-22', 'qua-han'],
    ['2020-01-01', 'qua-han'],
  ])('a child born on %s and registered on 22/11/2026: %s', (born, variant) => {
    const [year, month, day] = born.split('-')
    expect(suggestedVariant(birthRegistration, date('child-birth', day!, month!, year!), today)).toBe(variant)
  })
  test('follows the purpose of a marital-status paper', () => {
    expect(suggestedVariant(maritalStatus, { purpose: 'marriage' }, today)).toBe('ket-hon')
    expect(suggestedVariant(maritalStatus, {}, today)).toBeNull()
    expect(suggestedVariant(general, {}, today)).toBeNull()
  })
})

test('a part takes from what was posted only its own answers, as typed', () => {
  const posted = { 'child-name': '  Lê  ', 'child-sex': 'female', 'mother-name': 'x', evil: 'y' }
  expect(answersOfPart(partOf(birthRegistration, 'be')!, posted)).toEqual({ 'child-name': '  Lê  ', 'child-sex': 'female' })
})
test('some answers stand there from the start', () => {
  expect(initialAnswers(birthRegistration)).toMatchObject({ 'child-nationality': 'Việt Nam', 'mother-declared': 'yes' })
})
test('the right keypad comes up', () => {
  const modes = Object.fromEntries(birthRegistration.parts.flatMap(({ fields }) => fields).map((field) => [field.name, inputModeOf(field)]))
  expect(modes).toMatchObject({ 'mother-id': 'numeric', 'child-birth': 'numeric', 'contact-phone': 'tel', 'contact-email': 'email', 'child-name': 'text', copies: 'numeric' })
})

test('whatever is typed: nothing throws, and what is kept is kept as it is', () => {
  const typed = fc.dictionary(fc.constantFrom(...birthRegistration.parts.flatMap(({ fields }) => fields.flatMap(({ name }) => [name, `${name}.day`, `${name}.month`, `${name}.year`]))), fc.string({ unit: 'grapheme' }))
  fc.assert(
    fc.property(typed, (answers) => {
      validateForm(birthRegistration, answers, today).flatMap(({ problems }) => problems).forEach((problem) => expect(fieldProblemSentence(problem)).not.toBe(''))
      summaryOf(birthRegistration, answers)
      applicantOf(birthRegistration, answers)
      const kept = normaliseAnswers(birthRegistration, answers)
      expect(normaliseAnswers(birthRegistration, kept)).toEqual(kept)
    }),
  )
})
