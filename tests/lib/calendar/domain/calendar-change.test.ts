import { describe, expect, test } from 'vitest'
import { decideCalendarChange } from '@/lib/calendar/domain/calendar-change'
import { calendarFrom, type CalendarRule, type EnteredRule } from '@/lib/calendar/domain/calendar-rule'
import { dayOf } from '@/lib/calendar/domain/calendar-days'
import { scheduleLines } from '@/lib/calendar/domain/schedule-list'
import { markOf, yearView } from '@/lib/calendar/domain/year-view'
import type { CalendarEntry } from '@/lib/calendar/domain/working-calendar'
import { localDate } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { nationalSchedule } from '@/prisma/seed/calendar/national-schedule'
import { demonstrationSessions } from '@/prisma/seed/calendar/weekly-sessions'
import { entry, weekly } from '../calendars'

const day = (on: string, what: Partial<CalendarEntry> & Pick<CalendarEntry, 'kind'>): CalendarRule => ({ rule: 'day', entry: entry(on, what) })
const entered = (rules: readonly CalendarRule[], prefix = 'xa'): EnteredRule[] => rules.map((rule, at) => ({ ...rule, id: `${prefix}${at}` }))
const nation: EnteredRule[] = [
  ...entered(nationalSchedule.map((each) => ({ rule: 'day', entry: each })), 'nuoc'), ...entered(demonstrationSessions.map((each) => ({ rule: 'week', entry: each })), 'gio'),
]
const change = (rules: readonly EnteredRule[], add: readonly CalendarRule[], withdraw: readonly string[] = []) => decideCalendarChange(rules, { add, withdraw })
const problem = (decided: ReturnType<typeof change>) => (decided.ok ? 'saved' : decided.problem.code)
const kindOn = (decided: ReturnType<typeof change>, on: string) => dayOf(must(decided).calendar, localDate(on)).kind

const closed = day('2026-12-02', { kind: 'closure', closed: 'whole-day' })
const [off, worked] = [day('2026-12-31', { kind: 'swap-off', madeUpOn: localDate('2026-12-26') }), day('2026-12-26', { kind: 'make-up', replaces: localDate('2026-12-31') })]

describe('a change of the commune’s calendar', () => {
  test('adds what is new and leaves out what stands already, also in a wider layer', () => {
    const holiday = day('2026-11-24', { kind: 'holiday', name: 'tên khác', source: 'nguồn khác' })
    expect(must(change(nation, [closed, closed, holiday])).add).toEqual([closed])
    expect(kindOn(change(nation, [closed]), '2026-12-02')).toBe('closure')
    expect(problem(change([...nation, ...entered([closed])], [closed, holiday]))).toBe('nothing-new')
  })

  test('withdraws only what is the commune’s own, a swap with its other half', () => {
    const rules = [...nation, ...entered([off, worked, closed])]
    expect(must(change(rules, [], ['xa0'])).withdraw.toSorted()).toEqual(['xa0', 'xa1'])
    expect(must(change(rules, [], ['xa1'])).withdraw.toSorted()).toEqual(['xa0', 'xa1'])
    expect(must(change(rules, [], ['xa2'])).withdraw).toEqual(['xa2'])
    expect(problem(change(rules, [], ['nuoc0']))).toBe('entry-not-yours')
    expect(problem(change(rules, [], ['nobody']))).toBe('entry-not-yours')
  })

  test('may lay closures over anything, but tells a day only once otherwise', () => {
    const rules = [...nation, ...entered([off, worked])]
    expect(problem(change(rules, [day('2026-12-26', { kind: 'closure', closed: ['morning'] })]))).toBe('saved')
    expect(problem(change(rules, [day('2026-12-26', { kind: 'holiday' })]))).toBe('day-told-twice')
    expect(problem(change(rules, [day('2026-12-26', { kind: 'holiday' })], ['xa1']))).toBe('saved')
  })

  test('stays within the years that the calendar speaks of', () => {
    expect(problem(change(nation, [day('2051-01-01', { kind: 'holiday' })]))).toBe('day-outside-calendar')
    expect(problem(change(nation, [day('2009-12-31', { kind: 'holiday' })]))).toBe('day-outside-calendar')
  })

  test('never leaves a calendar without working time', () => {
    const none: CalendarRule = { rule: 'week', entry: weekly([], [1, 2, 3, 4, 5, 6, 7]) }
    expect(problem(change(nation, [none]))).toBe('no-working-time')
  })
})

describe('a published schedule that the commune enters itself', () => {
  const notice = day('2027-02-09', { kind: 'holiday', name: 'Tết', scheduleYear: 2027 })

  test('ends the computed days of that year, and of no other', () => {
    const computed = calendarFrom(nation)
    expect([dayOf(computed, localDate('2027-02-08')).kind, dayOf(computed, localDate('2028-01-26')).kind]).toEqual(['holiday', 'holiday'])
    const decided = change(nation, [notice])
    expect([kindOn(decided, '2027-02-08'), kindOn(decided, '2027-02-09'), kindOn(decided, '2028-01-26')]).toEqual(['working', 'holiday', 'holiday'])
  })

  test('a closure of the commune in a computed year leaves the computed days', () => {
    expect(kindOn(change(nation, [day('2027-03-03', { kind: 'closure', closed: 'whole-day' })]), '2027-02-08')).toBe('holiday')
  })
})

describe('the list of a year', () => {
  const lines = (rules: readonly EnteredRule[], year: number) => scheduleLines(rules, year).map(({ from, to, entry: each, ids }) => [from.slice(5), to.slice(5), each.kind, ids.length])

  test('joins neighbouring days of one name and source; a swap stands with its make-up day, also as a pair of ids', () => {
    expect(lines(nation, 2026)).toEqual([
      ['01-01', '01-01', 'holiday', 1], ['01-02', '01-02', 'swap-off', 2], ['02-16', '02-20', 'holiday', 5], ['04-26', '04-26', 'holiday', 1], ['04-27', '04-27', 'substitute', 1],
      ['04-30', '04-30', 'holiday', 1], ['05-01', '05-01', 'holiday', 1], ['08-31', '08-31', 'swap-off', 2], ['09-01', '09-02', 'holiday', 2], ['11-24', '11-24', 'holiday', 1],
    ])
  })

  test('of a year that nobody entered is computed and has no ids to withdraw', () => {
    const computed = scheduleLines(nation, 2027)
    expect(computed.length).toBeGreaterThan(5)
    expect(computed.every(({ ids, entry: each }) => ids.length === 0 && each.provisional)).toBe(true)
  })
})

describe('the year on the wall', () => {
  const rules = [...nation, ...entered([closed, day('2026-10-16', { kind: 'closure', closed: ['afternoon'] })])]
  const months = yearView(calendarFrom(rules), 2026)
  const markOn = (on: string) => months.flatMap(({ days }) => days).find((each) => each.on === on)!.mark

  test('has six kinds of day, and the day closed as a whole', () => {
    expect(['2026-11-24', '2026-04-27', '2026-08-31', '2026-08-22', '2026-11-22', '2026-10-16', '2026-12-02', '2026-11-25'].map(markOn)).toEqual(
      ['holiday', 'substitute', 'swap-off', 'make-up', 'weekend', 'half-day', 'closed', 'working'])
  })

  test('counts working days by month and begins its weeks on Monday', () => {
    expect(months.map(({ workingDays }) => workingDays)).toEqual([21, 15, 22, 20, 20, 22, 23, 21, 20, 22, 20, 22])
    expect(months.map(({ leading }) => leading)).toEqual([3, 6, 6, 2, 4, 0, 2, 5, 1, 3, 6, 1])
    expect(months.every(({ days }) => days.length >= 28)).toBe(true)
  })

  test('writes only the first and the fifteenth of lunar months', () => {
    const lunar = months.flatMap(({ days }) => days).filter((each) => each.lunar !== null)
    expect(lunar.map(({ on }) => on).slice(0, 3)).toEqual(['2026-01-03', '2026-01-19', '2026-02-02'])
    expect(lunar.length).toBeGreaterThan(22)
  })

  test('a make-up day that lost a session is drawn as one', () => {
    expect(markOf(dayOf(calendarFrom([...nation, ...entered([day('2026-08-22', { kind: 'closure', closed: ['morning'] })])]), localDate('2026-08-22')))).toBe('half-day')
  })
})
