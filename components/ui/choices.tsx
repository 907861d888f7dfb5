import type { ReactNode } from 'react'
import { cx } from './cx'
import { describedBy, FieldGroup, HintAndError, idOf, type FieldProps } from './field'
import { Kbd } from './kbd'

export type Choice = {
  value: string
  label: ReactNode
  hint?: ReactNode
  keys?: string
  /** Further fields that open with this choice, without JavaScript. */
  reveal?: ReactNode
}

type GroupProps = FieldProps & { options: Choice[]; /** side by side: two or three short answers */ inline?: boolean }

type OptionsProps = { field: GroupProps; type: 'radio' | 'checkbox'; chosen: readonly string[] }

function Options({ field, type, chosen }: OptionsProps) {
  return (
    <div className={cx('choices', field.inline && 'choices-inline')}>
      {field.options.map((option, at) => (
        <div className="choice-item" key={option.value}>
          <label className="choice">
            <input
              type={type}
              id={at === 0 ? idOf(field) : `${idOf(field)}-${option.value}`}
              name={field.name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
            />
            <span className="choice-text">
              {option.label}
              {option.keys && <Kbd>{option.keys}</Kbd>}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </label>
          {option.reveal && <div className="choice-reveal">{option.reveal}</div>}
        </div>
      ))}
    </div>
  )
}

/** One answer of a few. For two to seven; more belong in a Select. */
export const RadioGroup = ({ defaultValue, ...field }: GroupProps & { defaultValue?: string }) => (
  <FieldGroup {...field} role="radiogroup">
    <Options field={field} type="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} />
  </FieldGroup>
)

/** Any number of answers; the form holds one value of `name` for each. */
export const CheckboxList = ({ defaultValue = [], ...field }: GroupProps & { defaultValue?: readonly string[] }) => (
  <FieldGroup {...field}>
    <Options field={field} type="checkbox" chosen={defaultValue} />
  </FieldGroup>
)

type CheckboxProps = Omit<FieldProps, 'asHeading' | 'source' | 'optional' | 'hideLabel'> & {
  value?: string
  defaultChecked?: boolean
  required?: boolean
  /** On paper ground: the pledge before sending. */
  boxed?: boolean
}

/** One box to tick: a pledge, a consent. */
export function Checkbox({ value = 'yes', defaultChecked, required, boxed, ...field }: CheckboxProps) {
  return (
    <div className={cx('field', field.error && 'field-wrong', field.className)}>
      <HintAndError {...field} />
      <label className={cx('choice', boxed && 'choice-boxed')}>
        <input
          type="checkbox"
          id={idOf(field)}
          name={field.name}
          value={value}
          defaultChecked={defaultChecked}
          required={required}
          aria-describedby={describedBy(field)}
          aria-invalid={field.error ? true : undefined}
        />
        <span className="choice-text">{field.label}{field.keys && <Kbd>{field.keys}</Kbd>}</span>
      </label>
    </div>
  )
}
