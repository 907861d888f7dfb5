import { type LocalDate, localDateOf, localTimeOf, weekdayOf } from '@/lib/kernel/local-date'

/** How days, hours, amounts and codes are written for Vietnamese readers. Pure text; no-break spaces only inside a number and its unit. */
const NBSP = '\u00a0'

const weekdays = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const
const shortWeekdays = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'] as const

const parts = (day: LocalDate) => ({ year: day.slice(0, 4), month: day.slice(5, 7), date: day.slice(8, 10) })

/** `thứ Ba`, `Chủ nhật`: small letters, as inside a sentence. */
export const weekdayName = (day: LocalDate): string => weekdays[weekdayOf(day) - 1]!

/** `T3`, `CN`. */
export const weekdayShort = (day: LocalDate): string => shortWeekdays[weekdayOf(day) - 1]!

/** `24/11/2026` */
export const shortDay = (day: LocalDate): string => `${dayMonth(day)}/${parts(day).year}`

/** `24/11` */
export const dayMonth = (day: LocalDate): string => `${parts(day).date}/${parts(day).month}`

/** `thứ Ba, 24/11/2026`: in sentences and headings. */
export const longDay = (day: LocalDate): string => `${weekdayName(day)}, ${shortDay(day)}`

/** `24/11, thứ Ba`: first column of a list. */
export const listDay = (day: LocalDate): string => `${dayMonth(day)}, ${weekdayName(day)}`

/** `T3 24/11`: tables. */
export const tableDay = (day: LocalDate): string => `${weekdayShort(day)} ${dayMonth(day)}`

/** `tháng 11/2026`: the strip of the calendar leaf. */
export const monthYear = (day: LocalDate): string => `tháng ${Number(parts(day).month)}/${parts(day).year}`

/** `tháng 11`: the strip of the small calendar leaf. */
export const monthName = (day: LocalDate): string => `tháng ${Number(parts(day).month)}`

/** `ngày 24 tháng 11 năm 2026`: official papers. Days under 10 and the months 1 and 2 take a leading zero, so that nobody can add a figure. */
export function paperDay(day: LocalDate): string {
  const { year, month, date } = parts(day)
  return `ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`
}

/** `17:30 thứ Năm, 26/11/2026`: a due moment in words. */
export const longInstant = (instant: Date): string => `${localTimeOf(instant)} ${longDay(localDateOf(instant))}`

/** `25/11 14:20`: a moment in a table. */
export const tableInstant = (instant: Date): string => `${dayMonth(localDateOf(instant))} ${localTimeOf(instant)}`

/** `09 giờ 12 phút`: official papers. */
export const paperTime = (instant: Date): string => localTimeOf(instant).replace(':', ' giờ ') + ' phút'

/** `07:30–11:30` from two times of day. */
export const timeRange = (from: string, to: string): string => `${from}–${to}`

/** `2 giờ 15`, `8 giờ`, `45 phút`. @unit minutes */
export function duration(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes))
  const [hours, rest] = [Math.floor(whole / 60), whole % 60]
  if (hours === 0) return `${rest} phút`
  return rest === 0 ? `${hours} giờ` : `${hours} giờ ${String(rest).padStart(2, '0')}`
}

const whole = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 })
const tenths = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** `6.047` */
export const number = (value: number): string => whole.format(value)

/** `98,1 %` of a share between 0 and 1. A share that is not whole never rounds to 0,0 % or 100,0 %: one late dossier must show. */
export function percent(share: number): string {
  const rounded = Math.round(share * 1000) / 10
  const shown = share < 1 && rounded === 100 ? 99.9 : share > 0 && rounded === 0 ? 0.1 : rounded
  return `${tenths.format(shown)}${NBSP}%`
}

/** `98,1 %` for 454 of 463; `–` where there is nothing to divide by. */
export const percentOf = (count: number, total: number): string => (total === 0 ? '–' : percent(count / total))

/** `+0,7` / `−5,9`: a change in percentage points. */
export const points = (change: number): string => `${change < 0 ? '−' : '+'}${tenths.format(Math.abs(change))}`

/** `8.000 đ` */
export const money = (amountVnd: number): string => `${number(amountVnd)}${NBSP}đ`

/** As `money`, with the words citizens read for zero: `Không mất tiền`. */
export const moneyForCitizen = (amountVnd: number): string => (amountVnd === 0 ? 'Không mất tiền' : money(amountVnd))

/** As `money`, with the words of the desk for zero: `Không thu`. */
export const moneyForOfficer = (amountVnd: number): string => (amountVnd === 0 ? 'Không thu' : money(amountVnd))

/** `0912 000 326`, `0277 000 0000`. A number of any other length is shown as it was typed. */
export function phone(raw: string): string {
  const digits = raw.replace(/\D/g, '')
  if (digits.length !== 10 && digits.length !== 11) return raw
  return `${digits.slice(0, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}`
}

/** `087 ••• ••• 412`: province code and the last three figures. Shorter numbers (passport, old card) keep only their last three. */
export const maskedId = (id: string): string =>
  /^\d{12}$/.test(id) ? `${id.slice(0, 3)} ••• ••• ${id.slice(-3)}` : `••• ${id.slice(-3)}`

/** `09•• ••• 326` */
export const maskedPhone = (raw: string): string => {
  const digits = raw.replace(/\D/g, '')
  return digits.length < 9 ? '••• •••' : `${digits.slice(0, 2)}•• ••• ${digits.slice(-3)}`
}

/** `1,4 MB`, `300 KB`. @unit bytes */
export const fileSize = (bytes: number): string =>
  bytes < 1_000_000 ? `${whole.format(Math.max(1, Math.round(bytes / 1000)))}${NBSP}KB` : `${tenths.format(bytes / 1_000_000)}${NBSP}MB`
