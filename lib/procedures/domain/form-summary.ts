import { showPartialDate, wholeDay } from '@/lib/identity/domain/partial-date'
import { readPersonalId, readPhone, showPersonalId, tidyLines, tidyText } from '@/lib/identity/domain/person'
import { longDay, maskedId, maskedPhone, phone as groupedPhone } from '@/lib/kernel/format'
import { type Answers, type ApplicationForm, type DateField, dateOf, type Field, fieldsOfPart, isAnswered, isDate } from '@/lib/procedures/domain/application-form'
import { dateInWords } from '@/lib/procedures/domain/date-in-words'

export type SummaryRow = {
  field: string
  label: string
  value: string
  /** the date in words, as the register will say it; null for all else */
  inWords: string | null
  /** where it can be changed */
  partSlug: string
}
export type SummarySection = { title: string; rows: SummaryRow[] }

/** The answers as they will be sent, by section. What was not answered is left out. Numbers of people are masked unless asked for. */
export function summaryOf(form: ApplicationForm, answers: Answers, { masked = true }: { masked?: boolean } = {}): SummarySection[] {
  const sections: SummarySection[] = []
  for (const part of form.parts) {
    const rows = fieldsOfPart(part, answers)
      .filter((field) => isAnswered(field, answers))
      .map((field) => ({ field: field.name, label: field.label, ...shown(field, answers, masked), partSlug: part.slug }))
    const last = sections.at(-1)
    if (rows.length === 0) continue
    if (last?.title === part.section) last.rows.push(...rows)
    else sections.push({ title: part.section, rows })
  }
  return sections
}

function shown(field: Field, answers: Answers, masked: boolean): { value: string; inWords: string | null } {
  if (isDate(field)) return shownDate(field.name, answers)
  return { value: shownValue(field, answers[field.name] ?? '', masked), inWords: null }
}

/** "thứ Năm, 05/11/2026"; what cannot be read is shown as typed. */
function shownDate(name: string, answers: Answers): { value: string; inWords: string | null } {
  const date = dateOf(answers, name)
  if (date === null) return { value: ['day', 'month', 'year'].map((part) => answers[`${name}.${part}`] ?? '').join('/'), inWords: null }
  const day = wholeDay(date)
  if (day === null) return { value: showPartialDate(date), inWords: null }
  return { value: longDay(day), inWords: dateInWords(day) }
}

function shownValue(field: Exclude<Field, DateField>, typed: string, masked: boolean): string {
  switch (field.kind) {
    case 'choice': case 'select':
      return field.options.find(({ value }) => value === typed.trim())?.label ?? typed
    case 'yes-no':
      return typed.trim() === 'yes' ? 'Có' : 'Không'
    case 'personal-id': {
      const id = readPersonalId(typed)
      return id.ok ? (masked ? maskedId(id.value) : showPersonalId(id.value)) : typed
    }
    case 'phone': {
      const phone = readPhone(typed)
      return phone.ok ? (masked ? maskedPhone(phone.value) : groupedPhone(phone.value)) : typed
    }
    case 'textarea':
      return tidyLines(typed)
    case 'number':
      return field.unit === undefined ? tidyText(typed) : `${tidyText(typed)} ${field.unit}`
    default:
      return tidyText(typed)
  }
}
