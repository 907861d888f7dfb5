import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type IdCard, parseIdCardQr } from '@/lib/identity/domain/id-card-qr'
import { isVietnameseSyllable } from '@/lib/identity/domain/vietnamese-syllable'
import { fail, must } from '@/lib/kernel/result'

const lai = '087194001412|341512345|Phạm Thị Thu Lài|14061994|Nữ|Ấp Tân Bình, Tân Quới, Thanh Bình, Đồng Tháp|25062021'
const truth = {
  personalId: '087194001412',
  formerNumber: '341512345',
  name: 'Phạm Thị Thu Lài',
  birth: '1994-06-14',
  sex: 'female',
  residence: 'Ấp Tân Bình, Tân Quới, Thanh Bình, Đồng Tháp',
  issuedOn: '2021-06-25',
} as const
const values = (card: IdCard) => ({
  ...card, warnings: undefined, name: card.name.value, birth: card.birth.value, sex: card.sex.value, residence: card.residence.value, issuedOn: card.issuedOn.value,
})
const read = (stream: string): IdCard => must(parseIdCardQr(stream))

describe('streams that are read whole', () => {
  test.each([
    ['clean', lai],
    ['with the Enter of the reader', `${lai}\r\n`],
    ['with a byte-order mark', `\uFEFF${lai}`],
    ['decomposed letters', lai.normalize('NFD')],
    ['blanks around fields', lai.replaceAll('|', ' | ')],
    ['scanned twice, one line each', `${lai}\r\n${lai}\r\n`],
    ['scanned twice without a break', `${lai}${lai}`],
    ['scanned three times', `${lai}\n${lai}\n${lai}`],
    ['further fields of a newer card', `${lai}||Phạm Văn Tư|Lê Thị Năm`],
  ])('%s: every field is right and sure', (_name, stream) => {
    const card = read(stream)
    expect(values(card)).toMatchObject(truth)
    expect([card.name, card.birth, card.sex, card.residence, card.issuedOn].map(({ trust }) => trust)).toEqual(Array(5).fill('sure'))
  })
  test('no former number leaves the field empty', () => {
    expect(read(lai.replace('341512345', '')).formerNumber).toBeNull()
  })
  test('a birth of which only the year is known', () => {
    const old = '087041000123||Huỳnh Văn Út|00001941|Nam|Ấp Tân Hòa, Tân Quới, Đồng Tháp|10052021'
    expect(read(old).birth).toEqual({ value: '1941', trust: 'sure' })
    expect(read(old.replace('00001941', '00031941')).birth).toEqual({ value: '1941-03', trust: 'sure' })
    expect(read(old.replace('00001941', '1941')).birth, 'or keys were lost').toEqual({ value: '1941', trust: 'check' })
  })
  test('house numbers and short capitals do not make a residence doubtful', () => {
    expect(read(lai.replace('Ấp Tân Bình', 'Số 12A/3, Tổ 5, KP3')).residence.trust).toBe('sure')
  })
})

describe('streams whose letters were changed on the way: the digits hold, the letters must be looked at', () => {
  test.each([
    ['Telex left as keys', 'Phamj Thij Thu Laif', 'Nuwx', 'Aaps Taan Binhf, Taan Quowis, Ddoongf Thaps'],
    ['Telex half turned', 'Phạm Thịj Thu Làif', 'Nữ', 'Ấp Tâan Bình'],
    ['VNI left as keys', 'Pha5m Thi5 Thu La2i', 'Nu74', 'A61p Ta6n Bi2nh, D9o6ng Tha1p'],
    ['marks dropped', 'Pham Thi Thu Lai', 'Nu', 'Ap Tan Binh, Tan Quoi, Dong Thap'],
    ['marked letters dropped', 'Phm Th Thu Li', 'N', 'p Tân Bình, Tân Qui, ng Tháp'],
    ['letters of Western layouts only: a clean-looking but shortened name', 'Phm Thu Tho', 'N', 'Tân Bình, Thanh Bình'],
    ['question marks', 'Ph?m Th? Thu Lài', 'N?', '?p Tân Bình, Tân Qu?i, ??ng Tháp'],
    ['replacement marks', 'Ph\uFFFDm Th\uFFFD Thu Lài', 'N\uFFFD', '\uFFFDp Tân Bình'],
    ['UTF-8 read as Latin letters', 'Pháº¡m Thá»‹ Thu LÃ i', 'Ná»¯', 'áº¤p TÃ¢n BÃ¬nh'],
    ['caps lock on', 'pHẠM tHỊ tHU lÀI', 'nỮ', 'ẤP tÂN bÌNH, đỒNG tHÁP'],
    ['Eth instead of Đ', 'Ðỗ Thị Thu Lài', 'Nữ', 'Ðồng Tháp'],
    ['a house letter turned by VNI', 'Phamj Thu', 'Nữ', 'Tổ Á, Tân Quới, Đồng Tháp'],
  ])('%s', (_name, name, sex, residence) => {
    const card = read(['087194001412', '341512345', name, '14061994', sex, residence, '25062021'].join('|'))
    expect(card).toMatchObject({ personalId: truth.personalId, formerNumber: truth.formerNumber, birth: { value: truth.birth, trust: 'sure' } })
    expect(card.issuedOn).toEqual({ value: truth.issuedOn, trust: 'sure' })
    expect(card.name.trust).toBe('check')
    expect(card.residence.trust).toBe('check')
    expect(card.sex).toEqual({ value: 'female', trust: sex === 'Nữ' ? 'sure' : 'check' })
  })
  test('a name of another people is right but looked at', () => {
    expect(read(lai.replace('Phạm Thị Thu Lài', "H'Bia Niê")).name).toEqual({ value: "H'Bia Niê", trust: 'check' })
  })
  test('of two scans the clean one settles what the mangled one left open', () => {
    expect(read(`${lai.replace('Thu Lài', 'Thu Laif')}\n${lai}`).name).toEqual({ value: truth.name, trust: 'sure' })
  })
  test('two sure readings that differ are not sure', () => {
    expect(read(`${lai.replace('Thu Lài', 'Thu Lan')}\n${lai}`).name.trust).toBe('check')
  })
})

describe('digits that contradict each other are looked at', () => {
  test('sex against the number', () => {
    expect(read(lai.replace('Nữ', 'Nam')).sex).toEqual({ value: 'male', trust: 'check' })
  })
  test('year of birth against the number', () => {
    expect(read(lai.replace('14061994', '14061949')).birth.trust).toBe('check')
  })
  test('a card issued before its owner was born', () => {
    expect(read(lai.replace('25062021', '25061921')).issuedOn.trust).toBe('check')
  })
})

describe('streams that are refused', () => {
  test.each([
    ['nothing', ' \r\n', { code: 'qr-empty' }],
    ['cut in the residence', lai.slice(0, 60), { code: 'qr-incomplete', fields: 6 }],
    ['cut in the name', lai.slice(0, 30), { code: 'qr-incomplete', fields: 3 }],
    ['cut in the last date', lai.slice(0, -3), { code: 'qr-garbled', field: 'issued-on' }],
    ['cut at the beginning', lai.slice(3), { code: 'qr-garbled', field: 'personal-id' }],
    ['separators swallowed', lai.replaceAll('|', ''), { code: 'qr-incomplete', fields: 1 }],
    ['one separator swallowed', lai.replace('|Nữ', 'Nữ'), { code: 'qr-incomplete', fields: 6 }],
    ['a letter in the number', lai.replace('0871', 'O871'), { code: 'qr-garbled', field: 'personal-id' }],
    ['a letter in the former number', lai.replace('3415', '34l5'), { code: 'qr-garbled', field: 'former-number' }],
    ['a day that does not exist', lai.replace('14061994', '31061994'), { code: 'qr-garbled', field: 'birth' }],
    ['a key that repeated', lai.replace('14061994', '140619994'), { code: 'qr-garbled', field: 'birth' }],
    ['no name', lai.replace(truth.name, ''), { code: 'qr-garbled', field: 'name' }],
    ['another code: a web address', 'https://dichvucong.gov.vn', { code: 'qr-incomplete', fields: 1 }],
    ['two cards', `${lai}\n${lai.replace('087194001412', '087192000958')}`, { code: 'qr-two-cards' }],
    ['two cards without a break', `${lai}${lai.replace('087194001412', '087192000958')}`, { code: 'qr-two-cards' }],
    ['second scan cut', `${lai}\n${lai.slice(0, 40)}`, { code: 'qr-incomplete', fields: 4 }],
  ])('%s', (_name, stream, problem) => {
    expect(parseIdCardQr(stream)).toEqual(fail(problem))
  })
})

test('no way of losing keys ends in a wrong number or day that is believed', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(lai.length - 1), { minLength: 1, maxLength: 6 }), (positions) => {
      const card = parseIdCardQr([...lai].filter((_, at) => !positions.includes(at)).join(''))
      if (!card.ok) return
      expect(card.value.personalId).toBe(truth.personalId)
      for (const field of ['birth', 'sex', 'issuedOn'] as const) {
        if (card.value[field].trust === 'sure') expect(card.value[field].value).toBe(truth[field])
      }
    }),
    { numRuns: 5000 },
  )
})

test('a typing program that turns the letters of any one word is noticed', () => {
  const telex: [RegExp, string][] = [[/ạ/, 'aj'], [/ị/, 'ij'], [/à/, 'af'], [/u(?= L)/, 'u6']]
  for (const [letter, keys] of telex) expect(read(lai.replace(letter, keys)).name.trust).toBe('check')
})

describe('the shape of a syllable', () => {
  test.each('Nguyễn Huỳnh Quỳnh Thảo Giang Gìn Đặng Út Yến Ngoãn Khuê Thuở Nghĩa Kiều Quốc Quyết Ưng Hoành Ích Chức Phước Xuyến Nguyệt Giếng'.split(' '))('%s can be Vietnamese', (word) => {
    expect(isVietnameseSyllable(word)).toBe(true)
    expect(isVietnameseSyllable(word.normalize('NFD'))).toBe(true)
  })
  test.each(['', ...'Nguyeenx Nguyen Vn Thij Nguye6n4 Phm Laif Taan w Cì Kà Ngì Tòc Áá Hòá Niê'.split(' ')])('"%s" cannot', (word) => {
    expect(isVietnameseSyllable(word)).toBe(false)
  })
})
