import { aria, describedBy, FieldGroup, idOf, type FieldProps } from './field'

export type DatePart = 'day' | 'month' | 'year'

/** What was typed, as typed: parts may be empty or unreadable. Form keys are `<name>-day`, `<name>-month`, `<name>-year`. */
export type TypedDate = Partial<Record<DatePart, string>>

const boxes = [
  { part: 'day', label: 'Ngày', digits: 2 },
  { part: 'month', label: 'Tháng', digits: 2 },
  { part: 'year', label: 'Năm', digits: 4 },
] as const

type Props = FieldProps & {
  defaultValue?: TypedDate
  /** Which boxes are framed red; all where there is an error and nothing is said. */
  wrong?: DatePart[]
  /** Day and month may stay empty: people who know only their year of birth. */
  partial?: boolean
  /** `bday` lets the browser fill a birth date. */
  autoComplete?: 'bday'
  required?: boolean
}

/** A date in three boxes with the numeric keypad, never a picker. */
export function DateBoxes({ defaultValue, wrong, partial, autoComplete, ...props }: Props) {
  const hint = partial && !props.hint ? 'Không nhớ ngày, tháng thì chỉ ghi năm' : props.hint
  const field = { ...props, hint }
  const isWrong = (part: DatePart) => Boolean(props.error) && (wrong === undefined || wrong.includes(part))
  return (
    <FieldGroup {...field}>
      <div className="date-boxes">
        {boxes.map(({ part, label, digits }, at) => {
          const id = at === 0 ? idOf(props) : `${idOf(props)}-${part}`
          return (
            <div key={part}>
              <label htmlFor={id}>{label}</label>
              <input
                {...aria(field)}
                id={id}
                name={`${props.name}-${part}`}
                className="input input-code"
                inputMode="numeric"
                autoComplete={autoComplete ? `${autoComplete}-${part}` : 'off'}
                maxLength={digits + 2}
                defaultValue={defaultValue?.[part]}
                aria-invalid={isWrong(part) || undefined}
                aria-describedby={isWrong(part) ? describedBy(field) : undefined}
              />
            </div>
          )
        })}
      </div>
    </FieldGroup>
  )
}
