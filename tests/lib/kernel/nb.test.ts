import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nb } from '@/lib/kernel/nb'

const shown = (text: string, as?: 'heading') => nb(text, as).replaceAll('\u00a0', '_')

test.each([
  ['hẹn thứ Hai, 23/11', 'hẹn thứ_Hai, 23/11'],
  ['nghỉ thứ Bảy và Chủ nhật', 'nghỉ thứ_Bảy và Chủ_nhật'],
  ['phí 8.000 đ mỗi bản', 'phí 8.000_đ mỗi bản'],
  ['đúng hẹn 98,1 % hồ sơ', 'đúng hẹn 98,1_% hồ sơ'],
  ['còn 3 ngày làm việc', 'còn 3_ngày làm việc'],
  ['ngày 24 tháng 11 năm 2026', 'ngày_24 tháng_11 năm_2026'],
  ['gọi 0912 000 326', 'gọi 0912_000_326'],
  ['ghi ví dụ 5 11 2026', 'ghi ví_dụ 5_11_2026'],
])('%s', (text, expected) => expect(shown(text)).toBe(expected))

test('a word that only begins like a weekday is left alone', () => expect(shown('thứ Batư đường')).toBe('thứ Batư đường'))
test('a heading does not end in a lone syllable', () => expect(shown('Bé sinh ngày nào, ở đâu?', 'heading')).toBe('Bé sinh ngày_nào, ở_đâu?'))
test('a short heading may break anywhere', () => expect(shown('Cha và mẹ', 'heading')).toBe('Cha và mẹ'))

test('nothing but blanks changes, and a second pass changes nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    expect(nb(text, 'heading').replaceAll('\u00a0', ' ')).toBe(text.replaceAll('\u00a0', ' '))
    expect(nb(nb(text))).toBe(nb(text))
  }))
})
