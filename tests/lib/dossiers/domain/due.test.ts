import { describe, expect, test } from 'vitest'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import { compileCalendar } from '@/lib/calendar/domain/compile-calendar'
import type { Pause } from '@/lib/dossiers/domain/dossier'
import { acceptBy, dueAfterPauses, firstDue } from '@/lib/dossiers/domain/due'
import { instantAt, localDate } from '@/lib/kernel/local-date'

const at = (day: string, time: string) => instantAt(localDate(day), time)
const sessions = [{ name: 'morning', opens: '07:30', closes: '11:30', countsForDeadlines: true }, { name: 'afternoon', opens: '13:30', closes: '17:30', countsForDeadlines: true }] as const
const week = { layer: 'nation', author: 'a', source: 's', effectiveFrom: localDate('2020-01-01'), effectiveTo: null, season: null, weekdays: [1, 2, 3, 4, 5], sessions } as const
const calendar: CalendarAt = { calendar: compileCalendar([], [week], { from: localDate('2026-01-01'), to: localDate('2027-12-31') }), revision: 3 }
const limit = { unit: 'working-day', value: 3 } as const

/** Received on Monday 2/11/2026: due on Thursday 5/11. */
const received = at('2026-11-02', '09:00')
const before = firstDue(received, limit, { ...calendar, revision: 1 })!
const pause = (since: Date, until: Date, recordedAt: Date): Pause => ({ since, until, recordedAt, reason: 'supplement' })

describe('the due moment after a pause', () => {
  test('moves by the closes that lay in it, and remembers the calendar it was counted under', () => {
    const after = dueAfterPauses(received, null, limit, before, [pause(at('2026-11-03', '10:00'), at('2026-11-05', '08:00'), at('2026-11-03', '10:00'))], calendar)
    expect(after).toEqual({ ...before, dueAt: at('2026-11-09', '17:30'), dueOn: '2026-11-09', calendarRevision: 3 })
    expect(after.firstDueAt).toEqual(at('2026-11-05', '17:30'))
  })

  test('stays where it was when the pause was recorded at or after it, whenever the pause is said to have begun', () => {
    const [begun, ended] = [at('2026-11-03', '10:00'), at('2026-11-12', '08:00')]
    for (const recordedAt of [before.dueAt, at('2026-11-09', '08:00')]) expect(dueAfterPauses(received, null, limit, before, [pause(begun, ended, recordedAt)], calendar)).toBe(before)
    expect(dueAfterPauses(received, null, limit, before, [], calendar)).toBe(before)
  })

  test('is never brought nearer by the end of a pause, though a calendar that changed meanwhile would have it so', () => {
    const moved = { ...before, dueAt: at('2026-11-12', '17:30'), dueOn: localDate('2026-11-12') }
    expect(dueAfterPauses(received, null, limit, moved, [pause(at('2026-11-03', '10:00'), at('2026-11-05', '08:00'), at('2026-11-03', '10:00'))], calendar)).toBe(moved)
  })

  test('never lies before the one on the slip, though the calendar would allow it', () => {
    const promised = { ...before, firstDueAt: at('2026-11-30', '17:30'), dueAt: at('2026-11-30', '17:30'), dueOn: localDate('2026-11-30') }
    expect(dueAfterPauses(received, null, limit, promised, [pause(at('2026-11-03', '10:00'), at('2026-11-04', '08:00'), at('2026-11-03', '10:00'))], calendar).dueAt).toEqual(promised.firstDueAt)
  })
})

test('without a limit nothing is due', () => expect(firstDue(received, null, calendar)).toBeNull())

test('the desk answers within eight working hours, not counting what it waits for the applicant', () => {
  expect(acceptBy(received, calendar)).toEqual(at('2026-11-03', '09:00'))
  expect(acceptBy(received, calendar, [{ since: at('2026-11-02', '10:00'), until: at('2026-11-04', '09:00') }])).toEqual(at('2026-11-05', '08:00'))
})
