import { beforeAll, describe, expect, test } from 'vitest'
import { RateDossierInput } from '@/lib/feedback/inputs'
import { rateDossier } from '@/lib/feedback/use-cases/rate-dossier'
import { acceptDossier } from '@/lib/dossiers/use-cases/accept-dossier'
import { appraiseStep } from '@/lib/dossiers/use-cases/appraise-step'
import { approveStep } from '@/lib/dossiers/use-cases/approve-step'
import { sealStep } from '@/lib/dossiers/use-cases/seal-step'
import { settleStep } from '@/lib/dossiers/use-cases/settle-step'
import { takeDossier } from '@/lib/dossiers/use-cases/take-dossier'
import type { Citizen } from '@/lib/identity/domain/actor'
import { must } from '@/lib/kernel/result'
import { submitted } from '@/tests/builders/dossiers'
import { aCitizen, type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let people: People
let citizen: Citizen
const input = RateDossierInput.parse({ score: '4', answers: { 'treated-kindly': 'yes' }, comment: ' Nhanh ' })

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
  citizen = await aCitizen(database.owner)
})

async function aResolved() {
  const filed = await submitted(citizen, people.desk.communeId)
  const ref = { dossierId: filed.dossierId }
  must(await acceptDossier(people.desk, ref))
  must(await takeDossier(people.caseOfficer, ref))
  must(await settleStep(people.caseOfficer, { ...ref, outcome: 'granted', summary: 'Đủ', number: null, attachmentId: null }))
  must(await appraiseStep(people.head, { ...ref, remark: null }))
  must(await approveStep(people.leader, ref))
  must(await sealStep(people.clerk, { ...ref, number: null }))
  return { communeId: people.desk.communeId, dossierId: filed.dossierId }
}

describe('a rating', () => {
  test('is given once, by whoever filed or holds the secret', async () => {
    const dossier = await aResolved()
    expect(await rateDossier(await aCitizen(database.owner), dossier, input)).toEqual({ ok: false, problem: { code: 'forbidden' } })
    expect(await rateDossier(citizen, dossier, input)).toEqual({ ok: true, value: true })
    expect(await rateDossier('holder-of-secret', dossier, { ...input, score: 1 })).toEqual({ ok: false, problem: { code: 'already-rated' } })
    expect((await database.owner.query('select score, answers, comment from rating')).rows).toEqual([{ score: 4, answers: { 'treated-kindly': 'yes' }, comment: 'Nhanh' }])
  })

  test('of ten at once counts once', async () => {
    const dossier = await aResolved()
    const answers = await Promise.all(Array.from({ length: 10 }, () => rateDossier('holder-of-secret', dossier, input)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('waits for the result', async () => {
    const filed = await submitted(citizen, people.desk.communeId)
    expect(await rateDossier(citizen, { communeId: people.desk.communeId, dossierId: filed.dossierId }, input)).toEqual({ ok: false, problem: { code: 'not-yet' } })
  })

  test('takes a score of one to five', () => {
    for (const score of ['0', '6', '', 'x', '2.5']) expect(RateDossierInput.safeParse({ score }).success, score).toBe(false)
  })
})
