import { beforeAll, describe, expect, test } from 'vitest'
import { controlSheetData } from '@/lib/dossiers/queries/control-sheet-data'
import { findDossier } from '@/lib/dossiers/store/dossier-store'
import { folderOf } from '@/lib/dossiers/store/folder'
import { appraiseStep } from '@/lib/dossiers/use-cases/appraise-step'
import { issueControlSheet, previewControlSheet } from '@/lib/dossiers/use-cases/control-sheet'
import { handBack } from '@/lib/dossiers/use-cases/hand-back'
import { paperPdf } from '@/lib/dossiers/use-cases/paper-pdf'
import { recallStep } from '@/lib/dossiers/use-cases/recall-step'
import { requestSupplement } from '@/lib/dossiers/use-cases/request-supplement'
import { settleStep } from '@/lib/dossiers/use-cases/settle-step'
import { skipStep } from '@/lib/dossiers/use-cases/skip-step'
import { supplySupplement } from '@/lib/dossiers/use-cases/supply-supplement'
import { takeDossier } from '@/lib/dossiers/use-cases/take-dossier'
import { takeOver } from '@/lib/dossiers/use-cases/take-over'
import type { Officer } from '@/lib/identity/domain/actor'
import { must, type Result } from '@/lib/kernel/result'
import { atTime } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { received, submitted } from '@/tests/builders/dossiers'
import { aCitizen, officerOf, type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'
import { at } from '../calendar/calendars'

const database = useDatabase()
let people: People
let second: Officer
beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
  second = await officerOf(database.owner, 'bach-quang', 'tuphap2')
  // The first dossier of a process compiles its calendar.
  await received(people.desk)
}, 120_000)

const does = async <T>(moment: string, work: () => Promise<Result<T>>): Promise<T> => must(await atTime(at(moment), work))
const result = { outcome: 'granted' as const, summary: 'Cấp giấy', number: null, attachmentId: null }
const head = { issuerKind: 'service-centre' as const, governingBody: 'UBND', issuerName: 'Trung tâm', number: '01/PKS', place: 'Bách Quang', issuedAt: at('2026-12-10 09:00'), signing: 'ink' as const }

const sheetOf = (dossierId: string) => inCommune(people.desk, async (tx) => {
  const dossier = (await findDossier(tx, { id: dossierId }))!
  return (await controlSheetData(tx, dossier, await folderOf(tx, dossierId), head))!
})

/** A dossier with every kind of hand-over that the desk itself can make. Internal times of the procedure: 14, 3, 3 and 1 working hours. */
async function travelled(): Promise<string> {
  const { dossierId } = await atTime(at('2026-11-30 08:00'), () => received(people.desk))
  const ref = { dossierId }
  await does('2026-11-30 09:00', () => takeDossier(people.caseOfficer, ref))
  await does('2026-11-30 10:00', () => takeOver(second, { ...ref, reason: 'Đồng nghiệp đi học' }))
  await does('2026-11-30 10:30', () => requestSupplement(second, { ...ref, missing: [{ documentKey: null, name: 'Giấy ly hôn', sentence: 'nộp bản sao' }], reason: 'Thiếu', deadlineOn: null }))
  await does('2026-12-02 08:30', () => supplySupplement(people.desk, { ...ref, arrivedAt: null, handedIn: [] }))
  await does('2026-12-02 09:00', () => settleStep(second, { ...ref, ...result }))
  await does('2026-12-02 09:10', () => recallStep(second, { ...ref, reason: 'Ghi nhầm số' }))
  await does('2026-12-02 09:30', () => settleStep(second, { ...ref, ...result }))
  await does('2026-12-03 16:00', () => handBack(people.head, { ...ref, reason: 'Thiếu chữ ký' }))
  await does('2026-12-04 08:00', () => settleStep(second, { ...ref, ...result }))
  await does('2026-12-04 08:30', () => skipStep(people.head, { ...ref, reason: 'Xã ít người' }))
  return dossierId
}

describe('the control sheet', () => {
  test('tells every hand-over from the events: who gave, who took, when, and how the step stood', async () => {
    const sheet = await sheetOf(await travelled())
    expect(sheet.handovers.map(({ givenBy, takenBy, outcome, note }) => [givenBy, takenBy, outcome, note])).toEqual([
      [people.desk.name, people.caseOfficer.name, null, null],
      [people.caseOfficer.name, second.name, null, 'Nhận thay. Đồng nghiệp đi học'],
      [second.name, null, 'early', 'Tạm dừng từ 30/11 10:30 đến 02/12 08:30'],
      [null, second.name, null, 'Thu hồi. Ghi nhầm số'],
      [second.name, people.head.name, 'early', null],
      [people.head.name, second.name, 'overdue', 'Trả lại. Thiếu chữ ký'],
      [second.name, null, 'early', null],
      [people.head.name, null, null, 'Bỏ qua bước thẩm định. Xã ít người'],
    ])
    expect(sheet.handovers[0]).toMatchObject({ from: 'Trung tâm Phục vụ hành chính công', to: 'Tư pháp – hộ tịch' })
    expect(sheet.handovers.at(-1)!.to).toBe('Ủy ban nhân dân')
    expect(sheet.solvingUnit).toBe('Tư pháp – hộ tịch')
  })

  test('once issued stays what it was, whatever happens afterwards', async () => {
    const { dossierId } = await received(people.desk)
    must(await takeDossier(people.caseOfficer, { dossierId }))
    const paper = must(await issueControlSheet(people.desk, { dossierId }))
    expect(paper.numberText).toMatch(/^\d{2,}\/PKS-TTPVHCC$/)
    must(await settleStep(people.caseOfficer, { dossierId, ...result }))
    must(await appraiseStep(people.head, { dossierId, remark: null }))
    const printed = must(await paperPdf(people.desk, paper.id))
    expect(printed.form).toBe('control-sheet')
    printed.stream.destroy()
    const { rows } = await database.owner.query('select data from official_paper where id = $1', [paper.id])
    expect(rows[0].data.events).toBe(2)
  })

  test('is looked at without taking a number, and is not there before the reception', async () => {
    const { dossierId, code } = await received(people.desk)
    const before = await database.owner.query('select count(*)::int as n from official_paper')
    expect(Buffer.from(must(await previewControlSheet(people.desk, code))).subarray(0, 5).toString()).toBe('%PDF-')
    expect((await database.owner.query('select count(*)::int as n from official_paper')).rows).toEqual(before.rows)
    const filed = await submitted(await aCitizen(database.owner), people.desk.communeId)
    expect(await previewControlSheet(people.desk, filed.code)).toEqual({ ok: false, problem: { code: 'not-received' } })
    expect(await issueControlSheet({ ...people.clerk, roles: ['administrator'] }, { dossierId })).toEqual({ ok: false, problem: { code: 'forbidden' } })
  })
})
