import { citation, importSentence } from '../wording'
import type { CalendarRule, Decision } from '../domain/calendar-rule'
import { readDecision } from './decision'
import { readCsv } from './schedule-csv'
import { looksLikeIcs, readIcs } from './schedule-ics'
import { rulesOf, type RowProblem } from './schedule-rows'
import { TypedForm, type Typed } from './typed-form'

/** A yearly schedule is a few kilobytes; what is much longer is another file. @unit letters */
const LONGEST = 200_000

export type ReadFile = {
  errors: Record<string, string>
  /** Rows that cannot be read, with the line each stands in. Nothing of the file is taken while there is one. */
  problems: RowProblem[]
  read: { rules: CalendarRule[]; decision: Decision } | null
}

/** Reads a schedule from a file or pasted text, CSV or iCalendar, with the decision behind all of it. Field `bang-lich`. */
export function readScheduleFile(typed: Typed, content: string): ReadFile {
  const form = new TypedForm(typed)
  const text = content.replace(/^\uFEFF/, '')
  if (text.trim() === '') form.refuse('bang-lich', importSentence.noText)
  if (text.length > LONGEST) form.refuse('bang-lich', importSentence.textTooLong)
  const decision = readDecision(form)
  if (form.errors['bang-lich'] !== undefined) return { errors: form.errors, problems: [], read: null }
  const told = looksLikeIcs(text) ? readIcs(text) : readCsv(text)
  const { rules, problems } = rulesOf(told, { source: decision === null ? '-' : citation(decision), wholeYear: form.one('ca-nam') === 'yes' })
  return { errors: form.errors, problems, read: form.isFine && problems.length === 0 && decision !== null ? { rules, decision } : null }
}
