import fc from 'fast-check'
import { compileCalendar } from '@/lib/calendar/domain/compile-calendar'
import { wallTime } from '@/lib/calendar/domain/minute'
import type { Pause } from '@/lib/calendar/domain/pauses'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import type { CalendarEntry, Session, SessionName, WorkingCalendar } from '@/lib/calendar/domain/working-calendar'
import { addDays, instantAt, localDate, weekdayOf, type LocalDate, type Weekday } from '@/lib/kernel/local-date'
import { entry, weekly } from './calendars'

/** Random calendars are this long; receipts and pauses fall into their first days. */
export const FIRST_DAY = localDate('2026-02-02')
export const DAYS = 150
const DAYS_OF_RECEIPT = 14
const DAYS_OF_PAUSES = 45

/** A random calendar in plain words, from which both the compiled calendar and the naive reference are made. */
export type Model = { week: Record<number, readonly Session[]>; special: ReadonlyMap<number, Special> }
export type Special = 'holiday' | 'storm' | 'morning-closed' | 'make-up-monday'

const session = (name: SessionName, opens: string, closes: string, countsForDeadlines = true): Session => ({ name, opens, closes, countsForDeadlines })

const fullDays: readonly (readonly Session[])[] = [
  [session('morning', '07:30', '11:30'), session('afternoon', '13:30', '17:30')],
  [session('morning', '07:00', '11:30'), session('afternoon', '13:00', '17:00')],
  [session('morning', '08:00', '12:00'), session('afternoon', '12:00', '16:00')],
  [session('morning', '00:00', '00:01'), session('evening', '23:00', '23:59')],
  [session('morning', '07:30', '11:30'), session('afternoon', '13:30', '17:30'), session('evening', '18:00', '20:00', false)],
  [session('afternoon', '13:30', '15:00')],
]
const saturdays: readonly (readonly Session[])[] = [[], [session('morning', '07:30', '11:30')], [session('morning', '07:30', '11:30', false)]]

const weekOf = fc
  .record({ day: fc.constantFrom(...fullDays), odd: fc.constantFrom(...fullDays), saturday: fc.constantFrom(...saturdays) })
  .map(({ day, odd, saturday }): Model['week'] => ({ 1: day, 2: day, 3: odd, 4: day, 5: day, 6: saturday, 7: [] }))

const special = fc.constantFrom<Special>('holiday', 'storm', 'morning-closed', 'make-up-monday')

export const models: fc.Arbitrary<Model> = fc
  .record({ week: weekOf, special: fc.array(fc.tuple(fc.integer({ min: 0, max: 70 }), special), { maxLength: 18 }) })
  .map((raw) => ({ week: raw.week, special: new Map(raw.special) }))

/** The same model said in entries and weekly sessions. */
export function compiled(model: Model): WorkingCalendar {
  const weeks = Object.entries(model.week).map(([weekday, sessions]) => weekly(sessions, [Number(weekday) as Weekday]))
  const entries = [...model.special].map(([day, kind]) => specialEntry(addDays(FIRST_DAY, day), kind))
  return compileCalendar(entries, weeks, { from: FIRST_DAY, to: addDays(FIRST_DAY, DAYS - 1) })
}

function specialEntry(on: LocalDate, kind: Special): CalendarEntry {
  switch (kind) {
    case 'holiday': return entry(on, { kind: 'holiday' })
    case 'storm': return entry(on, { kind: 'closure', closed: 'whole-day' })
    case 'morning-closed': return entry(on, { kind: 'closure', closed: ['morning'] })
    case 'make-up-monday': return entry(on, { kind: 'make-up', replaces: localDate('2026-02-02') })
  }
}

/** What the model opens on a day for deadlines, in minutes past midnight: worked out without the compiled calendar. */
export function openings(model: Model, day: number): [opens: number, closes: number][] {
  const kind = model.special.get(day)
  if (kind === 'holiday' || kind === 'storm') return []
  const weekday = kind === 'make-up-monday' ? 1 : weekdayOf(addDays(FIRST_DAY, day))
  return model.week[weekday]!
    .filter((each) => each.countsForDeadlines && !(kind === 'morning-closed' && each.name === 'morning'))
    .map((each) => [wallTime(each.opens), wallTime(each.closes)])
}

const EDGES = ['00:00', '07:00', '07:30', '08:00', '11:30', '12:00', '13:00', '13:30', '15:00', '16:00', '17:00', '17:30', '18:00', '20:00', '23:00', '23:59'].map(wallTime)

/** Minutes that hurt: opens, closes, midnights, cut-offs, and the minutes beside them. */
const timeOfDay = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...EDGES), fc.integer({ min: -1, max: 1 })).map(([edge, beside]) => Math.min(1439, Math.max(0, edge + beside))) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 1439 }) },
)

const instantWithin = (days: number): fc.Arbitrary<Date> =>
  fc.tuple(fc.integer({ min: 0, max: days - 1 }), timeOfDay, fc.constantFrom(0, 0, 0, 1, 59)).map(([day, minute, second]) =>
    new Date(instantAt(addDays(FIRST_DAY, day), '00:00').getTime() + (minute * 60 + second) * 1000))

export const receipts = instantWithin(DAYS_OF_RECEIPT)

export const pauseOf: fc.Arbitrary<{ start: Date; end: Date }> = fc
  .tuple(instantWithin(DAYS_OF_PAUSES), fc.oneof(instantWithin(DAYS_OF_PAUSES), fc.constant(null)), fc.integer({ min: 0, max: 3000 }))
  .map(([one, other, minutes]) => {
    const two = other ?? new Date(one.getTime() + minutes * 60_000)
    return one <= two ? { start: one, end: two } : { start: two, end: one }
  })

export const pauseLists: fc.Arbitrary<Pause[]> = fc.array(pauseOf, { maxLength: 4 })

const cutOffs = fc.constantFrom(null, '15:00', '00:00', '11:30', '17:30', '23:59')

export const limits: fc.Arbitrary<TimeLimit> = fc.oneof(
  fc.record({ unit: fc.constant('working-day' as const), value: fc.integer({ min: 1, max: 15 }), cutOff: cutOffs }),
  fc.record({ unit: fc.constant('calendar-day' as const), value: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ unit: fc.constant('same-day' as const), cutOff: cutOffs }),
  fc.record({ unit: fc.constant('half-day' as const), value: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ unit: fc.constant('working-hour' as const), value: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ unit: fc.constant('clock-hour' as const), value: fc.integer({ min: 1, max: 120 }) }),
)

/** Limits for which time outside sessions does not exist. */
export const workingLimits = limits.filter((limit) => limit.unit !== 'calendar-day' && limit.unit !== 'clock-hour')
