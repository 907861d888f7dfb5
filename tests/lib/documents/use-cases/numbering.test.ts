import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { connectDocumentSystem, type DocumentSystem } from '@/lib/documents/document-system'
import { NumberPaperInput, SetNumberingInput } from '@/lib/documents/inputs'
import { type IssuedPaper, issuePaper, numberPattern } from '@/lib/documents/store'
import { fetchNumber, NoNumberYet, numberPaper } from '@/lib/documents/use-cases/number-paper'
import { setNumbering } from '@/lib/documents/use-cases/set-numbering'
import { numberGaps } from '@/lib/dossiers/queries/number-check'
import type { Officer } from '@/lib/identity/domain/actor'
import { must } from '@/lib/kernel/result'
import { inCommune } from '@/lib/platform/db'
import { officerOf, type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
const system = { kind: 'system', name: 'test' } as const
let people: People
let administrator: Officer

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
  administrator = await officerOf(database.owner, 'bach-quang', 'quantri')
})
beforeEach(() => database.owner.query('delete from paper_numbering; delete from official_paper; delete from number_series; delete from outbox'))

const issue = (form: 'apology' | 'refusal' | 'supplement-request', at = new Date()): Promise<IssuedPaper> =>
  inCommune(people.leader, (tx) => issuePaper(tx, { form, dossierId: null, numberPattern: numberPattern(form, 'service-centre'), issuedBy: people.leader.staffId, issuedAt: at, data: {} }))
const row = async (id: string) => (await database.owner.query('select number, number_text, numbering, numbered_by from official_paper where id = $1', [id])).rows[0]

describe('a kind of paper numbered by its own series', () => {
  test('counts 1, 2, 3 … of its kind and year, also of many issued at once', async () => {
    const papers = await Promise.all(Array.from({ length: 12 }, () => issue('refusal')))
    expect(papers.map(({ numberText }) => numberText).toSorted()).toEqual(Array.from({ length: 12 }, (_, index) => `${String(index + 1).padStart(2, '0')}/PTC-TTPVHCC`))
    expect((await issue('supplement-request')).numberText).toBe('01/PBS-TTPVHCC')
    expect(await inCommune(people.leader, numberGaps)).toEqual([])
  })
})

describe('a kind of paper numbered by the records clerk', () => {
  beforeEach(async () => must(await setNumbering(administrator, { form: 'apology', mode: 'typed' })))

  test('waits for its number, and takes it once', async () => {
    const paper = await issue('apology')
    expect(await row(paper.id)).toMatchObject({ number: null, numbering: 'waiting' })
    expect(await numberPaper(people.desk, { paperId: paper.id, number: '45' })).toEqual({ ok: false, problem: { code: 'forbidden' } })
    must(await numberPaper(people.clerk, { paperId: paper.id, number: '45a' }))
    expect(await row(paper.id)).toEqual({ number: null, number_text: '45a/PXL', numbering: 'typed', numbered_by: people.clerk.staffId })
    expect(await numberPaper(people.clerk, { paperId: paper.id, number: '46' })).toEqual({ ok: false, problem: { code: 'not-waiting' } })
  })

  test('refuses a number that a paper of its kind and year has, by rule and by the database; another kind or year may have it', async () => {
    const [one, other, old] = [await issue('apology'), await issue('apology'), await issue('apology', new Date('2025-05-05T09:00:00+07:00'))]
    must(await numberPaper(people.clerk, { paperId: one.id, number: '7' }))
    expect(await numberPaper(people.clerk, { paperId: other.id, number: '7' })).toEqual({ ok: false, problem: { code: 'number-taken' } })
    expect(await numberPaper(people.clerk, { paperId: other.id, number: '07' })).toEqual({ ok: false, problem: { code: 'number-taken' } })
    must(await numberPaper(people.clerk, { paperId: old.id, number: '7' }))
    await expect(database.owner.query(`update official_paper set number_text = '07/PXL', numbering = 'typed' where id = $1`, [other.id])).rejects.toMatchObject({ code: '23505' })
  })

  test('goes back to the series only while no paper of the year was numbered by hand', async () => {
    must(await setNumbering(administrator, { form: 'apology', mode: 'series' }))
    must(await setNumbering(administrator, { form: 'apology', mode: 'typed' }))
    await issue('apology')
    expect(await setNumbering(administrator, { form: 'apology', mode: 'series' })).toEqual({ ok: false, problem: { code: 'numbered-this-year' } })
    expect(await setNumbering(people.leader, { form: 'refusal', mode: 'typed' })).toEqual({ ok: false, problem: { code: 'forbidden' } })
  })
})

describe('a kind of paper numbered by the document system', () => {
  beforeEach(async () => must(await setNumbering(administrator, { form: 'refusal', mode: 'document-system' })))

  test('is asked for by its key, later again while there is none, and keeps the number it is given', async () => {
    const asked: string[] = []
    const answers: (string | null)[] = [null, '118/TB-UBND']
    connectDocumentSystem(people.desk.communeId, { numberFor: async ({ key }) => (asked.push(key), answers.shift() ?? null) } satisfies DocumentSystem)
    const paper = await issue('refusal')
    const { rows } = await database.owner.query<{ key: string; kind: string }>('select key, kind from outbox')
    expect(rows).toEqual([{ key: `number-paper:${paper.id}`, kind: 'number-paper' }])
    const job = { paperId: paper.id, key: rows[0]!.key }
    await expect(fetchNumber(system, people.desk.communeId, job)).rejects.toThrow(NoNumberYet)
    await fetchNumber(system, people.desk.communeId, job)
    await fetchNumber(system, people.desk.communeId, job)
    expect(await row(paper.id)).toMatchObject({ number_text: '118/TB-UBND', numbering: 'document-system' })
    expect(asked).toEqual([job.key, job.key])
  })

  test('takes a number from the clerk where no system is connected', async () => {
    const elsewhere = await peopleOf(database.owner, 'my-an')
    must(await setNumbering(await officerOf(database.owner, 'my-an', 'quantri'), { form: 'refusal', mode: 'document-system' }))
    const paper = await inCommune(elsewhere.leader, (tx) => issuePaper(tx, { form: 'refusal', dossierId: null, numberPattern: numberPattern('refusal', 'service-centre'), issuedBy: null, issuedAt: new Date(), data: {} }))
    await fetchNumber(system, elsewhere.desk.communeId, { paperId: paper.id, key: 'x' })
    must(await numberPaper(elsewhere.clerk, { paperId: paper.id, number: '3' }))
    expect(await row(paper.id)).toMatchObject({ number_text: '03/PTC-TTPVHCC', numbering: 'typed' })
  })
})

test('what is typed is a number of the book and nothing else; the slip that is handed over at once keeps its series', () => {
  const paperId = '019350a0-0000-7000-8000-000000000000'
  for (const number of ['45', ' 45a ', '1']) expect(NumberPaperInput.safeParse({ paperId, number }).success, number).toBe(true)
  for (const number of ['', '0', '45/PXL', 'a', '1234567', '4 5', '-1']) expect(NumberPaperInput.safeParse({ paperId, number }).success, number).toBe(false)
  expect(SetNumberingInput.safeParse({ form: 'receipt-slip', mode: 'typed' }).success).toBe(false)
  expect(SetNumberingInput.safeParse({ form: 'apology', mode: 'typed' }).success).toBe(true)
})
