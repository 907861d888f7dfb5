import { describe, expect, test } from 'vitest'
import { stages } from '@/lib/dossiers/domain/dossier'
import { nationalCode } from '@/lib/dossiers/domain/national-code'
import { localDate } from '@/lib/kernel/local-date'

const today = localDate('2026-11-22')

describe('the code of the national portal', () => {
  test.each([
    ['submitted', 'not-started', 'none', '1'],
    ['received', 'running', 'none', '2'],
    ['refused', 'stopped', 'none', '3'],
    ['in-progress', 'running', 'none', '4'],
    ['in-progress', 'paused', 'supplement', '5'],
    ['submitted', 'not-started', 'supplement', '5'],
    ['received', 'paused', 'payment', '6'],
    ['withdrawn', 'stopped', 'none', '7'],
    ['discontinued', 'stopped', 'none', '8'],
    ['resolved', 'stopped', 'none', '9'],
    ['returned', 'stopped', 'none', '10'],
  ] as const)('of a dossier %s, clock %s, awaiting %s is %s', (stage, clock, awaiting, code) => {
    expect(nationalCode(stage, clock, awaiting, today)?.code).toBe(code)
  })

  test('there is none for a wrong entry, nor for a day before the list', () => {
    expect(nationalCode('voided', 'stopped', 'none', today)).toBeNull()
    expect(nationalCode('received', 'running', 'none', localDate('2012-03-01'))).toBeNull()
  })

  test('every other stage has one', () => {
    for (const stage of stages) if (stage !== 'voided') expect(nationalCode(stage, 'running', 'none', today), stage).not.toBeNull()
  })
})
