import { inputSentence } from '../wording'
import type { Decision } from '../domain/calendar-rule'
import type { TypedForm } from './typed-form'

/** The decision behind a change: number, date and source, all of them required. Fields `so`, `ngay-ban-hanh`, `nguon`. */
export function readDecision(form: TypedForm): Decision | null {
  const number = form.text('so', inputSentence.decisionNumber, 60)
  const issuedOn = form.day('ngay-ban-hanh')
  const source = form.text('nguon', inputSentence.decisionSource, 200)
  return number === null || issuedOn === null || source === null ? null : { number, issuedOn, source }
}
