import { describe, expect, test } from 'vitest'
import { dueMoment } from '@/lib/calendar/domain/due-moment'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import { must } from '@/lib/kernel/result'
import { at, calendar, due, moment, pause, wall } from '../calendars'

const workingDays = (value: number): TimeLimit => ({ unit: 'working-day', value })
const calendarDays = (value: number): TimeLimit => ({ unit: 'calendar-day', value })

describe('limits in working days move by the closings inside a pause', () => {
  test.each([
    ['2026-06-01 09:00', 2, [pause('2026-06-01 10:00', '2026-06-02 08:00')], '2026-06-03 17:30', 'only the closing of day zero lies inside'],
    ['2026-11-02 09:00', 5, [pause('2026-11-04 16:00', '2026-11-09 08:00')], '2026-11-12 17:30', 'paused before Wednesday closed: three closings'],
    ['2026-11-02 09:00', 5, [pause('2026-11-04 17:30', '2026-11-09 08:00')], '2026-11-11 17:30', 'paused at the close, Wednesday had counted'],
    ['2026-11-09 14:22', 7, [pause('2026-11-13 07:50', '2026-11-16 08:05')], '2026-11-19 17:30', 'Friday waited, the weekend was off anyway'],
    ['2026-11-02 09:00', 5, [pause('2026-11-03 17:30', '2026-11-04 17:30')], '2026-11-10 17:30', 'a pause holds its end, not its start'],
    ['2026-11-02 09:00', 5, [pause('2026-11-03 08:00', '2026-11-03 17:29')], '2026-11-09 17:30', 'inside one day no closing passes'],
    ['2026-11-02 09:00', 5, [pause('2026-10-30 08:00', '2026-11-04 08:00')], '2026-11-10 17:30', 'what lies before receipt is cut off: only Tuesday waited'],
    ['2026-11-02 09:00', 5, [pause('2026-10-20 08:00', '2026-10-30 08:00')], '2026-11-09 17:30', 'a pause before receipt changes nothing'],
    ['2026-11-02 09:00', 5, [pause('2026-11-05 08:00', '2026-11-06 08:00'), pause('2026-11-03 08:00', '2026-11-05 12:00')], '2026-11-12 17:30', 'overlapping pauses count once, in any order'],
    ['2026-11-02 09:00', 5, [pause('2026-11-09 17:30', '2026-11-20 08:00')], '2026-11-09 17:30', 'a pause that starts at the due moment changes nothing'],
    ['2026-11-02 09:00', 5, [pause('2026-11-09 17:29', '2026-11-10 08:00')], '2026-11-10 17:30', 'a minute before it still counts'],
    ['2026-11-02 09:00', 1, [pause('2026-11-03 16:00', '2026-11-05 08:00'), pause('2026-11-05 09:00', '2026-11-06 08:00')], '2026-11-06 17:30', 'the second is measured against the moved due moment'],
  ])('received %s, %i working days, %o, due %s: %s', (received, days, pauses, expected) => {
    expect(due(received, workingDays(days), pauses)).toBe(expected)
  })
})

describe('limits in calendar days move by midnights, then roll', () => {
  test.each([
    ['2026-05-28 09:00', 9, [pause('2026-06-07 10:00', '2026-06-09 09:00')], '2026-06-09 17:30', 'the Saturday had rolled to Monday; a pause over Sunday and Monday rolls it on'],
    ['2026-11-02 09:00', 4, [pause('2026-11-03 10:00', '2026-11-04 10:00')], '2026-11-09 17:30', 'one midnight: Saturday 7/11 rolls to Monday'],
    ['2026-11-02 09:00', 4, [pause('2026-11-03 00:00', '2026-11-04 00:00')], '2026-11-09 17:30', 'the midnight at the end belongs to the pause, the one at its start does not'],
    ['2026-11-02 09:00', 4, [pause('2026-11-02 10:00', '2026-11-03 00:00')], '2026-11-06 17:30', 'the midnight that ends the day of receipt counts nothing'],
    ['2026-11-02 09:00', 4, [pause('2026-11-06 16:00', '2026-11-06 20:00')], '2026-11-09 17:30', 'no midnight inside, but the due moment may not lie in a pause'],
    ['2026-11-02 09:00', 4, [pause('2026-11-06 18:00', '2026-11-08 20:00')], '2026-11-06 17:30', 'after the close of the last day it is too late to pause'],
  ])('received %s, %i days, %o, due %s: %s', (received, days, pauses, expected) => {
    expect(due(received, calendarDays(days), pauses)).toBe(expected)
  })
})

describe('the other limits', () => {
  test('a same-day limit in time waits with its own day', () => {
    expect(due('2026-11-25 09:00', { unit: 'same-day' }, [pause('2026-11-25 10:00', '2026-11-26 08:00')])).toBe('2026-11-26 17:30')
  })

  test('a same-day limit received too late does not: its day was day zero', () => {
    expect(due('2026-11-25 15:30', { unit: 'same-day' }, [pause('2026-11-25 16:00', '2026-11-26 08:00')])).toBe('2026-11-26 17:30')
  })

  test('half days move by closes of sessions after session zero', () => {
    const halfDays: TimeLimit = { unit: 'half-day', value: 2 }
    expect(due('2026-11-25 08:00', halfDays, [pause('2026-11-25 09:00', '2026-11-25 14:00')])).toBe('2026-11-26 11:30')
    expect(due('2026-11-25 08:00', halfDays, [pause('2026-11-25 14:00', '2026-11-25 18:00')])).toBe('2026-11-26 17:30')
  })

  test('working hours move by the session minutes inside', () => {
    const eight: TimeLimit = { unit: 'working-hour', value: 8 }
    expect(due('2026-11-25 09:00', eight, [pause('2026-11-25 11:00', '2026-11-25 14:00')])).toBe('2026-11-26 10:00')
    expect(due('2026-11-25 09:00', eight, [pause('2026-11-25 11:30', '2026-11-25 13:30')])).toBe('2026-11-26 09:00')
  })

  test('clock hours move by all time inside, and a due moment inside a pause waits until the desk is open after it', () => {
    const day: TimeLimit = { unit: 'clock-hour', value: 24 }
    expect(due('2026-11-25 09:00', day, [pause('2026-11-25 20:00', '2026-11-26 06:00')])).toBe('2026-11-27 07:30')
    expect(due('2026-11-20 18:00', day, [pause('2026-11-22 10:00', '2026-11-23 06:00')])).toBe('2026-11-23 07:30')
    expect(due('2026-11-20 18:00', day, [pause('2026-11-22 10:00', '2026-11-23 11:30')])).toBe('2026-11-23 13:30')
  })
})

test('a clock-hour limit used up before a pause is due as soon as the desk is open after it, so that nobody who filed later is served sooner', () => {
  const threeHours: TimeLimit = { unit: 'clock-hour', value: 3 }
  const weekLong = [pause('2026-11-07 00:00', '2026-11-16 07:30')]
  expect(due('2026-11-06 14:30', threeHours, weekLong)).toBe('2026-11-16 07:31')
  expect(due('2026-11-07 00:00', threeHours, weekLong)).toBe('2026-11-16 10:30')
})

describe('a pause that is still open', () => {
  const waiting = moment('2026-11-02 09:00', workingDays(5), [pause('2026-11-04 16:00', null)])

  test('has no due moment to miss; lists sort by the one in force when it began', () => {
    expect(waiting.pausedSince).toEqual(at('2026-11-04 16:00'))
    expect(wall(waiting.dueAt)).toBe('2026-11-09 17:30')
  })

  test('tells what was counted until it began, and has the last word', () => {
    expect(waiting.explanation.filter((line) => line.counted)).toHaveLength(1)
    expect(waiting.explanation.at(-1)).toMatchObject({ on: '2026-11-04', kind: 'paused', counted: false, reason: 'Tạm dừng từ 16:00: tính tiếp khi hết tạm dừng' })
  })

  test('changes nothing when it began at or after the due moment', () => {
    const late = moment('2026-11-02 09:00', workingDays(5), [pause('2026-11-09 17:30', null)])
    expect(late.pausedSince).toBeNull()
    expect(late.explanation.at(-1)!.kind).toBe('due')
  })

  test('is one with a closed pause that it touches, since that one began', () => {
    const touching = moment('2026-11-02 09:00', workingDays(5), [pause('2026-11-04 16:00', '2026-11-06 08:00'), pause('2026-11-06 08:00', null)])
    expect([wall(touching.pausedSince!), wall(touching.dueAt)]).toEqual(['2026-11-04 16:00', '2026-11-09 17:30'])
  })

  test('swallows a pause that it overlaps', () => {
    expect(moment('2026-11-02 09:00', workingDays(5), [pause('2026-11-04 16:00', null), pause('2026-11-05 08:00', '2026-11-06 08:00')]).pausedSince).toEqual(at('2026-11-04 16:00'))
  })
})

describe('a restart counts anew from the arrival of the supplement', () => {
  test('pauses before it no longer matter', () => {
    const answer = must(dueMoment({
      receivedAt: at('2026-11-02 09:00'), countFrom: at('2026-11-09 10:00'), limit: workingDays(3), calendar, pauses: [pause('2026-11-03 08:00', '2026-11-09 10:00')],
    }))
    expect(wall(answer.dueAt)).toBe('2026-11-12 17:30')
    expect(answer.explanation[0]).toMatchObject({ on: '2026-11-09', kind: 'received', reason: 'Nhận bổ sung, tính lại từ đầu lúc 10:00: không tính ngày nhận' })
  })
})
