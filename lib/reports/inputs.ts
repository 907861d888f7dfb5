import { z } from 'zod'
import { readTypedDate, wholeDay, type TypedDate } from '@/lib/identity/domain/partial-date'
import { addDays, daysBetween, parseLocalDate, type LocalDate } from '@/lib/kernel/local-date'
import type { Cell } from './domain/facts'
import { dayPeriod, monthPeriod, quarterPeriod, yearPeriod, type Period } from './domain/period'
import type { TypedFigure, TypedReport } from './domain/typed-report'
import { cellOfSlug, typedFigureField } from './wording'

/** The query of an address, as Next gives it. */
export type Query = Readonly<Record<string, string | string[] | undefined>>
const one = (query: Query, name: string): string => [query[name]].flat()[0]?.trim() ?? ''

export const periodChoices = ['hom-nay', 'thang-nay', 'quy', 'nam'] as const
export type PeriodChoice = (typeof periodChoices)[number]

export type ChosenPeriod = {
  period: Period
  /** null: from–to as typed. */
  choice: PeriodChoice | null
  /** What stands in the boxes of the form. */
  typed: { from: TypedDate; to: TypedDate }
  errors: { field: 'tu' | 'den'; message: string }[]
}

/** Longer periods are asked of an archive, not of a screen. @unit days */
const LONGEST = 3_700

/**
 * Reads `ky`, or `tu` and `den` (whole, or in three boxes `tu-day` …; `den` is the last day and belongs to it).
 * What cannot be read leaves `usual` in force and says how to mend it.
 */
export function readPeriod(query: Query, today: LocalDate, usual: PeriodChoice = 'thang-nay'): ChosenPeriod {
  const typed = { from: typedIn(query, 'tu'), to: typedIn(query, 'den') }
  const asked = periodChoices.find((choice) => choice === one(query, 'ky')) ?? usual
  const chosen = (errors: ChosenPeriod['errors']): ChosenPeriod => {
    const period = periodOf(asked, today)
    return { period, choice: asked, typed: errors.length > 0 ? typed : boxesOf(period, today), errors }
  }
  if (isBlank(typed.from) && isBlank(typed.to)) return chosen([])
  const [from, last] = [readDay(typed.from), readDay(typed.to)]
  if ('mend' in from || 'mend' in last) {
    return chosen([...('mend' in from ? [{ field: 'tu' as const, message: from.mend }] : []), ...('mend' in last ? [{ field: 'den' as const, message: last.mend }] : [])])
  }
  if (last.day < from.day) return chosen([{ field: 'den', message: 'Ngày cuối kỳ phải từ ngày đầu kỳ trở đi' }])
  if (daysBetween(from.day, last.day) > LONGEST) return chosen([{ field: 'den', message: 'Chọn khoảng không quá 10 năm' }])
  return { period: { from: from.day, to: addDays(last.day, 1) }, choice: null, typed, errors: [] }
}

export const periodOf = (choice: PeriodChoice, today: LocalDate): Period =>
  ({ 'hom-nay': dayPeriod, 'thang-nay': monthPeriod, quy: quarterPeriod, nam: yearPeriod })[choice](today)

const isBlank = ({ day, month, year }: TypedDate): boolean => day === '' && month === '' && year === ''

/** `tu=2012-01-01` or `tu=01/01/2012`, else the three boxes. */
function typedIn(query: Query, name: 'tu' | 'den'): TypedDate {
  const whole = one(query, name)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(whole)
  if (iso) return { year: iso[1]!, month: iso[2]!, day: iso[3]! }
  const spoken = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(whole)
  if (spoken) return { day: spoken[1]!, month: spoken[2]!, year: spoken[3]! }
  if (whole !== '') return { day: whole, month: '', year: '' }
  return { day: one(query, `${name}-day`), month: one(query, `${name}-month`), year: one(query, `${name}-year`) }
}

const boxesOf = ({ from, to }: Period, today: LocalDate): ChosenPeriod['typed'] => {
  const last = addDays(to, -1)
  return { from: boxes(from), to: boxes(last < today ? last : today < from ? last : today) }
}
const boxes = (day: LocalDate): TypedDate => ({ day: day.slice(8), month: day.slice(5, 7), year: day.slice(0, 4) })

/** The day, or the sentence that says how to mend what was typed. */
function readDay(typed: TypedDate): { day: LocalDate } | { mend: string } {
  const read = readTypedDate(typed)
  const day = read.ok ? wholeDay(read.value) : null
  if (day !== null) return { day }
  if (read.ok) return { mend: 'Nhập đủ ngày, tháng, năm' }
  switch (read.problem.code) {
    case 'day-range': return { mend: read.problem.day < 1 ? 'Ngày từ 1 trở đi' : `Tháng ${read.problem.month} chỉ có ${read.problem.days} ngày` }
    case 'month-range': return { mend: 'Tháng từ 1 đến 12' }
    case 'year-form': return { mend: 'Năm gồm 4 chữ số, ví dụ 2026' }
    case 'date-digits': return { mend: 'Chỉ nhập chữ số, ví dụ 5 11 2026' }
    case 'date-incomplete': return { mend: 'Nhập đủ ngày, tháng, năm' }
  }
}

/** The cell that `o=` names; null where there is none. */
export const readCell = (query: Query): Cell | null => cellOfSlug(one(query, 'o'))

/** Which slice of the figures: a field, a unit, a day on which they fall due. */
export const readSlice = (query: Query): { fieldSlug?: string; unitKey?: string; dueOn?: LocalDate } => ({
  ...(/^[a-z0-9-]{1,60}$/.test(one(query, 'linh-vuc')) ? { fieldSlug: one(query, 'linh-vuc') } : {}),
  ...(/^[a-z0-9-]{1,60}$/.test(one(query, 'don-vi')) ? { unitKey: one(query, 'don-vi') } : {}),
  ...(parseLocalDate(one(query, 'han')) !== null ? { dueOn: parseLocalDate(one(query, 'han'))! } : {}),
})

const Day = z.string().transform((text, context) => {
  const day = parseLocalDate(text)
  if (day !== null) return day
  context.addIssue('Ngày viết theo mẫu 2026-11-25, và phải có trong lịch.')
  return z.NEVER
})

/** The question of GET /api/v1/reports/settlement: `to` is the first day that no longer belongs to the period. */
export const SettlementQuestion = z
  .object({
    commune: z.string().min(1, 'commune là tên ngắn của xã, ví dụ my-an.').max(60),
    from: Day,
    to: Day,
    field: z.string().max(60).optional(),
    by: z.enum(['none', 'field', 'unit', 'channel', 'month'], { error: 'by là none, field, unit, channel hoặc month.' }).default('none'),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'to phải sau from: kỳ gồm các ngày từ from đến trước to.' })
  .refine(({ from, to }) => daysBetween(from, to) <= LONGEST, { path: ['to'], error: 'Kỳ dài nhất là 10 năm.' })
export type SettlementQuestion = z.output<typeof SettlementQuestion>

/** Which rows come next: the key of the last one shown, opaque to the reader. */
export const Cursor = z.string().max(120).transform((text, context) => {
  const found = /^(-?\d+(?:\.\d+)?)_([0-9a-f-]{36})$/.exec(text)
  if (found) return { key: Number(found[1]), id: found[2]! }
  context.addIssue('Mở lại danh sách từ đầu.')
  return z.NEVER
})
export type Cursor = z.output<typeof Cursor>
export const readCursor = (query: Query): Cursor | undefined => Cursor.safeParse(one(query, 'sau')).data


/** Figures of another report, from a GET form: `6.047` and `6047` are the same; what was not typed is not judged. */
export function readTypedReport(query: Query): { typed: Partial<Record<TypedFigure, string>>; report: TypedReport; errors: Partial<Record<TypedFigure, string>> } {
  const [typed, report, errors]: [Partial<Record<TypedFigure, string>>, Partial<Record<TypedFigure, number>>, Partial<Record<TypedFigure, string>>] = [{}, {}, {}]
  for (const figure of Object.keys(typedFigureField) as TypedFigure[]) {
    const text = one(query, typedFigureField[figure])
    if (text === '') continue
    typed[figure] = text
    const digits = text.replace(/[.\s]/g, '')
    if (/^\d{1,9}$/.test(digits)) report[figure] = Number(digits)
    else errors[figure] = 'Nhập số hồ sơ bằng chữ số, ví dụ 6.047'
  }
  return { typed, report, errors }
}
