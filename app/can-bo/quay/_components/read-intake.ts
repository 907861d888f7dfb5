import { readTypedDate } from '@/lib/identity/domain/partial-date'

/**
 * The counter's form as the input of reception reads it. On the screen there is the person at the counter, and perhaps
 * someone whose dossier it is; a dossier knows an applicant and, where that is another person, a submitter.
 */
export function readIntake(form: FormData): FormData {
  const read = new FormData()
  const onBehalf = form.has('behalf.on')
  for (const name of ['idempotencyKey', 'procedureCode', 'variantId', 'channel', 'externalCode', 'returnChannel', 'draftId']) read.set(name, text(form, name))
  if (text(form, 'channel') !== 'national-portal') read.set('externalCode', '')
  addPerson(read, form, onBehalf ? 'behalf' : 'counter', 'applicant')
  if (onBehalf) {
    addPerson(read, form, 'counter', 'submitter')
    read.set('submitter.mandate', text(form, 'behalf.mandate'))
  }
  addLines(read, form, 'handedIn', (line) => form.has(`handedIn.${line}.on`) || (text(form, `handedIn.${line}.free`) === '1' && text(form, `handedIn.${line}.name`) !== ''))
  addLines(read, form, 'fees', (line) => text(form, `fees.${line}.amountVnd`) !== '')
  return read
}

export const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** One person of the screen under the names that the inputs of the context know. */
export function addPerson(read: FormData, form: FormData, from: 'counter' | 'behalf', to: 'applicant' | 'submitter'): void {
  for (const field of ['kind', 'fullName', 'sex', 'address', 'phone', 'email']) {
    const typed = text(form, `${from}.${field}`)
    if (typed !== '') read.set(`${to}.${field}`, typed)
  }
  if (!read.has(`${to}.fullName`)) read.set(`${to}.fullName`, '')
  const idNumber = text(form, `${from}.idNumber`)
  read.set(`${to}.${isOther(idNumber) ? 'otherId' : 'personalId'}`, idNumber)
  read.set(`${to}.birth`, readBirth(text(form, `${from}.birth`)))
}

/** A passport has letters, a former identity card nine figures, a tax code ten: kept as written. All else is meant as twelve figures. */
const isOther = (idNumber: string): boolean => /\p{L}/u.test(idNumber) || /^(\d{9}|\d{10}(-\d{3})?)$/.test(idNumber.replace(/\s/g, ''))

/** "14/6/1994", "06/1994" or "1956" as the one spelling of a partial date; unreadable text goes on as typed, to be answered with a sentence. */
export function readBirth(typed: string): string {
  const parts = typed.split(/[\s./-]+/).filter((part) => part !== '')
  if (parts.length === 0 || parts.length > 3) return typed
  const [year = '', month = '', day = ''] = parts.toReversed()
  const read = readTypedDate({ day, month, year })
  return read.ok ? read.value : typed
}

function addLines(read: FormData, form: FormData, list: string, counts: (line: string) => boolean): void {
  for (const [name, value] of form) {
    const [head, line = '', field = ''] = name.split('.')
    if (head !== list || field === 'on' || field === 'free' || typeof value !== 'string' || !counts(line)) continue
    read.append(name, field === 'amountVnd' ? value.replace(/[\s.]/g, '') : value)
  }
}

/** Where a sentence about the input belongs on the screen: under the field that was typed into. */
export function fieldOnScreen(path: string, onBehalf: boolean): string {
  const [part, field = ''] = path.split(/\.(.*)/s)
  const typed = field.replace(/^(personalId|otherId)$/, 'idNumber')
  if (part === 'applicant') return `${onBehalf ? 'behalf' : 'counter'}.${typed}`
  if (part === 'submitter') return typed === 'mandate' ? 'behalf.mandate' : `counter.${typed}`
  return path
}
