import { addDays, localDate, weekdayOf, type LocalDate } from '@/lib/kernel/local-date'
import { compileCalendar } from './compile-calendar'
import { hungKingsDayOf, lunarYearName, newYearOf } from './lunar'
import type { CalendarEntry, CalendarSpan, WeeklySessions, WorkingCalendar } from './working-calendar'

/**
 * The national days off as the rules give them, for years whose schedule nobody has entered. What a notice decides each year
 * (swaps, which days around Tết) cannot be computed: the closest to the habit is taken, and everything is "dự kiến".
 * @law Bộ luật Lao động 2019, Điều 112 (nghỉ lễ, tết), Điều 111 khoản 3 (nghỉ bù); Nghị quyết 28/2026/QH16 (ngày 24/11)
 */
export function computedHolidays(year: number): CalendarEntry[] {
  const holidays = RULES.filter((rule) => year >= rule.since).flatMap((rule) => rule.days(year).map((on) => ({ on, name: rule.name(year) })))
  const taken = new Set<LocalDate>(holidays.map(({ on }) => on))
  const entries = holidays.map(({ on, name }) => ({ ...computedBy(year), kind: 'holiday' as const, on, name }))
  const substitutes = holidays.toSorted((a, b) => a.on.localeCompare(b.on)).filter(({ on }) => isWeekend(on)).map(({ on, name }) => {
    const substitute = nextFreeDay(on, taken)
    taken.add(substitute)
    return { ...computedBy(year), kind: 'substitute' as const, on: substitute, name, insteadOf: on }
  })
  return [...entries, ...substitutes]
}

const computedBy = (year: number) => ({
  layer: 'nation' as const, author: 'Hệ thống', source: 'Tính theo quy định về nghỉ lễ, tết; chưa nhập thông báo của năm',
  provisional: true, scheduleYear: year,
})

type Rule = { since: number; name: (year: number) => string; days: (year: number) => LocalDate[] }

const on = (monthDay: string) => (year: number): LocalDate[] => [localDate(`${year}-${monthDay}`)]

/** Since when a rule holds is unverified for years before 2023; computed years say "dự kiến" anyway. */
const RULES: readonly Rule[] = [
  { since: 0, name: () => 'Tết Dương lịch', days: on('01-01') },
  { since: 0, name: (year) => `Tết ${lunarYearName(year)}`, days: newYearDays },
  { since: 2007, name: () => 'Giỗ Tổ Hùng Vương', days: (year) => [hungKingsDayOf(year)] },
  { since: 0, name: () => 'Ngày Chiến thắng', days: on('04-30') },
  { since: 0, name: () => 'Ngày Quốc tế Lao động', days: on('05-01') },
  { since: 0, name: () => 'Quốc khánh', days: nationalDays },
  { since: 2026, name: () => 'Ngày Văn hóa Việt Nam', days: on('11-24') },
]

/** Five days around mùng 1 (four until 2013): two before it, or one where fewer of them then fall on a weekend. */
function newYearDays(year: number): LocalDate[] {
  const length = year < 2014 ? 4 : 5
  const beginning = (before: number) => Array.from({ length }, (_unused, position) => addDays(newYearOf(year), position - before))
  const [two, one] = [beginning(2), beginning(1)]
  return year < 2014 || one.filter(isWeekend).length < two.filter(isWeekend).length ? one : two
}

/** 2/9 and, since 2021, a day beside it: the one that joins it to a weekend. */
function nationalDays(year: number): LocalDate[] {
  const day = localDate(`${year}-09-02`)
  if (year < 2021) return [day]
  const dayAfter = [1, 4, 7].includes(weekdayOf(day))
  return dayAfter ? [day, addDays(day, 1)] : [addDays(day, -1), day]
}

const isWeekend = (day: LocalDate): boolean => weekdayOf(day) >= 6

function nextFreeDay(after: LocalDate, taken: ReadonlySet<LocalDate>): LocalDate {
  let day = addDays(after, 1)
  while (isWeekend(day) || taken.has(day)) day = addDays(day, 1)
  return day
}

/** The years whose published schedule somebody entered: the nation, or a commune that did not wait for it. */
const enteredYears = (entries: readonly CalendarEntry[]): Set<number> =>
  new Set(entries.flatMap((entry) => (entry.scheduleYear != null ? [entry.scheduleYear] : [])))

/** The entries, and computed national days off for each year of the span whose schedule is not among them. */
export function withComputedYears(entries: readonly CalendarEntry[], span: CalendarSpan): CalendarEntry[] {
  const entered = enteredYears(entries)
  const [first, last] = [Number(span.from.slice(0, 4)), Number(span.to.slice(0, 4))]
  const years = Array.from({ length: last - first + 1 }, (_unused, position) => first + position)
  return [...entries, ...years.filter((year) => !entered.has(year)).flatMap(computedHolidays)]
}

/** Whether a year still waits for its published schedule, so that its due dates are "dự kiến" as a whole. */
export const isComputedYear = (entries: readonly CalendarEntry[], year: number): boolean => !enteredYears(entries).has(year)

/** From before the oldest dossier that is kept to the end of the lunar table. */
export const CALENDAR_SPAN: CalendarSpan = { from: localDate('2010-01-01'), to: localDate('2050-12-31') }

/** The calendar of a commune: what the layers say, and the rules where the nation has not yet spoken. */
export const communeCalendar = (entries: readonly CalendarEntry[], weekly: readonly WeeklySessions[], span = CALENDAR_SPAN): WorkingCalendar =>
  compileCalendar(withComputedYears(entries, span), weekly, span)
