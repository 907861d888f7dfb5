import { FocusHere } from './focus-here'
import { words } from './words'

export type FieldError = { /** id of the control, mostly its name */ field: string; message: string }

const SUMMARY_ID = 'can-xem-lai'

/** `Có 2 chỗ cần xem lại` */
export const errorCount = (count: number): string => `Có ${count} chỗ cần xem lại`

/** The page title begins with the same words, so that a screen reader says them first. */
export const titleWithErrors = (title: string, errors: readonly unknown[]): string =>
  errors.length === 0 ? title : `${errorCount(errors.length)}: ${title}`

/** All that needs mending, above the form, with links to the fields. Takes focus. Nothing where there is nothing to mend. */
export function ErrorSummary({ errors, title }: { errors: FieldError[]; title?: string }) {
  if (errors.length === 0) return null
  return (
    <div className="error-summary" id={SUMMARY_ID} role="alert" tabIndex={-1} autoFocus>
      <h2>{title ?? errorCount(errors.length)}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field}:${message}`}><a href={`#${field}`}>{words(message)}</a></li>
        ))}
      </ul>
      <FocusHere id={SUMMARY_ID} key={errors.map((error) => error.message).join('|')} />
    </div>
  )
}

/** Errors by field name: `errorsByField(errors)['born']`. */
export const errorsByField = (errors: FieldError[]): Partial<Record<string, string>> =>
  Object.fromEntries(errors.toReversed().map(({ field, message }) => [field, message]))
