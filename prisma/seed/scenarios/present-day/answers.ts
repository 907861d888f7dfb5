import type { Answers, ApplicationForm } from '@/lib/procedures/domain/application-form'
import type { Persona } from './people'

/** What somebody would have typed into the form: the one for marital status, or the general one. */
export function answersFor(form: ApplicationForm, { fullName, personalId, birth, sex, address, phone }: Persona, what: string): Answers {
  const [year, month, day] = birth.split('-') as [string, string, string]
  const date = (name: string) => ({ [`${name}.day`]: day, [`${name}.month`]: month, [`${name}.year`]: year })
  const reach = { 'return-channel': 'desk', 'contact-phone': phone }
  if (form.id.startsWith('marital-status')) {
    return {
      'holder-name': fullName, ...date('holder-birth'), 'holder-sex': sex, 'holder-id': personalId, 'holder-ethnicity': 'Kinh', 'holder-nationality': 'Việt Nam', 'holder-address': address,
      status: 'never', 'past-places': 'no', purpose: 'other', 'other-purpose': 'Vay vốn ngân hàng', 'for-whom': 'self', ...reach,
    }
  }
  return { 'filer-name': fullName, 'filer-id': personalId, 'filer-address': address, ...date('filer-birth'), 'for-whom': 'self', request: `${what} cho bản thân và gia đình.`, ...reach }
}
