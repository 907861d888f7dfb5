import type { ComponentProps, ReactNode } from 'react'
import { number } from '@/lib/kernel/format'
import { cx } from './cx'
import { aria, controlProps, Field, type FieldProps } from './field'

type Width = '2' | '4' | '10' | '20' | 'full'
const widthClass = (width: Width = 'full') => (width === 'full' ? null : `input-${width}`)

export type TextInputProps = FieldProps & Omit<ComponentProps<'input'>, keyof FieldProps | 'width'> & {
  width?: Width
  code?: boolean
  unit?: ReactNode
}

/** One line of text. `code` sets figures in equal widths; `unit` stands at its right (`đồng`, `m²`). */
export function TextInput({ width, code, unit, ...props }: TextInputProps) {
  const input = (
    <input type="text" {...controlProps(props)} {...aria(props)} className={cx('input', code && 'input-code', widthClass(width))} />
  )
  return <Field {...props}>{unit ? <div className="input-unit">{input}<span>{unit}</span></div> : input}</Field>
}

type MoneyProps = Omit<TextInputProps, 'defaultValue' | 'unit'> & {
  /** đồng, or what was typed when it could not be read. */
  defaultValue?: number | string
}

/** An amount of đồng, shown `8.000`; accepts dots and blanks as people type them. */
export function MoneyInput({ defaultValue, ...props }: MoneyProps) {
  const shown = typeof defaultValue === 'number' ? number(defaultValue) : defaultValue
  return <TextInput inputMode="numeric" autoComplete="off" width="10" code {...props} defaultValue={shown} unit="đồng" />
}

export type TextAreaProps = FieldProps & Omit<ComponentProps<'textarea'>, keyof FieldProps>

export function TextArea(props: TextAreaProps) {
  return (
    <Field {...props}>
      <textarea rows={4} {...controlProps(props)} {...aria(props)} className="input" />
    </Field>
  )
}

export type Option = { value: string; label: string }
export type SelectProps = FieldProps & Omit<ComponentProps<'select'>, keyof FieldProps> & { options: Option[]; empty?: string; width?: Width }

/** The phone's own list. `empty` is the first, valueless choice (`Chọn ấp`). */
export function Select({ options, empty, width, ...props }: SelectProps) {
  return (
    <Field {...props}>
      <select {...controlProps(props)} {...aria(props)} className={cx('input', widthClass(width))}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
      </select>
    </Field>
  )
}

type SearchProps = ComponentProps<'input'> & { label: string; button?: ReactNode; children?: ReactNode }

/** A search box and its button as one, in a GET form. The label is for screen readers; the placeholder is an example only. */
export function SearchBox({ label, button = 'Tìm', children, ...props }: SearchProps) {
  return (
    <div className="search">
      <input type="search" enterKeyHint="search" aria-label={label} {...props} className="input" />
      <button className="button">{children}{button}</button>
    </div>
  )
}
