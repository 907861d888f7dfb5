import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellNames, cells, countOf, isBehind, outcomes, parts, type CountedFact, type Fact } from '@/lib/reports/domain/facts'
import { brokenFormIdentities, brokenTotals, formColumns, toForm06a, type FormRow } from '@/lib/reports/domain/form-06a'
import { brokenCarryOver, brokenIdentities, figuresOf, onTimeRate, type Figures } from '@/lib/reports/domain/settlement'

const outsideOnly = ['submitted', 'refused', 'withdrawn-unreceived', 'voided'] as const

/** Facts as dossiers make them: what never came in is outside, and only what is open can stand still. */
const someFact: fc.Arbitrary<CountedFact> = fc
  .record({ part: fc.constantFrom(...parts), outcome: fc.constantFrom(...outcomes), paused: fc.boolean(), channel: fc.constantFrom('online', 'desk', 'post', 'national-portal'), interAgency: fc.boolean(), count: fc.nat(500) })
  .filter(({ part, outcome }) => (part === 'outside') === (outsideOnly as readonly string[]).includes(outcome))
  .map((fact) => ({ ...fact, paused: fact.paused && fact.outcome.startsWith('pending') }) as CountedFact)

const myAn: Figures = {
  received: { total: 6047, carriedOver: 0, new: 6047, online: 0, desk: 6047, post: 0, nationalPortal: 0 },
  settled: { total: 6035, early: 4000, onTime: 2035, overdue: 0, noLimit: 0 },
  withdrawn: { total: 0, pastDue: 0 }, discontinued: { total: 0, pastDue: 0 },
  pending: { total: 12, withinLimit: 12, overdue: 0, noLimit: 0, paused: 0 },
  interAgency: 0, outside: { submitted: 0, refused: 0, voided: 0 },
}

describe('the figures of a period', () => {
  test('satisfy every identity, whatever became of the dossiers', () => {
    fc.assert(fc.property(fc.array(someFact), (facts) => {
      expect(brokenIdentities(figuresOf(facts))).toEqual([])
    }))
  })

  test('of the parts add up to the figures of the whole', () => {
    fc.assert(fc.property(fc.array(someFact), fc.array(someFact), (here, there) => {
      for (const cell of cellNames) expect(countOf([...here, ...there], cell)).toBe(countOf(here, cell) + countOf(there, cell))
    }))
  })

  test('of six months at Mỹ An hold: 6.047 = 6.035 + 12', () => {
    expect(brokenIdentities(myAn)).toEqual([])
    expect(onTimeRate(myAn)).toBe(1)
  })

  test.each<[string, (figures: Figures) => Figures, string, number]>([
    ['one dossier more received', (f) => ({ ...f, received: { ...f.received, total: 6048, new: 6048, desk: 6048 } }), 'balance', 1],
    ['one of the new without a channel', (f) => ({ ...f, received: { ...f.received, desk: 6046 } }), 'new', 1],
    ['carried over without being received', (f) => ({ ...f, received: { ...f.received, carriedOver: 2 } }), 'received', -2],
    ['a settled one without timeliness', (f) => ({ ...f, settled: { ...f.settled, early: 3999 } }), 'settled', 1],
    ['an open one neither in time nor late', (f) => ({ ...f, pending: { ...f.pending, withinLimit: 11 } }), 'pending', 1],
    ['more standing still than open', (f) => ({ ...f, pending: { ...f.pending, paused: 13 } }), 'paused', -1],
    ['more withdrawn late than withdrawn', (f) => ({ ...f, withdrawn: { total: 0, pastDue: 1 } }), 'withdrawn-past-due', -1],
    ['a dossier that is half', (f) => ({ ...f, interAgency: 0.5 }), 'whole:interAgency', -0.5],
  ])('%s breaks an identity that is named with its difference', (_case, change, name, difference) => {
    expect(brokenIdentities(change(myAn)).map((problem) => [problem.name, problem.difference])).toEqual([[name, difference]])
  })

  test('the next period must begin with what the last one left', () => {
    const next = { ...myAn, received: { ...myAn.received, carriedOver: 12 } }
    expect(brokenCarryOver(myAn, next)).toEqual([])
    expect(brokenCarryOver(myAn, myAn)).toEqual([{ name: 'carry-over', left: 0, right: 12, difference: -12 }])
  })

  test('the on-time rate leaves out what has no limit, and is nothing where nothing was settled', () => {
    expect(onTimeRate({ settled: { total: 10, early: 5, onTime: 2, overdue: 1, noLimit: 2 } })).toBe(7 / 8)
    expect(onTimeRate({ settled: { total: 3, early: 0, onTime: 0, overdue: 0, noLimit: 3 } })).toBeNull()
    expect(onTimeRate({ settled: { total: 0, early: 0, onTime: 0, overdue: 0, noLimit: 0 } })).toBeNull()
  })
})

describe('form II.06a', () => {
  const fact = (outcome: Fact['outcome'], more: Partial<CountedFact> = {}): CountedFact => ({ part: 'new', outcome, paused: false, channel: 'desk', interAgency: false, count: 1, ...more })

  test('satisfies its four identities, whatever became of the dossiers', () => {
    fc.assert(fc.property(fc.array(someFact), (facts) => {
      expect(brokenFormIdentities(toForm06a(facts))).toEqual([])
    }))
  })

  test('every dossier inside stands in exactly one column of each block', () => {
    fc.assert(fc.property(someFact.filter(({ part }) => part !== 'outside'), (one) => {
      const row = toForm06a([{ ...one, count: 1 }])
      expect([row[3], row[4] + row[5] + row[6], row[8] + row[9] + row[10] + row[12] + row[13]]).toEqual([1, 1, 1])
    }))
  })

  test.each<[Fact['outcome'], number]>([
    ['early', 8], ['on-time', 9], ['overdue', 10], ['no-limit', 9], ['withdrawn', 9], ['withdrawn-past-due', 10], ['discontinued', 9], ['discontinued-early', 8], ['discontinued-past-due', 10],
    ['pending-within-limit', 12], ['pending-no-limit', 12], ['pending-overdue', 13],
  ])('%s is printed in column (%i)', (outcome, column) => {
    const row = toForm06a([fact(outcome)])
    expect([8, 9, 10, 12, 13].filter((one) => row[one as 8] === 1)).toEqual([column])
  })

  test('counts the national portal as online, and post with the desk', () => {
    const row = toForm06a([fact('early', { channel: 'national-portal' }), fact('early', { channel: 'online' }), fact('early', { channel: 'post' }), fact('early', { part: 'carried-over' })])
    expect([row[3], row[4], row[5], row[6]]).toEqual([4, 2, 1, 1])
  })

  test('a total row that is not the sum is named', () => {
    const row = Object.fromEntries(formColumns.map((column) => [column, 1])) as FormRow
    expect(brokenTotals([row, row], { ...row, 3: 2, 4: 2, 5: 2, 6: 2, 7: 2, 8: 2, 9: 2, 10: 2, 11: 2, 12: 2, 13: 3 })).toEqual([{ name: 'form-total', left: 3, right: 2, difference: 1 }])
  })
})

test('every part of a cell names something that can occur', () => {
  for (const cell of cellNames) {
    const facts = parts.flatMap((part) => outcomes.map((outcome): Fact => ({ part, outcome, paused: true, channel: 'desk', interAgency: true }))).flatMap((one) => [one, { ...one, channel: 'online' as const }, { ...one, channel: 'post' as const }, { ...one, channel: 'national-portal' as const }])
    expect(facts.some((one) => isBehind(one, cells[cell])), cell).toBe(true)
  }
})
