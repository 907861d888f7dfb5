import { type PartialDate, readTypedDate, type TypedDate } from '@/lib/identity/domain/partial-date'
import { type Sex, tidyLines, tidyText } from '@/lib/identity/domain/person'

/** What was typed, by input name, exactly as typed. A date has three: `x.day`, `x.month`, `x.year`. */
export type Answers = Readonly<Record<string, string>>

/** True where one of the values was chosen. Several conditions on a field must all hold. */
export type Condition = { field: string; is: readonly string[] }

export type Option = { value: string; label: string; hint?: string }

type Asked = {
  /** unique within the form */
  name: string
  label: string
  required: boolean
  /** how to write it: "ví dụ 5 11 2026" */
  hint?: string
  /** why the state may ask; always there for ethnicity and religion, which are sensitive data */
  why?: string
  when?: readonly Condition[]
  /** token of the HTML `autocomplete` attribute */
  autocomplete?: string
  /** stands in the field before anything is typed */
  initial?: string
  /** what to say when it is required and empty, where "Nhập …" or "Chọn …" would sound odd */
  whenEmpty?: string
}

export type Field = Asked &
  (
    | { kind: 'text' | 'name' | 'textarea' | 'address' | 'email' }
    | { kind: 'phone'; mobileOnly?: boolean }
    /** a partial date may lack its day, or day and month */
    | { kind: 'date' | 'partial-date'; latest?: 'today'; earliestYear?: number; notBefore?: string }
    /** sex and birth tell where to look for a contradiction: a fixed sex, or the fields that hold them */
    | { kind: 'personal-id'; sex?: Sex; sexField?: string; birthField?: string }
    | { kind: 'choice' | 'select'; options: readonly Option[] }
    | { kind: 'number'; min: number; max: number; unit?: string }
    | { kind: 'yes-no' }
  )
export type FieldKind = Field['kind']

/** One screen: one question as its title, at most seven things to answer. */
export type FormPart = {
  slug: string
  /** heading on the page of answers; neighbouring parts may share it */
  section: string
  title: string
  why?: string
  fields: readonly Field[]
}

/** Which fields say who someone is. */
export type PersonFields = {
  kind?: 'person' | 'organisation'
  name: string
  personalId?: string
  birth?: string
  sex?: string
  /** where the form itself knows: a mother is female */
  isSex?: Sex
  address?: string
}

/** The first one whose conditions hold counts. */
export type PersonSource = PersonFields & { when?: readonly Condition[] }

/** Which case of the procedure the answers point to. The desk may decide otherwise. */
export type VariantRule =
  | { kind: 'by-answer'; field: string; variants: Readonly<Record<string, string>> }
  /** within so many days of the day in the field, the day itself not counted */
  | { kind: 'by-days'; field: string; days: number; within: string; after: string }

/** Plain data, nothing but strings, numbers and lists: it can be stored, versioned and edited without code. */
export type ApplicationForm = {
  /** changes with every change of meaning, so that old answers keep their questions */
  id: string
  version: number
  /** codes of the procedures it is made for; empty: the general form */
  procedures: readonly string[]
  title: string
  parts: readonly FormPart[]
  /** chủ hồ sơ: whose affair it is */
  applicant: readonly PersonSource[]
  /** who fills it in; the submitter where that is someone else than the applicant */
  filledBy: readonly PersonSource[]
  variantRule?: VariantRule
}

export const holds = (conditions: readonly Condition[] | undefined, answers: Answers): boolean =>
  (conditions ?? []).every(({ field, is }) => is.includes(answers[field]?.trim() ?? ''))

/** The questions of a part that these answers lead to. */
export const fieldsOfPart = (part: FormPart, answers: Answers): Field[] => part.fields.filter(({ when }) => holds(when, answers))

/** The parts that have something to ask. */
export const partsFor = (form: ApplicationForm, answers: Answers): FormPart[] =>
  form.parts.filter((part) => fieldsOfPart(part, answers).length > 0)

export const partOf = (form: ApplicationForm, slug: string): FormPart | null => form.parts.find((part) => part.slug === slug) ?? null

/** Every question that these answers lead to. */
export const fieldsFor = (form: ApplicationForm, answers: Answers): Field[] => form.parts.flatMap((part) => fieldsOfPart(part, answers))

export type DateField = Extract<Field, { kind: 'date' | 'partial-date' }>
export const isDate = (field: Field): field is DateField => field.kind === 'date' || field.kind === 'partial-date'

/** The names of the inputs that make up a question. */
export const inputNamesOf = (field: Field): string[] =>
  isDate(field) ? [`${field.name}.day`, `${field.name}.month`, `${field.name}.year`] : [field.name]

/** Of anything that was posted, what belongs to this part, exactly as typed. */
export function answersOfPart(part: FormPart, posted: Answers): Record<string, string> {
  const names = part.fields.flatMap(inputNamesOf)
  return Object.fromEntries(names.map((name) => [name, posted[name]]).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** Which keypad a phone should show. */
export function inputModeOf(field: Field): 'numeric' | 'tel' | 'email' | 'text' {
  if (field.kind === 'phone') return 'tel'
  if (field.kind === 'email') return 'email'
  return field.kind === 'personal-id' || field.kind === 'number' || isDate(field) ? 'numeric' : 'text'
}

export const typedDate = (answers: Answers, name: string): TypedDate => ({
  day: answers[`${name}.day`] ?? '',
  month: answers[`${name}.month`] ?? '',
  year: answers[`${name}.year`] ?? '',
})

/** The date in a field; null while it cannot be read. */
export function dateOf(answers: Answers, name: string): PartialDate | null {
  const read = readTypedDate(typedDate(answers, name))
  return read.ok ? read.value : null
}

export const isAnswered = (field: Field, answers: Answers): boolean => inputNamesOf(field).some((name) => tidyText(answers[name] ?? '') !== '')

/** The answers as they are kept with a dossier: only what was asked, composed, without stray blanks and unseen marks. */
export function normaliseAnswers(form: ApplicationForm, answers: Answers): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const field of fieldsFor(form, answers)) {
    for (const name of inputNamesOf(field)) {
      const text = field.kind === 'textarea' ? tidyLines(answers[name] ?? '') : tidyText(answers[name] ?? '')
      if (text !== '') kept[name] = text
    }
  }
  return kept
}

/** What stands in a form before anything was typed. */
export const initialAnswers = (form: ApplicationForm): Record<string, string> =>
  Object.fromEntries(form.parts.flatMap(({ fields }) => fields).flatMap(({ name, initial }) => (initial === undefined ? [] : [[name, initial]])))
