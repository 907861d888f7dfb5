import { describe, expect, test } from 'vitest'
import { dueMoment } from '@/lib/calendar/domain/due-moment'
import { must } from '@/lib/kernel/result'
import { at, calendar, calendarWith, due, entry, moment, pause, SESSIONS_730, weekly } from '../calendars'

/** What deadline calculators of one-stop systems are known to get wrong, each by name. */
describe('known failures of other systems', () => {
  test('a day is fixed at eight hours: on days with seven the eighth hour is stolen from the next', () => {
    const shortDays = calendarWith([], [weekly([
      { name: 'morning', opens: '08:00', closes: '11:30', countsForDeadlines: true },
      { name: 'afternoon', opens: '13:30', closes: '17:00', countsForDeadlines: true },
    ])])
    expect(due('2026-11-16 10:00', { unit: 'working-day', value: 2 }, [], shortDays)).toBe('2026-11-18 17:00')
    expect(due('2026-11-16 10:00', { unit: 'working-hour', value: 14 }, [], shortDays)).toBe('2026-11-18 10:00')
  })

  test('a filing on a holiday counts the holiday as if the desk had been open', () => {
    expect(due('2026-04-27 09:00', { unit: 'working-day', value: 1 })).toBe('2026-04-28 17:30')
    expect(due('2026-04-27 09:00', { unit: 'working-hour', value: 4 })).toBe('2026-04-28 11:30')
    expect(due('2026-04-27 09:00', { unit: 'same-day' })).toBe('2026-04-28 17:30')
  })

  test('a suspension that ends in the evening leaves the due moment in the night', () => {
    const evening = [pause('2026-11-16 10:00', '2026-11-18 21:15')]
    expect(due('2026-11-16 08:00', { unit: 'working-day', value: 1 }, evening)).toBe('2026-11-19 17:30')
    expect(due('2026-11-16 08:00', { unit: 'working-hour', value: 4 }, evening)).toBe('2026-11-19 09:30')
    expect(due('2026-11-16 08:00', { unit: 'half-day', value: 1 }, evening)).toBe('2026-11-19 11:30')
    expect(due('2026-11-16 08:00', { unit: 'calendar-day', value: 1 }, evening)).toBe('2026-11-19 17:30')
    expect(due('2026-11-16 08:00', { unit: 'clock-hour', value: 4 }, evening)).toBe('2026-11-19 07:30')
  })

  test('a Saturday morning that only receives is taken for a working day', () => {
    const saturday = [{ name: 'morning', opens: '07:30', closes: '11:30', countsForDeadlines: false }] as const
    const receives = calendarWith([], [weekly(saturday, [6])])
    expect(due('2026-11-20 16:30', { unit: 'working-hour', value: 2 }, [], receives)).toBe('2026-11-23 08:30')
    expect(due('2026-11-20 16:30', { unit: 'working-day', value: 1 }, [], receives)).toBe('2026-11-23 17:30')
    expect(due('2026-11-21 09:00', { unit: 'same-day' }, [], receives)).toBe('2026-11-23 17:30')
    expect(moment('2026-11-20 16:30', { unit: 'working-day', value: 1 }, [], receives).explanation[1]!.reason).toBe('Thứ Bảy chỉ tiếp nhận: không tính')
  })

  test('a Saturday morning that a commune counts is a working day of half the length', () => {
    const counts = calendarWith([], [weekly([SESSIONS_730[0]!], [6])])
    expect(due('2026-11-20 16:30', { unit: 'working-hour', value: 2 }, [], counts)).toBe('2026-11-21 08:30')
    expect(due('2026-11-20 16:30', { unit: 'working-day', value: 1 }, [], counts)).toBe('2026-11-21 11:30')
    expect(due('2026-11-21 12:00', { unit: 'same-day' }, [], counts)).toBe('2026-11-23 17:30')
  })

  test('a span of a year, or of ten, is answered and explained at once', () => {
    const started = performance.now()
    const year = moment('2026-01-05 09:00', { unit: 'working-day', value: 250 })
    const decade = moment('2026-01-05 09:00', { unit: 'calendar-day', value: 3_650 })
    const [yearLines, decadeLines] = [year.explanation, decade.explanation]
    expect(performance.now() - started).toBeLessThan(1000)
    expect(yearLines.filter((line) => line.counted)).toHaveLength(250)
    expect(decadeLines.filter((line) => line.counted)).toHaveLength(3_650)
  })

  test('a list of a thousand open dossiers pays for no explanation', () => {
    const questions = Array.from({ length: 1000 }, (_unused, position) => ({
      receivedAt: new Date(at('2026-10-01 08:00').getTime() + position * 3_600_000), limit: { unit: 'working-day', value: 3 + (position % 40) } as const, calendar,
      pauses: position % 4 === 0 ? [pause('2026-11-12 09:00', '2026-11-16 09:00')] : [],
    }))
    const times = Array.from({ length: 7 }, () => {
      const started = performance.now()
      for (const question of questions) must(dueMoment(question))
      return performance.now() - started
    })
    expect(Math.min(...times)).toBeLessThan(20)
  })

  test('a desk that a storm closes for an afternoon still has that working day', () => {
    const storm = calendarWith([entry('2026-11-17', { kind: 'closure', closed: ['afternoon'], name: 'bão' })])
    expect(due('2026-11-16 09:00', { unit: 'working-day', value: 1 }, [], storm)).toBe('2026-11-17 11:30')
    expect(due('2026-11-17 14:00', { unit: 'same-day' }, [], storm)).toBe('2026-11-18 17:30')
  })
})
