import { describe, expect, test } from 'vitest'
import { checkTypedReport } from '@/lib/reports/domain/typed-report'
import { identityProblem, mendSentence } from '@/lib/reports/wording'

describe('figures that somebody typed', () => {
  test('of Bách Quang, two months of 2022, cannot all be true: 396 settled, of which 431 in time', () => {
    const { broken } = checkTypedReport({ received: 445, new: 444, carriedOver: 1, settled: 396, inTime: 431, pending: 14 })
    expect(broken).toEqual([
      { name: 'settled-parts', left: 396, right: 431, difference: -35 },
      { name: 'balance', left: 445, right: 410, difference: 35 },
    ])
    expect(broken.map(identityProblem)).toEqual([
      'Số trước hạn, đúng hạn không thể nhiều hơn số đã giải quyết: 396 và 431, lệch 35',
      'Tổng số nhận phải bằng đã giải quyết cộng đang giải quyết, rút và dừng: 445 và 410, lệch 35',
    ])
  })

  test('of Bách Quang agree once 396 is read as 431: the one slip that explains all', () => {
    const { mends } = checkTypedReport({ received: 445, new: 444, carriedOver: 1, settled: 396, inTime: 431, pending: 14 })
    expect(mends).toEqual([{ figure: 'settled', instead: 431 }])
    expect(mends.map(mendSentence)).toEqual(['Nếu đã giải quyết là 431 thì các số khớp nhau'])
  })

  test.each([
    ['Mỹ An, 6 months of 2012', { received: 6047, settled: 6035, pending: 12, withinLimit: 12, pendingOverdue: 0 }],
    ['Tân Quới, 9 months of 2020, all settled', { received: 4314, settled: 4314, early: 2814, onTime: 1500, overdue: 0, pending: 0 }],
    ['nothing at all', {}],
  ])('of %s hold', (_where, report) => {
    expect(checkTypedReport(report)).toEqual({ broken: [], mends: [] })
  })

  test('are judged only where all terms of an identity are stated', () => {
    expect(checkTypedReport({ received: 10, new: 3 })).toEqual({ broken: [], mends: [] })
    expect(checkTypedReport({ received: 10, new: 3, carriedOver: 6 }).broken.map(({ name }) => name)).toEqual(['received'])
  })

  test('where two figures are wrong, no single one is offered as the slip', () => {
    expect(checkTypedReport({ received: 10, new: 3, carriedOver: 6, settled: 5, early: 1, onTime: 1, overdue: 1, pending: 5 }).mends).toEqual([])
  })

  test('must be whole and not negative', () => {
    expect(checkTypedReport({ pending: -1 }).broken.map(identityProblem)).toEqual(['Số hồ sơ phải là số nguyên từ 0 trở lên, không phải -1'])
  })
})
