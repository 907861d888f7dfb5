import { beforeAll, describe, expect, test } from 'vitest'
import { dossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { dossiersOfCitizen, isOwnDossier } from '@/lib/dossiers/queries/dossiers-of-citizen'
import { openDossiers } from '@/lib/dossiers/queries/open-dossiers'
import { searchDossiers } from '@/lib/dossiers/queries/search-dossiers'
import { unmaskPersonalId } from '@/lib/dossiers/use-cases/record-access'
import { inCitizen, inCommune, reference } from '@/lib/platform/db'
import { aDossier, submitted } from '@/tests/builders/dossiers'
import { aCitizen, type People, peopleOf, withRoles } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let [here, elsewhere] = [] as unknown as [People, People]
let dossier: { dossierId: string; code: string }

beforeAll(async () => {
  here = await peopleOf(database.owner, 'bach-quang')
  elsewhere = await peopleOf(database.owner, 'my-an')
  dossier = await aDossier(here, 'settled')
})

describe('a dossier of another commune', () => {
  test('looks unknown: on its screen, in the queue, in the search', async () => {
    expect(await dossierDetail(elsewhere.desk, dossier.code)).toBeNull()
    expect((await openDossiers(elsewhere.desk, { scope: 'all' })).rows).toEqual([])
    expect(await searchDossiers(elsewhere.desk, dossier.code)).toEqual([])
    expect(await unmaskPersonalId(elsewhere.desk, { dossierId: dossier.dossierId, reason: 'Xem' })).toEqual({ ok: false, problem: { code: 'not-found' } })
  })

  test('cannot be reached by a query that forgot to filter', async () => {
    expect(await inCommune(elsewhere.desk, (tx) => tx.dossier.findMany())).toEqual([])
    expect(await inCommune(elsewhere.desk, (tx) => tx.dossierParty.findMany())).toEqual([])
    expect(await inCommune(elsewhere.desk, (tx) => tx.dossier.updateMany({ data: { stage: 'returned' } }))).toEqual({ count: 0 })
    expect((await inCommune(here.desk, (tx) => tx.dossier.findMany())).length).toBeGreaterThan(0)
  })

  test('cannot be written into', async () => {
    const theirs = inCommune(elsewhere.desk, (tx) => tx.dossierNote.create({ data: { communeId: here.desk.communeId, dossierId: dossier.dossierId, eventId: dossier.dossierId, text: 'x' } }))
    await expect(theirs).rejects.toThrow()
  })

  test('is nothing without a scope', async () => {
    expect(await reference().dossier.findMany()).toEqual([])
    expect(await reference().dossierEvent.findMany()).toEqual([])
  })
})

test('an officer without a role that reads sees nothing of the own commune either', async () => {
  const nobody = withRoles(here.desk, 'fee-collector')
  expect(await dossierDetail(nobody, dossier.code)).toBeNull()
  expect(await openDossiers(nobody, { scope: 'all' })).toMatchObject({ rows: [], counts: { all: 0 } })
})

test('a citizen sees the own dossiers and drafts, and of those of others not even that they exist', async () => {
  const [one, other] = [await aCitizen(database.owner), await aCitizen(database.owner)]
  const filed = await submitted(one, here.desk.communeId)
  expect((await dossiersOfCitizen(one)).map(({ code }) => code)).toEqual([filed.code])
  expect(await dossiersOfCitizen(other)).toEqual([])
  expect(await isOwnDossier(other, filed)).toBe(false)
  expect(await inCitizen(other.citizenId, (tx) => tx.draft.findMany())).toEqual([])
  expect(await inCommune(here.desk, (tx) => tx.draft.findMany()), 'a draft that was not handed over').toEqual([])
})
