import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { vnd } from '@/lib/kernel/vnd'
import { amountOf, certificationFee, type Fee, feesFor } from '@/lib/procedures/domain/fee'

const aFee = (parts: Partial<Fee> = {}): Fee => ({ kind: 'fee', amountVnd: vnd(8000), per: null, wording: '', exemptions: [], channels: null, onRequest: false, rule: null, ...parts })

describe('certified copies: 2.000 đồng for pages 1–2, 1.000 đồng from page 3, at most 200.000 đồng a copy', () => {
  test.each([
    [1, 1, 2_000],
    [2, 1, 4_000],
    [3, 1, 5_000],
    [4, 3, 18_000],
    [197, 1, 199_000],
    [198, 1, 200_000],
    [199, 1, 200_000],
    [1_000, 1, 200_000],
    [1_000, 5, 1_000_000],
  ])('%i pages, %i copies: %i đồng', (pages, copies, amount) => {
    expect(certificationFee(pages, copies)).toBe(amount)
  })
  test.each([[0, 1], [1, 0], [-1, 1], [1.5, 1], [1, 2.5], [Number.NaN, 1]])('%f pages and %f copies cannot be charged', (pages, copies) => {
    expect(() => certificationFee(pages, copies)).toThrow(RangeError)
  })
  test('one page more never costs less, and each copy costs the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 200 }), (pages, copies) => {
        expect(certificationFee(pages + 1, copies)).toBeGreaterThanOrEqual(certificationFee(pages, copies))
        expect(certificationFee(pages, copies)).toBe(certificationFee(pages, 1) * copies)
      }),
    )
  })
})

describe('what a fee comes to', () => {
  test('an amount that the province sets is not known, and not nothing', () => {
    expect(amountOf(aFee({ amountVnd: null }))).toBeNull()
  })
  test('multiplied by what it is for', () => {
    expect(amountOf(aFee({ per: 'copy' }), { copies: 3 })).toBe(24_000)
    expect(amountOf(aFee({ per: 'person' }), { persons: 4 })).toBe(32_000)
    expect(amountOf(aFee({ per: 'case' }), { copies: 3 })).toBe(8_000)
    expect(amountOf(aFee({ per: null }), { copies: 3 })).toBe(8_000)
  })
  test('copies by the page follow their own rule', () => {
    expect(amountOf(aFee({ amountVnd: vnd(2000), per: 'page', rule: 'certified-copy' }), { pages: 10, copies: 2 })).toBe(24_000)
  })
  test('what is only given on request costs nothing until it is asked for', () => {
    expect(amountOf(aFee({ per: 'copy', onRequest: true }))).toBe(0)
    expect(amountOf(aFee({ per: 'copy', onRequest: true }), { copies: 2 })).toBe(16_000)
  })
})

test('a fee of one channel is not asked in another; the national portal counts as online', () => {
  const fees = [aFee({ channels: ['desk', 'post'] }), aFee({ channels: ['online'], amountVnd: vnd(7000) }), aFee({ amountVnd: vnd(1) })]
  expect(feesFor(fees, 'desk').map(({ amountVnd }) => amountVnd)).toEqual([8000, 1])
  expect(feesFor(fees, 'national-portal').map(({ amountVnd }) => amountVnd)).toEqual([7000, 1])
})
