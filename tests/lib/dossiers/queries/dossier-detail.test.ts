import { beforeAll, describe, expect, test } from 'vitest'
import { dossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { accessesOfOwnDossier } from '@/lib/dossiers/queries/dossiers-of-citizen'
import { trackedDossier } from '@/lib/dossiers/queries/tracked-dossier'
import { acceptDossier } from '@/lib/dossiers/use-cases/accept-dossier'
import { recordAccess, unmaskPersonalId } from '@/lib/dossiers/use-cases/record-access'
import { requestSupplement } from '@/lib/dossiers/use-cases/request-supplement'
import type { Citizen } from '@/lib/identity/domain/actor'
import { must } from '@/lib/kernel/result'
import { aDossier, anAccepted, submitted } from '@/tests/builders/dossiers'
import { aCitizen, type People, peopleOf, withRoles } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'
import { statementsOf } from '@/tests/support/statements'

const database = useDatabase()
let people: People
let citizen: Citizen

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
  citizen = await aCitizen(database.owner)
})

describe('the dossier screen', () => {
  test('masks the numbers of people, and shows them only for a reason that the citizen reads afterwards', async () => {
    const filed = await anAccepted(people, citizen)
    const detail = (await dossierDetail(people.desk, filed.code))!
    expect(detail.applicant).toMatchObject({ personalId: '087 ••• ••• 412', phone: '09•• ••• 326' })
    expect(JSON.stringify(detail)).not.toMatch(/087194000412|087 194 000 412|0912000326|0912 000 326/)

    const unmasked = must(await unmaskPersonalId(people.desk, { dossierId: filed.dossierId, reason: 'Đối chiếu căn cước' }))
    expect(unmasked[0]).toMatchObject({ personalId: '087 194 000 412' })
    must(await recordAccess(people.caseOfficer, { dossierId: filed.dossierId, what: 'dossier' }))
    const accesses = (await accessesOfOwnDossier(citizen, { communeId: people.desk.communeId, dossierId: filed.dossierId }))!
    expect(accesses.map(({ name, what, reason }) => [name, what, reason])).toEqual([
      [people.caseOfficer.name, 'dossier', 'Giải quyết hồ sơ'],
      [people.desk.name, 'personal-id', 'Đối chiếu căn cước'],
    ])
    expect(await accessesOfOwnDossier(await aCitizen(database.owner), { communeId: people.desk.communeId, dossierId: filed.dossierId })).toBeNull()
  })

  test('walking through the tabs of an open dossier is one reading; another officer is another', async () => {
    const { dossierId } = await aDossier(people)
    for (const officer of [people.desk, people.desk, people.caseOfficer, people.desk]) must(await recordAccess(officer, { dossierId, what: 'dossier' }))
    const { rows } = await database.owner.query('select count(*)::int as n from access_log where dossier_id = $1', [dossierId])
    expect(rows).toEqual([{ n: 2 }])
  })

  test('refuses the numbers to a role that has no need of them, and notes nothing', async () => {
    const { dossierId } = await aDossier(people)
    expect(await unmaskPersonalId(withRoles(people.clerk, 'records-clerk'), { dossierId, reason: 'Xem thử' })).toEqual({ ok: false, problem: { code: 'forbidden' } })
    const { rows } = await database.owner.query('select count(*)::int as n from access_log where dossier_id = $1', [dossierId])
    expect(rows).toEqual([{ n: 0 }])
  })

  test('explains the due moment, shows the buttons of the officer and the story with its papers', async () => {
    const { code } = await aDossier(people, 'settled')
    const detail = (await dossierDetail(people.head, code))!
    expect(detail.due).toMatchObject({ explanationHolds: true })
    expect(detail.due!.explanation.filter(({ counted }) => counted)).toHaveLength(3)
    expect(detail.actions).toEqual(['request-supplement', 'assign', 'appraise', 'hand-back', 'skip-step', 'draft-apology', 'propose-correction', 'request-payment'])
    expect(detail.story.at(-1)).toMatchObject({ kind: 'dossier-received', who: expect.stringContaining(people.desk.name) })
    expect(detail.story.at(-1)!.sentence).toMatch(/^Tiếp nhận \(Mẫu 01 số \d+\/TTPVHCC\), hẹn 17:30 /)
    expect(detail.steps.map(({ state }) => state)).toEqual(['done', 'now', 'to-come', 'to-come'])
    expect(detail.nationalCode).toEqual({ code: '4', name: 'Đang xử lý' })
  })

  test('costs three statements: the dossier, its pauses, all that lies with it', async () => {
    const { code } = await aDossier(people, 'resolved')
    await dossierDetail(people.desk, code)
    const { statements } = await statementsOf(() => dossierDetail(people.desk, code))
    expect(statements).toHaveLength(3)
  })
})

describe('tracking by the secret of the slip', () => {
  test('tells what is missing and what to do, without numbers of people and without names of officers', async () => {
    const filed = await submitted(citizen, people.desk.communeId)
    must(await requestSupplement(people.desk, { dossierId: filed.dossierId, missing: [{ documentKey: null, name: 'Ảnh chân dung', sentence: 'chụp lại cho rõ' }], reason: 'Ảnh mờ', deadlineOn: null }))
    const tracked = (await trackedDossier({ communeId: people.desk.communeId, dossierId: filed.dossierId }))!
    expect(tracked.missing).toEqual([{ documentKey: null, name: 'Ảnh chân dung', sentence: 'chụp lại cho rõ' }])
    expect(tracked.whatNow).toContain('Nộp giấy tờ còn thiếu')
    expect(tracked.story.map(({ sentence }) => sentence)).toEqual(['Bạn đã nộp hồ sơ trực tuyến', 'Cần bạn bổ sung giấy tờ'])
    expect(JSON.stringify(tracked)).not.toMatch(new RegExp(`087194000412|0912000326|${people.desk.name}`))
  })

  test('gives the due moment with its reasons once the desk has received', async () => {
    const filed = await submitted(citizen, people.desk.communeId)
    must(await acceptDossier(people.desk, { dossierId: filed.dossierId }))
    const tracked = (await trackedDossier({ communeId: people.desk.communeId, dossierId: filed.dossierId }))!
    expect(tracked).toMatchObject({ stage: 'received', acceptBy: null, standing: { state: expect.any(String) } })
    expect(tracked.explanation.at(-1)).toMatchObject({ kind: 'due', on: tracked.dueOn })
    expect(tracked.papers.map(({ form }) => form)).toEqual(['receipt-slip'])
  })
})
