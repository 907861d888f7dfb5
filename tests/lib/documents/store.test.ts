import { beforeAll, describe, expect, test } from 'vitest'
import { findPaper, issuePaper, notePrint, numberPattern } from '@/lib/documents/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { instantAt, localDate } from '@/lib/kernel/local-date'
import { inCommune } from '@/lib/platform/db'
import { officerOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let officer: Officer
const paper = (issuedAt: Date, form: 'refusal' | 'apology' = 'refusal') => ({ form, dossierId: null, numberPattern: numberPattern(form, 'service-centre'), issuedBy: null, issuedAt, data: {} })

beforeAll(async () => {
  officer = await officerOf(database.owner, 'my-an', 'quay1')
})

describe('the number of a paper', () => {
  test('has two figures at least, its own series for each kind, and begins anew with the local year', async () => {
    const issue = (issuedAt: Date, form?: 'refusal' | 'apology') => inCommune(officer, (tx) => issuePaper(tx, paper(issuedAt, form)))
    expect((await issue(instantAt(localDate('2026-12-31'), '23:30'))).numberText).toBe('01/PTC-TTPVHCC')
    expect((await issue(instantAt(localDate('2026-12-31'), '23:59'))).numberText).toBe('02/PTC-TTPVHCC')
    // Half an hour into the new year in Việt Nam it is still the old one in UTC.
    expect((await issue(instantAt(localDate('2027-01-01'), '00:30'))).numberText).toBe('01/PTC-TTPVHCC')
    expect((await issue(instantAt(localDate('2026-12-31'), '08:00'), 'apology')).numberText).toBe('01/PXL')
  })

  test('that was taken by a transaction that fell through is given to the next', async () => {
    const at = instantAt(localDate('2028-05-02'), '08:00')
    await expect(inCommune(officer, async (tx) => {
      await issuePaper(tx, paper(at))
      throw new Error('fell through')
    })).rejects.toThrow('fell through')
    const numbers = await Promise.all(Array.from({ length: 20 }, () => inCommune(officer, (tx) => issuePaper(tx, paper(at)))))
    expect(numbers.map(({ numberText }) => Number.parseInt(numberText, 10)).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })
})

test('the first print stands; a later one is not noted', async () => {
  const print = (letter: string) => ({ sha256: letter.repeat(64), size: 1, templateVersion: 'refusal@1', at: new Date() })
  const noted = await inCommune(officer, async (tx) => {
    const { id } = await issuePaper(tx, paper(new Date()))
    await notePrint(tx, id, print('a'))
    await notePrint(tx, id, print('b'))
    return findPaper(tx, id)
  })
  expect(noted!.printed!.sha256).toBe('a'.repeat(64))
})
