import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { oneFailed, onePassed, sum, tallyLine, tallyPlaywright, tallyVitest } from '@/scripts/lib/check/tally'

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-tally-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function reportOf(content: object): string {
  const path = join(folder, `${Math.random()}.json`)
  writeFileSync(path, JSON.stringify(content))
  return path
}
const counts = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 }
const file = (status: string, ...assertions: string[]) => ({ status, assertionResults: assertions.map((each) => ({ status: each })) })

test('tests are counted as vitest counts them, and what is left for later is skipped', () => {
  expect(tallyVitest(reportOf({ success: true, ...counts, testResults: [file('passed', 'passed')] }))).toEqual({ passed: 5, failed: 0, skipped: 2 })
})

test('a file that could not be loaded is a failure of its own, beside failed tests', () => {
  const report = { success: false, ...counts, numFailedTests: 2, testResults: [file('failed', 'failed', 'failed'), file('failed')] }
  expect(tallyVitest(reportOf(report)).failed).toBe(3)
})

test('a run that failed for nothing it tells, or told nothing at all, has failed', () => {
  expect(tallyVitest(reportOf({ success: false, ...counts, testResults: [] })).failed).toBe(1)
  expect(tallyVitest(join(folder, 'missing.json'))).toEqual(oneFailed)
  expect(tallyPlaywright(join(folder, 'missing.json'))).toEqual(oneFailed)
})

test('a browser test that passed at the second attempt has failed, and so has a run that could not begin', () => {
  const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 }
  expect(tallyPlaywright(reportOf({ stats, errors: [{}] }))).toEqual({ passed: 7, failed: 3, skipped: 2 })
})

test('the closing line adds everything up', () => {
  expect(tallyLine(sum([onePassed, oneFailed, { passed: 3, failed: 0, skipped: 1 }]))).toBe('4 passed, 1 failed, 1 skipped')
})
