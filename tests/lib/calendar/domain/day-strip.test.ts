import { expect, test } from 'vitest'
import { dayStrip } from '@/lib/calendar/domain/day-strip'
import type { Pause } from '@/lib/calendar/domain/pauses'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import { localDate } from '@/lib/kernel/local-date'
import { calendar, moment, pause } from '../calendars'

const strip = (received: string, limit: TimeLimit, until: string, pauses: Pause[] = []): string =>
  dayStrip(moment(received, limit, pauses), localDate(until), calendar).map((day) => `${day.on.slice(8)} ${day.verdict}${day.index === undefined ? '' : ` ${day.index}`}`).join(', ')

test('one cell per day from receipt to the due day', () => {
  expect(strip('2026-11-20 09:12', { unit: 'working-day', value: 3 }, '2026-11-25')).toBe('20 received, 21 off, 22 off, 23 counted 1, 24 holiday, 25 counted 2, 26 due 3')
})

test('late days follow, holidays among them do not count', () => {
  expect(strip('2026-11-09 14:22', { unit: 'working-day', value: 7 }, '2026-11-25', [pause('2026-11-13 07:50', '2026-11-16 08:05')])).toBe(
    '09 received, 10 counted 1, 11 counted 2, 12 counted 3, 13 paused, 14 off, 15 off, 16 counted 4, 17 counted 5, 18 counted 6, 19 due 7, '
    + '20 overrun 1, 21 off, 22 off, 23 overrun 2, 24 holiday, 25 overrun 3')
})

test('a pause still open runs on to today', () => {
  expect(strip('2026-11-18 09:00', { unit: 'working-day', value: 5 }, '2026-11-25', [pause('2026-11-20 10:00', null)])).toBe(
    '18 received, 19 counted 1, 20 paused, 21 off, 22 off, 23 paused, 24 holiday, 25 paused')
})

test('a same-day limit in time is one cell', () => {
  expect(strip('2026-11-23 09:00', { unit: 'same-day' }, '2026-11-23')).toBe('23 due 1')
})

test('what was too late for its day is owed on the next working day', () => {
  expect(strip('2026-11-23 16:10', { unit: 'same-day' }, '2026-11-23')).toBe('23 received, 24 holiday, 25 due 1')
})

test('a limit in hours shows the minutes of each day, a half-day limit the last half day', () => {
  const hours = dayStrip(moment('2026-11-18 16:00', { unit: 'working-hour', value: 12 }), localDate('2026-11-18'), calendar)
  expect(hours.map(({ verdict, minutes }) => [verdict, minutes])).toEqual([['received', 90], ['counted', 480], ['due', 150]])
  expect(strip('2026-11-18 08:00', { unit: 'half-day', value: 4 }, '2026-11-18')).toBe('18 received 1, 19 counted 3, 20 due 4')
})

test('a calendar-day limit moved off a weekend ends on an uncounted due day', () => {
  expect(strip('2026-11-18 09:00', { unit: 'calendar-day', value: 3 }, '2026-11-18')).toBe('18 received, 19 counted 1, 20 counted 2, 21 counted 3, 22 off, 23 due')
})

test('the tail of a dossier forgotten for years stays drawable', () => {
  expect(dayStrip(moment('2026-11-18 09:00', { unit: 'working-day', value: 1 }), localDate('2036-11-18'), calendar)).toHaveLength(2 + 366)
})
