import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePartialDate } from '@/lib/identity/domain/partial-date'
import {
  internationalPhone,
  isMobile,
  oddMarksOfName,
  personalIdWarnings,
  type PersonalId,
  readName,
  readPersonalId,
  readPhone,
  registerName,
  showPersonalId,
  structureOf,
  tidyLines,
  tidyText,
} from '@/lib/identity/domain/person'
import { fail, must, ok } from '@/lib/kernel/result'

const id = (digits: string): PersonalId => must(readPersonalId(digits))
const birth = (text: string) => parsePartialDate(text)

describe('the personal id', () => {
  test.each(['087194001412', '087 194 001 412', '087.194.001.412', ' 087194001412 ', '０８７１９４００１４１２'])('%s is taken as twelve digits', (typed) => {
    expect(readPersonalId(typed)).toEqual(ok('087194001412'))
  })
  test.each([
    ['08719400141', { code: 'personal-id-length', digits: 11 }],
    ['', { code: 'personal-id-length', digits: 0 }],
    ['0871940014123', { code: 'personal-id-length', digits: 13 }],
    ['361234567', { code: 'personal-id-length', digits: 9 }],
    ['08719400141O', { code: 'personal-id-digits' }],
  ])('%s is refused', (typed, problem) => {
    expect(readPersonalId(typed)).toEqual(fail(problem))
  })
  test('every twelve digits are accepted, whatever they say', () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{12}$/), (digits) => readPersonalId(digits).ok))
  })
  test.each([
    ['087194001412', { province: 'Đồng Tháp', sex: 'female', birthYear: 1994 }],
    ['001041000001', { province: 'Hà Nội', sex: 'male', birthYear: 1941 }],
    ['096326000007', { province: 'Cà Mau', sex: 'female', birthYear: 2026 }],
    ['079226000007', { province: 'Thành phố Hồ Chí Minh', sex: 'male', birthYear: 2026 }],
    ['150499000001', { province: null, sex: 'male', birthYear: 2199 }],
  ] as const)('%s says province, sex and year of birth', (digits, says) => {
    expect(structureOf(id(digits))).toEqual(says)
  })
  test('a number that fits sex and birth raises nothing', () => {
    expect(personalIdWarnings(id('087194001412'), { sex: 'female', birth: birth('1994-06-14') })).toEqual([])
  })
  test('what does not fit is a warning for each point', () => {
    expect(personalIdWarnings(id('003194001412'), { sex: 'male', birth: birth('1995') })).toEqual([
      { code: 'personal-id-province', prefix: '003' },
      { code: 'personal-id-sex', says: 'female' },
      { code: 'personal-id-birth-year', says: 1994, given: 1995 },
    ])
  })
  test('a century that does not fit is a warning although the two digits of the year do', () => {
    expect(personalIdWarnings(id('087326000001'), { birth: birth('1926-05-01') })).toEqual([
      { code: 'personal-id-birth-year', says: 2026, given: 1926 },
    ])
  })
  test('the code of a foreign country is not doubted', () => {
    expect(personalIdWarnings(id('136085000001'), {})).toEqual([])
  })
  test('shown whole in groups of three', () => {
    expect(showPersonalId('087194001412')).toBe('087 194 001 412')
  })
})

describe('the phone', () => {
  test.each([
    ['0912000326', '0912000326'],
    ['0912 000 326', '0912000326'],
    ['0912.000.326', '0912000326'],
    ['+84 912 000 326', '0912000326'],
    ['+84 0912 000 326', '0912000326'],
    ['0084912000326', '0912000326'],
    ['84912000326', '0912000326'],
    ['0277 000 0000', '02770000000'],
    ['+84 277 000 0000', '02770000000'],
    ['(0277) 000 0000', '02770000000'],
  ])('%s is %s', (typed, phone) => {
    expect(readPhone(typed)).toEqual(ok(phone))
  })
  test.each([
    ['091200032', { code: 'phone-length', digits: 9, expected: 10 }],
    ['09120003266', { code: 'phone-length', digits: 11, expected: 10 }],
    ['0277000000', { code: 'phone-length', digits: 10, expected: 11 }],
    ['0112000326', { code: 'phone-prefix', prefix: '011' }],
    ['0512000326', { code: 'phone-prefix', prefix: '051' }],
    ['chín một hai', { code: 'phone-digits' }],
    ['', { code: 'phone-length', digits: 0, expected: 10 }],
  ])('%s is refused', (typed, problem) => {
    expect(readPhone(typed)).toEqual(fail(problem))
  })
  test('only a mobile phone takes messages', () => {
    expect(isMobile(must(readPhone('0912000326')))).toBe(true)
    expect(isMobile(must(readPhone('02770000000')))).toBe(false)
  })
  test('written as other systems want it', () => {
    expect(internationalPhone(must(readPhone('0912000326')))).toBe('+84912000326')
  })
})

describe('the name', () => {
  test('is kept composed, without stray blanks and unseen marks', () => {
    expect(readName('  Nguyễn '.normalize('NFD') + ' Thị\u200b  Thảo\u202e ')).toEqual(ok('Nguyễn Thị Thảo'))
  })
  test('markup is plain text', () => {
    expect(readName('<b>Lê</b>')).toEqual(ok('<b>Lê</b>'))
  })
  test('255 letters are taken, 256 are not, a family of joined letters counting as its parts', () => {
    expect(readName('ữ'.repeat(255)).ok).toBe(true)
    expect(readName('ữ'.repeat(256))).toEqual(fail({ code: 'name-length', letters: 256 }))
  })
  test('nothing but blanks is no name', () => {
    expect(readName(' \u200b ')).toEqual(fail({ code: 'name-empty' }))
  })
  test.each([
    ["H'Bia Niê", []],
    ["Y Ngông Niê K'Đăm", []],
    ['Jean-Pierre de la Tour, Jr.', []],
    ['Nguyễn Văn A2', ['2']],
    ['Lê <i>', ['<', '>']],
  ])('%s holds these odd marks: %j', (name, marks) => {
    expect(oddMarksOfName(name)).toEqual(marks)
  })
  test('the register prints capitals with their marks', () => {
    expect(registerName('lê trần bảo châu')).toBe('LÊ TRẦN BẢO CHÂU')
  })
  test('tidying twice changes nothing more', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => tidyText(tidyText(text)) === tidyText(text)))
  })
  test('lines stay lines', () => {
    expect(tidyLines(' một \r\n  hai  ba \n')).toBe('một\nhai ba')
  })
})
