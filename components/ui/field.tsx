import type { ReactNode } from 'react'
import { nb } from '@/lib/kernel/nb'
import { cx } from './cx'
import { Icon } from './icon'
import { Kbd } from './kbd'
import { words } from './words'

export type FieldProps = {
  name: string
  /** The thing: `Ngày sinh`. */
  label: ReactNode
  /** The form it takes: `ví dụ 5 11 2026`. */
  hint?: ReactNode
  /** How to mend it: `Tháng 11 chỉ có 30 ngày`. */
  error?: string
  /** Of the first control; `name` unless given. Links of the error summary go to `#id`. */
  id?: string
  /** Where a given answer comes from: a `<Tag>` such as `Đọc từ QR thẻ căn cước`. */
  source?: ReactNode
  /** The key that jumps here. */
  keys?: string
  /** The label is the question of the page, shown as its h1. */
  asHeading?: boolean
  /** Says `không bắt buộc` after the label. */
  optional?: boolean
  /** Label for screen readers only: a lone search box, a cell of a table. */
  hideLabel?: boolean
  className?: string
}

const fieldKeys = ['label', 'hint', 'error', 'source', 'keys', 'asHeading', 'optional', 'hideLabel'] as const

/** What is left of the props for the control itself. */
export function controlProps<P extends FieldProps>(props: P): Omit<P, (typeof fieldKeys)[number] | 'className'> {
  const { label: _1, hint: _2, error: _3, source: _4, keys: _5, asHeading: _6, optional: _7, hideLabel: _8, className: _9, ...rest } = props
  return rest
}

export const idOf = ({ id, name }: Pick<FieldProps, 'id' | 'name'>): string => id ?? name

/** `aria-describedby` for a control: its hint, then its error. */
export const describedBy = (props: Pick<FieldProps, 'id' | 'name' | 'hint' | 'error'>): string | undefined =>
  cx(props.hint ? `${idOf(props)}-hint` : null, props.error ? `${idOf(props)}-error` : null) || undefined

/** `aria-describedby`, `aria-invalid` and the id, for the one control of a field. */
export const aria = (props: FieldProps) => ({
  id: idOf(props),
  'aria-describedby': describedBy(props),
  'aria-invalid': props.error ? true : undefined,
})

function Label(props: FieldProps) {
  return (
    <>
      {props.asHeading ? <h1>{typeof props.label === 'string' ? nb(props.label, 'heading') : props.label}</h1> : props.label}
      {props.optional && <span className="soft font-normal"> (không bắt buộc)</span>}
      {props.keys && <Kbd>{props.keys}</Kbd>}
    </>
  )
}

export function HintAndError(props: Pick<FieldProps, 'id' | 'name' | 'hint' | 'error'>) {
  return (
    <>
      {props.hint && <p className="field-hint" id={`${idOf(props)}-hint`}>{words(props.hint)}</p>}
      {props.error && (
        <p className="field-error" id={`${idOf(props)}-error`}>
          <Icon name="circle-alert" />
          <span><span className="sr-only">Cần xem lại: </span>{words(props.error)}</span>
        </p>
      )}
    </>
  )
}

/** One control with its label, hint and error, in that order. */
export function Field(props: FieldProps & { children: ReactNode }) {
  const label = <label className={cx('field-label', props.hideLabel && 'sr-only')} htmlFor={idOf(props)}><Label {...props} /></label>
  return (
    <div className={cx('field', props.error && 'field-wrong', props.className)}>
      {props.source ? <div className="field-top">{label}{props.source}</div> : label}
      <HintAndError {...props} />
      {props.children}
    </div>
  )
}

/** Several controls that answer one question: date boxes, radio buttons, check boxes. */
export function FieldGroup(props: FieldProps & { children: ReactNode; role?: 'radiogroup' }) {
  return (
    <fieldset
      className={cx('field', props.error && 'field-wrong', props.className)}
      role={props.role}
      aria-describedby={describedBy(props)}
      aria-invalid={props.role && props.error ? true : undefined}
    >
      <legend className={cx('field-label', props.hideLabel && 'sr-only')}><Label {...props} /></legend>
      {props.source}
      <HintAndError {...props} />
      {props.children}
    </fieldset>
  )
}
