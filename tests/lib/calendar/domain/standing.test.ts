import { describe, expect, test } from 'vitest'
import { isPendingOverdue, standing, timeliness, workingDaysToSpare, type ClockState, type Due } from '@/lib/calendar/domain/standing'
import { dueInForce, mayStillMove } from '@/lib/calendar/domain/three-due-facts'
import { at, calendar } from '../calendars'

const byDay = (dueAt: string): Due => ({ dueAt: at(dueAt), unit: 'working-day' })
const byMinute = (dueAt: string): Due => ({ dueAt: at(dueAt), unit: 'working-hour' })
const running: ClockState = { state: 'running' }
const stand = (now: string, due: Due | null, clock: ClockState = running) => standing({ now: at(now), due, clock, calendar })

describe('early, on time, overdue: days are compared, except for hour and half-day limits', () => {
  test.each<[string, Due | null, string, string]>([
    ['2026-11-25 23:59', byDay('2026-11-26 17:30'), 'early', 'a result on an earlier day'],
    ['2026-11-26 00:00', byDay('2026-11-26 17:30'), 'on-time', 'from midnight of the due day'],
    ['2026-11-26 20:00', byDay('2026-11-26 17:30'), 'on-time', 'after the close, but still that day'],
    ['2026-11-27 00:00', byDay('2026-11-26 17:30'), 'overdue', 'from midnight after it'],
    ['2026-11-26 14:15', byMinute('2026-11-26 14:15'), 'on-time', 'in the due minute of an hour limit'],
    ['2026-11-26 14:16', byMinute('2026-11-26 14:15'), 'overdue', 'a minute after it'],
    ['2026-11-26 09:00', byMinute('2026-11-26 14:15'), 'on-time', 'hours before it, the same day'],
    ['2026-11-25 17:00', byMinute('2026-11-26 14:15'), 'early', 'the day before it'],
    ['2026-11-26 11:31', { dueAt: at('2026-11-26 11:30'), unit: 'half-day' }, 'overdue', 'half days are missed at their close'],
    ['2026-11-26 20:00', { dueAt: at('2026-11-26 17:30'), unit: 'same-day' }, 'on-time', 'a same-day limit is a limit in days'],
    ['2026-11-26 09:00', null, 'no-limit', 'không quy định is a column of its own'],
  ])('a result at %s for %o is %s: %s', (resolved, due, expected) => {
    expect(timeliness(at(resolved), due)).toBe(expected)
  })

  test('a result is so many working days early or late', () => {
    expect(workingDaysToSpare(at('2026-11-23 10:00'), at('2026-11-26 17:30'), calendar)).toBe(2)
    expect(workingDaysToSpare(at('2026-11-25 10:00'), at('2026-11-20 17:30'), calendar)).toBe(-2)
    expect(workingDaysToSpare(at('2026-11-26 19:00'), at('2026-11-26 17:30'), calendar)).toBe(0)
  })
})

describe('an open dossier with a limit in days', () => {
  test.each([
    ['2026-11-20 10:00', { state: 'within-limit', left: { workingDays: 3 } }],
    ['2026-11-25 23:00', { state: 'due-soon', when: 'tomorrow', left: { workingDays: 1 } }],
    ['2026-11-26 08:00', { state: 'due-soon', when: 'today', left: { workingDays: 0, sessionMinutes: null, dueOn: '2026-11-26' } }],
    ['2026-11-26 23:59', { state: 'due-soon', when: 'today' }],
    ['2026-11-27 00:00', { state: 'overdue', by: { workingDays: 1 } }],
    ['2026-11-28 10:00', { state: 'overdue', by: { workingDays: 1 } }],
    ['2026-12-01 10:00', { state: 'overdue', by: { workingDays: 3 } }],
  ])('due on Thursday 26/11, seen at %s: %o', (now, expected) => {
    expect(stand(now, byDay('2026-11-26 17:30'))).toMatchObject(expected)
  })

  test('the next working day may lie behind a weekend or a holiday', () => {
    expect(stand('2026-11-20 10:00', byDay('2026-11-23 17:30'))).toMatchObject({ state: 'due-soon', when: 'next-working-day' })
    expect(stand('2026-11-23 10:00', byDay('2026-11-25 17:30'))).toMatchObject({ state: 'due-soon', when: 'next-working-day' })
    expect(stand('2026-11-19 10:00', byDay('2026-11-23 17:30'))).toMatchObject({ state: 'within-limit' })
  })

  test('holidays do not make it later: due 19/11, seen on 25/11, it is three working days late', () => {
    expect(stand('2026-11-25 08:41', byDay('2026-11-19 17:30'))).toMatchObject({ state: 'overdue', by: { workingDays: 3 } })
  })

  test('on the weekend after a due Friday it is overdue by no working day yet', () => {
    expect(stand('2026-11-21 09:00', byDay('2026-11-20 17:30'))).toMatchObject({ state: 'overdue', by: { workingDays: 0 } })
  })
})

describe('an open dossier with a limit in hours or half days', () => {
  test.each([
    ['2026-11-25 14:00', { state: 'within-limit', left: { sessionMinutes: 345 } }],
    ['2026-11-25 15:44', { state: 'within-limit', left: { sessionMinutes: 241 } }],
    ['2026-11-25 15:45', { state: 'due-soon', when: 'last-hours', left: { sessionMinutes: 240 } }],
    ['2026-11-25 16:15', { state: 'due-soon', when: 'last-hours', left: { sessionMinutes: 210 } }],
    ['2026-11-26 08:00', { state: 'due-soon', when: 'last-hours', left: { sessionMinutes: 105 } }],
    ['2026-11-26 09:45', { state: 'due-soon', when: 'last-hours', left: { sessionMinutes: 0 } }],
    ['2026-11-26 09:46', { state: 'overdue', by: { workingDays: 0, sessionMinutes: 1 } }],
    ['2026-11-27 09:45', { state: 'overdue', by: { workingDays: 1, sessionMinutes: 480 } }],
  ])('due on 26/11 at 09:45, seen at %s: %o', (now, expected) => {
    expect(stand(now, byMinute('2026-11-26 09:45'))).toMatchObject(expected)
  })
})

describe('a dossier whose clock does not run', () => {
  const due = byDay('2026-11-20 17:30')
  const since = (text: string): ClockState => ({ state: 'paused', since: at(text) })

  test('paused before its due moment, it cannot become late', () => {
    expect(stand('2026-12-20 10:00', due, since('2026-11-20 17:29'))).toEqual({ state: 'paused', since: at('2026-11-20 17:29') })
    expect(isPendingOverdue(at('2026-12-20 10:00'), due, since('2026-11-20 17:29'))).toBe(false)
  })

  test('a pause that began at or after the due moment shelters nothing', () => {
    expect(stand('2026-11-25 10:00', due, since('2026-11-20 17:30'))).toMatchObject({ state: 'overdue', by: { workingDays: 2 } })
    expect(isPendingOverdue(at('2026-11-25 10:00'), due, since('2026-11-23 09:00'))).toBe(true)
  })

  test('stopped, it stands as it did then', () => {
    expect(stand('2026-12-20 10:00', due, { state: 'stopped', at: at('2026-11-20 16:00') })).toMatchObject({ state: 'due-soon', when: 'today' })
  })

  test('without a limit it has no standing', () => {
    expect(stand('2026-12-20 10:00', null)).toEqual({ state: 'no-limit' })
  })
})

describe('late stays late', () => {
  test('what figures use is never before the slip', () => {
    expect(dueInForce(at('2026-11-26 17:30'), at('2026-11-25 17:30'))).toEqual(at('2026-11-26 17:30'))
    expect(dueInForce(at('2026-11-26 17:30'), at('2026-11-30 17:30'))).toEqual(at('2026-11-30 17:30'))
  })

  test('nothing recorded at or after the due moment moves it', () => {
    expect(mayStillMove(at('2026-11-26 17:30'), at('2026-11-26 17:29:59'))).toBe(true)
    expect(mayStillMove(at('2026-11-26 17:30'), at('2026-11-26 17:30'))).toBe(false)
  })
})
