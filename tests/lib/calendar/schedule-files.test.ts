import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { effectOf, type CalendarRule } from '@/lib/calendar/domain/calendar-rule'
import { scheduleLines } from '@/lib/calendar/domain/schedule-list'
import { computedHolidays } from '@/lib/calendar/domain/national-holidays'
import { SESSION_NAMES, type CalendarEntry } from '@/lib/calendar/domain/working-calendar'
import { readCsv, writeCsv } from '@/lib/calendar/inputs/schedule-csv'
import { readScheduleFile } from '@/lib/calendar/inputs/schedule-file'
import { readIcs, writeIcs } from '@/lib/calendar/inputs/schedule-ics'
import { rulesOf, type ReadSchedule } from '@/lib/calendar/inputs/schedule-rows'
import { addDays, localDate } from '@/lib/kernel/local-date'
import { nationalSchedule } from '@/prisma/seed/calendar/national-schedule'

const linesOf = (entries: readonly CalendarEntry[], year: number) => scheduleLines(entries.map((entry, at) => ({ id: String(at), rule: 'day', entry })), year)
const ics = (entries: readonly CalendarEntry[], year: number) => writeIcs(linesOf(entries, year), { place: 'Xã Tân Quới', host: 'tan-quoi.example', stamp: new Date('2026-11-22T01:00:00Z') })
const effects = (read: ReadSchedule): string[] => {
  const { rules, problems } = rulesOf(read, { source: '-', wholeYear: false })
  expect(problems).toEqual([])
  return rules.map(effectOf).toSorted()
}
const effectsOf = (entries: readonly CalendarEntry[]): string[] => entries.map((entry): CalendarRule => ({ rule: 'day', entry })).map(effectOf).toSorted()
const unique = (all: string[]): string[] => [...new Set(all)]

describe('a schedule that is written and read back is the same', () => {
  const year2026 = nationalSchedule.filter(({ on }) => on.startsWith('2026'))

  test.each([['CSV', (): ReadSchedule => readCsv(writeCsv(linesOf(year2026, 2026)))], ['iCalendar', (): ReadSchedule => readIcs(ics(year2026, 2026))]])('as %s: the published year 2026', (_format, read) => {
    expect(unique(effects(read()))).toEqual(effectsOf(year2026))
    expect(read().rows.find(({ from }) => from === '2026-01-02')?.provisional).toBe(true)
    expect(read().rows.find(({ from }) => from === '2026-11-24')?.source).toBe('Nghị quyết 28/2026/QH16, Điều 2')
  })

  const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((text) => text.replace(/\s+/gu, ' ').trim()).filter((text) => text !== '' && !/[\p{Cc}\p{Cf}]/u.test(text))
  const hostile = fc.constantFrom('=1+1', '+84', '-5', '@A1', '＝HYPERLINK("x")', 'Nghỉ, "bù"; 5', "'=x", 'dòng\\n1', 'a;b,c')
  const days = fc.integer({ min: 0, max: 360 }).map((day) => addDays(localDate('2027-01-01'), day))
  const base = fc.record({ on: days, name: fc.oneof(names, hostile), source: fc.oneof(names, hostile), provisional: fc.boolean() }).map((raw) => ({ ...raw, layer: 'commune' as const, author: 'Quản trị', scheduleYear: 2027 }))
  const other = fc.integer({ min: 1, max: 20 })
  const entries: fc.Arbitrary<CalendarEntry> = fc.oneof(
    base.map((each): CalendarEntry => ({ ...each, kind: 'holiday' })),
    base.map((each): CalendarEntry => ({ ...each, kind: 'ordinary' })),
    fc.tuple(base, other).map(([each, by]): CalendarEntry => ({ ...each, kind: 'substitute', insteadOf: addDays(each.on, -by) })),
    fc.tuple(base, fc.oneof(fc.constant('whole-day' as const), fc.subarray([...SESSION_NAMES], { minLength: 1 }))).map(([each, closed]): CalendarEntry => ({ ...each, kind: 'closure', closed })),
  )

  test('whatever it holds', () => {
    fc.assert(fc.property(fc.uniqueArray(entries, { selector: ({ on }) => on, maxLength: 12 }), (all) => {
      const told = all.map(({ name, source }) => [name, source])
      for (const read of [readCsv(writeCsv(linesOf(all, 2027))), readIcs(ics(all, 2027))]) {
        if (all.length === 0) continue
        expect(unique(effects(read))).toEqual(unique(effectsOf(all)))
        for (const row of read.rows) expect(told).toContainEqual([row.name, row.source])
      }
    }))
  })

  test('no cell of the table is taken for a formula', () => {
    fc.assert(fc.property(fc.array(base, { maxLength: 5 }), (all) => {
      const text = writeCsv(linesOf(all.map((each): CalendarEntry => ({ ...each, kind: 'holiday' })), 2027)).slice(1)
      for (const [, quoted, plain] of text.matchAll(/"((?:[^"]|"")*)"|([^,\r\n]+)/g)) expect(quoted ?? plain).not.toMatch(/^[=+\-@＝＋－＠]/u)
    }))
  })
})

describe('a table from elsewhere', () => {
  const problems = (text: string) => rulesOf(readCsv(text), { source: '-', wholeYear: false }).problems
  const head = 'Loại;Từ ngày;Đến ngày;Tên;Ngày đổi;Buổi'

  test('may have semicolons or tabs, columns in another order, names without marks', () => {
    expect(effects(readCsv('ten;tu ngay;loai\nTết;5/2/2027;Nghỉ lễ\n'))).toEqual(['holiday 2027-02-05'])
    expect(effects(readCsv('Loại\tTừ ngày\tĐến ngày\tTên\nNGHI LE\t2027-02-05\t2027-02-07\tTết'))).toEqual(['holiday 2027-02-05', 'holiday 2027-02-06', 'holiday 2027-02-07'])
  })

  test('a swap brings its make-up day along, from whichever row', () => {
    const swap = ['make-up 2027-08-28 2027-08-30', 'swap-off 2027-08-30 2027-08-28']
    expect(effects(readCsv(`${head}\nNghỉ hoán đổi;30/08/2027;;Quốc khánh;28/08/2027;`))).toEqual(swap)
    expect(effects(readCsv(`${head}\nLàm bù;28/08/2027;;Quốc khánh;30/08/2027;`))).toEqual(swap)
  })

  test.each([
    ['Nghỉ mát;05/02/2027;;Tết;;', 2, 'Chưa biết loại ngày “Nghỉ mát”. Ghi một trong: Nghỉ lễ, Nghỉ bù, Nghỉ hoán đổi, Làm bù, Đóng cửa, Làm việc như thường.'],
    ['Nghỉ lễ;31/04/2027;;Lễ;;', 2, 'Từ ngày: chưa đọc được “31/04/2027”. Ghi theo dạng 05/02/2027.'],
    ['Nghỉ lễ;;;Lễ;;', 2, 'Từ ngày: còn trống. Ghi theo dạng 05/02/2027.'],
    ['Nghỉ lễ;05/02/2027;04/02/2027;Tết;;', 2, 'Đến ngày phải từ Từ ngày trở đi.'],
    ['Nghỉ lễ;05/02/2027;05/05/2027;Tết;;', 2, 'Một dòng không quá 31 ngày. Chia thành nhiều dòng.'],
    ['Nghỉ bù;08/02/2027;;Tết;;', 2, 'Nghỉ bù cần ghi ở cột Ngày đổi ngày lễ trùng ngày nghỉ hằng tuần.'],
    ['Nghỉ hoán đổi;08/02/2027;;Tết;08/02/2027;', 2, 'Ngày đổi phải khác ngày của dòng.'],
    ['Đóng cửa;08/02/2027;;Bão;;trưa', 2, 'Buổi: chưa đọc được “trưa”. Ghi sáng, chiều, tối; cả ngày thì để trống.'],
    ['Nghỉ lễ;08/02/2027;;;;', 2, 'Ghi tên ngày, ví dụ Giỗ Tổ Hùng Vương'],
  ])('says of "%s" where it stands and how to mend it', (row, line, sentence) => {
    expect(problems(`${head}\n${row}`)).toEqual([{ line, sentence }])
  })

  test('counts lines as an editor does, over blank lines and quoted breaks', () => {
    const text = `${head}\r\n\r\nNghỉ lễ;05/02/2027;;"Tết\r\nNguyên đán";;\r\nsai;05/02/2027;;x;;\r\nNghỉ lễ;99/02/2027;;x;;`
    expect(problems(text).map(({ line }) => line)).toEqual([5, 6])
  })

  test('without the columns it needs says which are missing', () => {
    expect(problems('Loại,Tên\nNghỉ lễ,Tết')).toEqual([{ line: 1, sentence: 'Dòng đầu còn thiếu cột Từ ngày. Tải tệp mẫu để xem đủ các cột.' }])
    expect(problems(head)).toEqual([{ line: 1, sentence: 'Tệp chưa có dòng nào. Mỗi ngày nghỉ, làm bù là một dòng.' }])
  })

  test('never hangs, whatever it is', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => {
      const { rows, problems: found } = readCsv(text)
      expect(rows.length + found.length).toBeGreaterThan(0)
    }))
  })
})

describe('a calendar file from elsewhere', () => {
  const calendar = (...lines: string[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n')
  const event = (...lines: string[]): string[] => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']

  test('is days off by the name of each event; folded lines, alarms and cancelled events are read as the standard has them', () => {
    const { rows, problems } = readIcs(calendar(
      ...event('DTSTART;VALUE=DATE:20270205', 'DTEND;VALUE=DATE:20270210', 'SUMMARY:Tết Nguyên', '  đán', 'BEGIN:VALARM', 'SUMMARY:Nhắc', 'END:VALARM'),
      ...event('DTSTART;VALUE=DATE:20270430', 'SUMMARY:Nghỉ lễ Ngày Chiến thắng\\, 30/4'),
      ...event('DTSTART;VALUE=DATE:20270501', 'SUMMARY:Bỏ', 'STATUS:CANCELLED'),
    ))
    expect(problems).toEqual([])
    expect(rows.map(({ kind, from, to, name }) => [kind, from, to, name])).toEqual([
      ['holiday', '2027-02-05', '2027-02-09', 'Tết Nguyên đán'], ['holiday', '2027-04-30', '2027-04-30', 'Ngày Chiến thắng, 30/4'],
    ])
  })

  test.each([
    [event('DTSTART:20270205T073000Z', 'SUMMARY:Mất điện'), 4, 'Chỉ đọc được sự kiện cả ngày. Đóng cửa một buổi thì nhập bằng bảng hoặc trên màn hình.'],
    [event('SUMMARY:Tết'), 3, 'Sự kiện chưa có ngày bắt đầu (DTSTART).'],
    [event('DTSTART;VALUE=DATE:20270205', 'RRULE:FREQ=YEARLY', 'SUMMARY:Tết'), 5, 'Sự kiện lặp lại (RRULE) chưa đọc được. Ghi từng ngày thành sự kiện riêng.'],
    [event('DTSTART;VALUE=DATE:20270208', 'SUMMARY:Làm bù Tết'), 3, 'Làm bù cần ghi ở cột Ngày đổi ngày được nghỉ thay.'],
  ])('says where it cannot be read: %#', (lines, line, sentence) => {
    expect(rulesOf(readIcs(calendar(...lines)), { source: '-', wholeYear: false }).problems).toEqual([{ line, sentence }])
  })

  test('is written in lines of at most 75 octets, without cutting a letter', () => {
    const text = ics([{ layer: 'nation', author: 'a', source: 'Thông báo nghỉ lễ, tết rất dài '.repeat(8), on: localDate('2027-02-05'), name: 'Tết Đinh Mùi', kind: 'holiday' }], 2027)
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(text).not.toContain('\uFFFD')
  })
})

describe('a file with its decision', () => {
  const decision = { so: '9441/TB-BNV', 'ngay-ban-hanh-day': '1', 'ngay-ban-hanh-month': '10', 'ngay-ban-hanh-year': '2026', nguon: 'Thông báo của Bộ Nội vụ' }

  test('gives each row the decision as its source, and the year to the schedule', () => {
    const { read } = readScheduleFile({ ...decision, 'ca-nam': 'yes' }, 'Loại,Từ ngày,Tên\nNghỉ lễ,05/02/2027,Tết')
    expect(read?.rules[0]?.entry).toMatchObject({ source: 'Thông báo của Bộ Nội vụ, số 9441/TB-BNV ngày 01/10/2026', scheduleYear: 2027, layer: 'commune' })
  })

  test('without a decision is read for its rows all the same, and taken for nothing', () => {
    const { read, errors, problems } = readScheduleFile({}, 'Loại,Từ ngày,Tên\nsai,05/02/2027,Tết')
    expect(read).toBeNull()
    expect(Object.keys(errors)).toEqual(['so', 'ngay-ban-hanh', 'nguon'])
    expect(problems).toHaveLength(1)
  })

  test('that is empty says what to do', () => {
    expect(readScheduleFile(decision, '\uFEFF \n').errors).toEqual({ 'bang-lich': 'Chọn tệp, hoặc dán nội dung vào ô này' })
  })
})

test('the table of next year that administrators fill in reads back without a complaint', () => {
  const lines = linesOf(computedHolidays(2027).map((entry) => ({ ...entry, source: '', provisional: false })), 2027)
  expect(effects(readCsv(writeCsv(lines)))).toEqual(effectsOf(computedHolidays(2027)))
})
