import { describe, expect, test } from 'vitest'
import { compileCalendar } from '@/lib/calendar/domain/compile-calendar'
import { dueMoment, type DueProblem, type DueQuestion } from '@/lib/calendar/domain/due-moment'
import { extendedLimit, timeLimit, type TimeLimit } from '@/lib/calendar/domain/time-limit'
import { dueProblemSentence } from '@/lib/calendar/wording'
import { localDate } from '@/lib/kernel/local-date'
import { fail, ok } from '@/lib/kernel/result'
import { at, calendar, pause, SESSIONS_730, weekly } from '../calendars'

const span = { from: localDate('2026-01-01'), to: localDate('2026-12-31') }
const threeDays: TimeLimit = { unit: 'working-day', value: 3 }
const loose = (limit: object): TimeLimit => limit as TimeLimit

const ask = (changes: Partial<DueQuestion>) => dueMoment({ receivedAt: at('2026-11-20 09:12'), limit: threeDays, calendar, pauses: [], ...changes })
const closed = compileCalendar([], [], span)
const receptionOnly = compileCalendar([], [weekly(SESSIONS_730.map((session) => ({ ...session, countsForDeadlines: false })))], span)
const untilDecember = compileCalendar([], [weekly(SESSIONS_730)], span)

describe('what cannot be counted is a problem with a name, never an endless loop or a silent answer', () => {
  test.each<[string, Partial<DueQuestion>, DueProblem]>([
    ['no unit', { limit: loose({ value: 3 }) }, { code: 'limit-without-unit' }],
    ['no limit at all', { limit: null as unknown as TimeLimit }, { code: 'limit-without-unit' }],
    ['an unknown unit', { limit: loose({ unit: 'week', value: 3 }) }, { code: 'limit-without-unit' }],
    ['a negative limit', { limit: { unit: 'working-day', value: -1 } }, { code: 'limit-not-positive' }],
    ['a limit of nothing', { limit: { unit: 'working-hour', value: 0 } }, { code: 'limit-not-positive' }],
    ['half a day', { limit: { unit: 'calendar-day', value: 0.5 } }, { code: 'limit-not-whole' }],
    ['no number', { limit: loose({ unit: 'half-day' }) }, { code: 'limit-not-whole' }],
    ['infinity', { limit: { unit: 'clock-hour', value: Infinity } }, { code: 'limit-not-whole' }],
    ['10,000 days', { limit: { unit: 'working-day', value: 10_000 } }, { code: 'limit-too-long', unit: 'working-day', longest: 3_660 }],
    ['a cut-off at half past nowhere', { limit: { unit: 'working-day', value: 1, cutOff: '25:30' } }, { code: 'cut-off-unreadable' }],
    ['an unreadable receipt', { receivedAt: new Date(Number.NaN) }, { code: 'instant-unreadable', which: 'received-at' }],
    ['an unreadable restart', { countFrom: new Date(Number.NaN) }, { code: 'instant-unreadable', which: 'count-from' }],
    ['an unreadable pause', { pauses: [{ start: at('2026-11-20 10:00'), end: new Date(Number.NaN) }] }, { code: 'instant-unreadable', which: 'pause' }],
    ['a restart before receipt', { countFrom: at('2026-11-19 09:00') }, { code: 'count-from-before-receipt' }],
    ['a pause that ends before it begins', { pauses: [pause('2026-11-23 10:00', '2026-11-22 10:00')] },
      { code: 'pause-ends-before-it-begins', start: at('2026-11-23 10:00'), end: at('2026-11-22 10:00') }],
    ['a receipt before the calendar begins', { receivedAt: at('2025-12-31 23:59'), calendar: untilDecember }, { code: 'received-before-calendar', begins: span.from }],
    ['a receipt after the calendar ends', { receivedAt: at('2027-01-01 00:00'), calendar: untilDecember }, { code: 'calendar-too-short', ends: span.to }],
    ['a limit that runs out of the calendar', { receivedAt: at('2026-12-30 09:00'), calendar: untilDecember }, { code: 'calendar-too-short', ends: span.to }],
    ['a pause that runs out of the calendar', { calendar: untilDecember, pauses: [pause('2026-11-20 10:00', '2090-01-01 10:00')] }, { code: 'calendar-too-short', ends: span.to }],
    ['a calendar without sessions', { calendar: closed }, { code: 'no-working-time' }],
    ['a calendar that only receives', { calendar: receptionOnly }, { code: 'no-working-time' }],
  ])('%s', (_name, changes, problem) => {
    expect(ask(changes)).toEqual(fail(problem))
    expect(dueProblemSentence(problem)).toMatch(/^\p{Lu}.*\.$/su)
  })

  test.each<TimeLimit>([
    { unit: 'calendar-day', value: 40 }, { unit: 'same-day' }, { unit: 'half-day', value: 40 }, { unit: 'working-hour', value: 200 }, { unit: 'clock-hour', value: 900 },
    { unit: 'working-day', value: 1, cutOff: '15:00' },
  ])('every unit says when the calendar is too short for it: %o', (limit) => {
    expect(ask({ receivedAt: at('2026-12-31 17:00'), limit, calendar: untilDecember })).toEqual(fail({ code: 'calendar-too-short', ends: span.to }))
  })
})

describe('a time limit read from loose data', () => {
  test.each([
    [{ unit: 'working-day', value: 3 }, { unit: 'working-day', value: 3 }],
    [{ unit: 'working-day', value: 3, cutOff: '15:00' }, { unit: 'working-day', value: 3, cutOff: '15:00' }],
    [{ unit: 'same-day' }, { unit: 'same-day', cutOff: '15:00' }],
    [{ unit: 'same-day', value: null, cutOff: '10:30' }, { unit: 'same-day', cutOff: '10:30' }],
    [{ unit: 'half-day', value: 1, cutOff: '15:00' }, { unit: 'half-day', value: 1 }],
  ])('%o is %o', (raw, limit) => {
    expect(timeLimit(raw)).toEqual(ok(limit))
  })

  test.each([[{ value: 3 }, 'limit-without-unit'], [{ unit: 'working-day' }, 'limit-not-whole'], [{ unit: 'working-day', value: 2.5 }, 'limit-not-whole']])('%o is refused: %s', (raw, code) => {
    expect(timeLimit(raw)).toMatchObject(fail({ code }))
  })
})

describe('a verification extends a limit', () => {
  const five: TimeLimit = { unit: 'working-day', value: 5 }

  test('to another total', () => {
    expect(extendedLimit({ unit: 'same-day' }, { mode: 'total', limit: five })).toEqual(ok(five))
  })

  test('or by time on top, the cut-off kept', () => {
    expect(extendedLimit({ unit: 'working-day', value: 3, cutOff: '15:00' }, { mode: 'added', limit: five })).toEqual(ok({ unit: 'working-day', value: 8, cutOff: '15:00' }))
  })

  test('working days follow a same-day limit: received in time, that day is day zero', () => {
    expect(extendedLimit({ unit: 'same-day' }, { mode: 'added', limit: five })).toEqual(ok({ unit: 'working-day', value: 5, cutOff: '15:00' }))
  })

  test('hours are not added to days', () => {
    expect(extendedLimit(five, { mode: 'added', limit: { unit: 'working-hour', value: 8 } })).toEqual(fail({ code: 'extension-in-another-unit', unit: 'working-day', added: 'working-hour' }))
  })

  test('an impossible extension is refused', () => {
    expect(extendedLimit(five, { mode: 'added', limit: { unit: 'working-day', value: 0 } })).toEqual(fail({ code: 'limit-not-positive' }))
    expect(extendedLimit(five, { mode: 'added', limit: { unit: 'working-day', value: 3_660 } })).toEqual(fail({ code: 'limit-too-long', unit: 'working-day', longest: 3_660 }))
  })
})
