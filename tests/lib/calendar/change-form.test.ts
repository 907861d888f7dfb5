import { describe, expect, test } from 'vitest'
import { readChange } from '@/lib/calendar/inputs/change-form'
import type { Typed } from '@/lib/calendar/inputs/typed-form'
import { changeSummary } from '@/lib/calendar/wording'

const boxes = (name: string, day: string): Typed => {
  const [year, month, date] = day.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}
const decision = { so: ' 12/TB-UBND ', ...boxes('ngay-ban-hanh', '2026-11-20'), nguon: 'Thông báo của UBND xã' }
const rulesOf = (typed: Typed) => readChange({ ...decision, ...typed }).read?.change.add ?? []
const errorsOf = (typed: Typed) => readChange(typed).errors

describe('the form of a change', () => {
  test('a closure of several days, whole or by sessions, with the decision as its source', () => {
    const [first, ...rest] = rulesOf({ loai: 'dong-cua', ...boxes('tu', '2026-12-02'), ...boxes('den', '2026-12-04'), ten: 'bão số 12', 'pham-vi': 'buoi', buoi: ['morning', 'afternoon'] })
    expect(first?.entry).toEqual({
      layer: 'commune', author: '', source: 'Thông báo của UBND xã, số 12/TB-UBND ngày 20/11/2026', kind: 'closure', on: '2026-12-02', name: 'bão số 12', closed: ['morning', 'afternoon'],
    })
    expect(rest).toHaveLength(2)
    expect(changeSummary([first!, ...rest], [])).toBe('Thêm 02/12/2026 Đóng cửa buổi sáng, chiều: bão số 12 và 2 mục khác')
  })

  test('a swap is two entries', () => {
    expect(rulesOf({ loai: 'hoan-doi', ...boxes('tu', '2026-12-31'), ...boxes('bu', '2026-12-26'), ten: 'Nghỉ liền' }).map(({ entry }) => ('kind' in entry ? entry.kind : ''))).toEqual(['swap-off', 'make-up'])
  })

  test('hours, also of a season and of sessions that only receive', () => {
    const [rule] = rulesOf({ loai: 'gio', ...boxes('tu', '2027-01-01'), thu: ['6'], 'sang-mo': '7h30', 'sang-dong': '11:30', 'sang-nhan': 'chi-nhan', 'mua-tu': '1/10', 'mua-den': '31/3' })
    expect(rule).toMatchObject({ rule: 'week', entry: { weekdays: [6], season: { from: '10-01', to: '03-31' }, sessions: [{ name: 'morning', opens: '07:30', closes: '11:30', countsForDeadlines: false }] } })
  })

  test.each<[string, Typed, Record<string, string>]>([
    ['nothing typed', {}, {
      tu: 'Ghi đủ ngày, tháng, năm bằng số, ví dụ 20 11 2026', ten: 'Ghi vì sao đóng cửa, ví dụ mất điện', so: 'Ghi số, ký hiệu văn bản, ví dụ 12/TB-UBND',
      'ngay-ban-hanh': 'Ghi đủ ngày, tháng, năm bằng số, ví dụ 20 11 2026', nguon: 'Ghi tên văn bản và nơi ban hành, ví dụ Thông báo của UBND xã',
    }],
    ['31 November', { ...decision, ...boxes('tu', '2026-11-31'), ten: 'bão' }, { tu: 'Tháng 11 chỉ có 30 ngày' }],
    ['an end before the beginning', { ...decision, ...boxes('tu', '2026-11-20'), ...boxes('den', '2026-11-19'), ten: 'bão' }, { den: 'Ngày cuối phải từ ngày đầu trở đi' }],
    ['a closure of a year', { ...decision, ...boxes('tu', '2026-11-20'), ...boxes('den', '2027-11-19'), ten: 'bão' }, { den: 'Mỗi lần nhập không quá 31 ngày. Chia thành nhiều lần' }],
    ['no session chosen', { ...decision, ...boxes('tu', '2026-11-20'), ten: 'bão', 'pham-vi': 'buoi' }, { buoi: 'Chọn cả ngày hoặc ít nhất một buổi' }],
    ['a swap with itself', { ...decision, loai: 'hoan-doi', ...boxes('tu', '2026-11-20'), ...boxes('bu', '2026-11-20'), ten: 'x' }, { bu: 'Ngày nghỉ và ngày làm bù phải là hai ngày khác nhau' }],
    ['no weekday', { ...decision, loai: 'gio', ...boxes('tu', '2026-11-20') }, { thu: 'Chọn ít nhất một thứ trong tuần' }],
    ['sessions that overlap', { ...decision, loai: 'gio', ...boxes('tu', '2026-11-20'), thu: '1', 'sang-mo': '07:30', 'sang-dong': '12:00', 'chieu-mo': '11:00', 'chieu-dong': '17:00' }, { 'sang-mo': 'Hai buổi chồng giờ nhau. Sửa giờ để buổi sau bắt đầu khi buổi trước đã xong.' }],
    ['half a session', { ...decision, loai: 'gio', ...boxes('tu', '2026-11-20'), thu: '1', 'sang-mo': '07:30' }, { 'sang-dong': 'Ghi giờ theo dạng 09:12' }],
    ['half a season', { ...decision, loai: 'gio', ...boxes('tu', '2026-11-20'), thu: '1', 'sang-mo': '07:30', 'sang-dong': '11:30', 'mua-tu': '31/2' }, { 'mua-tu': 'Ghi ngày rồi tháng, ví dụ 1/10. Cả năm thì để trống cả hai ô', 'mua-den': 'Ghi ngày rồi tháng, ví dụ 1/10. Cả năm thì để trống cả hai ô' }],
  ])('%s: says how to mend it', (_what, typed, errors) => {
    expect(errorsOf(typed)).toEqual(errors)
  })
})
