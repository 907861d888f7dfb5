import type { LocalDate } from '@/lib/kernel/local-date'

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const

/**
 * A day as civil-status papers write it beside the figures:
 * "Ngày mùng năm tháng mười một năm hai nghìn không trăm hai mươi sáu".
 */
export function dateInWords(day: LocalDate): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return `Ngày ${date <= 10 ? `mùng ${belowHundred(date)}` : belowHundred(date)} tháng ${monthInWords(month)} năm ${yearInWords(year)}`
}

/** The fourth month is "tư", never "bốn". */
const monthInWords = (month: number): string => (month === 4 ? 'tư' : belowHundred(month))

function yearInWords(year: number): string {
  const [thousands, hundreds, rest] = [Math.floor(year / 1000), Math.floor(year / 100) % 10, year % 100]
  const words = [`${DIGITS[thousands]} nghìn`]
  if (hundreds > 0 || rest > 0) words.push(`${DIGITS[hundreds]} trăm`)
  if (rest > 0) words.push(rest < 10 ? `linh ${DIGITS[rest]}` : belowHundred(rest))
  return words.join(' ')
}

/** 1–99. After a ten, one is "mốt", five "lăm", four "tư"; after "mười" only five changes. */
function belowHundred(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  if (tens === 0) return DIGITS[ones] ?? ''
  const ten = tens === 1 ? 'mười' : `${DIGITS[tens]} mươi`
  if (ones === 0) return ten
  const one = ones === 5 ? 'lăm' : tens > 1 && ones === 1 ? 'mốt' : tens > 1 && ones === 4 ? 'tư' : DIGITS[ones]
  return `${ten} ${one}`
}
