import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hungKingsDayOf, lunarDateOf, lunarYearName, newYearOf, solarDateOf } from '@/lib/calendar/domain/lunar'
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR } from '@/lib/calendar/domain/lunar-table'
import { addDays, localDate } from '@/lib/kernel/local-date'
import { lunarTableSource } from '@/scripts/generate-lunar-table'

/**
 * Mùng 1 Tết as printed in Vietnamese calendars, day/month. Where the calendar for UTC+8 has another day, Việt Nam was a day
 * ahead in 1968, 1969, 2007 and 2030, a whole month in 1985.
 */
const PUBLISHED: Record<number, string> = {
  1960: '28/1', 1961: '15/2', 1962: '5/2', 1963: '25/1', 1964: '13/2', 1965: '2/2', 1966: '21/1', 1967: '9/2', 1968: '29/1', 1969: '16/2',
  1970: '6/2', 1971: '27/1', 1972: '15/2', 1973: '3/2', 1974: '23/1', 1975: '11/2', 1976: '31/1', 1977: '18/2', 1978: '7/2', 1979: '28/1',
  1980: '16/2', 1981: '5/2', 1982: '25/1', 1983: '13/2', 1984: '2/2', 1985: '21/1', 1986: '9/2', 1987: '29/1', 1988: '17/2', 1989: '6/2',
  1990: '27/1', 1991: '15/2', 1992: '4/2', 1993: '23/1', 1994: '10/2', 1995: '31/1', 1996: '19/2', 1997: '7/2', 1998: '28/1', 1999: '16/2',
  2000: '5/2', 2001: '24/1', 2002: '12/2', 2003: '1/2', 2004: '22/1', 2005: '9/2', 2006: '29/1', 2007: '17/2', 2008: '7/2', 2009: '26/1',
  2010: '14/2', 2011: '3/2', 2012: '23/1', 2013: '10/2', 2014: '31/1', 2015: '19/2', 2016: '8/2', 2017: '28/1', 2018: '16/2', 2019: '5/2',
  2020: '25/1', 2021: '12/2', 2022: '1/2', 2023: '22/1', 2024: '10/2', 2025: '29/1', 2026: '17/2', 2027: '6/2', 2028: '26/1', 2029: '13/2',
  2030: '2/2', 2031: '23/1', 2032: '11/2', 2033: '31/1', 2034: '19/2', 2035: '8/2',
}

describe('Tết', () => {
  test.each(Object.entries(PUBLISHED))('%s fell on %s', (year, published) => {
    const [day, month] = published.split('/')
    expect(newYearOf(Number(year))).toBe(`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`)
  })
})

describe('Giỗ Tổ, mùng 10 tháng Ba', () => {
  test.each([[2023, '2023-04-29'], [2024, '2024-04-18'], [2025, '2025-04-07'], [2026, '2026-04-26'], [2027, '2027-04-16'], [2028, '2028-04-04'], [2029, '2029-04-23'], [2030, '2030-04-12']])(
    '%i falls on %s', (year, day) => expect(hungKingsDayOf(year)).toBe(day))
})

describe('the lunar date of a day', () => {
  test.each([
    ['2026-11-26', { day: 18, month: 10, leap: false, year: 2026 }],
    ['2026-02-16', { day: 29, month: 12, leap: false, year: 2025 }],
    ['2026-02-17', { day: 1, month: 1, leap: false, year: 2026 }],
    ['2025-07-25', { day: 1, month: 6, leap: true, year: 2025 }],
    ['2023-04-19', { day: 29, month: 2, leap: true, year: 2023 }],
    ['2023-04-20', { day: 1, month: 3, leap: false, year: 2023 }],
    ['1960-01-01', { day: 3, month: 12, leap: false, year: 1959 }],
  ])('%s', (day, lunar) => {
    expect(lunarDateOf(localDate(day))).toEqual(lunar)
  })

  test('moves on by one day or begins a month, from 1960 to 2050', () => {
    let before = lunarDateOf(localDate('1960-01-01'))
    for (let day = localDate('1960-01-02'); day <= '2050-12-31'; day = addDays(day, 1)) {
      const now = lunarDateOf(day)
      const follows = now.day === before.day + 1 ? now.month === before.month && now.leap === before.leap : now.day === 1 && before.day >= 29
      if (!follows) expect.fail(`${day}: ${JSON.stringify(before)} then ${JSON.stringify(now)}`)
      before = now
    }
  })

  test('goes back to the same day', () => {
    for (let day = localDate('2026-01-01'); day <= '2026-12-31'; day = addDays(day, 1)) {
      const lunar = lunarDateOf(day)
      if (!lunar.leap) expect(solarDateOf(lunar)).toBe(day)
    }
  })

  test('is not guessed outside the table', () => {
    expect(() => lunarDateOf(localDate('1959-12-31'))).toThrow(RangeError)
    expect(() => lunarDateOf(localDate('2051-01-01'))).toThrow(RangeError)
  })

  test('years have their names', () => {
    expect([2024, 2025, 2026, 2027].map(lunarYearName)).toEqual(['Giáp Thìn', 'Ất Tỵ', 'Bính Ngọ', 'Đinh Mùi'])
  })
})

test('the table is what the generator writes', () => {
  const file = join(import.meta.dirname, '../../../../lib/calendar/domain/lunar-table.ts')
  expect(readFileSync(file, 'utf8')).toBe(lunarTableSource(FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR))
})
