import type { LocalDate } from '@/lib/kernel/local-date'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { calendarFrom, effectOf, isOfLayer, type CalendarRule, type EnteredRule } from './calendar-rule'
import { CALENDAR_SPAN } from './national-holidays'
import type { WorkingCalendar } from './working-calendar'

/** What a commune does to its own layer, all of it by one decision. `withdraw`: ids of entries. */
export type CalendarChange = { add: readonly CalendarRule[]; withdraw: readonly string[] }

export type CalendarChangeProblem =
  /** Everything that was to be added stands already: an import that was done before. */
  | { code: 'nothing-new' }
  /** Withdrawn by a colleague in between, or never the commune's own. */
  | { code: 'entry-not-yours' }
  | { code: 'day-outside-calendar'; on: LocalDate; from: LocalDate; to: LocalDate }
  /** Off and worked at once: two rules of the commune's own contradict one another. */
  | { code: 'day-told-twice'; on: LocalDate }
  | { code: 'no-working-time' }

/** A change that may be saved: the rules that are really new, and the calendar they make. */
export type DecidedChange = { add: readonly CalendarRule[]; withdraw: readonly string[]; calendar: WorkingCalendar }

/**
 * Adds to and withdraws from the commune's own layer. What stands already with the same effect is left out, so that the same
 * file may be read twice; a swap is withdrawn with its make-up day.
 */
export function decideCalendarChange(rules: readonly EnteredRule[], change: CalendarChange): Result<DecidedChange, CalendarChangeProblem> {
  const withdraw = withOtherHalves(rules, change.withdraw)
  if (withdraw === null) return fail({ code: 'entry-not-yours' })
  const left = rules.filter(({ id }) => !withdraw.includes(id))
  const known = new Set(left.map(effectOf))
  const add = change.add.filter((rule, at) => !known.has(effectOf(rule)) && change.add.findIndex((other) => effectOf(other) === effectOf(rule)) === at)
  if (add.length === 0 && withdraw.length === 0) return fail({ code: 'nothing-new' })
  const problem = outside(add) ?? toldTwice([...left.filter((rule) => isOfLayer(rule, 'commune')), ...add], add)
  if (problem !== null) return fail(problem)
  const calendar = calendarFrom([...left, ...add])
  return calendar.index.dayCloses.length === 0 ? fail({ code: 'no-working-time' }) : ok({ add, withdraw, calendar })
}

/** The ids with those of the other halves of swaps; null where one is not an entry of the commune's own. */
function withOtherHalves(rules: readonly EnteredRule[], ids: readonly string[]): string[] | null {
  const own = rules.filter((rule) => isOfLayer(rule, 'commune'))
  if (!ids.every((id) => own.some((rule) => rule.id === id))) return null
  const named = own.filter(({ id }) => ids.includes(id))
  return [...new Set([...ids, ...own.filter((rule) => named.some((one) => areHalves(one, rule))).map(({ id }) => id)])]
}

const areHalves = (one: CalendarRule, other: CalendarRule): boolean => isHalf(one, other) || isHalf(other, one)

const isHalf = (off: CalendarRule, worked: CalendarRule): boolean =>
  off.rule === 'day' && worked.rule === 'day' && off.entry.kind === 'swap-off' && worked.entry.kind === 'make-up'
  && off.entry.madeUpOn === worked.entry.on && worked.entry.replaces === off.entry.on

function outside(add: readonly CalendarRule[]): CalendarChangeProblem | null {
  const on = add.map((rule) => (rule.rule === 'day' ? rule.entry.on : rule.entry.effectiveFrom)).find((day) => day < CALENDAR_SPAN.from || day > CALENDAR_SPAN.to)
  return on === undefined ? null : { code: 'day-outside-calendar', on, ...CALENDAR_SPAN }
}

/** Closures may lie over anything; of the other kinds one day has one. */
function toldTwice(own: readonly CalendarRule[], add: readonly CalendarRule[]): CalendarChangeProblem | null {
  const ruling = (rules: readonly CalendarRule[]) => rules.flatMap((rule) => (rule.rule === 'day' && rule.entry.kind !== 'closure' ? [rule.entry.on] : []))
  const days = ruling(own)
  const twice = ruling(add).find((on) => days.filter((day) => day === on).length > 1)
  return twice === undefined ? null : { code: 'day-told-twice', on: twice }
}
