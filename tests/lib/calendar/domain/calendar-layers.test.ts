import { describe, expect, test } from 'vitest'
import { closeOf, dayOf, daysOfYear, isInSession, isWorkingDay, nextWorkingDay, sessionMinutesBetween, workingDaysBetween } from '@/lib/calendar/domain/calendar-days'
import { compileCalendar, weeklySessionsFault } from '@/lib/calendar/domain/compile-calendar'
import { localDate } from '@/lib/kernel/local-date'
import { at, calendar, calendarWith, entry, huongHoa, SESSIONS_730, weekly } from '../calendars'

const on = localDate
const day = (date: string, ...entries: ReturnType<typeof entry>[]) => dayOf(calendarWith(entries), on(date))

describe('layers: the narrower adds or overrides', () => {
  test('a province closes a working day, its source with it', () => {
    const storm = day('2026-11-23', entry('2026-11-23', { kind: 'closure', layer: 'province', name: 'bão số 9', source: 'Công điện 12/CĐ-UBND' }))
    expect(storm).toMatchObject({ kind: 'closure', isWorkingDay: false, entry: { name: 'bão số 9', source: 'Công điện 12/CĐ-UBND' } })
  })

  test('a commune that stayed open lifts what its province said', () => {
    const open = day('2026-11-23', entry('2026-11-23', { kind: 'closure', layer: 'province' }), entry('2026-11-23', { kind: 'ordinary' }))
    expect(open).toMatchObject({ kind: 'working', isWorkingDay: true })
  })

  test('a commune cannot be closed against itself: its own closure stands beside its own "as usual"', () => {
    expect(day('2026-11-23', entry('2026-11-23', { kind: 'ordinary' }), entry('2026-11-23', { kind: 'closure' }))).toMatchObject({ kind: 'closure' })
  })

  test('a closure takes one session of a make-up Saturday', () => {
    expect(day('2026-08-22', entry('2026-08-22', { kind: 'closure', closed: ['afternoon'] }))).toMatchObject({ kind: 'make-up', isWorkingDay: true, closedSessions: ['afternoon'] })
  })

  test('closures of several layers add up', () => {
    const closures = [entry('2026-11-23', { kind: 'closure', layer: 'province', closed: ['morning'] }), entry('2026-11-23', { kind: 'closure', closed: ['afternoon'] })]
    expect(day('2026-11-23', ...closures)).toMatchObject({ kind: 'closure', isWorkingDay: false, closedSessions: ['morning', 'afternoon'] })
  })

  test('a holiday stays a holiday when the power fails as well', () => {
    expect(day('2026-11-24', entry('2026-11-24', { kind: 'closure' }))).toMatchObject({ kind: 'holiday', entry: { name: 'Ngày Văn hóa Việt Nam' } })
  })

  test('in one layer a day off beats a make-up day, in whatever order they were entered', () => {
    const both = [entry('2026-11-28', { kind: 'make-up', replaces: on('2026-11-23') }), entry('2026-11-28', { kind: 'holiday' })]
    expect(day('2026-11-28', ...both).kind).toBe('holiday')
    expect(day('2026-11-28', ...both.toReversed()).kind).toBe('holiday')
  })

  test('a province works on a day that the nation has off, by its own make-up entry', () => {
    expect(day('2026-11-24', entry('2026-11-24', { kind: 'make-up', layer: 'province', replaces: on('2026-11-23') })).kind).toBe('make-up')
  })

  test('an unverified entry makes its day provisional', () => {
    expect(dayOf(calendar, on('2026-01-10'))).toMatchObject({ kind: 'make-up', provisional: true })
    expect(dayOf(calendar, on('2026-08-22'))).toMatchObject({ kind: 'make-up', provisional: false })
  })
})

describe('weekly sessions', () => {
  test('a make-up Saturday has the sessions of the weekday that it replaces', () => {
    const shortMondays = calendarWith([], [weekly([SESSIONS_730[0]!], [1])])
    expect(dayOf(shortMondays, on('2026-08-22')).sessions.map((session) => session.name)).toEqual(['morning'])
    expect(dayOf(shortMondays, on('2025-04-26')).sessions).toHaveLength(2)
  })

  test('the latest in effect wins, and only while it is in effect', () => {
    const summerBreak = weekly([SESSIONS_730[0]!], [5], { effectiveFrom: on('2026-06-01'), effectiveTo: on('2026-08-31') })
    const using = calendarWith([], [summerBreak])
    expect(dayOf(using, on('2026-05-29')).sessions).toHaveLength(2)
    expect(dayOf(using, on('2026-06-05')).sessions).toHaveLength(1)
    expect(dayOf(using, on('2026-09-04')).sessions).toHaveLength(2)
  })

  test('a season may run over New Year, both ends included', () => {
    const closes = (date: string) => dayOf(huongHoa, on(date)).sessions.at(-1)!.closes
    expect([closes('2018-09-28'), closes('2018-10-01'), closes('2018-12-31'), closes('2019-03-29'), closes('2019-04-01')]).toEqual(['17:30', '17:00', '17:00', '17:00', '17:30'])
    expect(closes('2018-04-06')).toBe('17:30')
  })

  test('a seasonal rule beats one for the whole year, and a narrower layer beats both', () => {
    const year = weekly([SESSIONS_730[1]!], [1])
    const winter = weekly([SESSIONS_730[0]!], [1], { season: { from: '10-01', to: '03-31' } })
    for (const order of [[year, winter], [winter, year]]) expect(dayOf(calendarWith([], order), on('2026-11-23')).sessions[0]!.name).toBe('morning')
    const province = weekly([SESSIONS_730[0]!], [1], { layer: 'province', effectiveFrom: on('2026-01-01') })
    expect(dayOf(calendarWith([], [year, province]), on('2026-11-23')).sessions[0]!.name).toBe('afternoon')
  })

  test('impossible sessions are refused, each with its reason', () => {
    const fault = (...sessions: [string, string][]) => weeklySessionsFault({ sessions: sessions.map(([opens, closes], at) => ({ name: at === 0 ? 'morning' : 'afternoon', opens, closes, countsForDeadlines: true })) })
    expect(fault(['07:30', '24:00'])).toBe('time-unreadable')
    expect(fault(['11:30', '07:30'])).toBe('closes-before-opening')
    expect(fault(['07:30', '11:30'], ['11:00', '17:00'])).toBe('sessions-overlap')
    expect(fault(['07:30', '11:30'], ['11:30', '17:00'])).toBeNull()
    expect(weeklySessionsFault({ sessions: [SESSIONS_730[0]!, { ...SESSIONS_730[1]!, name: 'morning' }] })).toBe('session-named-twice')
    expect(() => compileCalendar([], [weekly([{ ...SESSIONS_730[0]!, closes: '07:00' }])], { from: on('2026-01-01'), to: on('2026-01-31') })).toThrow(RangeError)
    expect(() => compileCalendar([], [], { from: on('2026-02-01'), to: on('2026-01-31') })).toThrow(RangeError)
  })
})

describe('questions to a calendar', () => {
  test('working days between two days', () => {
    expect(workingDaysBetween(calendar, on('2026-11-20'), on('2026-11-26'))).toBe(3)
    expect(workingDaysBetween(calendar, on('2026-11-26'), on('2026-11-20'))).toBe(-3)
    expect(workingDaysBetween(calendar, on('2026-11-21'), on('2026-11-22'))).toBe(0)
  })

  test('the next working day, and the end of the calendar', () => {
    expect(nextWorkingDay(calendar, on('2026-11-23'))).toBe('2026-11-25')
    expect(nextWorkingDay(calendar, calendar.to)).toBeNull()
  })

  test('the close of a day, minutes in sessions, and whether the desk is open', () => {
    expect(closeOf(calendar, on('2026-11-23'))).toEqual(at('2026-11-23 17:30'))
    expect(closeOf(calendar, on('2026-11-24'))).toBeNull()
    expect(sessionMinutesBetween(calendar, at('2026-11-23 11:00'), at('2026-11-25 08:00'))).toBe(30 + 240 + 30)
    expect([isInSession(calendar, at('2026-11-23 07:30')), isInSession(calendar, at('2026-11-23 11:30')), isInSession(calendar, at('2026-11-24 09:00'))]).toEqual([true, false, false])
    expect(isWorkingDay(calendar, on('1999-01-04'))).toBe(false)
  })

  test('a year day by day', () => {
    expect(daysOfYear(calendar, 2026)).toHaveLength(365)
    expect(daysOfYear(calendar, 2026).filter((each) => each.isWorkingDay && each.on.startsWith('2026-11'))).toHaveLength(20)
    expect(() => dayOf(calendar, on('1999-01-04'))).toThrow(RangeError)
  })
})
