import type { LocalDate } from '@/lib/kernel/local-date'

export const CALENDAR = '/quan-tri/lich-lam-viec'
export type Query = Record<string, string | string[] | undefined>

/** An address with what was typed; blanks are left out. */
export function addressOf(path: string, query: Query): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) for (const each of value === undefined ? [] : [value].flat()) if (each !== '') search.append(name, each)
  return search.size === 0 ? path : `${path}?${search}`
}

export const yearAddress = (year: number, day?: LocalDate): string => addressOf(CALENDAR, { nam: String(year), ngay: day })

/** Three boxes filled with a day. */
export const dayBoxes = (name: string, day: LocalDate): Query => {
  const [year, month, date] = day.split('-')
  return { [`${name}-day`]: String(Number(date)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year }
}

/** The year asked for, within what the calendar speaks of. */
export function yearOf(asked: string | string[] | undefined, now: LocalDate, years: { first: number; last: number }): number {
  const year = typeof asked === 'string' && /^\d{4}$/.test(asked) ? Number(asked) : Number(now.slice(0, 4))
  return Math.min(years.last, Math.max(years.first, year))
}
