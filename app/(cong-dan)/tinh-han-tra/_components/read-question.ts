import { dueMoment, type DueMoment, type DueProblem } from '@/lib/calendar/domain/due-moment'
import type { Pause } from '@/lib/calendar/domain/pauses'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import type { WorkingCalendar } from '@/lib/calendar/domain/working-calendar'
import { TimeLimitInput } from '@/lib/calendar/inputs/limits'
import { TypedForm, type Typed } from '@/lib/calendar/inputs/typed-form'
import { calendarOf } from '@/lib/calendar/store'
import { calculatorSentence, dueProblemSentence } from '@/lib/calendar/wording'
import { instantAt, localDateOf, localTimeOf } from '@/lib/kernel/local-date'
import type { Commune } from '@/lib/units/domain/commune'
import { chosenFrom, type ChoiceGroup, type ProcedureChoice } from './procedure-choice'

export const MOST_PAUSES = 5

/** `null` due: the law sets no limit. */
export type Reckoned = { receivedAt: Date; limit: TimeLimit | null; choice: ProcedureChoice | null; due: DueMoment | null; calendar: WorkingCalendar; pauses: number }
export type Question = { form: TypedForm; typed: Typed; choice: ProcedureChoice | null; byLimit: boolean; pauseRows: number; answer: Reckoned | null }

/** Reads the calculator's address. Nothing asked yet: no complaint and no answer; what is not said is today, now. */
export async function readQuestion(asked: Typed, commune: Commune | null, groups: readonly ChoiceGroup[], now: Date): Promise<Question> {
  const typed = withDefaults(asked, now)
  const form = new TypedForm(typed)
  const choice = chosenFrom(groups, form.one('thu-tuc'), form.one('truong-hop'))
  const byLimit = form.one('cach') === 'thoi-han'
  const wasAsked = asked['tinh'] !== undefined || asked['thu-tuc'] !== undefined || asked['so'] !== undefined
  const pauses = wasAsked ? readPauses(form) : []
  const pauseRows = Math.min(MOST_PAUSES, pauseNumbers(form).length + 1)
  const question = { form, typed, choice, byLimit, pauseRows }
  if (!wasAsked) return { ...question, answer: null }
  if (commune === null) form.refuse('xa', calculatorSentence.commune)
  const limit = byLimit ? readLimit(form) : choice === null ? form.refuse('thu-tuc', calculatorSentence.procedure) : choice.limit
  const [on, time] = [form.day('nhan'), form.time('gio')]
  if (!form.isFine || commune === null || on === null || time === null) return { ...question, answer: null }
  const { calendar } = await calendarOf(commune.id)
  const told = { receivedAt: instantAt(on, time), limit, choice: byLimit ? null : choice, calendar, pauses: pauses.length }
  if (limit === null) return { ...question, answer: { ...told, due: null } }
  const due = dueMoment({ receivedAt: told.receivedAt, limit, calendar, pauses })
  if (!due.ok) form.refuse(fieldOf(due.problem, byLimit), dueProblemSentence(due.problem))
  return { ...question, answer: due.ok ? { ...told, due: due.value } : null }
}

/** Today at this minute, unless the address says otherwise; whoever has chosen a limit need not choose the way as well. */
function withDefaults(asked: Typed, now: Date): Typed {
  const [day, time] = [localDateOf(now), localTimeOf(now)]
  const [year, month, date] = day.split('-')
  return { 'nhan-day': String(Number(date)), 'nhan-month': String(Number(month)), 'nhan-year': year, gio: time, cach: asked['so'] !== undefined && asked['thu-tuc'] === undefined ? 'thoi-han' : 'thu-tuc', ...asked }
}

function readLimit(form: TypedForm): TimeLimit | null {
  const [unit, value, cutOff] = [form.one('don-vi'), form.one('so'), form.one('gio-chot')]
  if (unit === '') return form.refuse('don-vi', calculatorSentence.unit)
  if (unit !== 'same-day' && value.trim() === '') return form.refuse('so', calculatorSentence.value)
  const parsed = TimeLimitInput.safeParse({ unit, value: unit === 'same-day' ? '' : value, cutOff: unit === 'working-day' || unit === 'same-day' ? cutOff : '' })
  return parsed.success ? parsed.data : form.refuse(parsed.error.issues[0]!.path[0] === 'cutOff' ? 'gio-chot' : 'so', parsed.error.issues[0]!.message)
}

const parts = ['day', 'month', 'year'] as const
const isFilled = (form: TypedForm, name: string): boolean => parts.some((part) => form.one(`${name}-${part}`).trim() !== '')

/** Rows of the form in which something was typed. */
const pauseNumbers = (form: TypedForm): number[] =>
  Array.from({ length: MOST_PAUSES }, (_unused, at) => at + 1).filter((row) => isFilled(form, `dung${row}-tu`) || isFilled(form, `dung${row}-den`))

function readPauses(form: TypedForm): Pause[] {
  return pauseNumbers(form).flatMap((row) => {
    const start = momentOf(form, `dung${row}-tu`)
    const end = isFilled(form, `dung${row}-den`) ? momentOf(form, `dung${row}-den`) : null
    if (start === null || (end === null && isFilled(form, `dung${row}-den`))) return []
    if (end !== null && end < start) form.refuse(`dung${row}-den`, calculatorSentence.pauseEnds)
    return [{ start, end }]
  })
}

function momentOf(form: TypedForm, name: string): Date | null {
  const [day, time] = [form.day(name), form.time(`${name}-gio`)]
  return day === null || time === null ? null : instantAt(day, time)
}

function fieldOf({ code }: DueProblem, byLimit: boolean): string {
  if (code === 'received-before-calendar' || code === 'instant-unreadable') return 'nhan'
  if (code === 'no-working-time') return 'xa'
  return byLimit ? 'so' : 'nhan'
}
