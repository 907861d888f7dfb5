import { describe, expect, test } from 'vitest'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import { calendar, due, earlyAfternoons, huongHoa } from '../calendars'

const workingDays = (value: number, cutOff?: string): TimeLimit => ({ unit: 'working-day', value, cutOff })
const calendarDays = (value: number): TimeLimit => ({ unit: 'calendar-day', value })
const sameDay: TimeLimit = { unit: 'same-day' }
const workingHours = (value: number): TimeLimit => ({ unit: 'working-hour', value })
const halfDays = (value: number): TimeLimit => ({ unit: 'half-day', value })
const clockHours = (value: number): TimeLimit => ({ unit: 'clock-hour', value })

describe('working days: the day of receipt is day zero, due at the close of the n-th working day after', () => {
  test.each([
    ['2026-04-29 09:00', 3, '2026-05-06 17:30', '30/4, 1/5 and the weekend do not count'],
    ['2026-02-13 10:00', 5, '2026-02-27 17:30', 'Tết takes 16 to 20 February'],
    ['2026-08-21 08:30', 1, '2026-08-22 17:30', 'a make-up Saturday counts'],
    ['2026-08-28 14:00', 2, '2026-09-04 17:30', '31/8 was swapped away, 1 and 2/9 are National Day'],
    ['2026-04-24 15:30', 3, '2026-05-04 17:30', '27/4 is off for Giỗ Tổ, then 30/4 and 1/5'],
    ['2025-04-25 09:00', 3, '2025-04-29 17:30', 'Saturday 26/4/2025 was worked'],
    ['2026-11-20 09:12', 20, '2026-12-21 17:30', '24/11 is skipped'],
    ['2026-11-20 09:12', 3, '2026-11-26 17:30', '24/11 is skipped'],
    ['2026-11-20 23:59', 1, '2026-11-23 17:30', 'the hour of receipt changes nothing'],
    ['2026-11-20 00:00', 1, '2026-11-23 17:30', 'midnight belongs to the day that it begins'],
    ['2026-11-24 10:00', 1, '2026-11-25 17:30', 'received on a holiday, that day is day zero'],
    ['2026-01-01 10:00', 2, '2026-01-06 17:30', '2/1 was swapped away'],
    ['2026-01-08 10:00', 2, '2026-01-10 17:30', 'Saturday 10/1 was worked for it'],
  ])('received %s, %i working days, due %s: %s', (received, days, expected) => {
    expect(due(received, workingDays(days))).toBe(expected)
  })
})

describe('working days with a cut-off: what comes later, or on a day off, comes on the next working day', () => {
  test.each([
    ['2026-11-23 15:00', '2026-11-25 17:30', 'at the cut-off it is still in time'],
    ['2026-11-23 15:00:59', '2026-11-25 17:30', 'instants are truncated to the minute'],
    ['2026-11-23 15:01', '2026-11-26 17:30', 'after it Wednesday is day zero: Tuesday is a holiday'],
    ['2026-11-22 08:00', '2026-11-25 17:30', 'a Sunday filing has Monday as day zero'],
    ['2026-11-24 08:00', '2026-11-26 17:30', 'so has a filing on the holiday, with Wednesday'],
  ])('received %s, 1 working day after the cut-off of 15:00, due %s: %s', (received, expected) => {
    expect(due(received, workingDays(1, '15:00'))).toBe(expected)
  })
})

describe('calendar days: every day counts, and a last day off moves to the next working day', () => {
  test.each([
    ['2026-04-17 10:00', 15, '2026-05-04 17:30', 'Saturday 2/5 rolls to Monday'],
    ['2026-11-20 10:00', 4, '2026-11-25 17:30', 'the holiday rolls to Wednesday'],
    ['2026-11-20 10:00', 5, '2026-11-25 17:30', 'the holiday itself counted'],
    ['2026-08-20 10:00', 2, '2026-08-22 17:30', 'a make-up Saturday is a working day to end on'],
    ['2026-02-11 10:00', 5, '2026-02-23 17:30', 'the end falls on the first day of Tết'],
  ])('received %s, %i days, due %s: %s', (received, days, expected) => {
    expect(due(received, calendarDays(days))).toBe(expected)
  })
})

describe('same day: in time until 15:00 of a working day, else the next working day', () => {
  test.each([
    ['2026-11-23 16:10', '2026-11-25 17:30', 'too late, and 24/11 is a holiday'],
    ['2026-11-23 15:00', '2026-11-23 17:30', 'at 15:00 it is not yet "sau 15 giờ"'],
    ['2026-11-23 15:00:59', '2026-11-23 17:30', 'nor in the minute of 15:00'],
    ['2026-11-23 15:01', '2026-11-25 17:30', 'a minute later it is'],
    ['2026-11-23 00:00', '2026-11-23 17:30', 'filed online at midnight, still that day'],
    ['2026-11-21 09:00', '2026-11-23 17:30', 'a Saturday filing is due on Monday'],
    ['2026-11-24 09:00', '2026-11-25 17:30', 'a filing on a holiday is due on the next working day'],
  ])('received %s, due %s: %s', (received, expected) => {
    expect(due(received, sameDay)).toBe(expected)
  })

  test('the procedure may set another cut-off', () => {
    expect(due('2026-11-20 10:31', { unit: 'same-day', cutOff: '10:30' })).toBe('2026-11-23 17:30')
  })
})

describe('working hours: minutes inside sessions', () => {
  test.each([
    ['2026-11-20 16:00', 8, '2026-11-23 16:00', 'one hour on Friday, seven on Monday'],
    ['2026-11-21 20:00', 8, '2026-11-23 17:00', 'filed online on Saturday evening, the count begins on Monday'],
    ['2026-11-20 07:30', 4, '2026-11-20 11:30', 'ending at a close, due at that close'],
    ['2026-11-20 11:30', 4, '2026-11-20 17:00', 'at the close the session is over'],
    ['2026-11-20 11:29', 4, '2026-11-20 16:59', 'a minute before it still counts'],
    ['2026-11-23 14:20', 8, '2026-11-25 14:20', 'the holiday has no hours'],
  ])('received %s, %i hours with afternoons from 13:00, due %s: %s', (received, hours, expected) => {
    expect(due(received, workingHours(hours), [], earlyAfternoons)).toBe(expected)
  })

  test('with afternoons from 13:30 the same eight hours end half an hour later in the day', () => {
    expect(due('2026-11-20 16:00', workingHours(8), [], calendar)).toBe('2026-11-23 16:00')
    expect(due('2026-11-21 20:00', workingHours(8), [], calendar)).toBe('2026-11-23 17:30')
  })
})

describe('half days: the session in which the count begins is session zero', () => {
  test.each([
    ['2026-11-20 08:00', 1, '2026-11-20 17:30', 'morning, one half day: the afternoon'],
    ['2026-11-20 14:00', 1, '2026-11-23 11:30', 'afternoon, one half day: Monday morning'],
    ['2026-11-20 12:00', 1, '2026-11-23 11:30', 'at noon the count begins with the afternoon'],
    ['2026-11-20 11:30', 1, '2026-11-23 11:30', 'at the close the morning is over'],
    ['2026-11-20 13:30', 1, '2026-11-23 11:30', 'at the opening the afternoon has begun'],
    ['2026-11-21 09:00', 2, '2026-11-25 11:30', 'on a Saturday it begins with Monday morning, and 24/11 has no sessions'],
  ])('received %s, %i half days, due %s: %s', (received, value, expected) => {
    expect(due(received, halfDays(value))).toBe(expected)
  })
})

describe('clock hours: day and night, and an end outside sessions waits for the next opening', () => {
  test.each([
    ['2026-11-19 09:00', 24, '2026-11-20 09:00', 'the end lies inside a session'],
    ['2026-11-19 12:00', 24, '2026-11-20 13:30', 'the end lies at noon'],
    ['2026-11-20 18:00', 24, '2026-11-23 07:30', 'the end lies on a Saturday'],
    ['2026-11-19 17:30', 24, '2026-11-23 07:30', 'the close itself is no longer inside'],
    ['2026-11-19 07:30', 24, '2026-11-20 07:30', 'the opening is'],
    ['2026-11-23 10:00', 24, '2026-11-25 07:30', 'the end lies on the holiday'],
  ])('received %s, %i clock hours, due %s: %s', (received, hours, expected) => {
    expect(due(received, clockHours(hours))).toBe(expected)
  })
})

describe('Hướng Hóa keeps summer and winter hours since 9 April 2018', () => {
  test.each([
    ['2018-09-27 09:00', workingDays(1), '2018-09-28 17:30', 'summer afternoons end at 17:30'],
    ['2018-09-28 09:00', workingDays(1), '2018-10-01 17:00', 'from 1 October they end at 17:00'],
    ['2019-03-28 09:00', workingDays(1), '2019-03-29 17:00', 'winter lasts until 31 March'],
    ['2019-03-29 09:00', workingDays(1), '2019-04-01 17:30', 'and summer begins on 1 April'],
    ['2018-09-28 16:30', workingHours(2), '2018-10-01 08:30', 'an hour in summer, an hour in winter'],
    ['2018-10-01 12:00', halfDays(1), '2018-10-02 11:30', 'at noon the winter afternoon has not begun'],
    ['2018-10-01 13:00', workingHours(4), '2018-10-01 17:00', 'winter afternoons begin at 13:00'],
    ['2018-03-30 09:00', workingDays(1), '2018-04-02 17:30', 'before 9 April 2018 the former hours hold'],
  ])('received %s, %o, due %s: %s', (received, limit, expected) => {
    expect(due(received, limit, [], huongHoa)).toBe(expected)
  })
})
