import { type LocalDate, localDate, parseLocalDate } from '@/lib/kernel/local-date'
import { fail, ok, type Result } from '@/lib/kernel/result'

/**
 * A day as far as it is known: "1941", "1941-03" or "1941-03-09".
 * Many old people have only a year in their papers. Nobody may be made to invent a day.
 */
export type PartialDate = string & { readonly brand: 'PartialDate' }

export type DateParts = { year: number; month: number | null; day: number | null }

export type DateProblem =
  | { code: 'date-incomplete'; missing: 'day' | 'month' | 'year' }
  | { code: 'date-digits'; part: 'day' | 'month' | 'year' }
  | { code: 'year-form' }
  | { code: 'month-range'; month: number }
  | { code: 'day-range'; day: number; month: number; year: number; days: number }

/** As typed: three boxes, each text, blank where unknown. */
export type TypedDate = { day: string; month: string; year: string }

const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** How many days a month has. @unit month: 1–12 */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && !leap ? 28 : (LONGEST[month - 1] ?? 31)
}

/** Reads what was typed into the three boxes. A day without a month cannot stand; a year alone can. */
export function readTypedDate(typed: TypedDate): Result<PartialDate, DateProblem> {
  const [day, month, year] = [typed.day.trim(), typed.month.trim(), typed.year.trim()]
  for (const [part, text] of [['day', day], ['month', month], ['year', year]] as const) {
    if (!/^\d*$/.test(text)) return fail({ code: 'date-digits', part })
  }
  if (year === '') return fail({ code: 'date-incomplete', missing: 'year' })
  if (!/^\d{4}$/.test(year)) return fail({ code: 'year-form' })
  if (month === '') return day === '' ? ok(year as PartialDate) : fail({ code: 'date-incomplete', missing: 'month' })
  if (Number(month) < 1 || Number(month) > 12) return fail({ code: 'month-range', month: Number(month) })
  const yearMonth = `${year}-${pad(Number(month))}`
  if (day === '') return ok(yearMonth as PartialDate)
  const days = daysInMonth(Number(year), Number(month))
  if (Number(day) < 1 || Number(day) > days) {
    return fail({ code: 'day-range', day: Number(day), month: Number(month), year: Number(year), days })
  }
  return ok(`${yearMonth}-${pad(Number(day))}` as PartialDate)
}

/** Reads "yyyy", "yyyy-mm" or "yyyy-mm-dd"; null for anything else, and for days that do not exist. */
export function parsePartialDate(text: string): PartialDate | null {
  const [, year, month = '', day = ''] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? []
  if (year === undefined) return null
  const read = readTypedDate({ day, month, year })
  return read.ok ? read.value : null
}

export function datePartsOf(date: PartialDate): DateParts {
  const [year, month, day] = date.split('-')
  return { year: Number(year), month: month === undefined ? null : Number(month), day: day === undefined ? null : Number(day) }
}

export const yearOf = (date: PartialDate): number => datePartsOf(date).year

/** The day, where all of it is known; else null. */
export const wholeDay = (date: PartialDate): LocalDate | null => parseLocalDate(date)

/** The first day it can have been. */
export const earliestDay = (date: PartialDate): LocalDate => {
  const { year, month, day } = datePartsOf(date)
  return localDate(`${pad(year, 4)}-${pad(month ?? 1)}-${pad(day ?? 1)}`)
}

/** The last day it can have been. */
export const latestDay = (date: PartialDate): LocalDate => {
  const { year, month, day } = datePartsOf(date)
  const lastMonth = month ?? 12
  return localDate(`${pad(year, 4)}-${pad(lastMonth)}-${pad(day ?? daysInMonth(year, lastMonth))}`)
}

/** "09/03/1941", "tháng 03/1941" or "năm 1941". */
export function showPartialDate(date: PartialDate): string {
  const { year, month, day } = datePartsOf(date)
  if (month === null) return `năm ${pad(year, 4)}`
  return day === null ? `tháng ${pad(month)}/${pad(year, 4)}` : `${pad(day)}/${pad(month)}/${pad(year, 4)}`
}

const pad = (number: number, width = 2): string => String(number).padStart(width, '0')
