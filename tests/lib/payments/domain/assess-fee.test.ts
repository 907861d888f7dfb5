import { describe, expect, test } from 'vitest'
import { assessFee, type FeeCase, reductionsFor } from '@/lib/payments/domain/assess-fee'
import { reductions } from '@/lib/payments/domain/reductions'
import { localDate } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'

const paper = { kind: 'seen', name: 'Giấy chứng nhận', attachmentId: null } as const
const aCase = (changes: Partial<FeeCase> = {}): FeeCase => ({ procedureCode: '1.004873', fieldSlug: 'ho-tich', filedOnline: false, province: 'thai-nguyen', on: localDate('2026-11-22'), claims: [], ...changes })
const charge = { kind: 'charge', amountVnd: 15_000 } as const

test('nobody who claims nothing pays less', () => {
  expect(must(assessFee(charge, aCase()))).toEqual({ beforeVnd: 15_000, afterVnd: 15_000, reduction: null, proof: null })
})

test.each([
  ['ho-tich', 'poor-household', 'Luật Hộ tịch 2014, Điều 11'],
  ['ho-tich', 'merit', 'Luật Hộ tịch 2014, Điều 11'],
  ['cu-tru', 'elderly', 'Thông tư 75/2022/TT-BTC, sửa đổi bởi Thông tư 71/2025/TT-BTC'],
] as const)('in %s, %s pays nothing by %s', (fieldSlug, group, legalBasis) => {
  const { afterVnd, reduction } = must(assessFee(charge, aCase({ fieldSlug, procedureCode: '1', claims: [{ group, proof: paper }] })))
  expect([afterVnd, reduction?.legalBasis, reduction?.verified]).toEqual([0, legalBasis, true])
})

test('the rule of the very fee stands before the general one, and the general one is marked unverified', () => {
  const groups = reductionsFor(charge, aCase()).filter(({ group }) => group === 'poor-household')
  expect(groups.map(({ key }) => key)).toEqual(['ho-tich.poor-household'])
  expect(reductionsFor(charge, aCase({ fieldSlug: 'xay-dung' })).find(({ group }) => group === 'poor-household')).toMatchObject({ verified: false, legalBasis: 'Luật Phí và lệ phí 2015, Điều 10' })
})

describe('Nghị quyết 66.22/2026', () => {
  const online = (on: string, filedOnline = true) => assessFee(charge, aCase({ on: localDate(on), filedOnline, claims: [{ group: 'vneid-five-papers', proof: paper }] }))

  test('frees the listed procedures that are filed online, from its first day to its last', () => {
    expect(must(online('2026-08-15')).afterVnd).toBe(0)
    expect(must(online('2027-02-28')).afterVnd).toBe(0)
  })

  test.each([['2026-08-14', true], ['2027-03-01', true], ['2026-11-22', false]])('does not reach %s filed online: %s', (on, filedOnline) => {
    expect(online(on, filedOnline)).toEqual({ ok: false, problem: { code: 'group-not-for-this-fee', group: 'vneid-five-papers' } })
  })
})

test('of several reductions only the highest counts, and never two together', () => {
  const half = { ...reductions[0]!, key: 'half', group: 'online-filing', procedures: undefined, fields: undefined, kinds: undefined, onlineOnly: undefined, percentOff: 50, proofs: [] } as const
  const third = { ...half, key: 'third', group: 'elderly', percentOff: 30 } as const
  const on = localDate('2026-11-22')
  const { afterVnd, reduction } = must(assessFee({ kind: 'fee', amountVnd: 15_001 }, aCase({ on, claims: [{ group: 'elderly', proof: null }, { group: 'online-filing', proof: null }] }), [half, third]))
  expect([afterVnd, reduction?.key]).toEqual([7500, 'half'])
})

test('a group is proven, or it does not count', () => {
  expect(assessFee(charge, aCase({ claims: [{ group: 'poor-household', proof: null }] }))).toMatchObject({ ok: false, problem: { code: 'proof-missing', proofs: ['Giấy chứng nhận hộ nghèo'] } })
})

test('an amount that the province sets is never taken for nothing', () => {
  expect(assessFee({ kind: 'charge', amountVnd: null }, aCase({ claims: [{ group: 'merit', proof: paper }] }))).toMatchObject({ ok: false, problem: { code: 'amount-not-set' } })
})

test('a tax or land money is not reduced at the counter', () => {
  expect(reductionsFor({ kind: 'obligation', amountVnd: 1 }, aCase())).toEqual([])
})

test('every rule has a key of its own, a basis, and an end not before its beginning', () => {
  expect(new Set(reductions.map(({ key }) => key)).size).toBe(reductions.length)
  expect(reductions.filter(({ legalBasis, percentOff, effectiveFrom, effectiveTo }) => legalBasis === '' || percentOff < 1 || percentOff > 100 || (effectiveTo !== null && effectiveTo < effectiveFrom))).toEqual([])
})
