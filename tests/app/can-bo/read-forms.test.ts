import { expect, test } from 'vitest'
import { onlyLines, withDay, withInstant } from '@/app/can-bo/ho-so/[code]/read-forms'

const formOf = (fields: Record<string, string>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

test('three boxes are one day', () => {
  expect(Object.fromEntries(withDay('promisedOn')(formOf({ reason: 'mưa', 'promisedOn-day': '7', 'promisedOn-month': '1', 'promisedOn-year': '2027' })))).toEqual({ reason: 'mưa', promisedOn: '2027-01-07' })
})

test('empty boxes are no day, and a day that does not exist goes on as it was typed', () => {
  expect(withDay('on')(formOf({ 'on-day': '', 'on-month': '', 'on-year': '' })).get('on')).toBe('')
  expect(withDay('on')(formOf({ 'on-day': '31', 'on-month': '11', 'on-year': '2026' })).get('on')).toBe('2026-11-31')
})

test.each([['08:05', '2026-11-16T01:05:00.000Z'], ['8g05', '2026-11-16T01:05:00.000Z'], ['23:30', '2026-11-16T16:30:00.000Z'], ['sáng', '2026-11-16 sáng']])('a day and %s on the wall in Việt Nam are %s', (time, instant) => {
  expect(withInstant('arrivedAt')(formOf({ 'arrivedAt-day': '16', 'arrivedAt-month': '11', 'arrivedAt-year': '2026', 'arrivedAt-time': time })).get('arrivedAt')).toBe(instant)
})

test('only lines with something in them are sent, with their own numbers', () => {
  const form = formOf({ 'missing.0.name': 'Tờ khai', 'missing.0.sentence': '', 'missing.3.name': 'Bản vẽ', 'missing.3.sentence': 'Thiếu mặt bằng.', reason: 'Chưa đủ' })
  expect(Object.fromEntries(onlyLines('missing', 'sentence')(form))).toEqual({ 'missing.3.name': 'Bản vẽ', 'missing.3.sentence': 'Thiếu mặt bằng.', reason: 'Chưa đủ' })
})
