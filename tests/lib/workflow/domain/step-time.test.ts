import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isStepLate, lateOnlyIfBegunBy, minutesLeft, stepDue, stepStanding, stepTimeliness } from '@/lib/workflow/domain/step-time'
import { stepStandingWords } from '@/lib/workflow/wording'
import { at as instant, calendar } from '../../calendar/calendars'

/** 07:30–11:30, 13:30–17:30; 30/11/2026 is a Monday. */
const at = (day: string, time: string) => instant(`${day} ${time}`)
const monday = '2026-11-30'
const step = (since: Date, internalHours: number | null, pauses: { start: Date; end: Date | null }[] = []) => ({ since, internalHours, pauses })

describe('the time of a step', () => {
  test.each([
    [at(monday, '08:00'), 2, at(monday, '10:00'), 'inside a session'],
    [at(monday, '10:30'), 2, at(monday, '14:30'), 'over the noon break'],
    [at(monday, '16:30'), 2, at('2026-12-01', '08:30'), 'over the night'],
    [at('2026-12-04', '16:30'), 2, at('2026-12-07', '08:30'), 'over the weekend'],
  ])('begun %s, %i working hours, is due %s: %s', (since, hours, due) => expect(stepDue(step(since, hours), calendar)!.dueAt).toEqual(due))

  test('stands still in a pause of the dossier', () => {
    const paused = step(at(monday, '08:00'), 4, [{ start: at(monday, '09:00'), end: at(monday, '11:00') }])
    expect(stepDue(paused, calendar)!.dueAt).toEqual(at(monday, '16:00'))
  })

  test('is not touched by a pause that ended before it began', () => {
    const before = [{ start: at('2026-11-26', '08:00'), end: at('2026-11-27', '08:00') }]
    expect(stepDue(step(at(monday, '08:00'), 2, before), calendar)).toEqual(stepDue(step(at(monday, '08:00'), 2), calendar))
  })

  test('is nobody’s fault where the process gives it none', () => {
    expect(stepDue(step(at(monday, '08:00'), null), calendar)).toBeNull()
    expect(isStepLate(step(at(monday, '08:00'), null), at('2026-12-31', '08:00'), calendar)).toBe(false)
    expect(stepStanding(step(at(monday, '08:00'), null), at('2026-12-31', '08:00'), calendar)).toEqual({ state: 'no-limit' })
  })

  test('is late one minute after it, and not at it', () => {
    const two = step(at(monday, '08:00'), 2)
    expect([isStepLate(two, at(monday, '10:00'), calendar), isStepLate(two, at(monday, '10:01'), calendar)]).toEqual([false, true])
    expect(stepStandingWords(stepStanding(two, at(monday, '13:00'), calendar))?.replaceAll('\u00a0', ' ')).toBe('bước quá 1 giờ 30')
  })

  test('a step in an open pause is not late, however long it lasts; one that was late before it stays late', () => {
    const open = [{ start: at(monday, '09:00'), end: null }]
    expect(isStepLate(step(at(monday, '08:00'), 2, open), at('2026-12-31', '08:00'), calendar)).toBe(false)
    expect(isStepLate(step(at('2026-11-27', '08:00'), 2, open), at('2026-12-31', '08:00'), calendar)).toBe(true)
  })

  test('done early is an earlier day; the same day is on time; after the minute is late', () => {
    const eight = step(at(monday, '15:30'), 8)
    expect([at(monday, '17:00'), at('2026-12-01', '08:00'), at('2026-12-01', '16:00')].map((done) => stepTimeliness(eight, done, calendar))).toEqual(['early', 'on-time', 'overdue'])
  })
})

describe('what somebody has in hand', () => {
  test('is what the step may still take, and never nothing: a late step still waits to be done', () => {
    expect(minutesLeft(step(at(monday, '08:00'), 4), at(monday, '09:00'), calendar)).toBe(180)
    expect(minutesLeft(step(at(monday, '08:00'), 4), at('2026-12-31', '09:00'), calendar)).toBe(30)
    expect(minutesLeft(step(at(monday, '08:00'), null), at(monday, '09:00'), calendar)).toBe(240)
  })
  test('does not shrink while the dossier waits for its applicant', () => {
    const paused = step(at(monday, '08:00'), 4, [{ start: at(monday, '09:00'), end: null }])
    expect(minutesLeft(paused, at('2026-12-20', '09:00'), calendar)).toBe(180)
  })
})

test('a list that looks no further than the earliest beginning misses no late step', () => {
  const moment = fc.date({ min: at('2026-11-02', '00:00'), max: at('2026-12-31', '23:59'), noInvalidDate: true })
  fc.assert(fc.property(moment, moment, fc.integer({ min: 1, max: 80 }), fc.array(fc.tuple(moment, moment), { maxLength: 2 }), (a, b, hours, stops) => {
    const [since, now] = a < b ? [a, b] : [b, a]
    const pauses = stops.map(([x, y]) => (x < y ? { start: x, end: y } : { start: y, end: x }))
    if (!isStepLate(step(since, hours, pauses), now, calendar)) return
    expect(since.getTime()).toBeLessThanOrEqual(lateOnlyIfBegunBy(hours, now, calendar)!.getTime() + 59_999)
  }), { numRuns: 500 })
})
