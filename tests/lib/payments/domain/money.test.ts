import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountInWords } from '@/lib/payments/domain/amount-in-words'
import { type ClosingEntry, dayTotals, decideClosing } from '@/lib/payments/domain/closing'
import { decideNews, type Intent } from '@/lib/payments/domain/gateway'
import { paymentStanding } from '@/lib/payments/domain/payment'
import { decideApproval, decideProposal, refundableVnd } from '@/lib/payments/domain/refund'

test.each([
  [0, 'Không đồng'],
  [5, 'Năm đồng'],
  [10_000, 'Mười nghìn đồng'],
  [120_000, 'Một trăm hai mươi nghìn đồng'],
  [1_005, 'Một nghìn không trăm linh năm đồng'],
  [15_021, 'Mười lăm nghìn không trăm hai mươi mốt đồng'],
  [1_000_000, 'Một triệu đồng'],
  [21_004_000, 'Hai mươi mốt triệu không trăm linh bốn nghìn đồng'],
  [404_444, 'Bốn trăm linh bốn nghìn bốn trăm bốn mươi tư đồng'],
  [1_000_000_000, 'Một tỷ đồng'],
])('%i is written %s', (amount, words) => {
  expect(amountInWords(amount)).toBe(words)
})

describe('how a dossier stands with its money', () => {
  test.each([
    [[], 'none'], [['cancelled'], 'none'], [['exempt'], 'exempt'], [['exempt', 'paid'], 'paid'], [['paid', 'owed'], 'owed'], [['refunded', 'exempt'], 'refunded'], [['refunded', 'paid'], 'paid'],
  ] as const)('%j is %s', (states, standing) => {
    expect(paymentStanding(states.map((state) => ({ state })))).toBe(standing)
  })
})

describe('news of a gateway', () => {
  const intent = (state: Intent['state'] = 'started'): Intent => ({ id: 'i', dossierId: 'd', amountVnd: 8000, lines: [{ paymentId: 'p', kind: 'charge', name: 'Lệ phí', amountVnd: 8000 }], state })
  const owed = new Set(['p'])
  test.each([
    ['of a payment nobody began', null, 'paid', 8000, owed, 'unknown-intent'],
    ['that fits', intent(), 'paid', 8000, owed, 'applied'],
    ['in another amount', intent(), 'paid', 7000, owed, 'amount-differs'],
    ['for what was paid at the desk meanwhile', intent(), 'paid', 8000, new Set<string>(), 'paid-twice'],
    ['for what it has paid already', intent('paid'), 'paid', 8000, owed, 'paid-twice'],
    ['of a refusal', intent(), 'refused', 0, owed, 'refused'],
    ['of a refusal after the money came', intent('paid'), 'refused', 0, owed, 'too-late'],
    ['of money after a refusal', intent('refused'), 'paid', 8000, owed, 'applied'],
  ] as const)('%s', (_what, begun, status, amountVnd, stillOwed, outcome) => {
    expect(decideNews(begun, { status, amountVnd }, stillOwed)).toBe(outcome)
  })
})

describe('a refund', () => {
  test('never promises the same money twice, and a rejected proposal frees it', () => {
    expect(refundableVnd(8000, [{ amountVnd: 5000, state: 'proposed' }, { amountVnd: 3000, state: 'rejected' }])).toBe(3000)
    expect(decideProposal(8000, [{ amountVnd: 5000, state: 'approved' }], 3001)).toEqual({ ok: false, problem: { code: 'refund-too-much', mostVnd: 3000 } })
  })

  test('is not approved by whoever proposed it', () => {
    expect(decideApproval({ state: 'proposed', proposedBy: 'a' }, 'a')).toMatchObject({ ok: false, problem: { code: 'own-proposal' } })
    expect(decideApproval({ state: 'proposed', proposedBy: null }, 'a').ok).toBe(true)
  })
})

describe('the closing of a day', () => {
  const anEntry = fc.record({
    id: fc.uuid(), direction: fc.constantFrom('in' as const, 'out' as const), method: fc.constantFrom('cash' as const, 'transfer' as const, 'treasury' as const),
    parts: fc.array(fc.record({ kind: fc.constantFrom('fee' as const, 'charge' as const, 'obligation' as const), amountVnd: fc.integer({ min: 1, max: 5_000_000 }) }), { minLength: 1, maxLength: 4 }),
  }).map(({ parts, ...entry }): ClosingEntry => ({ ...entry, lines: parts, amountVnd: parts.reduce((sum, { amountVnd }) => sum + amountVnd, 0) }))

  test('expects cash that came less cash that went back, and its sums add up to the entries', () => {
    fc.assert(fc.property(fc.array(anEntry, { maxLength: 30 }), (entries) => {
      const totals = dayTotals(entries)
      const signed = (chosen: readonly ClosingEntry[]): number => chosen.reduce((sum, { direction, amountVnd }) => sum + (direction === 'in' ? amountVnd : -amountVnd), 0)
      expect(totals.expectedVnd).toBe(signed(entries.filter(({ method }) => method === 'cash')))
      expect(totals.sums.reduce((sum, { direction, amountVnd }) => sum + (direction === 'in' ? amountVnd : -amountVnd), 0)).toBe(signed(entries))
    }))
  })

  test('a drawer that holds another amount needs a sentence', () => {
    const totals = dayTotals([{ id: 'e', direction: 'in', method: 'cash', amountVnd: 8000, lines: [{ kind: 'charge', amountVnd: 8000 }] }])
    expect(decideClosing(totals, 1, 7000, null)).toEqual({ ok: false, problem: { code: 'difference-unexplained', expectedVnd: 8000, countedVnd: 7000 } })
    expect(decideClosing(totals, 1, 7000, 'Thối nhầm 1.000 đồng')).toEqual({ ok: true, value: { differenceVnd: -1000 } })
    expect(decideClosing(totals, 0, 0, null)).toMatchObject({ ok: false, problem: { code: 'nothing-to-close' } })
  })
})
