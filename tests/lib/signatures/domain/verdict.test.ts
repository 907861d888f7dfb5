import { describe, expect, test } from 'vitest'
import { isBroken, type SignatureReport, verdictOf } from '@/lib/signatures/domain/signature'

const sound: SignatureReport = { signerName: 'A', organisation: null, issuer: 'B', signedAt: null, intact: true, coversWholeFile: true, laterChanges: 'none', authority: 'known', certificateTime: 'valid', validUntil: null }
const of = (...changes: Partial<SignatureReport>[]) => ({ kind: 'signed' as const, signatures: changes.map((change) => ({ ...sound, ...change })) })

describe('the verdict on a file', () => {
  test.each([
    ['all is well', of({}), 'good'],
    ['a seal over the leader', of({ laterChanges: 'signatures', coversWholeFile: false }, {}), 'good'],
    ['one of two does not hold', of({}, { intact: false }), 'changed'],
    ['something was added', of({ laterChanges: 'other' }), 'changed'],
    ['a change weighs more than an expired certificate', of({ intact: false, certificateTime: 'expired' }), 'changed'],
    ['the certificate had run out', of({ certificateTime: 'expired' }), 'expired'],
    ['the certificate was not yet valid', of({ certificateTime: 'not-yet-valid' }), 'expired'],
    ['one of two by somebody whom nobody vouches for', of({}, { authority: 'unknown' }), 'unconfirmed'],
    ['a demonstration vouches for nobody', of({ authority: 'demonstration' }), 'unconfirmed'],
    ['no signature', { kind: 'unsigned' as const }, 'unsigned'],
  ])('%s', (_what, report, expected) => {
    expect(verdictOf(report)).toBe(expected)
  })

  test('only what was changed or signed out of time needs an explanation before it stands as a result', () => {
    expect([of({}), of({ authority: 'unknown' }), of({ intact: false }), of({ certificateTime: 'expired' })].map(isBroken)).toEqual([false, false, true, true])
  })
})
