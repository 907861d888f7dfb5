import { expect, test } from 'vitest'
import { instantAt, localDate } from '@/lib/kernel/local-date'
import { discontinuationSentence, paperMark, sheetMoment, shortMoment, writtenDay, writtenMoment } from '@/lib/documents/wording'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test.each([
  ['2026-11-20', 'ngày 20 tháng 11 năm 2026'],
  ['2026-02-05', 'ngày 05 tháng 02 năm 2026'],
  ['2026-03-09', 'ngày 09 tháng 3 năm 2026'],
  ['2026-10-01', 'ngày 01 tháng 10 năm 2026'],
])('%s is written %s', (day, written) => {
  expect(plain(writtenDay(localDate(day)))).toBe(written)
})

test('an hour is the hour on the wall in Việt Nam, also just after midnight', () => {
  expect(plain(writtenMoment(new Date('2026-11-20T02:12:00Z')))).toBe('09 giờ 12 phút, ngày 20 tháng 11 năm 2026')
  expect(plain(writtenMoment(new Date('2026-11-30T18:30:00Z')))).toBe('01 giờ 30 phút, ngày 01 tháng 12 năm 2026')
  expect(plain(sheetMoment(instantAt(localDate('2026-11-20'), '10:40')))).toBe('10 giờ 40 phút, ngày 20/11/2026')
  expect(shortMoment(instantAt(localDate('2026-11-20'), '10:40'))).toBe('10:40 20/11/2026')
})

test('a written date never breaks inside "ngày 20", "tháng 11" or "năm 2026"', () => {
  expect(writtenDay(localDate('2026-11-20')).split(' ')).toEqual(['ngày\u00a020', 'tháng\u00a011', 'năm\u00a02026'])
})

test.each([
  [{ kind: 'requested', requestedOn: localDate('2026-11-18') }, 'theo đề nghị dừng giải quyết hồ sơ của Bà ngày 18 tháng 11 năm 2026.'],
  [
    { kind: 'not-supplemented', requestNumber: '09/PBS-TTPVHCC', supplementBy: localDate('2026-11-19') },
    'Bà không bổ sung, hoàn thiện hồ sơ trong thời hạn ghi tại Phiếu yêu cầu bổ sung số 09/PBS-TTPVHCC (đến hết ngày 19 tháng 11 năm 2026).',
  ],
  [{ kind: 'by-law', basis: 'Tòa án đã thụ lý tranh chấp về thửa đất.' }, 'Tòa án đã thụ lý tranh chấp về thửa đất.'],
] as const)('a dossier stopped because of %o says so', (cause, sentence) => {
  expect(plain(discontinuationSentence(cause, 'Bà'))).toBe(sentence)
})

test('the marks follow the order of the circular', () => {
  expect(Object.values(paperMark)).toEqual(['Mẫu 01', 'Mẫu 02', 'Mẫu 03', 'Mẫu 04', 'Mẫu 05', 'Mẫu 06', 'Mẫu 07', null])
})
