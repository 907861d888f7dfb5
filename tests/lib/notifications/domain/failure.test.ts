import { expect, test } from 'vitest'
import { failureOfHttp, failureOfSmtp, goesOnAsText } from '@/lib/notifications/domain/failure'
import { smsParts } from '@/lib/notifications/domain/sms-length'

test.each([
  [undefined, null], [421, null], [451, null], [550, 'mailbox-unknown'], [551, 'mailbox-unknown'], [552, 'mailbox-full'], [554, 'refused'],
])('a mail server that answers %s means %s', (code, failure) => expect(failureOfSmtp(code)).toBe(failure))

test.each([
  [503, null, null], [429, 'number-unknown', null], [401, null, null], [403, null, null], [404, 'number-unknown', 'number-unknown'], [422, 'not-on-zalo', 'not-on-zalo'], [400, 'a word of theirs', 'refused'],
])('a gateway that answers %s "%s" means %s', (status, said, failure) => expect(failureOfHttp(status, said)).toBe(failure))

test('only what Zalo could not do goes on as a text message', () => {
  expect(goesOnAsText('zalo', 'not-on-zalo')).toBe(true)
  expect(goesOnAsText('zalo', 'number-unknown')).toBe(false)
  expect(goesOnAsText('sms', 'blocked')).toBe(false)
})

test.each([
  ['Ho so da co ket qua', 1], ['a'.repeat(160), 1], ['a'.repeat(161), 2], ['ồ'.repeat(70), 1], ['ồ'.repeat(71), 2], [`ồ${'a'.repeat(134)}`, 3],
])('"%s" is billed as %i messages', (text, parts) => expect(smsParts(text)).toBe(parts))
