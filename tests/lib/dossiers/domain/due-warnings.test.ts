import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueMoment } from '@/lib/calendar/domain/due-moment'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import { dueWarnings, type DueFacts } from '@/lib/dossiers/domain/due-warnings'
import { warningWords } from '@/lib/dossiers/wording'
import { must } from '@/lib/kernel/result'
import { at, calendar, wall } from '@/tests/lib/calendar/calendars'

type Break = [since: string, until: string | null]

function factsOf(received: string, limit: TimeLimit, breaks: readonly Break[] = [], more: Partial<DueFacts> = {}): DueFacts {
  const pauses = breaks.map(([since, until]) => ({ since: at(since), until: until === null ? null : at(until) }))
  const { dueAt, dueOn } = must(dueMoment({ receivedAt: at(received), limit, calendar, pauses: pauses.map(({ since, until }) => ({ start: since, end: until })) }))
  return { receivedAt: at(received), countFrom: null, limit, dueAt, dueOn, pauses, promisedAt: null, ...more }
}
const told = (facts: DueFacts) => Object.values(dueWarnings(facts, calendar)).map((moment: Date | null) => (moment === null ? null : wall(moment)))

describe('warnings stand at half and four fifths of the counted working time', () => {
  test.each<[string, TimeLimit, Break[], (string | null)[]]>([
    ['2026-11-02 09:00', { unit: 'working-day', value: 3 }, [], ['2026-11-04 11:30', '2026-11-05 10:42', '2026-11-04 17:30']],
    ['2026-11-02 09:00', { unit: 'working-day', value: 10 }, [], ['2026-11-09 17:30', '2026-11-12 17:30', '2026-11-13 17:30']],
    ['2026-11-02 09:00', { unit: 'working-day', value: 5 }, [['2026-11-04 16:00', '2026-11-09 08:00']], ['2026-11-10 08:30', '2026-11-11 16:18', '2026-11-11 17:30']],
    ['2026-11-05 09:00', { unit: 'calendar-day', value: 4 }, [], ['2026-11-06 17:30', '2026-11-09 14:18', '2026-11-06 17:30']],
    ['2026-11-02 07:30', { unit: 'same-day' }, [], ['2026-11-02 11:30', '2026-11-02 15:54', null]],
    ['2026-11-02 10:00', { unit: 'working-hour', value: 8 }, [], ['2026-11-02 16:00', '2026-11-03 08:24', null]],
    ['2026-11-02 10:00', { unit: 'clock-hour', value: 24 }, [], ['2026-11-02 22:00', '2026-11-03 05:12', null]],
  ])('received %s under %j with pauses %j', (received, limit, pauses, expected) => expect(told(factsOf(received, limit, pauses))).toEqual(expected))

  test('none while a pause is open, and no last moment for a second apology', () => {
    const limit = { unit: 'working-day', value: 5 } as const
    expect(told(factsOf('2026-11-02 09:00', limit, [['2026-11-04 10:00', null]]))).toEqual([null, null, null])
    expect(dueWarnings(factsOf('2026-11-02 09:00', limit, [], { promisedAt: at('2026-11-20 17:30') }), calendar).apologyBy).toBeNull()
  })

  test('counted anew after a supplement, they begin there', () => {
    const limit = { unit: 'working-day', value: 3 } as const
    const anew = factsOf('2026-11-05 10:00', limit)
    expect(told({ ...anew, receivedAt: at('2026-11-02 09:00'), countFrom: at('2026-11-05 10:00') })).toEqual(told(anew))
  })
})

test('half comes before most, most before the due moment, and the last moment for an apology lies on an earlier day', () => {
  const limits = fc.oneof(
    fc.record({ unit: fc.constantFrom('working-day' as const, 'calendar-day' as const, 'half-day' as const, 'working-hour' as const, 'clock-hour' as const), value: fc.integer({ min: 1, max: 40 }) }),
    fc.constant({ unit: 'same-day' as const }),
  )
  fc.assert(fc.property(fc.integer({ min: 0, max: 200_000 }), limits, fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 9000 }), (minutes, limit, after, length) => {
    const receivedAt = new Date(at('2026-03-02 00:00').getTime() + minutes * 60_000)
    const since = new Date(receivedAt.getTime() + after * 60_000)
    const pauses = [{ since, until: new Date(since.getTime() + length * 60_000) }]
    const { dueAt, dueOn } = must(dueMoment({ receivedAt, limit, calendar, pauses: pauses.map(({ since: start, until: end }) => ({ start, end })) }))
    const { halfAt, mostAt, apologyBy } = dueWarnings({ receivedAt, countFrom: null, limit, dueAt, dueOn, pauses, promisedAt: null }, calendar)
    if (halfAt !== null && mostAt !== null) {
      expect(receivedAt <= halfAt).toBe(true)
      expect(halfAt <= mostAt && mostAt <= dueAt).toBe(true)
      // Nobody is warned while the clock stands still.
      for (const moment of [halfAt, mostAt]) expect(pauses.some(({ since: start, until }) => start < moment && moment < until && start < dueAt)).toBe(false)
    }
    if (apologyBy !== null) expect(wall(apologyBy).slice(0, 10) < dueOn).toBe(true)
  }), { numRuns: 500 })
})

test('are said in plain words, the stronger one alone', () => {
  const warnings = dueWarnings(factsOf('2026-11-02 09:00', { unit: 'working-day', value: 3 }), calendar)
  expect(warningWords(warnings, at('2026-11-03 09:00'))).toBeNull()
  expect(warningWords(warnings, at('2026-11-04 11:30'))?.replaceAll('\u00a0', ' ')).toBe('Đã qua 50% thời hạn. Nếu không kịp, lãnh đạo ký xin lỗi chậm nhất 17:30 thứ Tư, 04/11/2026.')
  expect(warningWords(warnings, at('2026-11-05 10:42'))).toBe('Đã qua 80% thời hạn.')
})
