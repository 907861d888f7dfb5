import { describe, expect, test } from 'vitest'
import { daysOfYear } from '@/lib/calendar/domain/calendar-days'
import { communeCalendar, computedHolidays, isComputedYear, withComputedYears } from '@/lib/calendar/domain/national-holidays'
import { localDate, weekdayOf } from '@/lib/kernel/local-date'
import { nationalSchedule } from '@/prisma/seed/calendar/national-schedule'
import { calendarWith, entry, SESSIONS_730, weekly } from '../calendars'

const using = calendarWith()
const weekdaysOff = (year: number): string[] => daysOfYear(using, year).filter((day) => !day.isWorkingDay && weekdayOf(day.on) <= 5).map((day) => day.on.slice(5))
const weekendsWorked = (year: number): string[] => daysOfYear(using, year).filter((day) => day.isWorkingDay && weekdayOf(day.on) > 5).map((day) => day.on.slice(5))

describe('the schedules of civil servants: weekdays off, and Saturdays worked', () => {
  test.each([
    [2023, ['01-02', '01-20', '01-23', '01-24', '01-25', '01-26', '05-01', '05-02', '05-03', '09-01', '09-04'], []],
    [2024, ['01-01', '02-08', '02-09', '02-12', '02-13', '02-14', '04-18', '04-29', '04-30', '05-01', '09-02', '09-03'], ['05-04']],
    [2025, ['01-01', '01-27', '01-28', '01-29', '01-30', '01-31', '04-07', '04-30', '05-01', '05-02', '09-01', '09-02'], ['04-26']],
    [2026, ['01-01', '01-02', '02-16', '02-17', '02-18', '02-19', '02-20', '04-27', '04-30', '05-01', '08-31', '09-01', '09-02', '11-24'], ['01-10', '08-22']],
  ])('%i', (year, off, worked) => {
    expect(weekdaysOff(year)).toEqual(off)
    expect(weekendsWorked(year)).toEqual(worked)
  })

  test('every entry names its source; what is not verified is provisional', () => {
    expect(nationalSchedule.every((each) => each.source.length > 0 && each.author.length > 0)).toBe(true)
    const provisional = nationalSchedule.filter((each) => each.provisional).map((each) => each.on)
    expect(provisional.filter((on) => !on.startsWith('2023'))).toEqual(['2026-01-02', '2026-01-10'])
    expect(provisional.filter((on) => on.startsWith('2023'))).toHaveLength(nationalSchedule.filter((each) => each.on.startsWith('2023')).length)
  })

  test('each swap has its make-up day, and each make-up day its swap', () => {
    const swaps = nationalSchedule.flatMap((each) => (each.kind === 'swap-off' ? [`${each.on} ${each.madeUpOn}`] : []))
    expect(nationalSchedule.flatMap((each) => (each.kind === 'make-up' ? [`${each.replaces} ${each.on}`] : []))).toEqual(swaps)
  })
})

describe('a year without a published schedule is computed, and provisional', () => {
  const computed = (year: number) => computedHolidays(year).map((each) => `${each.on.slice(5)} ${each.kind}`)

  test('2027: the Saturday 1/5 is compensated on Monday, 2/9 takes the Friday beside it', () => {
    expect(computed(2027)).toEqual([
      '01-01 holiday', '02-04 holiday', '02-05 holiday', '02-06 holiday', '02-07 holiday', '02-08 holiday', '04-16 holiday', '04-30 holiday', '05-01 holiday',
      '09-02 holiday', '09-03 holiday', '11-24 holiday', '02-09 substitute', '02-10 substitute', '05-03 substitute',
    ])
    expect(computedHolidays(2027).every((each) => each.provisional && each.scheduleYear === 2027)).toBe(true)
  })

  test.each([2023, 2024, 2025, 2026])('the rules give the published days off of %i, but for what a notice swaps', (year) => {
    const rules = communeCalendar([], [weekly(SESSIONS_730)], { from: localDate(`${year}-01-01`), to: localDate(`${year}-12-31`) })
    const swapped = nationalSchedule.filter((each) => each.kind === 'swap-off' && each.scheduleYear === year).map((each) => each.on.slice(5))
    const off = daysOfYear(rules, year).filter((day) => !day.isWorkingDay && weekdayOf(day.on) <= 5).map((day) => day.on.slice(5))
    expect(off).toEqual(weekdaysOff(year).filter((on) => !swapped.includes(on)))
  })

  test('24/11 is a holiday from 2026, not before', () => {
    expect([2025, 2026, 2027].map((year) => computed(year).includes('11-24 holiday'))).toEqual([false, true, true])
  })

  test('2/9 has a second day since 2021', () => {
    expect([2018, 2021, 2022].map((year) => computed(year).filter((day) => day.startsWith('09-') && day.endsWith('holiday')))).toEqual([['09-02 holiday'], ['09-02 holiday', '09-03 holiday'], ['09-01 holiday', '09-02 holiday']])
  })

  test('every computed year has its substitutes on weekdays of their own', () => {
    for (let year = 2010; year <= 2050; year += 1) {
      const entries = computedHolidays(year)
      const weekendDays = entries.filter((each) => each.kind === 'holiday' && weekdayOf(each.on) > 5)
      const substitutes = entries.filter((each) => each.kind === 'substitute').map((each) => each.on)
      expect(substitutes).toHaveLength(weekendDays.length)
      expect(substitutes.every((on) => weekdayOf(on) <= 5)).toBe(true)
      expect(new Set(entries.map((each) => each.on)).size).toBe(entries.length)
    }
  })

  test('a published schedule replaces the computed one; a single day of mourning does not', () => {
    const span = { from: localDate('2027-01-01'), to: localDate('2027-12-31') }
    const mourning = entry('2027-03-10', { kind: 'holiday', layer: 'nation', name: 'Quốc tang' })
    expect(withComputedYears([mourning], span).length).toBeGreaterThan(10)
    expect(withComputedYears([{ ...mourning, scheduleYear: 2027 }], span)).toHaveLength(1)
    expect([isComputedYear(nationalSchedule, 2026), isComputedYear(nationalSchedule, 2027)]).toEqual([false, true])
  })
})
