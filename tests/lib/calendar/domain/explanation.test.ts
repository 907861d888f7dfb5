import { describe, expect, test } from 'vitest'
import { explainInOneSentence } from '@/lib/calendar/domain/one-sentence'
import type { Pause } from '@/lib/calendar/domain/pauses'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import { calendar, calendarWith, earlyAfternoons, entry, moment, pause } from '../calendars'

const told = (received: string, limit: TimeLimit, pauses: Pause[] = [], using = calendar): string[] =>
  moment(received, limit, pauses, using).explanation.map((line) => `${line.on.slice(5)}${line.session ? ` ${line.session}` : ''} ${line.kind}${line.counted ? ' ✓' : ''}: ${line.reason}`)

const sentence = (received: string, limit: TimeLimit, pauses: Pause[] = [], using = calendar): string => explainInOneSentence(limit, moment(received, limit, pauses, using))

describe('the explanation, line by line', () => {
  test('of three working days over Ngày Văn hóa Việt Nam', () => {
    expect(told('2026-11-20 09:12', { unit: 'working-day', value: 3 })).toEqual([
      '11-20 received: Nhận hồ sơ lúc 09:12: không tính ngày nhận',
      '11-21 day-off: Thứ Bảy, nghỉ hằng tuần: không tính',
      '11-22 day-off: Chủ nhật, nghỉ hằng tuần: không tính',
      '11-23 counted ✓: Ngày 1',
      '11-24 holiday: Nghỉ lễ Ngày Văn hóa Việt Nam: không tính',
      '11-25 counted ✓: Ngày 2',
      '11-26 due ✓: Ngày 3: trả kết quả trước 17:30',
    ])
  })

  test('names substitute days off, swaps and make-up days', () => {
    expect(told('2026-04-24 15:30', { unit: 'working-day', value: 1 })).toContain('04-27 substitute: Nghỉ bù Giỗ Tổ Hùng Vương: không tính')
    expect(told('2026-08-28 14:00', { unit: 'working-day', value: 1 })).toContain('08-31 swap-off: Nghỉ hoán đổi, làm bù thứ Bảy 22/08: không tính')
    expect(told('2026-08-21 08:30', { unit: 'working-day', value: 2 })).toContain('08-22 make-up ✓: Ngày 1, làm bù cho thứ Hai 31/08')
    expect(told('2026-02-13 10:00', { unit: 'working-day', value: 1 })).toContain('02-18 holiday: Nghỉ Tết Bính Ngọ: không tính')
  })

  test('marks what rests on an unverified or computed day as provisional', () => {
    const lines = moment('2025-12-31 10:00', { unit: 'working-day', value: 3 }).explanation
    expect(lines.filter((line) => line.provisional).map((line) => line.on)).toEqual(['2026-01-02'])
    const computed = moment('2027-02-03 10:00', { unit: 'working-day', value: 1 }).explanation
    expect(computed.find((line) => line.kind === 'holiday')).toMatchObject({ on: '2027-02-04', provisional: true, reason: 'Nghỉ Tết Đinh Mùi: không tính' })
  })

  test('of a same-day limit that came too late', () => {
    expect(told('2026-11-23 16:10', { unit: 'same-day' })).toEqual([
      '11-23 received: Nhận hồ sơ lúc 16:10, sau 15:00: chuyển sang ngày làm việc tiếp theo',
      '11-24 holiday: Nghỉ lễ Ngày Văn hóa Việt Nam: không tính',
      '11-25 due ✓: Trả kết quả trước 17:30',
    ])
  })

  test('of a same-day limit in time, and on a day off', () => {
    expect(told('2026-11-25 09:00', { unit: 'same-day' })).toEqual([
      '11-25 received: Nhận hồ sơ lúc 09:00, không sau 15:00: trả trong ngày',
      '11-25 due ✓: Trả kết quả trong ngày, trước 17:30',
    ])
    expect(told('2026-11-24 09:00', { unit: 'same-day' })[0]).toBe('11-24 received: Nhận hồ sơ lúc 09:00, nghỉ lễ Ngày Văn hóa Việt Nam: chuyển sang ngày làm việc tiếp theo')
  })

  test('shows the working day that a cut-off makes day zero', () => {
    expect(told('2026-11-23 16:10', { unit: 'working-day', value: 1, cutOff: '15:00' })).toEqual([
      '11-23 received: Nhận hồ sơ lúc 16:10, sau 15:00: chuyển sang ngày làm việc tiếp theo',
      '11-24 holiday: Nghỉ lễ Ngày Văn hóa Việt Nam: không tính',
      '11-25 zero: Bắt đầu tính, coi như ngày nhận: không tính',
      '11-26 due ✓: Ngày 1: trả kết quả trước 17:30',
    ])
  })

  test('of calendar days whose last one is off', () => {
    expect(told('2026-04-29 10:00', { unit: 'calendar-day', value: 3 })).toEqual([
      '04-29 received: Nhận hồ sơ lúc 10:00: không tính ngày nhận',
      '04-30 counted ✓: Ngày 1',
      '05-01 counted ✓: Ngày 2',
      '05-02 counted ✓: Ngày 3, thứ Bảy, nghỉ hằng tuần: lùi hạn',
      '05-03 day-off: Chủ nhật, nghỉ hằng tuần: lùi sang ngày làm việc tiếp theo',
      '05-04 due: Trả kết quả trước 17:30',
    ])
  })

  test('of working hours, session by session, with the minutes', () => {
    expect(told('2026-11-20 16:00', { unit: 'working-hour', value: 8 }, [pause('2026-11-23 08:00', '2026-11-23 09:00')], earlyAfternoons)).toEqual([
      '11-20 afternoon received: Nhận hồ sơ lúc 16:00: bắt đầu tính giờ',
      '11-20 afternoon counted ✓: Tính 1 giờ',
      '11-21 day-off: Thứ Bảy, nghỉ hằng tuần: không tính',
      '11-22 day-off: Chủ nhật, nghỉ hằng tuần: không tính',
      '11-23 morning counted ✓: Tính 3 giờ, trừ 1 giờ tạm dừng',
      '11-23 afternoon due ✓: Tính 4 giờ, đủ 8 giờ: trả kết quả trước 17:00',
    ])
  })

  test('of half days, with a session that was closed', () => {
    const blackout = calendarWith([entry('2026-11-25', { kind: 'closure', closed: ['morning'], name: 'mất điện' })])
    expect(told('2026-11-23 14:00', { unit: 'half-day', value: 2 }, [], blackout)).toEqual([
      '11-23 afternoon received: Nhận hồ sơ lúc 14:00, buổi chiều: không tính buổi nhận',
      '11-24 holiday: Nghỉ lễ Ngày Văn hóa Việt Nam: không tính',
      '11-25 morning closure: Buổi sáng đóng cửa (mất điện): không tính',
      '11-25 afternoon counted ✓: Buổi 1 (chiều)',
      '11-26 morning due ✓: Buổi 2 (sáng): trả kết quả trước 11:30',
    ])
  })

  test('of half days received at noon', () => {
    expect(told('2026-11-25 12:00', { unit: 'half-day', value: 1 })).toEqual([
      '11-25 received: Nhận hồ sơ lúc 12:00, ngoài giờ làm việc: tính từ đầu buổi làm việc tiếp theo',
      '11-25 afternoon zero: Bắt đầu tính từ buổi chiều: không tính buổi này',
      '11-26 morning due ✓: Buổi 1 (sáng): trả kết quả trước 11:30',
    ])
  })

  test('of clock hours that end on a day off', () => {
    expect(told('2026-11-20 18:00', { unit: 'clock-hour', value: 24 })).toEqual([
      '11-20 received: Nhận hồ sơ lúc 18:00: bắt đầu tính giờ',
      '11-20 counted ✓: Tính 6 giờ',
      '11-21 counted ✓: Tính 18 giờ',
      '11-22 day-off: Chủ nhật, nghỉ hằng tuần: lùi sang ngày làm việc tiếp theo',
      '11-23 due: Đã đủ 24 giờ: trả kết quả trước 07:30',
    ])
  })

  test('of a pause: its days are told, days off in it stay days off', () => {
    expect(told('2026-11-09 14:22', { unit: 'working-day', value: 4 }, [pause('2026-11-13 07:50', '2026-11-16 08:05')]).slice(4)).toEqual([
      '11-13 paused: Tạm dừng: không tính',
      '11-14 day-off: Thứ Bảy, nghỉ hằng tuần: không tính',
      '11-15 day-off: Chủ nhật, nghỉ hằng tuần: không tính',
      '11-16 due ✓: Ngày 4: trả kết quả trước 17:30',
    ])
  })
})

describe('the explanation in one sentence, as the slip prints it', () => {
  test.each<[string, TimeLimit, string]>([
    ['2026-11-20 09:12', { unit: 'working-day', value: 3 },
      'không tính ngày nhận 20/11; 21–22/11 nghỉ hằng tuần; 23/11 ngày 1; 24/11 nghỉ lễ, không tính; 25/11 ngày 2; thứ Năm 26/11 ngày 3'],
    ['2026-11-23 16:10', { unit: 'same-day' },
      '23/11 nhận hồ sơ lúc 16:10, sau 15:00: chuyển sang ngày làm việc tiếp theo; 24/11 nghỉ lễ, không tính; thứ Tư 25/11 trả kết quả'],
    ['2026-11-25 09:00', { unit: 'same-day' }, '25/11 nhận hồ sơ lúc 09:00, không sau 15:00: trả trong ngày'],
    ['2026-11-16 09:00', { unit: 'working-day', value: 5 },
      'không tính ngày nhận 16/11; 17–20/11 ngày 1–4; 21–22/11 nghỉ hằng tuần; thứ Hai 23/11 ngày 5'],
    ['2026-04-17 10:00', { unit: 'calendar-day', value: 15 },
      'không tính ngày nhận 17/04; 18/04–02/05 ngày 1–15; 03/05 nghỉ hằng tuần; thứ Hai 04/05 trả kết quả'],
    ['2026-11-20 16:00', { unit: 'working-hour', value: 8 },
      '20/11 nhận hồ sơ lúc 16:00: bắt đầu tính giờ; 21–22/11 nghỉ hằng tuần; thứ Hai 23/11 lúc 16:00, đủ 8 giờ'],
    ['2026-11-25 08:00', { unit: 'half-day', value: 4 },
      '25/11 nhận hồ sơ lúc 08:00, buổi sáng: không tính buổi nhận; 26/11 buổi 2–3; thứ Sáu 27/11 buổi 4'],
  ])('%s, %o', (received, limit, expected) => {
    expect(sentence(received, limit)).toBe(expected)
  })

  test('a pause is told as one stretch', () => {
    expect(sentence('2026-11-02 09:00', { unit: 'working-day', value: 2 }, [pause('2026-11-04 16:00', '2026-11-06 08:00')]))
      .toBe('không tính ngày nhận 02/11; 03/11 ngày 1; 04–05/11 tạm dừng, không tính; thứ Sáu 06/11 ngày 2')
  })

  test('a long limit leaves out what goes without saying', () => {
    expect(sentence('2026-04-01 09:00', { unit: 'working-day', value: 40 }))
      .toBe('không tính ngày nhận 01/04; không tính ngày nghỉ hằng tuần; 26/04 nghỉ lễ, không tính; 27/04 nghỉ bù, không tính; 30/04–01/05 nghỉ lễ, không tính; thứ Hai 01/06 ngày 40')
  })
})
