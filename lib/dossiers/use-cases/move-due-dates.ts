import 'server-only'
import { decideCalendarChange, type CalendarChange, type CalendarChangeProblem } from '@/lib/calendar/domain/calendar-change'
import type { CalendarRule, Decision } from '@/lib/calendar/domain/calendar-rule'
import type { DueProblem } from '@/lib/calendar/domain/due-moment'
import { calendarRules, forgetCalendar, lockCalendar, saveCalendarChange } from '@/lib/calendar/store'
import { changeSummary } from '@/lib/calendar/wording'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { movedDues } from '../domain/moved-due'
import { openDueAhead, writeMoved } from '../store/due-store'

export type ChangeCalendarInput = {
  change: CalendarChange
  decision: Decision
  /** The calendar the preview was made from; null: whichever stands. */
  revision: number | null
}
export type CalendarSaved = { revision: number; added: number; withdrawn: number; moved: number }
export type ChangeCalendarProblem = CalendarChangeProblem | DueProblem | { code: 'forbidden' } | { code: 'calendar-changed' }

/**
 * The commune changes its calendar by a decision. In one transaction: the entries, the next revision, and a new due moment for each
 * open dossier that is still ahead and that the change moves, with an event that names the decision.
 */
export async function changeCalendar(officer: Officer, input: ChangeCalendarInput): Promise<Result<CalendarSaved, ChangeCalendarProblem>> {
  if (!may(officer, 'calendar.change', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  const saved = await inCommune(officer, (tx) => changeCalendarIn(tx, officer, input, now()))
  forgetCalendar(officer.communeId)
  return saved
}

export async function changeCalendarIn(tx: Tx, officer: Officer, { change, decision, revision }: ChangeCalendarInput, at: Date): Promise<Result<CalendarSaved, ChangeCalendarProblem>> {
  const before = await lockCalendar(tx)
  if (revision !== null && revision !== before) return fail({ code: 'calendar-changed' })
  const rules = await calendarRules(tx)
  const decided = decideCalendarChange(rules, { ...change, add: change.add.map((rule) => by(officer, rule)) })
  if (!decided.ok) return decided
  const { add, withdraw, calendar } = decided.value
  const moved = movedDues(await openDueAhead(tx, at, true), { calendar, revision: before + 1 }, at)
  if (!moved.ok) return moved
  const reason = changeSummary(add, rules.filter(({ id }) => withdraw.includes(id)))
  const saved = await saveCalendarChange(tx, before, { add, withdraw, reason, decision: decision.number, author: officer.name, at })
  await writeMoved(tx, moved.value, decision.number, at, officer)
  return ok({ revision: saved, added: add.length, withdrawn: withdraw.length, moved: moved.value.length })
}

/** Whoever filled the form, the rule is the commune's and the officer's. */
const by = ({ name }: Officer, rule: CalendarRule): CalendarRule =>
  rule.rule === 'day' ? { rule: 'day', entry: { ...rule.entry, layer: 'commune', author: name } } : { rule: 'week', entry: { ...rule.entry, layer: 'commune', author: name } }
