import { describe, expect, test } from 'vitest'
import { localDate } from '@/lib/kernel/local-date'
import { decideAbsence, isAwayOn, type Absence } from '@/lib/workflow/domain/absence'

const today = localDate('2026-11-23')
const away = (staffId: string, substituteId: string, fromDay: string, toDay: string): Absence => ({ id: `${staffId}${fromDay}`, staffId, substituteId, fromDay: localDate(fromDay), toDay: localDate(toDay) })
const entering = (fromDay: string, toDay: string, staffId = 'lan', substituteId = 'minh') => ({ staffId, substituteId, fromDay: localDate(fromDay), toDay: localDate(toDay), reason: 'nghỉ phép' })
const code = (answer: ReturnType<typeof decideAbsence>) => (answer.ok ? 'entered' : answer.problem.code)

describe('an absence', () => {
  test.each([
    ['2026-11-23', '2026-11-23', 'entered', 'one day, today'],
    ['2026-11-20', '2026-11-23', 'entered', 'who fell ill before is away until today'],
    ['2026-11-25', '2026-11-24', 'absence-ends-before-it-begins', 'the last day is the first'],
    ['2026-11-19', '2026-11-20', 'absence-is-over', 'what is past lends no rights'],
    ['2026-11-23', '2027-11-23', 'entered', 'a year to the day'],
    ['2026-11-23', '2027-11-24', 'absence-too-long', 'more is a change of staff'],
  ])('from %s to %s: %s (%s)', (from, to, expected) => expect(code(decideAbsence(entering(from, to), [], today))).toBe(expected))

  test('is not entered twice over the same days, but may follow another', () => {
    const standing = [away('lan', 'minh', '2026-11-24', '2026-11-26')]
    expect(code(decideAbsence(entering('2026-11-26', '2026-11-30'), standing, today))).toBe('already-away')
    expect(code(decideAbsence(entering('2026-11-27', '2026-11-30'), standing, today))).toBe('entered')
  })

  test('has a substitute who is there on all its days, and is someone else', () => {
    const standing = [away('minh', 'hoa', '2026-11-26', '2026-11-26')]
    expect(decideAbsence(entering('2026-11-24', '2026-11-27'), standing, today)).toEqual({ ok: false, problem: { code: 'substitute-away', fromDay: '2026-11-26', toDay: '2026-11-26' } })
    expect(code(decideAbsence(entering('2026-11-24', '2026-11-25'), standing, today))).toBe('entered')
    expect(code(decideAbsence(entering('2026-11-24', '2026-11-25', 'lan', 'lan'), standing, today))).toBe('substitute-is-absent-one')
  })

  test('counts both its ends', () => {
    const days = { fromDay: localDate('2026-11-24'), toDay: localDate('2026-11-25') }
    expect(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].map((day) => isAwayOn(days, localDate(day)))).toEqual([false, true, true, false])
  })
})
