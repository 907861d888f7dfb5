import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '@/lib/kernel/result'
import { atTime } from '@/lib/platform/clock'
import { decryptField, derivedSecret, encryptField, encryptionKeyId, keyedHash, randomCode, randomToken, readToken, sameSecret, signToken, spellCode } from '@/lib/platform/crypto'

test('what was encrypted is read again, whatever the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => decryptField(encryptField(text)) === text))
})

test('the same text never looks the same twice, and shows which key it needs', () => {
  expect(encryptField('079090000001')).not.toBe(encryptField('079090000001'))
  expect(encryptionKeyId(encryptField(''))).toBe('test')
})

test('a changed byte, a foreign key name or a shortened tag is refused', () => {
  const encrypted = encryptField('079090000001')
  const [id = '', body = ''] = encrypted.split('.')
  const bytes = Buffer.from(body, 'base64url')
  bytes[bytes.length - 1]! ^= 1
  expect(() => decryptField(`${id}.${bytes.toString('base64url')}`)).toThrow()
  expect(() => decryptField(`other.${body}`)).toThrow(/FIELD_KEY holds no key named other/)
  expect(() => decryptField(`${id}.${Buffer.from(body, 'base64url').subarray(0, 20).toString('base64url')}`)).toThrow()
})

test('a keyed hash is the same for the same text and needs its key', () => {
  expect(keyedHash('079090000001')).toBe(keyedHash('079090000001'))
  expect(keyedHash('079090000001')).toMatch(/^[0-9a-f]{64}$/)
  expect(keyedHash('079090000001')).not.toBe(keyedHash('079090000002'))
})

test('a derived secret is stable, differs by purpose and by id, and uses no letter that is misread', () => {
  const secret = derivedSecret('tracking', 'dossier-1', 12)
  expect(derivedSecret('tracking', 'dossier-1', 12)).toBe(secret)
  expect(secret).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
  expect(new Set([secret, derivedSecret('hand-over', 'dossier-1', 12), derivedSecret('tracking', 'dossier-2', 12)]).size).toBe(3)
  expect(derivedSecret('trackingd', 'ossier-1', 12)).not.toBe(secret)
})

test('a code typed with misread letters, blanks and dashes is spelled as it was printed', () => {
  expect(spellCode(' o1l-i4 x9 ')).toBe('01114X9')
  fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), (length) => {
    const code = randomCode(length)
    expect(code).toHaveLength(length)
    expect(spellCode(code.toLowerCase())).toBe(code)
  }))
})

test('random tokens carry the chance they were asked for', () => {
  expect(Buffer.from(randomToken(128), 'base64url')).toHaveLength(16)
  expect(randomToken()).not.toBe(randomToken())
})

test('secrets of different lengths are compared without a fault', () => {
  expect(sameSecret('abc', 'abc')).toBe(true)
  expect(sameSecret('abc', 'abcd')).toBe(false)
})

test('a signed token is read for its purpose until it expires, and for nothing else', () => {
  const signedAt = new Date('2026-11-20T05:00:00Z')
  const token = atTime(signedAt, () => signToken('door', { dossier: 'x' }, 60))
  const after = (seconds: number) => new Date(signedAt.getTime() + seconds * 1000)
  expect(must(atTime(after(59), () => readToken('door', token)))).toEqual({ dossier: 'x' })
  expect(atTime(after(60), () => readToken('door', token))).toEqual({ ok: false, problem: { code: 'token-expired' } })
  expect(atTime(after(1), () => readToken('window', token))).toEqual({ ok: false, problem: { code: 'token-invalid' } })
})

test('a token with a changed payload, without a signature or of pure noise is invalid', () => {
  const [body = '', signed = ''] = signToken('door', { dossier: 'x' }, 60).split('.')
  const forged = Buffer.from(JSON.stringify({ payload: { dossier: 'y' }, until: Date.now() + 1e6 })).toString('base64url')
  for (const token of [`${forged}.${signed}`, body, `${body}.`, '', '.', 'ă.ă']) {
    expect(readToken('door', token)).toEqual({ ok: false, problem: { code: 'token-invalid' } })
  }
})
