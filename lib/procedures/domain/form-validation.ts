import { earliestDay, latestDay, readTypedDate, wholeDay, yearOf } from '@/lib/identity/domain/partial-date'
import {
  isMobile, LONGEST_NAME, oddMarksOfName, personalIdWarnings, readPersonalId, readPhone, type Sex, tidyLines, tidyText,
} from '@/lib/identity/domain/person'
import type { LocalDate } from '@/lib/kernel/local-date'
import {
  type Answers, type ApplicationForm, type DateField, dateOf, type Field, fieldsFor, fieldsOfPart, isAnswered, isDate, partOf, partsFor, typedDate,
} from '@/lib/procedures/domain/application-form'
import type { FieldProblem, FieldProblemKind, FieldWarning } from '@/lib/procedures/domain/form-problems'

/** What is amiss in one part, in the order of its questions. Only questions that are asked can be amiss. */
export function validatePart(form: ApplicationForm, slug: string, answers: Answers, today: LocalDate): FieldProblem[] {
  const part = partOf(form, slug)
  return part === null ? [] : fieldsOfPart(part, answers).flatMap((field) => problemsOf(form, field, answers, today))
}

/** The same for the whole form, by part; empty: it can be sent. */
export const validateForm = (form: ApplicationForm, answers: Answers, today: LocalDate): { slug: string; problems: FieldProblem[] }[] =>
  partsFor(form, answers)
    .map(({ slug }) => ({ slug, problems: validatePart(form, slug, answers, today) }))
    .filter(({ problems }) => problems.length > 0)

function problemsOf(form: ApplicationForm, field: Field, answers: Answers, today: LocalDate): FieldProblem[] {
  const { name, label, required } = field
  if (!isAnswered(field, answers)) {
    const verb = field.kind === 'choice' || field.kind === 'select' || field.kind === 'yes-no' ? 'choose' : 'enter'
    return required ? [{ field: name, label, code: 'required', sentence: field.whenEmpty ?? null, verb }] : []
  }
  const found = isDate(field) ? dateProblem(form, field, answers, today) : valueProblem(field, answers[name] ?? '')
  return found === null ? [] : [{ field: name, label, ...found }]
}

/** @unit letters (code points) */
const LONGEST = { name: LONGEST_NAME, text: 255, address: 255, email: 254, textarea: 2_000 } as const

function valueProblem(field: Exclude<Field, DateField>, typed: string): FieldProblemKind | null {
  switch (field.kind) {
    case 'name': case 'text': case 'address': case 'textarea': case 'email': {
      const text = field.kind === 'textarea' ? tidyLines(typed) : tidyText(typed)
      const letters = [...text].length
      if (letters > LONGEST[field.kind]) return { code: 'too-long', letters, most: LONGEST[field.kind] }
      return field.kind === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text) ? { code: 'email-form' } : null
    }
    case 'personal-id': {
      const id = readPersonalId(typed)
      return id.ok ? null : id.problem
    }
    case 'phone': {
      const phone = readPhone(typed)
      if (!phone.ok) return phone.problem
      return field.mobileOnly && !isMobile(phone.value) ? { code: 'phone-not-mobile' } : null
    }
    case 'number': {
      const text = tidyText(typed).replace(/[.\s](?=\d{3}(?:\D|$))/g, '')
      if (!/^\d+$/.test(text)) return { code: 'number-form' }
      const given = Number(text)
      return given < field.min || given > field.max ? { code: 'number-range', given, min: field.min, max: field.max } : null
    }
    case 'choice': case 'select':
      return field.options.some(({ value }) => value === typed.trim()) ? null : { code: 'choice-unknown' }
    case 'yes-no':
      return /^(?:yes|no)$/.test(typed.trim()) ? null : { code: 'choice-unknown' }
  }
}

const EARLIEST_YEAR = 1900
/** Plans reach no further. @unit years */
const FURTHEST_PLAN = 10

type Found = FieldProblemKind & Pick<FieldProblem, 'part'>

function dateProblem(form: ApplicationForm, field: DateField, answers: Answers, today: LocalDate): Found | null {
  const read = readTypedDate(typedDate(answers, field.name))
  if (!read.ok) return { ...read.problem, part: boxOf(read.problem) }
  const date = read.value
  if (field.kind === 'date' && wholeDay(date) === null) {
    const missing = date.length === 4 ? 'month' : 'day'
    return { code: 'date-incomplete', missing, part: missing }
  }
  const earliest = field.earliestYear ?? EARLIEST_YEAR
  const latest = Number(today.slice(0, 4)) + (field.latest === 'today' ? 0 : FURTHEST_PLAN)
  if (yearOf(date) < earliest) return { code: 'year-range', year: yearOf(date), earliest, latest, part: 'year' }
  if (field.latest === 'today' && earliestDay(date) > today) return { code: 'in-future', date, today, part: boxInFuture(date, today) }
  if (yearOf(date) > latest) return { code: 'year-range', year: yearOf(date), earliest, latest, part: 'year' }
  const other = field.notBefore === undefined ? null : dateOf(answers, field.notBefore)
  if (other !== null && latestDay(date) < earliestDay(other)) {
    return { code: 'before-other', other: fieldsFor(form, answers).find(({ name }) => name === field.notBefore)?.label ?? '', part: 'day' }
  }
  return null
}

function boxOf(problem: FieldProblemKind): 'day' | 'month' | 'year' {
  if (problem.code === 'date-digits') return problem.part
  if (problem.code === 'date-incomplete') return problem.missing
  if (problem.code === 'month-range') return 'month'
  return problem.code === 'year-form' ? 'year' : 'day'
}

const boxInFuture = (date: string, today: LocalDate): 'day' | 'month' | 'year' =>
  date.slice(0, 4) > today.slice(0, 4) ? 'year' : date.slice(0, 7) > today.slice(0, 7) ? 'month' : 'day'

/** What deserves a second look in a part. Fields with a problem are left to `validatePart`. */
export function warningsOfPart(form: ApplicationForm, slug: string, answers: Answers): FieldWarning[] {
  const part = partOf(form, slug)
  return part === null ? [] : fieldsOfPart(part, answers).flatMap((field) => warningsOf(form, field, answers))
}

function warningsOf(form: ApplicationForm, field: Field, answers: Answers): FieldWarning[] {
  const { name, label } = field
  if (field.kind === 'name') {
    const marks = oddMarksOfName(tidyText(answers[name] ?? ''))
    return marks.length === 0 ? [] : [{ field: name, label, code: 'name-odd-marks', marks }]
  }
  if (field.kind !== 'personal-id') return []
  const id = readPersonalId(answers[name] ?? '')
  if (!id.ok) return []
  const chosen = field.sexField === undefined ? undefined : answers[field.sexField]
  const sex: Sex | null = field.sex ?? (chosen === 'male' || chosen === 'female' ? chosen : null)
  const birth = field.birthField === undefined ? null : dateOf(answers, field.birthField)
  const repeated = fieldsFor(form, answers).find((other) => {
    if (other.kind !== 'personal-id' || other.name === name) return false
    const otherId = readPersonalId(answers[other.name] ?? '')
    return otherId.ok && otherId.value === id.value
  })
  const warnings: FieldWarning[] = personalIdWarnings(id.value, { sex, birth }).map((warning) => ({ field: name, label, ...warning }))
  return repeated === undefined ? warnings : [...warnings, { field: name, label, code: 'personal-id-repeated', other: repeated.label }]
}
