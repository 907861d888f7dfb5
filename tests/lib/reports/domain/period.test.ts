import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, localDate as d } from '@/lib/kernel/local-date'
import { monthPeriod, monthsIn, monthsUpTo, previousPeriod, quarterPeriod, reportPeriod, sameLastYear, yearPeriod, type Period } from '@/lib/reports/domain/period'
import { readPeriod } from '@/lib/reports/inputs'
import { periodName, shortPeriodName } from '@/lib/reports/wording'

const period = (from: string, to: string): Period => ({ from: d(from), to: d(to) })

describe('a period', () => {
  test.each([
    ['2026-11-25', monthPeriod, '2026-11-01', '2026-12-01'],
    ['2026-12-31', monthPeriod, '2026-12-01', '2027-01-01'],
    ['2026-02-28', quarterPeriod, '2026-01-01', '2026-04-01'],
    ['2026-12-01', quarterPeriod, '2026-10-01', '2027-01-01'],
    ['2026-07-01', yearPeriod, '2026-01-01', '2027-01-01'],
  ])('of the calendar around %s', (day, of, from, to) => {
    expect(of(d(day))).toEqual(period(from, to))
  })

  test.each([
    [period('2026-01-01', '2026-02-01'), period('2025-12-01', '2026-01-01')],
    [period('2026-01-01', '2026-04-01'), period('2025-10-01', '2026-01-01')],
    [period('2026-11-25', '2026-11-26'), period('2026-11-24', '2026-11-25')],
    [period('2022-01-01', '2022-03-01'), period('2021-11-01', '2022-01-01')],
    [period('2026-06-15', '2026-09-15'), period('2026-03-15', '2026-06-15')],
  ])('%o is preceded by %o', (now, before) => {
    expect(previousPeriod(now)).toEqual(before)
  })

  test('is preceded by one that ends where it begins', () => {
    const someDay = fc.integer({ min: 0, max: 9000 }).map((days) => addDays(d('2005-01-01'), days))
    fc.assert(fc.property(someDay, fc.integer({ min: 1, max: 800 }), (from, days) => {
      const now = { from, to: addDays(from, days) }
      const before = previousPeriod(now)
      expect(before.to).toBe(now.from)
      expect(before.from < before.to).toBe(true)
      const months = monthsIn(now)
      expect([months[0]!.from, months.at(-1)!.to]).toEqual([now.from, now.to])
      for (const [index, month] of months.slice(1).entries()) expect(months[index]!.to).toBe(month.from)
    }))
  })

  test('a year earlier keeps its days, but 29 February becomes 1 March', () => {
    expect(sameLastYear(period('2024-02-29', '2024-03-02'))).toEqual(period('2023-03-01', '2023-03-02'))
  })

  test('of a year of months ends with the month asked for', () => {
    const months = monthsUpTo(d('2026-11-25'), 12)
    expect([months.length, months[0]!.from, months.at(-1)!.from]).toEqual([12, '2025-12-01', '2026-11-01'])
  })

  test.each([
    [reportPeriod('quarter', 2026, 3), '2026-06-15', '2026-09-15'],
    [reportPeriod('quarter', 2026, 1), '2025-12-15', '2026-03-15'],
    [reportPeriod('month', 2026, 1), '2025-12-15', '2026-01-15'],
    [reportPeriod('half-year', 2026, 1), '2025-12-15', '2026-06-15'],
    [reportPeriod('year', 2026, 1), '2025-12-15', '2026-12-15'],
  ])('%o of official reports runs from the 15th to the 14th', (asked, from, to) => {
    expect(asked).toEqual(period(from, to))
  })

  test.each([
    [period('2026-11-01', '2026-12-01'), 'Tháng 11/2026', 'tháng 11'],
    [period('2026-10-01', '2027-01-01'), 'Quý IV/2026', 'quý IV/2026'],
    [period('2012-01-01', '2012-07-01'), '6 tháng đầu năm 2012', '6 tháng đầu năm 2012'],
    [period('2020-01-01', '2020-10-01'), '9 tháng đầu năm 2020', '9 tháng đầu năm 2020'],
    [period('2026-01-01', '2027-01-01'), 'Năm 2026', 'năm 2026'],
    [period('2026-11-25', '2026-11-26'), 'Ngày 25/11/2026', 'ngày 25/11/2026'],
    [period('2022-01-01', '2022-03-01'), '01/01 – 28/02/2022', '01/01 – 28/02/2022'],
    [period('2025-12-15', '2026-03-15'), '15/12/2025 – 14/03/2026', '15/12/2025 – 14/03/2026'],
  ])('%o is called %s', (asked, name, short) => {
    expect([periodName(asked), shortPeriodName(asked)]).toEqual([name, short])
  })
})

describe('the period of an address', () => {
  const today = d('2026-11-25')

  test.each([
    [{}, '2026-11-01', '2026-12-01', 'thang-nay'],
    [{ ky: 'hom-nay' }, '2026-11-25', '2026-11-26', 'hom-nay'],
    [{ ky: 'quy' }, '2026-10-01', '2027-01-01', 'quy'],
    [{ ky: 'nam' }, '2026-01-01', '2027-01-01', 'nam'],
    [{ ky: 'bay-gio' }, '2026-11-01', '2026-12-01', 'thang-nay'],
    [{ tu: '2012-01-01', den: '2012-06-30' }, '2012-01-01', '2012-07-01', null],
    [{ tu: '1/1/2012', den: '30.06.2012' }, '2012-01-01', '2012-07-01', null],
    [{ 'tu-day': '1', 'tu-month': '1', 'tu-year': '2012', 'den-day': '30', 'den-month': '6', 'den-year': '2012' }, '2012-01-01', '2012-07-01', null],
    [{ ky: 'nam', tu: '2026-11-25', den: '2026-11-25' }, '2026-11-25', '2026-11-26', null],
  ])('%o reads as [%s, %s)', (query, from, to, choice) => {
    expect(readPeriod(query, today)).toMatchObject({ period: period(from, to), choice, errors: [] })
  })

  test.each([
    [{ tu: '2026-11-31', den: '2026-12-01' }, 'tu', 'Tháng 11 chỉ có 30 ngày'],
    [{ tu: '2026-11-05', den: '' }, 'den', 'Nhập đủ ngày, tháng, năm'],
    [{ tu: '2026-11-05', den: '2026-11-04' }, 'den', 'Ngày cuối kỳ phải từ ngày đầu kỳ trở đi'],
    [{ tu: '2026-13-05', den: '2026-11-04' }, 'tu', 'Tháng từ 1 đến 12'],
    [{ tu: 'hôm qua', den: '2026-11-04' }, 'tu', 'Chỉ nhập chữ số, ví dụ 5 11 2026'],
    [{ tu: '1900-01-01', den: '2026-11-04' }, 'den', 'Chọn khoảng không quá 10 năm'],
  ])('%o is answered with how to mend it, and this month meanwhile', (query, field, message) => {
    expect(readPeriod(query, today)).toMatchObject({ period: monthPeriod(today), errors: [{ field, message }] })
  })
})
