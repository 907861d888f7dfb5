import { daysBetween, type LocalDate } from '@/lib/kernel/local-date'
import { localDateOfDay, type DayNumber } from './minute'
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR, LUNAR_YEARS } from './lunar-table'

/** A day of the Vietnamese lunar calendar. `leap`: in the month that repeats (tháng nhuận). */
export type LunarDate = { day: number; month: number; leap: boolean; year: number }

/** Years of the solar calendar whose every day has a lunar date here. */
export const FIRST_LUNAR_DAY_YEAR = FIRST_LUNAR_YEAR + 1
export const LAST_LUNAR_DAY_YEAR = LAST_LUNAR_YEAR

type LunarMonth = { month: number; leap: boolean; length: number }

/**
 * The lunar date of a day, from 1960 to 2050. Throws RangeError outside. Since 1968 Việt Nam reckons by UTC+7, so that Tết
 * of 1968, 1969, 1985, 2007 and 2030 lie earlier than in calendars made for UTC+8.
 */
export function lunarDateOf(on: LocalDate): LunarDate {
  const solarYear = Number(on.slice(0, 4))
  if (solarYear < FIRST_LUNAR_DAY_YEAR || solarYear > LAST_LUNAR_DAY_YEAR) throw new RangeError(`No lunar date known for ${on}`)
  const year = on < newYearOf(solarYear) ? solarYear - 1 : solarYear
  let left = daysBetween(newYearOf(year), on)
  for (const { month, leap, length } of monthsOf(year)) {
    if (left < length) return { day: left + 1, month, leap, year }
    left -= length
  }
  throw new RangeError(`No lunar date known for ${on}`)
}

/** The first day of the lunar year (mùng 1 Tết). */
export const newYearOf = (year: number): LocalDate => localDateOfDay(firstDayOf(year))

/** The day on which a lunar date falls, in the month itself, not in its repetition. */
export function solarDateOf(lunar: { day: number; month: number; year: number }): LocalDate {
  let day = firstDayOf(lunar.year)
  for (const { month, leap, length } of monthsOf(lunar.year)) {
    if (month === lunar.month && !leap) return localDateOfDay(day + lunar.day - 1)
    day += length
  }
  throw new RangeError(`Not a lunar date: ${lunar.day}/${lunar.month}/${lunar.year}`)
}

/** Giỗ Tổ Hùng Vương, mùng 10 tháng Ba âm lịch. */
export const hungKingsDayOf = (year: number): LocalDate => solarDateOf({ day: 10, month: 3, year })

const STEMS = ['Canh', 'Tân', 'Nhâm', 'Quý', 'Giáp', 'Ất', 'Bính', 'Đinh', 'Mậu', 'Kỷ'] as const
const BRANCHES = ['Thân', 'Dậu', 'Tuất', 'Hợi', 'Tý', 'Sửu', 'Dần', 'Mão', 'Thìn', 'Tỵ', 'Ngọ', 'Mùi'] as const

/** "Bính Ngọ" for 2026. */
export const lunarYearName = (year: number): string => `${STEMS[year % 10]!} ${BRANCHES[year % 12]!}`

const firstDayOf = (year: number): DayNumber => Date.UTC(year, 0, 1) / 86_400_000 + (bitsOf(year) >> 17)

function monthsOf(year: number): LunarMonth[] {
  const bits = bitsOf(year)
  const leapMonth = bits & 0xf
  return Array.from({ length: 12 }, (_unused, position) => position + 1).flatMap((month) => {
    const regular = { month, leap: false, length: bits & (1 << (month + 3)) ? 30 : 29 }
    return month === leapMonth ? [regular, { month, leap: true, length: bits & (1 << 16) ? 30 : 29 }] : [regular]
  })
}

function bitsOf(year: number): number {
  const bits = LUNAR_YEARS[year - FIRST_LUNAR_YEAR]
  if (bits === undefined) throw new RangeError(`No lunar year known: ${year}`)
  return bits
}
