import 'server-only'
import type { FormPeople, FormPerson } from '@/lib/procedures/domain/form-people'
import type { Party } from '../domain/filing'
import type { PersonInput } from '../inputs'

/** Applicant and submitter as an application form tells them; who hands in is who can be reached. */
export function partiesOf({ applicant, submitter, phone, email }: FormPeople): Party[] {
  const reach = { phone, email }
  const first = applicant ?? submitter
  if (first === null) throw new Error('A form that names nobody cannot be filed')
  const parties = [party('applicant', first, submitter === null ? reach : { phone: null, email: null })]
  return submitter === null || applicant === null ? parties : [...parties, party('submitter', submitter, reach)]
}

const party = (part: Party['part'], { kind, name, personalId, birth, sex, address }: FormPerson, reach: { phone: string | null; email: string | null }): Party => ({
  part, kind, fullName: name, personalId, birth, sex, address, ...reach, mandate: null,
})

/** The same as typed at the counter. Whoever has no twelve-digit number keeps the number of another paper. */
export const partyAtDesk = (part: Party['part'], { otherId, ...person }: PersonInput, mandate: string | null = null): Party => ({ part, ...person, personalId: person.personalId ?? otherId, mandate })
