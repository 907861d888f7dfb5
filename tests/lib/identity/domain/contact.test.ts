import { expect, test } from 'vitest'
import { readContact } from '@/lib/identity/domain/contact'

test.each(['0912000326', '0912 000 326', '0912.000.326', '+84 912 000 326', '84912000326', '0084912000326', '(091) 2000-326', '０９１２０００３２６'])(
  '%s is one and the same number',
  (typed) => expect(readContact(typed)).toEqual({ ok: true, value: { channel: 'sms', address: '0912000326' } }),
)

test.each(['An.Nguyen@Example.VN', ' an.nguyen@example.vn ', 'an.nguyen＠example.vn'])('%s is one and the same address', (typed) => {
  expect(readContact(typed)).toEqual({ ok: true, value: { channel: 'email', address: 'an.nguyen@example.vn' } })
})

test.each([
  ['', { code: 'contact-missing' }],
  ['   ', { code: 'contact-missing' }],
  ['091200032', { code: 'phone-digits', digits: 9 }],
  ['09120003267', { code: 'phone-digits', digits: 11 }],
  ['0277 380 0123', { code: 'phone-landline' }],
  ['0412000326', { code: 'phone-prefix' }],
  ['an@', { code: 'email-shape' }],
  ['an example.vn', { code: 'email-shape' }],
  ['a@b@example.vn', { code: 'email-shape' }],
  ['an@example', { code: 'email-shape' }],
  ['nguyễn@example.vn', { code: 'email-shape' }],
])('%j says what to mend', (typed, problem) => expect(readContact(typed)).toEqual({ ok: false, problem }))
