import { addDays, daysBetween, localDate, type LocalDate } from '@/lib/kernel/local-date'

/** Local days from `from` up to and without `to`. */
export type Period = { from: LocalDate; to: LocalDate }

/** The last day that still belongs to it. */
export const lastDay = ({ to }: Period): LocalDate => addDays(to, -1)

const first = (year: number, month: number): LocalDate => {
  const at = new Date(Date.UTC(year, month - 1, 1))
  return localDate(at.toISOString().slice(0, 10))
}
const yearOf = (day: LocalDate): number => Number(day.slice(0, 4))
const monthOf = (day: LocalDate): number => Number(day.slice(5, 7))

export const dayPeriod = (day: LocalDate): Period => ({ from: day, to: addDays(day, 1) })
export const monthPeriod = (day: LocalDate): Period => months(yearOf(day), monthOf(day), 1)
export const quarterPeriod = (day: LocalDate): Period => months(yearOf(day), quarterOf(day) * 3 - 2, 3)
export const yearPeriod = (day: LocalDate): Period => months(yearOf(day), 1, 12)

/** 1 to 4. */
export const quarterOf = (day: LocalDate): number => Math.ceil(monthOf(day) / 3)

const months = (year: number, month: number, count: number): Period => ({ from: first(year, month), to: first(year, month + count) })

/** How many whole months it is, from a first to a first; null where it is not. */
export function wholeMonths({ from, to }: Period): number | null {
  if (!from.endsWith('-01') || !to.endsWith('-01')) return null
  return (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from)
}

/** The one before it, as long: months before months, days before days. */
export function previousPeriod(period: Period): Period {
  const count = wholeMonths(period)
  if (count !== null) return months(yearOf(period.from), monthOf(period.from) - count, count)
  const days = daysBetween(period.from, period.to)
  return { from: addDays(period.from, -days), to: period.from }
}

/** The same days a year earlier; 29 February becomes 1 March. */
export function sameLastYear({ from, to }: Period): Period {
  return { from: yearEarlier(from), to: yearEarlier(to) }
}

function yearEarlier(day: LocalDate): LocalDate {
  const at = new Date(Date.UTC(yearOf(day) - 1, monthOf(day) - 1, Number(day.slice(8))))
  return localDate(at.toISOString().slice(0, 10))
}

/** The months up to and with that of a day, the oldest first. */
export const monthsUpTo = (day: LocalDate, count: number): Period[] =>
  Array.from({ length: count }, (_unused, at) => months(yearOf(day), monthOf(day) - count + 1 + at, 1))

/** The months of a period; its first and last may be broken. */
export function monthsIn({ from, to }: Period): Period[] {
  const found: Period[] = []
  for (let begins = from; begins < to; ) {
    const next = first(yearOf(begins), monthOf(begins) + 1)
    found.push({ from: begins, to: next < to ? next : to })
    begins = next
  }
  return found
}

export type ReportPeriodKind = 'month' | 'quarter' | 'half-year' | 'year'

/**
 * The periods of reports as provinces rule them: from the 15th of the month before to the 14th of the last month.
 * `number` counts months (1–12), quarters (1–4) or halves (1–2) of the year.
 */
export function reportPeriod(kind: ReportPeriodKind, year: number, number: number): Period {
  const length = { month: 1, quarter: 3, 'half-year': 6, year: 12 }[kind]
  const last = kind === 'year' ? 12 : number * length
  const fifteenth = (month: number): LocalDate => addDays(first(year, month), 14)
  return { from: fifteenth(last - length), to: fifteenth(last) }
}
