import { addDays, daysBetween, type LocalDate, type Weekday } from '@/lib/kernel/local-date'
import type { CalendarChange } from '../domain/calendar-change'
import type { CalendarRule, Decision } from '../domain/calendar-rule'
import { SESSION_NAMES, type CalendarEntry, type Provenance, type SessionName } from '../domain/working-calendar'
import { citation, inputSentence } from '../wording'
import { readDecision } from './decision'
import { swapEntries, SwapInput, WeeklySessionsInput } from './entries'
import { TypedForm, type Typed } from './typed-form'

/** What an administrator may add: words of addresses. */
export const CHANGE_KINDS = ['dong-cua', 'nghi', 'hoan-doi', 'nhu-thuong', 'gio'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** No closure or holiday entered at once is longer. @unit days */
const LONGEST_RANGE = 31

export type ReadChange = { kind: ChangeKind; errors: Record<string, string>; read: { change: CalendarChange; decision: Decision } | null }

export const kindOf = (typed: Typed): ChangeKind => CHANGE_KINDS.find((kind) => kind === typed['loai']) ?? 'dong-cua'

/** Reads the form of one kind of change. Layer and author are the use case's to say; the source of each rule is the decision. */
export function readChange(typed: Typed): ReadChange {
  const form = new TypedForm(typed)
  const kind = kindOf(typed)
  const reader = { 'dong-cua': closures, nghi: holidays, 'hoan-doi': swap, 'nhu-thuong': ordinaryDays, gio: hours }[kind]
  const told = reader(form)
  const decision = readDecision(form)
  if (!form.isFine || told === null || decision === null) return { kind, errors: form.errors, read: null }
  const by = { layer: 'commune' as const, author: '', source: citation(decision) }
  return { kind, errors: {}, read: { change: { add: told(by), withdraw: [] }, decision } }
}

type By = Pick<Provenance, 'layer' | 'author' | 'source'>
/** The rules, once it is known who says so. */
type Rules = (by: By) => CalendarRule[]

const asRule = (entry: CalendarEntry): CalendarRule => ({ rule: 'day', entry })

function closures(form: TypedForm): Rules | null {
  const [days, name] = [range(form), form.text('ten', inputSentence.closureName)]
  const whole = form.one('pham-vi') !== 'buoi'
  const chosen = form.all('buoi').filter((text): text is SessionName => SESSION_NAMES.some((session) => session === text))
  if (!whole && chosen.length === 0) form.refuse('buoi', inputSentence.closed)
  if (days === null || name === null) return null
  return (by) => days.map((on) => asRule({ ...by, kind: 'closure', on, name, closed: whole ? 'whole-day' : chosen }))
}

function holidays(form: TypedForm): Rules | null {
  const [days, name] = [range(form), form.text('ten', inputSentence.name)]
  return days === null || name === null ? null : (by) => days.map((on) => asRule({ ...by, kind: 'holiday', on, name }))
}

function ordinaryDays(form: TypedForm): Rules | null {
  const [days, name] = [range(form), form.text('ten', inputSentence.ordinaryName)]
  return days === null || name === null ? null : (by) => days.map((on) => asRule({ ...by, kind: 'ordinary', on, name }))
}

function swap(form: TypedForm): Rules | null {
  const [dayOff, madeUpOn, name] = [form.day('tu'), form.day('bu'), form.text('ten', inputSentence.name)]
  if (dayOff === null || madeUpOn === null || name === null) return null
  const read = form.read('bu', SwapInput, { dayOff, madeUpOn, name, source: '-' })
  return read === null ? null : ({ source, ...by }) => swapEntries({ ...read, source }, by).map(asRule)
}

/** `tu` to `den`, both included; without `den` one day. */
function range(form: TypedForm): LocalDate[] | null {
  const [from, to] = [form.day('tu'), form.optionalDay('den')]
  if (from === null || form.errors['den'] !== undefined) return null
  const days = to === null ? 1 : daysBetween(from, to) + 1
  if (days < 1) return form.refuse('den', inputSentence.rangeEnds)
  if (days > LONGEST_RANGE) return form.refuse('den', inputSentence.rangeTooLong(LONGEST_RANGE))
  return Array.from({ length: days }, (_unused, position) => addDays(from, position))
}

/** Fields of the hours of each session, by its name. */
export const sessionFields = { morning: 'sang', afternoon: 'chieu', evening: 'toi' } as const satisfies Record<SessionName, string>

function hours(form: TypedForm): Rules | null {
  const [effectiveFrom, effectiveTo] = [form.day('tu'), form.optionalDay('den')]
  const season = seasonOf(form)
  const weekdays = form.all('thu').map(Number).filter((day): day is Weekday => Number.isInteger(day) && day >= 1 && day <= 7)
  if (weekdays.length === 0) form.refuse('thu', inputSentence.weekdays)
  const sessions = SESSION_NAMES.flatMap((name) => sessionOf(form, name))
  if (effectiveFrom === null || !form.isFine) return null
  const raw = { effectiveFrom, effectiveTo, season, weekdays, sessions, source: '-', provisional: false }
  const parsed = WeeklySessionsInput.safeParse(raw)
  if (parsed.success) return (by) => [{ rule: 'week', entry: { ...parsed.data, ...by } }]
  const [issue] = parsed.error.issues
  return form.refuse(issue!.path[0] === 'effectiveTo' ? 'den' : 'sang-mo', issue!.message)
}

/** A session without hours is one that is not held. */
function sessionOf(form: TypedForm, name: SessionName) {
  const field = sessionFields[name]
  if (form.one(`${field}-mo`).trim() === '' && form.one(`${field}-dong`).trim() === '') return []
  const [opens, closes] = [form.time(`${field}-mo`), form.time(`${field}-dong`)]
  return opens === null || closes === null ? [] : [{ name, opens, closes, countsForDeadlines: form.one(`${field}-nhan`) !== 'chi-nhan' }]
}

/** "1/10" and "31/3", as people write a day of every year; both or neither. */
function seasonOf(form: TypedForm): { from: string; to: string } | null {
  const [from, to] = [form.one('mua-tu').trim(), form.one('mua-den').trim()]
  if (from === '' && to === '') return null
  const [first, last] = [monthDay(from), monthDay(to)]
  if (first === null) form.refuse('mua-tu', inputSentence.seasonDay)
  if (last === null) form.refuse('mua-den', inputSentence.seasonDay)
  return first === null || last === null ? null : { from: first, to: last }
}

const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function monthDay(text: string): string | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})$/.exec(text)
  const [day, month] = [Number(match?.[1]), Number(match?.[2])]
  return match !== null && day >= 1 && day <= (LONGEST_MONTH[month - 1] ?? 0) ? `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` : null
}
