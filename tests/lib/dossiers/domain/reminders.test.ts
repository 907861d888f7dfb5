import { expect, test } from 'vitest'
import { supplementReminder, uncollectedReminder, warningsNow } from '@/lib/dossiers/domain/reminders'
import { localDate } from '@/lib/kernel/local-date'
import { at, calendarWith } from '@/tests/lib/calendar/calendars'

const calendar = calendarWith()
const day = localDate

// Ready on Monday 2/11/2026; 24/11 is a holiday.
test.each<[string, number | null, string]>([
  ['2026-11-10', null, 'six working days'],
  ['2026-11-11', 1, 'seven'],
  ['2026-11-30', 1, 'nineteen, the holiday left out'],
  ['2026-12-02', 2, 'twenty-one'],
  ['2026-12-22', 3, 'thirty-five'],
  ['2027-03-01', 3, 'never a fourth'],
])('a result that lies ready since 2/11 is by %s at reminder %s: %s', (today, nth) => {
  expect(uncollectedReminder(day('2026-11-02'), day(today), { first: 7, every: 14, most: 3 }, calendar)).toBe(nth)
})

test('a commune that wants no reminders sends none', () => {
  expect(uncollectedReminder(day('2026-11-02'), day('2027-03-01'), { first: 7, every: 14, most: 0 }, calendar)).toBeNull()
})

test.each<[string, string | null, string]>([
  ['2026-11-16', null, 'asked for today'],
  ['2026-11-19', null, 'three working days left'],
  ['2026-11-20', 'supplement-near', 'Friday before a Wednesday, Tuesday is a holiday'],
  ['2026-11-25', 'supplement-near', 'the last day itself'],
  ['2026-11-26', 'supplement-passed', 'the day after'],
])('a supplement asked for on 16/11 until 25/11 is on %s at %s: %s', (today, template) => {
  expect(supplementReminder({ requestedOn: day('2026-11-16'), deadlineOn: day('2026-11-25') }, day(today), 2, calendar)).toBe(template)
})

test('a short time is not reminded of on the day it was set', () => {
  expect(supplementReminder({ requestedOn: day('2026-11-16'), deadlineOn: day('2026-11-17') }, day('2026-11-16'), 2, calendar)).toBeNull()
})

const warnings = { halfAt: at('2026-11-18 09:00'), mostAt: at('2026-11-19 14:00'), apologyBy: at('2026-11-19 17:30') }
test.each([
  ['2026-11-18 08:59', []],
  ['2026-11-18 09:00', ['half']],
  ['2026-11-19 08:00', ['half', 'apology']],
  ['2026-11-19 14:00', ['most', 'apology']],
  ['2026-11-19 17:30', ['most']],
])('at %s an officer hears of %j', (now, kinds) => expect(warningsNow(warnings, at(now))).toEqual(kinds))
