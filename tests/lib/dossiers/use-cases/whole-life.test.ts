import { beforeAll, describe, expect, test } from 'vitest'
import { disagreements } from '@/lib/dossiers/queries/story-check'
import { dossierDetail, type DossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { RefuseDossierInput } from '@/lib/dossiers/inputs'
import { trackedDossier } from '@/lib/dossiers/queries/tracked-dossier'
import { acceptDossier } from '@/lib/dossiers/use-cases/accept-dossier'
import { apologise } from '@/lib/dossiers/use-cases/apologise'
import { approveCorrection, declineCorrection, proposeCorrection } from '@/lib/dossiers/use-cases/correct-procedure'
import { discontinueDossier } from '@/lib/dossiers/use-cases/discontinue-dossier'
import { draftApology } from '@/lib/dossiers/use-cases/draft-apology'
import { extendVerification } from '@/lib/dossiers/use-cases/extend-verification'
import { refuseDossier } from '@/lib/dossiers/use-cases/refuse-dossier'
import { reopenDossier } from '@/lib/dossiers/use-cases/reopen-dossier'
import { requestSupplement } from '@/lib/dossiers/use-cases/request-supplement'
import { returnResult } from '@/lib/dossiers/use-cases/return-result'
import { settleStep } from '@/lib/dossiers/use-cases/settle-step'
import { supplySupplement } from '@/lib/dossiers/use-cases/supply-supplement'
import { takeDossier } from '@/lib/dossiers/use-cases/take-dossier'
import { withdrawDossier } from '@/lib/dossiers/use-cases/withdraw-dossier'
import { instantAt, localDate } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { atTime } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { aDossier, submitted } from '@/tests/builders/dossiers'
import { aCitizen, type People, peopleOf, withRoles } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'
import { formatInstant } from '@/tests/support/instants'

/** Thay đổi, cải chính hộ tịch: three working days, three more where something must be verified. */
const CORRECTED_RECORD = '1.004859'
/** Khai sinh có yếu tố khác: the same day, three working days in all where something must be verified. */
const SAME_DAY = '1.001766'
/** Giấy phép xây dựng: seven working days in its first case, settled by another unit. */
const BUILDING = '1.013225'

const database = useDatabase()
let people: People
const day = (on: string, time = '09:00') => instantAt(localDate(on), time)
const on = <T>(date: string, time: string, work: () => Promise<T>): Promise<T> => atTime(day(date, time), work)
const seen = async (code: string): Promise<DossierDetail> => (await dossierDetail(people.desk, code))!
const dueOf = async (code: string): Promise<string> => formatInstant((await seen(code)).due!.dueAt)
/** Received on Monday 2/11/2026 at nine. */
const aTaken = (procedureCode: string) => on('2026-11-02', '09:00', () => aDossier(people, 'taken', { procedureCode }))
const events = async (dossierId: string) =>
  (await database.owner.query<{ type: string; payload: Record<string, unknown> }>('select type, payload from dossier_event where dossier_id = $1 order by seq', [dossierId])).rows
const messages = async (dossierId: string) =>
  (await database.owner.query<{ template: string }>(`select payload ->> 'template' as template from outbox where kind = 'message' and payload ->> 'dossierId' = $1 order by created_at, id`, [dossierId])).rows.map(({ template }) => template)

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
})

describe('a verification', () => {
  test('adds its time to the limit, tells the citizen, and leaves the day on the slip', async () => {
    const { dossierId, code } = await aTaken(CORRECTED_RECORD)
    expect(await dueOf(code)).toBe('2026-11-05 17:30')
    must(await on('2026-11-04', '10:00', () => extendVerification(people.caseOfficer, { dossierId, reason: 'Xác minh tại nơi đăng ký cũ' })))
    const after = await seen(code)
    expect(formatInstant(after.due!.dueAt)).toBe('2026-11-10 17:30')
    expect(formatInstant(after.due!.firstDueAt)).toBe('2026-11-05 17:30')
    expect(after.due!.explanationHolds).toBe(true)
    expect(after.limit).toEqual({ unit: 'working-day', value: 6 })
    expect(after.life.extended).toMatchObject({ reason: 'Xác minh tại nơi đăng ký cũ' })
    expect(await messages(dossierId)).toContain('verification-extended')
    const tracked = (await trackedDossier({ communeId: people.desk.communeId, dossierId } as Parameters<typeof trackedDossier>[0]))!
    expect(tracked.extended).toMatchObject({ reason: 'Xác minh tại nơi đăng ký cũ' })
    expect(tracked.story.at(-1)!.sentence).toBe('Cần thời gian xác minh, thời hạn kéo dài theo quy định: hẹn trả 10/11, thứ Ba')
  })

  test('makes another total where the procedure says so', async () => {
    const { dossierId, code } = await aTaken(SAME_DAY)
    expect(await dueOf(code)).toBe('2026-11-02 17:30')
    must(await on('2026-11-02', '16:00', () => extendVerification(people.head, { dossierId, reason: 'Xác minh' })))
    expect(await dueOf(code)).toBe('2026-11-05 17:30')
  })

  test('is recorded strictly before the due moment, and the database holds it too', async () => {
    const { dossierId } = await aTaken(CORRECTED_RECORD)
    expect(await on('2026-11-05', '17:30', () => extendVerification(people.caseOfficer, { dossierId, reason: 'Muộn' }))).toEqual({ ok: false, problem: { code: 'too-late-to-extend' } })
    await expect(database.owner.query('update dossier set extended_at = now() where id = $1', [dossierId])).rejects.toMatchObject({ code: 'MC001' })
  })

  test('happens once, and only where the procedure gives time for it', async () => {
    const { dossierId } = await aTaken(CORRECTED_RECORD)
    const ask = () => on('2026-11-03', '09:00', () => extendVerification(people.caseOfficer, { dossierId, reason: 'Xác minh' }))
    must(await ask())
    expect(await ask()).toMatchObject({ ok: false, problem: { code: 'not-now' } })
    const other = await aTaken('1.004873')
    expect(await on('2026-11-03', '09:00', () => extendVerification(people.caseOfficer, { dossierId: other.dossierId, reason: 'Xác minh' }))).toMatchObject({ ok: false, problem: { code: 'not-now' } })
  })

  test('goes on with a later pause: both times are counted', async () => {
    const { dossierId, code } = await aTaken(CORRECTED_RECORD)
    must(await on('2026-11-03', '09:00', () => extendVerification(people.caseOfficer, { dossierId, reason: 'Xác minh' })))
    must(await on('2026-11-04', '10:00', () => requestSupplement(people.caseOfficer, { dossierId, missing, reason: 'Thiếu', deadlineOn: null })))
    must(await on('2026-11-05', '10:00', () => supplySupplement(people.desk, { dossierId, arrivedAt: null, handedIn: [] })))
    expect(await dueOf(code)).toBe('2026-11-11 17:30')
  })
})

const missing = [{ documentKey: null, name: 'Giấy ly hôn', sentence: 'nộp bản sao' }, { documentKey: null, name: 'Giấy xác nhận cư trú', sentence: 'nộp bản chính' }]
const promisedOn = localDate('2026-11-12')

describe('an apology (Mẫu 04)', () => {
  test('is drafted by an officer, signed by a leader, sent with its paper, and moves no due moment', async () => {
    const { dossierId, code } = await aTaken(CORRECTED_RECORD)
    expect(await on('2026-11-04', '09:00', () => apologise(people.leader, { dossierId }))).toMatchObject({ ok: false, problem: { code: 'not-now' } })
    must(await on('2026-11-04', '09:00', () => draftApology(people.caseOfficer, { dossierId, reason: 'Chờ trả lời xác minh', promisedOn })))
    expect((await seen(code)).life.apologyDraft).toMatchObject({ promisedOn, reason: 'Chờ trả lời xác minh', by: people.caseOfficer.name })
    const signed = must(await on('2026-11-04', '17:00', () => apologise(people.leader, { dossierId })))
    expect(signed.papers).toMatchObject([{ form: 'apology' }])
    const after = await seen(code)
    expect(formatInstant(after.promisedAt!)).toBe('2026-11-12 17:30')
    expect(formatInstant(after.due!.dueAt)).toBe('2026-11-05 17:30')
    expect(after.life).toMatchObject({ apologyDraft: null, apologyLate: false })
    expect(await messages(dossierId)).toContain('apology')
    expect((await events(dossierId)).at(-1)).toMatchObject({ type: 'apology-issued', payload: { late: false, promisedOn } })
  })

  test.each([['2026-11-04', '23:59', false], ['2026-11-05', '07:30', true], ['2026-11-06', '09:00', true]])('signed on %s at %s: late is %s', async (date, time, late) => {
    const { dossierId, code } = await aTaken(CORRECTED_RECORD)
    must(await on('2026-11-04', '09:00', () => draftApology(people.head, { dossierId, reason: 'Chờ', promisedOn })))
    must(await on(date, time, () => apologise(people.leader, { dossierId })))
    expect((await seen(code)).life.apologyLate).toBe(late)
    expect((await events(dossierId)).at(-1)!.payload.late).toBe(late)
    expect((await seen(code)).story.find(({ kind }) => kind === 'apology-issued')!.sentence.startsWith('Xin lỗi muộn')).toBe(late)
  })

  test('is signed by another hand than drafted it', async () => {
    const { dossierId } = await aTaken(CORRECTED_RECORD)
    const both = withRoles(people.leader, 'leader', 'case-officer')
    must(await on('2026-11-04', '09:00', () => draftApology(both, { dossierId, reason: 'Chờ', promisedOn })))
    expect(await on('2026-11-04', '10:00', () => apologise(both, { dossierId }))).toEqual({ ok: false, problem: { code: 'drafter-signs' } })
  })

  test('is not known for a limit of a day or of hours', async () => {
    const { dossierId } = await aTaken(SAME_DAY)
    expect(await on('2026-11-02', '10:00', () => draftApology(people.caseOfficer, { dossierId, reason: 'Chờ', promisedOn }))).toMatchObject({ ok: false, problem: { code: 'not-now' } })
  })

  test('written again, the later draft is the one that is signed', async () => {
    const { dossierId, code } = await aTaken(CORRECTED_RECORD)
    for (const [at, to] of [['09:00', promisedOn], ['10:00', localDate('2026-11-09')]] as const) must(await on('2026-11-04', at, () => draftApology(people.caseOfficer, { dossierId, reason: 'Chờ', promisedOn: to })))
    must(await on('2026-11-04', '11:00', () => apologise(people.leader, { dossierId })))
    expect(formatInstant((await seen(code)).promisedAt!)).toBe('2026-11-09 17:30')
  })
})

describe('a wrongly received procedure', () => {
  const target = { procedureCode: BUILDING, variant: null }

  test('is corrected by two people: the code stays, limit, steps and due moment follow the right one from the receipt', async () => {
    const { dossierId, code } = await aTaken('1.004873')
    must(await on('2026-11-03', '09:00', () => proposeCorrection(people.caseOfficer, { dossierId, target, reason: 'Người dân xin giấy phép xây dựng' })))
    expect((await seen(code)).life.correction).toMatchObject({ code: BUILDING, reason: 'Người dân xin giấy phép xây dựng' })
    must(await on('2026-11-03', '10:00', () => approveCorrection(people.leader, { dossierId })))
    const after = await seen(code)
    expect(after).toMatchObject({ code, stage: 'received', assignee: null, procedure: { code: BUILDING }, life: { correction: null } })
    expect(after.limit).toEqual({ unit: 'working-day', value: 7 })
    expect(formatInstant(after.due!.dueAt)).toBe('2026-11-11 17:30')
    expect(formatInstant(after.due!.firstDueAt)).toBe('2026-11-05 17:30')
    expect(after.due!.dueAt > after.due!.firstDueAt).toBe(true)
    expect(after.due!.explanationHolds).toBe(true)
    expect((await events(dossierId)).at(-1)).toMatchObject({ type: 'procedure-corrected', payload: { from: { versionId: expect.any(String) }, to: { code: BUILDING } } })
    expect(await messages(dossierId)).toContain('procedure-corrected')
    expect(after.steps[0]!.unitKey).not.toBe('justice')
  })

  test('with a shorter limit keeps the day on the slip', async () => {
    const { dossierId, code } = await aTaken('1.004873')
    must(await on('2026-11-03', '09:00', () => proposeCorrection(people.desk, { dossierId, target: { procedureCode: SAME_DAY, variant: null }, reason: 'Chọn nhầm' })))
    must(await on('2026-11-03', '10:00', () => approveCorrection(people.leader, { dossierId })))
    expect(await dueOf(code)).toBe('2026-11-05 17:30')
  })

  test('is not corrected at or after the due moment, nor by whoever proposed it, nor to itself', async () => {
    const { dossierId } = await aTaken('1.004873')
    expect(await on('2026-11-03', '09:00', () => proposeCorrection(people.desk, { dossierId, target: { procedureCode: '1.004873', variant: null }, reason: 'Nhầm' }))).toEqual({ ok: false, problem: { code: 'same-procedure' } })
    const both = withRoles(people.leader, 'leader', 'case-officer')
    must(await on('2026-11-03', '09:00', () => proposeCorrection(both, { dossierId, target, reason: 'Nhầm' })))
    expect(await on('2026-11-03', '10:00', () => approveCorrection(both, { dossierId }))).toEqual({ ok: false, problem: { code: 'proposer-approves' } })
    expect(await on('2026-11-05', '17:30', () => approveCorrection(people.viceLeader, { dossierId }))).toEqual({ ok: false, problem: { code: 'too-late-to-correct' } })
    expect(await on('2026-11-05', '17:30', () => proposeCorrection(people.desk, { dossierId, target, reason: 'Nhầm' }))).toMatchObject({ ok: false, problem: { code: 'not-now' } })
  })

  test('declined, it goes on as it was and may be proposed anew', async () => {
    const { dossierId, code } = await aTaken('1.004873')
    const propose = () => on('2026-11-03', '09:00', () => proposeCorrection(people.desk, { dossierId, target, reason: 'Nhầm' }))
    must(await propose())
    must(await on('2026-11-03', '10:00', () => declineCorrection(people.leader, { dossierId, reason: 'Đúng thủ tục rồi' })))
    expect(await seen(code)).toMatchObject({ stage: 'in-progress', procedure: { code: '1.004873' }, life: { correction: null } })
    must(await propose())
  })
})

test('a returned dossier is reopened as a new one, linked both ways, once', async () => {
  const { dossierId, code } = await on('2026-11-02', '09:00', () => aDossier(people, 'resolved'))
  expect(await reopenDossier(people.leader, { dossierId, reason: 'Sai', legalBasis: 'Điều 12' })).toMatchObject({ ok: false, problem: { code: 'not-now' } })
  must(await on('2026-11-03', '09:00', () => returnResult(people.desk, { dossierId, recipient: 'applicant', recipientName: 'Phạm Thị Thu Lài', identityCheck: 'slip-qr' })))
  const reopen = () => on('2026-11-04', '09:00', () => reopenDossier(people.leader, { dossierId, reason: 'Kết quả ghi nhầm năm sinh', legalBasis: 'Luật Hộ tịch 2014, Điều 28' }))
  must(await reopen())
  const old = await seen(code)
  const again = await seen(old.life.reopenedAs!)
  expect(again).toMatchObject({ stage: 'received', applicant: { fullName: old.applicant!.fullName, personalId: old.applicant!.personalId }, life: { reopenedFrom: code } })
  expect(again.code).not.toBe(code)
  expect(again.handedIn).toEqual(old.handedIn)
  expect(again.papers).toMatchObject([{ form: 'receipt-slip' }])
  expect(formatInstant(again.due!.dueAt)).toBe('2026-11-09 17:30')
  expect(old).toMatchObject({ stage: 'returned' })
  expect(await reopen()).toMatchObject({ ok: false, problem: { code: 'not-now' } })
})

describe('a supplement', () => {
  test('is compared with what was asked for, item by item', async () => {
    const { dossierId, code } = await aTaken('1.004873')
    must(await on('2026-11-03', '09:00', () => requestSupplement(people.caseOfficer, { dossierId, missing, reason: 'Thiếu', deadlineOn: null })))
    const bring = (handedIn: { key: string; name: string }[]) => on('2026-11-04', '09:00', () => supplySupplement(people.desk, { dossierId, arrivedAt: null, compared: true, handedIn: handedIn.map((item) => ({ ...item, documentKey: null, originals: 1, certified: 0, copies: 0, note: null })) }))
    expect(await bring([])).toEqual({ ok: false, problem: { code: 'nothing-supplied' } })
    must(await bring([{ key: 'bo-sung-2', name: 'Giấy xác nhận cư trú' }]))
    expect((await seen(code)).requests).toMatchObject([{ supplied: ['bo-sung-2'] }])
    expect((await seen(code)).handedIn.at(-1)).toMatchObject({ name: 'Giấy xác nhận cư trú', originals: 1 })
  })

  test('is counted in rounds', async () => {
    const { dossierId, code } = await aTaken('1.004873')
    for (const date of ['2026-11-03', '2026-11-04']) {
      must(await on(date, '09:00', () => requestSupplement(people.caseOfficer, { dossierId, missing, reason: 'Thiếu', deadlineOn: null })))
      must(await on(date, '10:00', () => supplySupplement(people.desk, { dossierId, arrivedAt: null, handedIn: [] })))
    }
    expect((await seen(code)).life.supplement).toMatchObject({ rounds: 2 })
    expect((await seen(code)).requests.map(({ round }) => round)).toEqual([1, 2])
  })

  test.each([['pause', '2026-11-09 17:30', 'paused'], ['restart', '2026-11-10 17:30', 'paused'], ['none', '2026-11-05 17:30', 'running']] as const)('under the rule "%s" makes the due moment %s', async (effect, due, clock) => {
    await database.owner.query('insert into supplement_clock_rule (procedure_code, effective_from, effect, source) values ($1, $2, $3, $4)', [CORRECTED_RECORD, '2026-01-01', effect, 'thử'])
    const { dossierId, code } = await aTaken(CORRECTED_RECORD)
    must(await on('2026-11-03', '10:00', () => requestSupplement(people.caseOfficer, { dossierId, missing, reason: 'Thiếu', deadlineOn: null })))
    expect((await seen(code)).clock.state).toBe(clock)
    expect((await seen(code)).awaiting).toBe('supplement')
    must(await on('2026-11-05', '10:00', () => supplySupplement(people.desk, { dossierId, arrivedAt: null, handedIn: [] })))
    expect(await dueOf(code)).toBe(due)
    expect(await seen(code)).toMatchObject({ awaiting: 'none', clock: { state: 'running' }, due: { explanationHolds: true } })
    await database.owner.query('delete from supplement_clock_rule where procedure_code = $1', [CORRECTED_RECORD])
  })

  test('never counts an overdue dossier anew', async () => {
    await database.owner.query('insert into supplement_clock_rule (procedure_code, effective_from, effect, source) values ($1, $2, $3, $4)', [CORRECTED_RECORD, '2026-01-01', 'restart', 'thử'])
    const { dossierId, code } = await aTaken(CORRECTED_RECORD)
    must(await on('2026-11-06', '10:00', () => requestSupplement(people.caseOfficer, { dossierId, missing, reason: 'Thiếu', deadlineOn: null })))
    must(await on('2026-11-09', '10:00', () => supplySupplement(people.desk, { dossierId, arrivedAt: null, handedIn: [] })))
    expect(await dueOf(code)).toBe('2026-11-05 17:30')
    expect(await on('2026-11-09', '11:00', () => seen(code))).toMatchObject({ due: { standing: { state: 'overdue' } } })
    await database.owner.query('delete from supplement_clock_rule where procedure_code = $1', [CORRECTED_RECORD])
  })

  test('that does not come lets a leader stop the dossier, after its last day and not on it', async () => {
    const { dossierId, code } = await aTaken('1.004873')
    must(await on('2026-11-03', '10:00', () => requestSupplement(people.caseOfficer, { dossierId, missing, reason: 'Thiếu', deadlineOn: localDate('2026-11-10') })))
    const stop = (date: string) => on(date, '10:00', () => discontinueDossier(people.leader, { dossierId, cause: 'not-supplemented', reason: 'Không bổ sung' }))
    expect(await stop('2026-11-10')).toEqual({ ok: false, problem: { code: 'still-time-to-supplement' } })
    expect((await on('2026-11-10', '18:00', () => seen(code))).life.supplement.expired).toBe(false)
    expect((await on('2026-11-11', '08:00', () => seen(code))).life.supplement.expired).toBe(true)
    must(await stop('2026-11-11'))
    expect((await events(dossierId)).at(-1)).toMatchObject({ type: 'dossier-discontinued', payload: { cause: 'not-supplemented', pastDue: false } })
  })
})

describe('endings', () => {
  test('a denial needs its reason and its ground in law', async () => {
    const { dossierId, code } = await aTaken('1.004873')
    const deny = (ground: object) => settleStep(people.caseOfficer, { dossierId, outcome: 'denied', summary: 'Không đủ điều kiện', number: null, attachmentId: null, ...ground })
    expect(await deny({})).toEqual({ ok: false, problem: { code: 'denial-without-ground' } })
    expect(await deny({ denialReason: 'Đang có vợ' })).toEqual({ ok: false, problem: { code: 'denial-without-ground' } })
    must(await deny({ denialReason: 'Đang có vợ', legalBasis: 'Luật Hôn nhân và gia đình 2014, Điều 8' }))
    expect((await seen(code)).result).toMatchObject({ outcome: 'denied', denialReason: 'Đang có vợ', legalBasis: 'Luật Hôn nhân và gia đình 2014, Điều 8' })
  })

  test('nobody takes a dossier back once its result is signed', async () => {
    const [appraised, approved] = [await aDossier(people, 'appraised'), await aDossier(people, 'approved')]
    expect(await withdrawDossier(people.desk, { dossierId: approved.dossierId, reason: null })).toMatchObject({ ok: false, problem: { code: 'not-now' } })
    must(await withdrawDossier(people.desk, { dossierId: appraised.dossierId, reason: null }))
  })

  test.each([
    ['not-competent', {}, 'competentAgency'], ['not-eligible', {}, 'condition'], ['incomplete', {}, 'missing'], ['duplicate', {}, 'duplicateOf'],
  ])('a refusal as "%s" says what it must', (reason, more, field) => {
    const read = RefuseDossierInput.safeParse({ dossierId: '0192f0c1-0000-7000-8000-000000000000', reason, text: 'Nộp nơi khác', ...more })
    expect(read.error?.issues.map(({ path }) => path.join('.'))).toEqual([field])
  })

  test('a refusal as duplicate names a dossier that is there', async () => {
    const { dossierId } = await submitted(await aCitizen(database.owner), people.desk.communeId)
    const other = await aDossier(people, 'received')
    const refuse = (duplicateOf: string) => refuseDossier(people.desk, { dossierId, reason: 'duplicate', text: 'Đã nộp', duplicateOf })
    expect(await refuse('Z99.19.01-200101-0001')).toEqual({ ok: false, problem: { code: 'duplicate-unknown' } })
    must(await refuse(other.code))
    expect((await events(dossierId)).at(-1)).toMatchObject({ type: 'dossier-refused', payload: { reason: 'duplicate', duplicateOf: other.code } })
  })
})

test('an online filing shows whether the desk answered it in time', async () => {
  const citizen = await aCitizen(database.owner)
  const filed = await on('2026-11-02', '08:00', () => submitted(citizen, people.desk.communeId))
  const late = await on('2026-11-02', '08:00', () => submitted(citizen, people.desk.communeId))
  must(await on('2026-11-03', '08:00', () => acceptDossier(people.desk, { dossierId: filed.dossierId })))
  must(await on('2026-11-03', '08:01', () => acceptDossier(people.desk, { dossierId: late.dossierId })))
  expect((await seen(filed.code)).life.answered).toMatchObject({ late: false })
  expect((await seen(late.code)).life.answered).toMatchObject({ late: true })
  must(await on('2026-11-03', '09:00', () => takeDossier(people.caseOfficer, { dossierId: late.dossierId })))
  expect((await seen(late.code)).life.answered).toMatchObject({ late: true })
})

test('after all of it the rows are what their stories tell', async () => {
  const { checked, found } = await inCommune(people.desk, disagreements)
  expect(checked).toBeGreaterThan(20)
  expect(found).toEqual([])
})
