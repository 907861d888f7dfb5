import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysInMonth, datePartsOf, earliestDay, latestDay, parsePartialDate, readTypedDate, showPartialDate, wholeDay, yearOf } from '@/lib/identity/domain/partial-date'
import { fail, must, ok } from '@/lib/kernel/result'

const typed = (day: string, month: string, year: string) => readTypedDate({ day, month, year })
const date = (text: string) => parsePartialDate(text) ?? expect.unreachable(text)

describe('a date typed into three boxes', () => {
  test.each([
    ['5', '11', '2026', '2026-11-05'],
    ['05', '01', '1941', '1941-01-05'],
    ['', '3', '1941', '1941-03'],
    ['', '', '1941', '1941'],
    ['29', '2', '2024', '2024-02-29'],
    ['29', '2', '2000', '2000-02-29'],
  ])('%s %s %s is %s', (day, month, year, expected) => {
    expect(typed(day, month, year)).toEqual(ok(expected))
  })
  test.each([
    ['31', '11', '2026', { code: 'day-range', day: 31, month: 11, year: 2026, days: 30 }],
    ['29', '2', '2025', { code: 'day-range', day: 29, month: 2, year: 2025, days: 28 }],
    ['29', '2', '1900', { code: 'day-range', day: 29, month: 2, year: 1900, days: 28 }],
    ['0', '2', '2025', { code: 'day-range', day: 0, month: 2, year: 2025, days: 28 }],
    ['5', '13', '2026', { code: 'month-range', month: 13 }],
    ['5', '0', '2026', { code: 'month-range', month: 0 }],
    ['5', '', '2026', { code: 'date-incomplete', missing: 'month' }],
    ['5', '11', '', { code: 'date-incomplete', missing: 'year' }],
    ['', '', '', { code: 'date-incomplete', missing: 'year' }],
    ['5', '11', '26', { code: 'year-form' }],
    ['mùng 5', '11', '2026', { code: 'date-digits', part: 'day' }],
    ['5', 'giêng', '2026', { code: 'date-digits', part: 'month' }],
  ])('%s %s %s is refused with what is amiss', (day, month, year, problem) => {
    expect(typed(day, month, year)).toEqual(fail(problem))
  })
})

test('a year, a month or a day can be kept and shown', () => {
  expect([date('1941'), date('1941-03'), date('1941-03-09')].map(showPartialDate)).toEqual(['năm 1941', 'tháng 03/1941', '09/03/1941'])
})
test('it knows the first and the last day it can have been', () => {
  expect([earliestDay(date('1941')), latestDay(date('1941'))]).toEqual(['1941-01-01', '1941-12-31'])
  expect([earliestDay(date('2024-02')), latestDay(date('2024-02'))]).toEqual(['2024-02-01', '2024-02-29'])
  expect([wholeDay(date('1941')), wholeDay(date('1941-03-09'))]).toEqual([null, '1941-03-09'])
})
test.each(['', '41', '1941-3', '1941-13', '1941-02-30', '1941-02-30T00:00', 'x'])('"%s" is not a date', (text) => {
  expect(parsePartialDate(text)).toBeNull()
})
test('every real day survives being typed, kept and taken apart', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), (year, month, day) => {
      fc.pre(day <= daysInMonth(year, month))
      const read = must(typed(String(day), String(month), String(year)))
      expect(datePartsOf(read)).toEqual({ year, month, day })
      expect(yearOf(read)).toBe(year)
      expect(parsePartialDate(read)).toBe(read)
    }),
  )
})
