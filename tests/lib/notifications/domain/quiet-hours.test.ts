import { expect, test } from 'vitest'
import { instantAt, localDate } from '@/lib/kernel/local-date'
import { quietUntil } from '@/lib/notifications/domain/quiet-hours'

const at = (day: string, time: string): Date => instantAt(localDate(day), time)
const night = { from: '21:00', to: '07:00' }

test.each([
  ['2026-11-20', '20:59', null],
  ['2026-11-20', '21:00', at('2026-11-21', '07:00')],
  ['2026-12-31', '23:30', at('2027-01-01', '07:00')],
  ['2026-11-21', '06:59', at('2026-11-21', '07:00')],
  ['2026-11-21', '07:00', null],
])('at %s %s the night holds until %j', (day, time, until) => expect(quietUntil(at(day, time), night)).toEqual(until))

test('hours inside one day are quiet too, and none means none', () => {
  expect(quietUntil(at('2026-11-20', '12:00'), { from: '11:30', to: '13:00' })).toEqual(at('2026-11-20', '13:00'))
  expect(quietUntil(at('2026-11-20', '13:00'), { from: '11:30', to: '13:00' })).toBeNull()
  expect(quietUntil(at('2026-11-20', '23:00'), null)).toBeNull()
  expect(quietUntil(at('2026-11-20', '07:00'), { from: '07:00', to: '07:00' })).toBeNull()
})
