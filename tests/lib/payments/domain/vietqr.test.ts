import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crc16, readVietQr, tlv, transferPurpose, vietQrPayload } from '@/lib/payments/domain/vietqr'
import { must } from '@/lib/kernel/result'

describe('the checksum', () => {
  test('is that of the standard', () => {
    expect(crc16('123456789')).toBe('29B1')
  })

  test.each([
    ['00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN6304', 'F4E5'],
    ['00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang6304', '2E2E'],
  ])('of a published payload %s is %s', (payload, checksum) => {
    expect(crc16(payload)).toBe(checksum)
  })
})

describe('a payload', () => {
  const published = '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E'
  const facts = { bankBin: '970403', accountNumber: '0011012345678', amountVnd: 180_000, purpose: 'thanh toan don hang' }

  test('that is published is read as what it says', () => {
    expect(must(readVietQr(published))).toEqual(facts)
  })

  test('of the same facts is the published one, letter by letter, but for the number of the bill that we do not write', () => {
    expect(vietQrPayload(facts).slice(0, -4)).toBe(published.replace('62340107NPS6869', '6223').slice(0, -4))
  })

  test('with an amount and a purpose is for one payment', () => {
    const payload = vietQrPayload({ bankBin: '970403', accountNumber: '0011012345678', amountVnd: 180_000, purpose: 'HS Z99 19 01 261122 0001' })
    expect(payload).toContain('010212')
    expect(payload).toContain('5406180000')
    expect(payload).toContain('0824HS Z99 19 01 261122 0001')
  })

  test('says what it says when it is read back, whatever bank, account, amount and purpose', () => {
    const qr = fc.record({
      bankBin: fc.stringMatching(/^\d{6}$/), accountNumber: fc.stringMatching(/^[0-9A-Za-z]{1,19}$/), amountVnd: fc.option(fc.integer({ min: 1, max: 999_999_999 })), purpose: fc.option(fc.stringMatching(/^[0-9A-Za-z][0-9A-Za-z ]{0,40}$/)),
    })
    fc.assert(fc.property(qr, (said) => {
      expect(must(readVietQr(vietQrPayload(said)))).toEqual(said)
    }))
  })

  test('with one character changed is not read', () => {
    const payload = vietQrPayload({ bankBin: '970403', accountNumber: '0011012345678', amountVnd: 180_000, purpose: null })
    expect(readVietQr(payload.replace('180000', '980000'))).toMatchObject({ ok: false, problem: { code: 'qr-checksum' } })
    expect(readVietQr(payload.slice(0, 30))).toMatchObject({ ok: false, problem: { code: 'qr-broken' } })
  })

  test.each([['97040', '1', 1], ['970403', 'số 1', 1], ['970403', '1', 0], ['970403', '1', 1.5]])('is not made of bank %s, account %s and amount %s', (bankBin, accountNumber, amountVnd) => {
    expect(() => vietQrPayload({ bankBin, accountNumber, amountVnd, purpose: null })).toThrow(RangeError)
  })
})

test('a code of a dossier passes every bank as letters, figures and blanks', () => {
  expect(transferPurpose('Z99.19.01-261122-0001')).toBe('HS Z99 19 01 261122 0001')
  expect(tlv('08', transferPurpose('H20.31.08-261120-0017'))).toBe('0824HS H20 31 08 261120 0017')
})
