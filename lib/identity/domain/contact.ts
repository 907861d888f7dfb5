import { fail, ok, type Result } from '@/lib/kernel/result'

/** Where a one-time code can be sent, in its one spelling: ten digits from 0, or an address in small letters. */
export type Contact = { channel: 'sms' | 'email'; address: string }

export type ContactProblem =
  | { code: 'contact-missing' }
  | { code: 'phone-digits'; digits: number }
  | { code: 'phone-landline' }
  | { code: 'phone-prefix' }
  | { code: 'email-shape' }

/** Reads a phone number or an e-mail address as people write them: "+84 912.000.326", "0912 000 326", "An@Example.vn". */
export function readContact(typed: string): Result<Contact, ContactProblem> {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return fail({ code: 'contact-missing' })
  return text.includes('@') || /\p{L}/u.test(text) ? readEmail(text) : readPhone(text)
}

function readEmail(text: string): Result<Contact, ContactProblem> {
  const address = text.toLowerCase()
  const shaped = /^[a-z0-9._%+-]{1,64}@([a-z0-9](-?[a-z0-9])*\.)+[a-z]{2,}$/.test(address)
  return shaped && address.length <= 254 ? ok({ channel: 'email', address }) : fail({ code: 'email-shape' })
}

/** Mobile numbers begin with 03, 05, 07, 08 or 09 and have ten digits; landlines (02) receive no messages. */
function readPhone(text: string): Result<Contact, ContactProblem> {
  const digits = text.replace(/\D/g, '').replace(/^(00)?84(?=[2-9]\d{8,})/, '0')
  if (digits.startsWith('02')) return fail({ code: 'phone-landline' })
  if (digits.length !== 10) return fail({ code: 'phone-digits', digits: digits.length })
  return /^0[35789]/.test(digits) ? ok({ channel: 'sms', address: digits }) : fail({ code: 'phone-prefix' })
}
