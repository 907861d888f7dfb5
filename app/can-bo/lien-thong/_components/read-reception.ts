import { onlyLines } from '../../ho-so/[code]/read-forms'
import { addPerson, text } from '../../quay/_components/read-intake'

const ticked = onlyLines('handedIn', 'on')

/** The boxes of the counter as the input of a reception for another commune reads them. */
export function readReception(form: FormData): FormData {
  const read = ticked(form)
  for (const name of [...new Set(read.keys())].filter((key) => key.startsWith('counter.'))) read.delete(name)
  addPerson(read, form, 'counter', 'applicant')
  read.set('returnPlace', text(form, 'returnPlace'))
  return read
}
