import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { accessCounts } from '@/lib/audit/queries/access-counts'
import { RequestSupplementInput } from '@/lib/dossiers/inputs'
import { ownDossier } from '@/lib/dossiers/queries/own-dossier'
import { supplementInHand } from '@/lib/dossiers/queries/supplement-in-hand'
import { openGrantedResult } from '@/lib/dossiers/use-cases/open-granted-file'
import { recordAccess } from '@/lib/dossiers/use-cases/record-access'
import { requestSupplement } from '@/lib/dossiers/use-cases/request-supplement'
import { addSupplementFile, openSupplementFile, removeSupplementFile } from '@/lib/dossiers/use-cases/supplement-files'
import { supplyOnline } from '@/lib/dossiers/use-cases/supply-supplement'
import type { Citizen } from '@/lib/identity/domain/actor'
import type { TrackingGrant } from '@/lib/identity/tracking-grants'
import { must } from '@/lib/kernel/result'
import { aDossier, submitted } from '@/tests/builders/dossiers'
import { aCitizen, type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let people: People
let citizen: Citizen
let stranger: Citizen
let picture: Buffer

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
  citizen = await aCitizen(database.owner)
  stranger = await aCitizen(database.owner)
  picture = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } }).png().toBuffer()
})

async function anAsked(): Promise<TrackingGrant> {
  const { dossierId, communeId } = await submitted(citizen, people.desk.communeId)
  must(await requestSupplement(people.desk, RequestSupplementInput.parse({
    dossierId, reason: 'Ảnh mờ.', deadlineOn: '2030-12-05',
    missing: [{ documentKey: 'to-khai', name: 'Tờ khai', sentence: 'Chụp lại cho rõ.' }, { name: 'Căn cước', sentence: 'Chụp cả hai mặt.' }],
  })))
  return { dossierId, communeId }
}
const file = (key: string) => ({ key, name: 'anh.png' })
const keysOf = async (dossier: TrackingGrant) => (await supplementInHand(citizen, dossier))?.items.map(({ key, files }) => [key, files.length])

describe('an answer to a request', () => {
  test('grows file by file beside what was asked, free words under a key of their own', async () => {
    const dossier = await anAsked()
    expect(await supplementInHand(citizen, dossier)).toMatchObject({ reason: 'Ảnh mờ.', deadlineOn: '2030-12-05' })
    expect(await keysOf(dossier)).toEqual([['to-khai', 0], ['bo-sung-2', 0]])
    const { id } = must(await addSupplementFile(citizen, dossier, file('bo-sung-2'), picture))
    expect(must(await addSupplementFile(citizen, dossier, file('bo-sung-2'), picture)).id).toBe(id)
    must(await addSupplementFile(citizen, dossier, file('to-khai'), picture))
    expect(await keysOf(dossier)).toEqual([['to-khai', 1], ['bo-sung-2', 1]])
    must(await openSupplementFile(citizen, dossier, id)).stream.destroy()
    must(await removeSupplementFile(citizen, dossier, id))
    expect(await keysOf(dossier)).toEqual([['to-khai', 1], ['bo-sung-2', 0]])
    expect(await removeSupplementFile(citizen, dossier, id)).toEqual({ ok: false, problem: { code: 'nothing-asked' } })
  })

  test('takes only what was asked for, from the people whose dossier it is', async () => {
    const dossier = await anAsked()
    expect(await addSupplementFile(citizen, dossier, file('giay-khac'), picture)).toEqual({ ok: false, problem: { code: 'nothing-asked' } })
    expect(await addSupplementFile(citizen, dossier, file('to-khai'), Buffer.from('MZ'))).toMatchObject({ ok: false, problem: { code: 'file-kind-unknown' } })
    const { id } = must(await addSupplementFile(citizen, dossier, file('to-khai'), picture))
    expect(await supplementInHand(stranger, dossier)).toBeNull()
    expect(await addSupplementFile(stranger, dossier, file('to-khai'), picture)).toMatchObject({ ok: false })
    expect(await openSupplementFile(stranger, dossier, id)).toMatchObject({ ok: false })
    expect(await removeSupplementFile(stranger, dossier, id)).toMatchObject({ ok: false })
    expect(await keysOf(dossier)).toEqual([['to-khai', 1], ['bo-sung-2', 0]])
  })

  test('once sent is closed: its files stay with the dossier and no more come in', async () => {
    const dossier = await anAsked()
    const { id } = must(await addSupplementFile(citizen, dossier, file('to-khai'), picture))
    must(await supplyOnline(citizen, { ...dossier, note: 'Căn cước đem đến quầy' }))
    expect(await supplementInHand(citizen, dossier)).toBeNull()
    expect(await addSupplementFile(citizen, dossier, file('to-khai'), picture)).toMatchObject({ ok: false })
    expect(await removeSupplementFile(citizen, dossier, id)).toMatchObject({ ok: false })
    expect(await supplyOnline(citizen, { ...dossier, note: null })).toMatchObject({ ok: false })
    expect((await database.owner.query('select kind, document_key from attachment where dossier_id = $1 and removed_at is null and kind = $2', [dossier.dossierId, 'supplement'])).rows).toEqual([{ kind: 'supplement', document_key: 'to-khai' }])
  })
})

describe('a dossier is found', () => {
  test('by its own people alone, and an id that is none finds nothing', async () => {
    const dossier = await anAsked()
    expect(await ownDossier(citizen, dossier.dossierId)).toEqual(dossier)
    expect(await ownDossier(stranger, dossier.dossierId)).toBeNull()
    for (const id of ['', 'x', "' or 1=1", '%00']) expect(await ownDossier(citizen, id)).toBeNull()
  })

  test('with the number of officers who opened it and how often', async () => {
    const dossier = await anAsked()
    expect(await accessCounts(dossier)).toEqual({ officers: 0, times: 0 })
    for (const [officer, what] of [[people.desk, 'dossier'], [people.desk, 'attachment'], [people.caseOfficer, 'dossier']] as const) must(await recordAccess(officer, { dossierId: dossier.dossierId, what }))
    expect(await accessCounts(dossier)).toEqual({ officers: 2, times: 3 })
  })

  test('without a result to take away until there is one in a file', async () => {
    const open = await aDossier(people, 'approved')
    const resolved = await aDossier(people, 'resolved')
    for (const { dossierId } of [open, resolved]) expect(await openGrantedResult({ communeId: people.desk.communeId, dossierId })).toEqual({ ok: false, problem: { code: 'not-found' } })
  })
})
