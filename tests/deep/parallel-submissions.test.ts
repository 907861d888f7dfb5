import { describe, expect, test } from 'vitest'
import { submitDossier } from '@/lib/dossiers/use-cases/submit-dossier'
import { useDatabase } from '../support/database'
import { aCitizen, brokenInvariants, communeId, finishedDrafts } from '../support/filing'

const database = useDatabase()

describe('a crowd at the door', () => {
  test('a thousand submissions at once are all acknowledged, each exactly once, under codes without a gap', async () => {
    const [citizen, commune] = [await aCitizen(database.owner), await communeId(database.owner)]
    const drafts = await finishedDrafts(citizen, commune, 1_000)
    const answers = await Promise.all(drafts.map((draftId) => submitDossier(citizen, { communeId: commune, draftId })))
    const codes = answers.map((answer) => (answer.ok ? answer.value.code : answer.problem.code))
    expect(new Set(codes).size).toBe(1_000)
    const numbers = codes.map((code) => Number(code.split('-').at(-1))).toSorted((a, b) => a - b)
    expect([numbers[0], numbers.at(-1)]).toEqual([1, 1_000])
    expect(await brokenInvariants(database.owner)).toEqual({})
  })

  test('the same draft sent fifty times at once is one dossier and fifty equal answers', async () => {
    const [citizen, commune] = [await aCitizen(database.owner), await communeId(database.owner)]
    const [draftId] = await finishedDrafts(citizen, commune, 1)
    const answers = await Promise.all(Array.from({ length: 50 }, () => submitDossier(citizen, { communeId: commune, draftId: draftId! })))
    expect(new Set(answers.map((answer) => (answer.ok ? `${answer.value.code} ${answer.value.secret}` : answer.problem.code))).size).toBe(1)
    expect(await brokenInvariants(database.owner)).toEqual({})
  })
})
