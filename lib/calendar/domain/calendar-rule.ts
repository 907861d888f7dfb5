import type { LocalDate } from '@/lib/kernel/local-date'
import { communeCalendar } from './national-holidays'
import type { CalendarEntry, Layer, WeeklySessions, WorkingCalendar } from './working-calendar'

/** What one row of the calendar says: of one day, or of the week. */
export type CalendarRule = { rule: 'day'; entry: CalendarEntry } | { rule: 'week'; entry: WeeklySessions }

/** A rule that stands in the calendar, under the id of its row. */
export type EnteredRule = CalendarRule & { id: string }

/** The decision or notice behind a change, as it is cited wherever the change shows. */
export type Decision = { number: string; issuedOn: LocalDate; source: string }

/** The calendar that rules make, with computed national days off for years that nobody entered. */
export function calendarFrom(rules: readonly (CalendarRule & { id?: string })[]): WorkingCalendar {
  const days = rules.flatMap((rule) => (rule.rule === 'day' ? [{ ...rule.entry, ...(rule.id === undefined ? {} : { id: rule.id }) }] : []))
  const weeks = rules.flatMap((rule) => (rule.rule === 'week' ? [rule.entry] : []))
  return communeCalendar(days, weeks)
}

/** The commune may add to and withdraw from its own layer; the wider ones are not its to change. */
export const isOfLayer = (rule: CalendarRule, layer: Layer): boolean => rule.entry.layer === layer

/**
 * What a rule does, without its name, source and author: two rules of one layer with the same effect are one.
 * A holiday and a substitute day off close the same day; only their names differ, so the kind is part of it.
 */
export function effectOf(rule: CalendarRule): string {
  if (rule.rule === 'week') {
    const { effectiveFrom, effectiveTo, season, weekdays, sessions } = rule.entry
    return JSON.stringify(['week', effectiveFrom, effectiveTo, season, [...weekdays].toSorted(), sessions])
  }
  const { entry } = rule
  switch (entry.kind) {
    case 'holiday':
    case 'ordinary': return `${entry.kind} ${entry.on}`
    case 'substitute': return `${entry.kind} ${entry.on} ${entry.insteadOf}`
    case 'swap-off': return `${entry.kind} ${entry.on} ${entry.madeUpOn}`
    case 'make-up': return `${entry.kind} ${entry.on} ${entry.replaces}`
    case 'closure': return `${entry.kind} ${entry.on} ${entry.closed === 'whole-day' ? '' : [...entry.closed].toSorted().join(' ')}`
  }
}
