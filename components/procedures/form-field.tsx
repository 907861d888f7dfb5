import type { ReactNode } from 'react'
import { RadioGroup } from '@/components/ui/choices'
import { DateBoxes } from '@/components/ui/date-boxes'
import { Note } from '@/components/ui/note'
import { Select, TextArea, TextInput } from '@/components/ui/text-input'
import { type Answers, type Field, inputModeOf, typedDate } from '@/lib/procedures/domain/application-form'
import type { FieldProblem, FieldWarning } from '@/lib/procedures/domain/form-problems'
import { fieldProblemSentence, fieldWarningSentence } from '@/lib/procedures/wording'

type Props = { fields: readonly Field[]; answers: Answers; problems: readonly FieldProblem[]; warnings: readonly FieldWarning[] }

/** Yes and no, as every form asks it. */
const YES_NO = [{ value: 'yes', label: 'Có' }, { value: 'no', label: 'Không' }]

/**
 * The questions of one screen. A question that hangs on one answer of another on the same screen opens under that answer,
 * without JavaScript; one that hangs on several answers comes when the screen is shown again.
 */
export function FormFields(props: Props) {
  const { fields } = props
  const nestedUnder = (owner: Field, value: string) => fields.filter((field) => hangsOn(field, fields) === `${owner.name}=${value}`)
  const render = (field: Field): ReactNode => (
    <FormField key={field.name} {...props} field={field} reveal={(value) => {
      const inner = nestedUnder(field, value)
      return inner.length === 0 ? undefined : inner.map(render)
    }} />
  )
  return fields.filter((field) => hangsOn(field, fields) === null && isShown(field, props)).map(render)
}

/** The questions that `FormFields` puts on the screen, also those that wait under an answer. */
export const shownFields = (fields: readonly Field[], answers: Answers): Field[] => fields.filter((field) => hangsOn(field, fields) !== null || isShown(field, { answers }))

/** "owner=value" where exactly one answer of one choice on this screen opens the field. */
function hangsOn(field: Field, fields: readonly Field[]): string | null {
  const [condition, ...more] = field.when ?? []
  if (condition === undefined || more.length > 0 || condition.is.length !== 1) return null
  const owner = fields.find(({ name }) => name === condition.field)
  return owner !== undefined && (owner.kind === 'choice' || owner.kind === 'yes-no') ? `${owner.name}=${condition.is[0]!}` : null
}

const isShown = (field: Field, { answers }: Pick<Props, 'answers'>): boolean => (field.when ?? []).every(({ field: owner, is }) => is.includes(answers[owner]?.trim() ?? ''))

function FormField({ field, answers, problems, warnings, reveal }: Props & { field: Field; reveal: (value: string) => ReactNode }) {
  const wrong = problems.filter((problem) => problem.field === field.name)
  const warned = warnings.filter((warning) => warning.field === field.name)
  const hint = [field.hint, field.why].filter(Boolean).join('. ')
  const shared = {
    name: field.name,
    label: field.label,
    hint: hint === '' ? undefined : hint,
    optional: !field.required,
    error: wrong[0] === undefined ? undefined : fieldProblemSentence(wrong[0]),
  }
  return (
    <>
      {control(field, answers, shared, wrong, reveal)}
      {warned.map((warning) => <Note key={warning.code} tone="vang" className="mt-3"><p>{fieldWarningSentence(warning)}</p></Note>)}
    </>
  )
}

type Shared = { name: string; label: string; hint?: string; optional: boolean; error?: string }

function control(field: Field, answers: Answers, shared: Shared, wrong: readonly FieldProblem[], reveal: (value: string) => ReactNode): ReactNode {
  const value = answers[field.name] ?? ''
  switch (field.kind) {
    case 'date':
    case 'partial-date':
      return <DateBoxes {...shared} defaultValue={typedDate(answers, field.name)} partial={field.kind === 'partial-date'} wrong={wrong.flatMap(({ part }) => (part === undefined ? [] : [part]))} autoComplete={field.autocomplete === 'bday' ? 'bday' : undefined} />
    case 'choice':
    case 'yes-no': {
      const options = field.kind === 'choice' ? field.options : YES_NO
      return <RadioGroup {...shared} defaultValue={value} options={options.map((option) => ({ ...option, reveal: reveal(option.value) }))} inline={field.kind === 'yes-no' && options.every((option) => reveal(option.value) === undefined)} />
    }
    case 'select':
      return <Select {...shared} defaultValue={value} empty="Chọn" options={field.options.map(({ value: key, label }) => ({ value: key, label }))} />
    case 'textarea':
      return <TextArea {...shared} defaultValue={value} rows={4} />
    case 'number':
      return <TextInput {...shared} defaultValue={value} inputMode="numeric" width="4" unit={field.unit} />
    default:
      return <TextInput {...shared} defaultValue={value} inputMode={inputModeOf(field)} autoComplete={field.autocomplete ?? 'off'} type={field.kind === 'email' ? 'email' : field.kind === 'phone' ? 'tel' : 'text'} />
  }
}
