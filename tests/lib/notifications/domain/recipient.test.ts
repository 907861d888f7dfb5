import { expect, test } from 'vitest'
import { recipientOf } from '@/lib/notifications/domain/message'

test.each([
  ['0912000326', 'a@vidu.vn', { channel: 'sms', address: '0912000326' }],
  ['02770000000', 'a@vidu.vn', { channel: 'email', address: 'a@vidu.vn' }],
  ['02770000000', null, null],
  [null, '', null],
])('phone %s and e-mail %s are reached by %j', (phone, email, recipient) => {
  expect(recipientOf({ phone, email })).toEqual(recipient)
})
