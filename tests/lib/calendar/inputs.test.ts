import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { DayBoxesInput, WallTimeInput } from '@/lib/calendar/inputs/days'
import { CalendarEntryInput, swapEntries, SwapInput, WeeklySessionsInput } from '@/lib/calendar/inputs/entries'
import { DueQuestionInput, TimeLimitInput } from '@/lib/calendar/inputs/limits'
import { limitWithCutOff, limitWords, lunarWords } from '@/lib/calendar/wording'
import { at } from './calendars'

const sentences = (schema: z.ZodType, value: unknown): string[] => schema.safeParse(value).error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []

describe('a day typed into three boxes', () => {
  test('is read as people write it', () => {
    expect(DayBoxesInput.parse({ day: '5', month: ' 11', year: '2026 ' })).toBe('2026-11-05')
  })

  test.each([
    [{ day: '31', month: '11', year: '2026' }, 'day: Tháng 11 chỉ có 30 ngày'],
    [{ day: '29', month: '2', year: '2026' }, 'day: Tháng 2 chỉ có 28 ngày'],
    [{ day: '5', month: '13', year: '2026' }, 'month: Tháng ghi từ 1 đến 12'],
    [{ day: '', month: '11', year: '2026' }, 'day: Ghi đủ ngày, tháng, năm bằng số, ví dụ 20 11 2026'],
    [{ day: '5', month: '11', year: '26' }, 'year: Ghi đủ ngày, tháng, năm bằng số, ví dụ 20 11 2026'],
  ])('%o says how to mend it', (boxes, sentence) => {
    expect(sentences(DayBoxesInput, boxes)).toEqual([sentence])
  })
})

test.each([['09:12', '09:12'], ['9:12', '09:12'], ['9h12', '09:12'], [' 17:30 ', '17:30']])('the time %s is %s', (typed, time) => {
  expect(WallTimeInput.parse(typed)).toBe(time)
})

test('a time that is none says how to write it', () => {
  expect(sentences(WallTimeInput, '24:00')).toEqual([': Ghi giờ theo dạng 09:12'])
})

describe('a time limit from a form', () => {
  test('is read with its unit; all blank means that none is set by law', () => {
    expect(TimeLimitInput.parse({ unit: 'working-day', value: '3' })).toEqual({ unit: 'working-day', value: 3 })
    expect(TimeLimitInput.parse({ unit: 'same-day', value: '', cutOff: '15:00' })).toEqual({ unit: 'same-day', cutOff: '15:00' })
    expect(TimeLimitInput.parse({ unit: '', value: '' })).toBeNull()
  })

  test.each([
    [{ unit: '', value: '3' }, ': Thời hạn chưa ghi đơn vị. Chọn ngày làm việc, ngày, trong ngày, buổi, giờ làm việc hoặc giờ.'],
    [{ unit: 'working-day', value: 'ba' }, ': Thời hạn phải là số nguyên, ví dụ 3.'],
    [{ unit: 'working-day', value: '0' }, ': Thời hạn ít nhất là 1. Thủ tục không quy định thời hạn thì để trống cả số và đơn vị.'],
  ])('%o says how to mend it', (raw, sentence) => {
    expect(sentences(TimeLimitInput, raw)).toEqual([sentence])
  })

  test('is said in the words of the desk', () => {
    expect([limitWords({ unit: 'working-day', value: 3 }), limitWords({ unit: 'working-hour', value: 8 }), limitWords({ unit: 'same-day' }), limitWords(null)])
      .toEqual(['3 ngày làm việc', '8 giờ làm việc', 'trong ngày', 'không quy định'])
    expect(limitWithCutOff({ unit: 'same-day', cutOff: '15:00' })).toBe('trong ngày; nhận sau 15:00 thì tính sang ngày làm việc tiếp theo')
    expect([lunarWords({ day: 18, month: 10, leap: false, year: 2026 }), lunarWords({ day: 1, month: 6, leap: true, year: 2025 })]).toEqual(['18/10 âm lịch', '1/6 nhuận âm lịch'])
  })
})

test('the public calculator asks for a limit and a moment of receipt', () => {
  expect(DueQuestionInput.parse({ limit: { unit: 'working-day', value: '3' }, received: { day: '20', month: '11', year: '2026' }, time: '9:12' }))
    .toEqual({ limit: { unit: 'working-day', value: 3 }, receivedAt: at('2026-11-20 09:12') })
})

describe('what an administrator enters', () => {
  test('a closure of one session', () => {
    const closure = { kind: 'closure', on: '2026-10-16', name: 'Mất điện', source: 'Thông báo của điện lực', closed: ['afternoon'] }
    expect(CalendarEntryInput.parse(closure)).toMatchObject({ closed: ['afternoon'], provisional: false, scheduleYear: null })
    expect(sentences(CalendarEntryInput, { ...closure, closed: [], source: ' ' })).toEqual(expect.arrayContaining(['source: Ghi số văn bản hoặc nơi công bố', expect.stringContaining('closed')]))
  })

  test('a swap makes two entries at once', () => {
    const swap = SwapInput.parse({ dayOff: '2027-01-04', madeUpOn: '2027-01-09', name: 'Nghỉ liền Tết Dương lịch', source: 'Công văn số 1', scheduleYear: 2027 })
    expect(swapEntries(swap, { layer: 'nation', author: 'Quản trị' })).toMatchObject([
      { kind: 'swap-off', on: '2027-01-04', madeUpOn: '2027-01-09', scheduleYear: 2027 }, { kind: 'make-up', on: '2027-01-09', replaces: '2027-01-04', author: 'Quản trị' },
    ])
    expect(sentences(SwapInput, { dayOff: '2027-01-04', madeUpOn: '2027-01-04', name: 'x', source: 'x' })).toEqual(['madeUpOn: Ngày nghỉ và ngày làm bù phải là hai ngày khác nhau'])
  })

  test('sessions of the week, with what stands against them', () => {
    const hours = { effectiveFrom: '2026-12-01', weekdays: [1, 2, 3, 4, 5], source: 'Thông báo của xã', sessions: [{ name: 'morning', opens: '7:30', closes: '11:30' }] }
    expect(WeeklySessionsInput.parse(hours)).toMatchObject({ effectiveTo: null, season: null, sessions: [{ opens: '07:30', countsForDeadlines: true }] })
    expect(sentences(WeeklySessionsInput, { ...hours, sessions: [{ name: 'morning', opens: '11:30', closes: '7:30' }] })).toEqual(['sessions: Giờ đóng cửa phải sau giờ mở cửa.'])
    expect(sentences(WeeklySessionsInput, { ...hours, effectiveTo: '2026-11-01' })).toEqual(['effectiveTo: Ngày hết hiệu lực phải từ ngày bắt đầu hiệu lực trở đi'])
    expect(sentences(WeeklySessionsInput, { ...hours, season: { from: '31-12', to: '03-31' } })).toEqual(['season.from: Mùa ghi tháng rồi ngày, ví dụ 10-01 đến 03-31'])
  })
})
