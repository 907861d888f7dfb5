import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  duration, fileSize, listDay, longDay, longInstant, maskedId, maskedPhone, money, moneyForCitizen, moneyForOfficer, monthYear, number, paperDay,
  paperTime, percent, percentOf, phone, points, tableDay, tableInstant, timeRange, weekdayName,
} from '@/lib/kernel/format'
import { instantAt, localDate } from '@/lib/kernel/local-date'

const tuesday = localDate('2026-11-24')

describe('days', () => {
  test.each([
    [longDay(tuesday), 'thứ Ba, 24/11/2026'],
    [listDay(tuesday), '24/11, thứ Ba'],
    [tableDay(tuesday), 'T3 24/11'],
    [monthYear(tuesday), 'tháng 11/2026'],
    [weekdayName(localDate('2026-11-22')), 'Chủ nhật'],
    [longInstant(instantAt(tuesday, '17:30')), '17:30 thứ Ba, 24/11/2026'],
    [tableInstant(instantAt(tuesday, '00:05')), '24/11 00:05'],
  ])('are written %s', (written, expected) => expect(written).toBe(expected))

  test('on official papers small days and the months 1 and 2 take a leading zero', () => {
    expect(paperDay(tuesday)).toBe('ngày 24 tháng 11 năm 2026')
    expect(paperDay(localDate('2026-02-05'))).toBe('ngày 05 tháng 02 năm 2026')
    expect(paperDay(localDate('2026-03-09'))).toBe('ngày 09 tháng 3 năm 2026')
  })
})

describe('hours', () => {
  test('on official papers are written out', () => expect(paperTime(instantAt(tuesday, '09:12'))).toBe('09 giờ 12 phút'))
  test('of opening stand in a range without blanks', () => expect(timeRange('07:30', '11:30')).toBe('07:30–11:30'))
  test.each([[135, '2 giờ 15'], [480, '8 giờ'], [45, '45 phút'], [65, '1 giờ 05'], [0, '0 phút'], [-3, '0 phút']])(
    '%i minutes are told as %s', (minutes, expected) => expect(duration(minutes)).toBe(expected))
})

describe('figures', () => {
  test('group thousands with dots', () => expect(number(6047)).toBe('6.047'))
  test('rates have one decimal and a bound percent sign', () => expect(percentOf(454, 463)).toBe('98,1\u00a0%'))
  test('nothing to divide by is a dash', () => expect(percentOf(0, 0)).toBe('–'))
  test('one late dossier in a hundred thousand still shows', () => {
    expect(percentOf(99_999, 100_000)).toBe('99,9\u00a0%')
    expect(percentOf(1, 100_000)).toBe('0,1\u00a0%')
  })
  test('a rate reads 100,0 % exactly when nothing is missing', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(), (total, seed) => {
      const count = seed % (total + 1)
      expect(percentOf(count, total) === percent(1)).toBe(count === total)
      expect(percentOf(count, total) === percent(0)).toBe(count === 0)
    }))
  })
  test('changes carry a sign', () => expect([points(0.7), points(-5.9)]).toEqual(['+0,7', '−5,9']))
  test('money keeps its unit on the same line', () => expect(money(8000)).toBe('8.000\u00a0đ'))
  test('nothing to pay is said in words', () => expect([moneyForCitizen(0), moneyForOfficer(0)]).toEqual(['Không mất tiền', 'Không thu']))
  test('files are sized in round numbers', () => expect([fileSize(1_400_000), fileSize(300_000), fileSize(10)]).toEqual(['1,4\u00a0MB', '300\u00a0KB', '1\u00a0KB']))
})

describe('numbers of people', () => {
  test('phones are grouped 4 3 3, and 4 3 4 with eleven figures', () => {
    expect(phone('0912000326')).toBe('0912 000 326')
    expect(phone('02770000000')).toBe('0277 000 0000')
    expect(phone('19001096')).toBe('19001096')
  })
  test('an ID shows its province and last three figures', () => expect(maskedId('087094000412')).toBe('087 ••• ••• 412'))
  test('a phone shows two and three figures', () => expect(maskedPhone('0912 000 326')).toBe('09•• ••• 326'))
  test('masking never shows more than six figures', () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{1,14}$/), (id) => {
      expect(maskedId(id).replace(/\D/g, '').length).toBeLessThanOrEqual(6)
      expect(maskedPhone(id).replace(/\D/g, '').length).toBeLessThanOrEqual(5)
    }))
  })
})
