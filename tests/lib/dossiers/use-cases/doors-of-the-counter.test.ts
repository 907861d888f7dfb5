import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { forgetCalendar } from '@/lib/calendar/store'
import { dossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { acceptDossier } from '@/lib/dossiers/use-cases/accept-dossier'
import { apologise } from '@/lib/dossiers/use-cases/apologise'
import { draftApology } from '@/lib/dossiers/use-cases/draft-apology'
import { attachResult, attachScan } from '@/lib/dossiers/use-cases/attach-at-desk'
import { approveStep, approveSteps } from '@/lib/dossiers/use-cases/approve-step'
import { appraiseStep } from '@/lib/dossiers/use-cases/appraise-step'
import { assignDossier } from '@/lib/dossiers/use-cases/assign-dossier'
import { handBack } from '@/lib/dossiers/use-cases/hand-back'
import { openHandedOver } from '@/lib/dossiers/use-cases/open-handed-over'
import { prepareDossier } from '@/lib/dossiers/use-cases/prepare-dossier'
import { receiveDossier } from '@/lib/dossiers/use-cases/receive-dossier'
import { requestSupplement } from '@/lib/dossiers/use-cases/request-supplement'
import { sealStep } from '@/lib/dossiers/use-cases/seal-step'
import { settleOnTheSpot } from '@/lib/dossiers/use-cases/settle-on-the-spot'
import { settleStep } from '@/lib/dossiers/use-cases/settle-step'
import { submitDossier } from '@/lib/dossiers/use-cases/submit-dossier'
import { supplyOnline, supplySupplement } from '@/lib/dossiers/use-cases/supply-supplement'
import { takeDossier } from '@/lib/dossiers/use-cases/take-dossier'
import { returnResult } from '@/lib/dossiers/use-cases/return-result'
import { voidDossier } from '@/lib/dossiers/use-cases/void-dossier'
import { addDays, instantAt, localDate, localDateOf } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { atTime } from '@/lib/platform/clock'
import { aDossier, aDraft, anOnTheSpot, aReception, CERTIFIED_COPY, MARITAL_STATUS, received, submitted } from '@/tests/builders/dossiers'
import { aCitizen, communeId, type People, peopleOf, withRoles } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let people: People
const missing = [{ documentKey: null, name: 'Giấy ly hôn', sentence: 'nộp bản sao' }]
const at = (day: string, time: string) => instantAt(localDate(day), time)

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
})

describe('settled on the spot', () => {
  test('is received, resolved and returned by one statement, with the number of its register and no slip', async () => {
    const { dossierId, code } = must(await atTime(at('2026-11-20', '09:00'), () => settleOnTheSpot(people.desk, anOnTheSpot())))
    const detail = (await dossierDetail(people.desk, code))!
    expect(detail).toMatchObject({ stage: 'returned', settledOnTheSpot: true, timeliness: 'on-time', papers: [], result: { number: expect.stringMatching(/^\d+\/\d{4}$/), returnedTo: 'Nguyễn Hữu Ưỡng' } })
    expect(detail.story.map(({ kind }) => kind).toSorted()).toEqual(['dossier-received', 'dossier-resolved', 'result-returned'])
    expect(detail.payments).toMatchObject([{ state: 'paid', amountVnd: 10_000 }])
    expect((await database.owner.query('select count(*)::int as n from outbox where payload ->> $1 = $2', ['dossierId', dossierId])).rows[0]).toEqual({ n: 0 })
  })

  test('prints a slip where one is asked for', async () => {
    const { code } = must(await settleOnTheSpot(people.desk, anOnTheSpot({ withSlip: 'on' })))
    expect((await dossierDetail(people.desk, code))!.papers).toHaveLength(1)
  })

  test('is only for procedures that can be, and for the counter', async () => {
    expect(await settleOnTheSpot(people.desk, anOnTheSpot({ procedureCode: MARITAL_STATUS }))).toEqual({ ok: false, problem: { code: 'not-on-the-spot' } })
    expect(await settleOnTheSpot(people.caseOfficer, anOnTheSpot())).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
  })
})

describe('reception at the counter', () => {
  test('names the required papers that nobody ticked', async () => {
    const answer = await receiveDossier(people.desk, await aReception(people.desk, { handedIn: [] }))
    expect(answer).toMatchObject({ ok: false, problem: { code: 'papers-missing', missing: expect.arrayContaining([expect.objectContaining({ name: expect.any(String) })]) } })
  })

  test('under a code of the national portal lives under that code, spends none of ours, and takes each code once', async () => {
    const externalCode = 'G09.10-261120-0042'
    const first = must(await receiveDossier(people.desk, await aReception(people.desk, { channel: 'national-portal', externalCode })))
    expect(first.code).toBe(externalCode)
    expect(await receiveDossier(people.desk, await aReception(people.desk, { channel: 'national-portal', externalCode }))).toEqual({ ok: false, problem: { code: 'code-taken' } })
    expect(await receiveDossier(people.desk, await aReception(people.desk, { channel: 'national-portal' }))).toEqual({ ok: false, problem: { code: 'external-code-needed' } })
    expect(await receiveDossier(people.desk, await aReception(people.desk, { externalCode }))).toEqual({ ok: false, problem: { code: 'external-code-unexpected' } })
  })

  test('takes what is owed together with handing over the result, or not at all', async () => {
    const { dossierId } = await aDossier(people, 'resolved', { fees: [{ kind: 'charge', amountVnd: 8000, basis: 'Nghị quyết 12/2025/NQ-HĐND', state: 'owed' }] })
    const state = async (): Promise<string> => (await database.owner.query('select state from payment_record where dossier_id = $1', [dossierId])).rows[0].state
    const handOver = { dossierId, recipient: 'applicant', recipientName: 'Phạm Thị Thu Lài', identityCheck: 'personal-id', takesFee: true } as const
    expect(await returnResult(people.desk, { ...handOver, version: 1 })).toMatchObject({ ok: false, problem: { code: 'stale' } })
    expect(await state()).toBe('owed')
    must(await returnResult(people.desk, handOver))
    expect(await state()).toBe('paid')
  })

  test('decides again when the calendar changed in between, without a gap', async () => {
    const now = at('2026-12-01', '09:00')
    const before = await atTime(now, () => received(people.desk))
    expect(before.dueAt).toEqual(at('2026-12-04', '17:30'))
    const day = JSON.stringify({ rule: 'day', entry: { on: '2026-12-03', name: 'Nghỉ đột xuất', layer: 'commune', author: 'quản trị', source: 'QĐ 1', kind: 'holiday' } })
    await database.owner.query('insert into commune_calendar_entry (commune_id, entry, author) values ($1, $2, $3)', [people.desk.communeId, day, 'x'])
    await database.owner.query('insert into calendar_revision (commune_id, revision, reason, author) values ($1, 2, $2, $2)', [people.desk.communeId, 'x'])
    const after = await atTime(now, () => received(people.desk))
    expect(after.dueAt).toEqual(at('2026-12-07', '17:30'))
    const citizen = await aCitizen(database.owner)
    const filed = await atTime(now, () => submitted(citizen, people.desk.communeId))
    await database.owner.query('insert into calendar_revision (commune_id, revision, reason, author) values ($1, 3, $2, $2)', [people.desk.communeId, 'x'])
    const accepted = must(await atTime(now, () => acceptDossier(people.desk, { dossierId: filed.dossierId })))
    expect(accepted.dueAt).toEqual(at('2026-12-07', '17:30'))
    forgetCalendar(people.desk.communeId)
  })
})

describe('a commune that prepares', () => {
  test('files nothing online, gives a code that stays the same, and the counter takes the draft over', async () => {
    const tanQuoi = await peopleOf(database.owner, 'tan-quoi')
    const [citizen, commune] = [await aCitizen(database.owner), await communeId(database.owner, 'tan-quoi')]
    const draftId = await aDraft(citizen, commune)
    expect(await submitDossier(citizen, { communeId: commune, draftId })).toEqual({ ok: false, problem: { code: 'commune-prepares' } })
    const { code } = must(await prepareDossier(citizen, { communeId: commune, draftId }))
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4}$/)
    expect(must(await prepareDossier(citizen, { communeId: commune, draftId })).code).toBe(code)
    expect(await openHandedOver(people.desk, { code }), 'another commune').toEqual({ ok: false, problem: { code: 'hand-over-unknown' } })

    const opened = must(await openHandedOver(tanQuoi.desk, { code: code.toLowerCase().replace(' ', '') }))
    expect(opened).toMatchObject({ draftId, procedureCode: MARITAL_STATUS, people: { applicant: { personalId: '087194000412' } } })
    const filed = must(await receiveDossier(tanQuoi.desk, await aReception(tanQuoi.desk, { draftId })))
    const detail = (await dossierDetail(tanQuoi.desk, filed.code))!
    expect(detail.sections!.length).toBeGreaterThan(0)
    expect(detail.attachments.length).toBe((await database.owner.query('select count(*)::int as n from attachment where draft_id = $1', [draftId])).rows[0].n)
    expect(await openHandedOver(tanQuoi.desk, { code }), 'filed already').toEqual({ ok: false, problem: { code: 'hand-over-unknown' } })
    expect(await prepareDossier(citizen, { communeId: commune, draftId })).toEqual({ ok: false, problem: { code: 'already-filed' } })
  })

  test('keeps what was typed where nobody can read it in the database', async () => {
    const citizen = await aCitizen(database.owner)
    const draftId = await aDraft(citizen, people.desk.communeId)
    const filed = must(await submitDossier(citizen, { communeId: people.desk.communeId, draftId }))
    const { rows } = await database.owner.query('select d.answers as draft, f.answers as form from draft d join dossier_form f on f.dossier_id = d.dossier_id where d.id = $1', [draftId])
    expect(filed.code).toBeTruthy()
    expect(JSON.stringify(rows)).not.toMatch(/087194000412|Thu Lài|0912000326/)
  })

  test('an unfinished form says which parts need another look', async () => {
    const citizen = await aCitizen(database.owner)
    const draftId = await aDraft(citizen, people.desk.communeId)
    const { saveDraft } = await import('@/lib/dossiers/store/draft-store')
    const { inCitizen } = await import('@/lib/platform/db')
    await inCitizen(citizen.citizenId, (tx) => saveDraft(tx, people.desk.communeId, draftId, { answers: {} }, new Date()))
    expect(await submitDossier(citizen, { communeId: people.desk.communeId, draftId })).toMatchObject({ ok: false, problem: { code: 'form-incomplete', parts: expect.arrayContaining([expect.any(String)]) } })
    expect(await submitDossier(await aCitizen(database.owner), { communeId: people.desk.communeId, draftId }), 'a stranger').toEqual({ ok: false, problem: { code: 'draft-not-found' } })
  })
})

describe('supplements', () => {
  test('before reception stop the eight hours of the desk, and the citizen may send them', async () => {
    const citizen = await aCitizen(database.owner)
    const filed = await atTime(at('2026-11-16', '08:00'), () => submitted(citizen, people.desk.communeId))
    expect(filed.acceptBy).toEqual(at('2026-11-17', '08:00'))
    must(await atTime(at('2026-11-16', '10:00'), () => requestSupplement(people.desk, { dossierId: filed.dossierId, missing, reason: 'Thiếu', deadlineOn: null })))
    must(await atTime(at('2026-11-18', '09:00'), () => supplyOnline(citizen, { communeId: people.desk.communeId, dossierId: filed.dossierId, note: 'Gửi bản sao' })))
    const detail = (await atTime(at('2026-11-18', '09:05'), () => dossierDetail(people.desk, filed.code)))!
    // Two of the eight hours were used on Monday; six are left from Wednesday 09:00.
    expect(detail.acceptance!.acceptBy).toEqual(at('2026-11-18', '17:00'))
    expect(detail.awaiting).toBe('none')
  })

  test('end the pause when they arrived, not when someone notes it, and cannot have arrived before they were asked for', async () => {
    const { dossierId } = await atTime(at('2026-11-09', '09:00'), () => aDossier(people, 'taken'))
    must(await atTime(at('2026-11-10', '10:00'), () => requestSupplement(people.caseOfficer, { dossierId, missing, reason: 'Thiếu', deadlineOn: null })))
    const supply = (arrivedAt: Date | null) => atTime(at('2026-11-12', '16:00'), () => supplySupplement(people.desk, { dossierId, arrivedAt, handedIn: [] }))
    expect(await supply(at('2026-11-10', '09:30'))).toEqual({ ok: false, problem: { code: 'arrived-before-asked' } })
    expect(await supply(at('2026-11-13', '08:00'))).toEqual({ ok: false, problem: { code: 'arrived-in-future' } })
    // Arrived on Wednesday morning: only Tuesday's close lay in the pause.
    expect(must(await supply(at('2026-11-11', '08:00'))).dueAt).toEqual(at('2026-11-13', '17:30'))
    expect(await supply(null)).toMatchObject({ ok: false, problem: { code: 'not-now' } })
  })
})

describe('the steps', () => {
  test('who settled does not approve', async () => {
    const { dossierId } = await aDossier(people, 'appraised')
    const both = withRoles(people.caseOfficer, 'leader')
    expect(await approveStep(both, { dossierId })).toEqual({ ok: false, problem: { code: 'same-hand' } })
    expect((await approveStep(people.leader, { dossierId })).ok).toBe(true)
  })

  test('a leader approves many at once; what cannot be approved holds up no other', async () => {
    const [one, other, early] = [await aDossier(people, 'appraised'), await aDossier(people, 'appraised'), await aDossier(people, 'taken')]
    const answers = must(await approveSteps(people.leader, { dossierIds: [one.dossierId, early.dossierId, other.dossierId, uuidv7()] }))
    expect(answers.map(({ answer }) => (answer.ok ? answer.value.stage : answer.problem.code))).toEqual(['in-progress', 'not-now', 'in-progress', 'not-found'])
  })

  test('handed back, it is settled anew and the first signature counts no more', async () => {
    const { dossierId, code } = await aDossier(people, 'approved')
    must(await handBack(people.clerk, { dossierId, reason: 'Sai họ tên' }))
    must(await assignDossier(people.head, { dossierId, staffId: people.caseOfficer.staffId }))
    must(await settleStep(people.caseOfficer, { dossierId, outcome: 'denied', summary: 'Không đủ điều kiện', denialReason: 'Đang có đăng ký kết hôn', legalBasis: 'Luật Hôn nhân và gia đình 2014, Điều 8', number: '15/UBND', attachmentId: null }))
    expect((await dossierDetail(people.desk, code))!.result).toMatchObject({ outcome: 'denied', signedAt: null })
    must(await appraiseStep(people.head, { dossierId, remark: 'Đồng ý' }))
    must(await approveStep(people.leader, { dossierId }))
    must(await sealStep(people.clerk, { dossierId, number: null }))
    expect((await dossierDetail(people.desk, code))!.result).toMatchObject({ number: '15/UBND', outcome: 'denied' })
  })

  test('is given to whose work it is, and to nobody who is unknown', async () => {
    const { dossierId } = await aDossier(people, 'received')
    expect(await assignDossier(people.head, { dossierId, staffId: people.clerk.staffId })).toEqual({ ok: false, problem: { code: 'staff-other-role' } })
    expect(await assignDossier(people.head, { dossierId, staffId: uuidv7() })).toEqual({ ok: false, problem: { code: 'staff-unknown' } })
    must(await assignDossier(people.head, { dossierId, staffId: people.caseOfficer.staffId }))
    must(await takeDossier(people.caseOfficer, { dossierId }))
    const colleague = { ...people.caseOfficer, staffId: people.clerk.staffId }
    expect(await settleStep(colleague, { dossierId, outcome: 'granted', summary: 'x', number: null, attachmentId: null }), 'it is not their turn').toMatchObject({ ok: false, problem: { code: 'forbidden' } })
  })

  test('a file named as the result must lie with the dossier', async () => {
    const { dossierId } = await aDossier(people, 'taken')
    expect(await settleStep(people.caseOfficer, { dossierId, outcome: 'granted', summary: 'x', number: null, attachmentId: uuidv7() })).toEqual({ ok: false, problem: { code: 'attachment-unknown' } })
  })
})

describe('wrong entries and apologies', () => {
  test('a wrong entry is voided on its day, by a second person, before anybody acted', async () => {
    const [wrong, acted, yesterday] = [await aDossier(people), await aDossier(people, 'taken'), await atTime(at('2026-11-19', '09:00'), () => aDossier(people))]
    const receiver = withRoles(people.desk, 'centre-director')
    expect(await voidDossier(receiver, { dossierId: wrong.dossierId, reason: 'Nhầm' })).toEqual({ ok: false, problem: { code: 'needs-second-person' } })
    expect(must(await voidDossier(people.director, { dossierId: wrong.dossierId, reason: 'Nhầm' })).stage).toBe('voided')
    expect(await voidDossier(people.director, { dossierId: acted.dossierId, reason: 'Nhầm' })).toMatchObject({ ok: false, problem: { code: 'not-now' } })
    expect(await voidDossier(people.director, { dossierId: yesterday.dossierId, reason: 'Nhầm' })).toEqual({ ok: false, problem: { code: 'too-late-to-void' } })
  })

  test('an apology names a later day, once, and changes no figure', async () => {
    const { dossierId, code } = await aDossier(people, 'taken')
    const before = (await dossierDetail(people.desk, code))!
    expect(await draftApology(people.caseOfficer, { dossierId, reason: 'Mưa', promisedOn: localDateOf(before.due!.dueAt) })).toEqual({ ok: false, problem: { code: 'promise-not-later' } })
    expect(await apologise(people.leader, { dossierId })).toMatchObject({ ok: false, problem: { code: 'not-now' } })
    must(await draftApology(people.caseOfficer, { dossierId, reason: 'Mưa', promisedOn: addDays(before.due!.dueOn, 7) }))
    must(await apologise(people.leader, { dossierId }))
    expect(await draftApology(people.caseOfficer, { dossierId, reason: 'Mưa', promisedOn: addDays(before.due!.dueOn, 14) })).toMatchObject({ ok: false, problem: { code: 'not-now' } })
    expect(await apologise(people.leader, { dossierId })).toMatchObject({ ok: false, problem: { code: 'not-now' } })
    const after = (await dossierDetail(people.desk, code))!
    expect(after.promisedAt).not.toBeNull()
    expect(after.due!.dueAt).toEqual(before.due!.dueAt)
  })
})

test('a certified copy is a procedure of the counter', () => expect(CERTIFIED_COPY).toBe('2.000815'))

describe('files from the counter', () => {
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')

  test('the result is attached by whose turn it is, and settled by its name', async () => {
    const { dossierId, code } = await aDossier(people, 'taken')
    expect(await attachResult(people.leader, { dossierId, name: 'ket-qua.pdf' }, pdf)).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
    const { id } = must(await attachResult(people.caseOfficer, { dossierId, name: 'ket-qua.pdf' }, pdf))
    must(await settleStep(people.caseOfficer, { dossierId, outcome: 'granted', summary: 'Cấp giấy', number: null, attachmentId: id }))
    expect((await dossierDetail(people.desk, code))!.result).toMatchObject({ attachmentId: id })
    expect(await attachResult(people.caseOfficer, { dossierId, name: 'khac.pdf' }, pdf)).toMatchObject({ ok: false, problem: { code: 'not-now' } })
  })

  test('a paper is scanned while the dossier is open, by the desk', async () => {
    const [open, done] = [await aDossier(people), await aDossier(people, 'resolved')]
    const scan = { documentKey: null, name: 'to-khai.pdf' }
    expect((await attachScan(people.desk, { ...scan, dossierId: open.dossierId }, pdf)).ok).toBe(true)
    expect(await attachScan(people.caseOfficer, { ...scan, dossierId: open.dossierId }, pdf)).toEqual({ ok: false, problem: { code: 'forbidden' } })
    expect(await attachScan(people.desk, { ...scan, dossierId: done.dossierId }, pdf)).toEqual({ ok: false, problem: { code: 'not-found' } })
    expect(await attachScan(people.desk, { ...scan, dossierId: open.dossierId }, Buffer.from('<script>'))).toEqual({ ok: false, problem: { code: 'file-kind-unknown' } })
  })
})
