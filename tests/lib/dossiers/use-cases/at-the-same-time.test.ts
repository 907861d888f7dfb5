import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { acceptDossier } from '@/lib/dossiers/use-cases/accept-dossier'
import { receiveDossier } from '@/lib/dossiers/use-cases/receive-dossier'
import { settleOnTheSpot } from '@/lib/dossiers/use-cases/settle-on-the-spot'
import { submitDossier } from '@/lib/dossiers/use-cases/submit-dossier'
import { takeDossier } from '@/lib/dossiers/use-cases/take-dossier'
import { localDateOf } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { numberGaps } from '@/lib/dossiers/queries/number-check'
import { inCommune } from '@/lib/platform/db'
import { aDossier, aDraft, anOnTheSpot, aReception, submitted } from '@/tests/builders/dossiers'
import { aCitizen, type People, peopleOf, withRoles } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let people: People

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
})

const count = async (table: string): Promise<number> => (await database.owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n

describe('one key, one dossier', () => {
  test('the same reception sent again gets the answer of the first time', async () => {
    const input = await aReception(people.desk)
    const first = must(await receiveDossier(people.desk, input))
    const again = must(await receiveDossier(people.desk, input))
    expect(again).toEqual({ ...first, replayed: true })
  })

  test('the same key with other content is refused and writes nothing', async () => {
    const input = await aReception(people.desk)
    must(await receiveDossier(people.desk, input))
    const before = await count('dossier_event')
    expect(await receiveDossier(people.desk, { ...input, returnChannel: 'post' })).toEqual({ ok: false, problem: { code: 'same-key-other-content' } })
    expect(await count('dossier_event')).toBe(before)
  })

  test('two officers may use the same key by chance', async () => {
    const input = await aReception(people.desk)
    const [one, other] = [must(await receiveDossier(people.desk, input)), must(await receiveDossier(people.otherDesk, input))]
    expect(one.code).not.toBe(other.code)
  })

  test('fifty presses at once make one dossier', async () => {
    const input = await aReception(people.desk)
    const before = await count('dossier')
    const answers = await Promise.all(Array.from({ length: 50 }, () => receiveDossier(people.desk, input)))
    expect(new Set(answers.map((answer) => must(answer).code)).size).toBe(1)
    expect(answers.filter((answer) => !must(answer).replayed)).toHaveLength(1)
    expect(await count('dossier')).toBe(before + 1)
  })

  test('a draft sent from two devices at once is one filing, and its second answer is the first', async () => {
    const citizen = await aCitizen(database.owner)
    const draftId = await aDraft(citizen, people.desk.communeId)
    const input = { communeId: people.desk.communeId, draftId }
    const answers = await Promise.all(Array.from({ length: 10 }, () => submitDossier(citizen, input)))
    const later = must(await submitDossier(citizen, input))
    expect(new Set(answers.map((answer) => must(answer).code))).toEqual(new Set([later.code]))
    expect(later.secret).toBe(must(answers[0]!).secret)
  })

  test('a certified copy pressed twice is paid and numbered once', async () => {
    const input = anOnTheSpot()
    const first = must(await settleOnTheSpot(people.desk, input))
    expect(must(await settleOnTheSpot(people.desk, input)).code).toBe(first.code)
    const { rows } = await database.owner.query('select last from number_series where series = $1', ['chung-thuc:2.000815'])
    expect(rows).toEqual([{ last: 1 }])
  })
})

test('two hundred receptions at once have codes, places in the register and slips without a gap', async () => {
  const desk = { ...people.desk, ...withRoles(people.desk, 'desk-officer') }
  const input = await aReception(desk)
  const before = await count('dossier')
  const answers = await Promise.all(Array.from({ length: 200 }, () => receiveDossier(desk, { ...input, idempotencyKey: uuidv7() })))
  const codes = answers.map((answer) => must(answer).code)
  expect(new Set(codes).size).toBe(200)
  expect(await count('dossier')).toBe(before + 200)
  expect(await inCommune(desk, numberGaps)).toEqual([])
  const today = localDateOf(now()).replaceAll('-', '').slice(2)
  const { rows } = await database.owner.query<{ highest: number }>(`select max(split_part(code, '-', 3)::int) as highest from dossier where code like '%-' || $1 || '-%'`, [today])
  expect(rows[0]!.highest).toBe(await count(`dossier where code like '%-${today}-%'`))
})

describe('two officers, one dossier', () => {
  test('of twenty who take it at once exactly one has it, and the others hear that it changed', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { dossierId } = await aDossier(people, 'received')
      const answers = await Promise.all(Array.from({ length: 20 }, () => takeDossier(people.caseOfficer, { dossierId })))
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      for (const answer of answers) if (!answer.ok) expect(['stale', 'not-now']).toContain(answer.problem.code)
    }
  })

  test('two acceptances at once spend one number', async () => {
    const citizen = await aCitizen(database.owner)
    const { dossierId } = await submitted(citizen, people.desk.communeId)
    const answers = await Promise.all([acceptDossier(people.desk, { dossierId }), acceptDossier(people.otherDesk, { dossierId })])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await inCommune(people.desk, numberGaps)).toEqual([])
  })

  test('a screen that shows an older version is told so, and may try again with the new one', async () => {
    const { dossierId } = await aDossier(people, 'received')
    expect(await takeDossier(people.caseOfficer, { dossierId, version: 7 })).toMatchObject({ ok: false, problem: { code: 'stale', last: { name: people.desk.name } } })
    expect((await takeDossier(people.caseOfficer, { dossierId, version: 1 })).ok).toBe(true)
  })
})
