import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { beforeAll, describe, expect, test } from 'vitest'
import { paperData } from '@/lib/dossiers/queries/paper-data'
import { trackingSecret, trackingToken } from '@/lib/dossiers/store/file-dossier'
import { acceptDossier } from '@/lib/dossiers/use-cases/accept-dossier'
import { apologise } from '@/lib/dossiers/use-cases/apologise'
import { draftApology } from '@/lib/dossiers/use-cases/draft-apology'
import { grantedPaperPdf, paperPdf } from '@/lib/dossiers/use-cases/paper-pdf'
import { recordContact } from '@/lib/dossiers/use-cases/record-contact'
import { refuseDossier } from '@/lib/dossiers/use-cases/refuse-dossier'
import { requestSupplement } from '@/lib/dossiers/use-cases/request-supplement'
import { withdrawDossier } from '@/lib/dossiers/use-cases/withdraw-dossier'
import { findPaper } from '@/lib/documents/store'
import type { ReceiptSlipData } from '@/lib/documents/domain/official-paper'
import { addDays, localDateOf } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { inCommune } from '@/lib/platform/db'
import { aDossier, MARITAL_STATUS, received, submitted } from '@/tests/builders/dossiers'
import { aCitizen, type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let people: People
const missing = [{ documentKey: null, name: 'Bản vẽ', sentence: 'thiếu mặt bằng' }]

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
})

const paperOf = async (dossierId: string, form: string): Promise<string> => (await database.owner.query<{ id: string }>('select id from official_paper where dossier_id = $1 and form = $2', [dossierId, form])).rows[0]!.id
const bytesOf = async (paperId: string): Promise<Buffer> => buffer(must(await paperPdf(people.desk, paperId)).stream)

describe('a paper', () => {
  test('is printed once: first prints at the same time and every reprint give the same bytes', async () => {
    const { dossierId } = await received(people.desk)
    const paper = await paperOf(dossierId, 'receipt-slip')
    const prints = await Promise.all(Array.from({ length: 5 }, () => bytesOf(paper)))
    await database.owner.query(`update dossier_party set full_name = 'Tên khác' where dossier_id = $1`, [dossierId])
    const reprint = await bytesOf(paper)
    expect(new Set([...prints, reprint].map((bytes) => createHash('sha256').update(bytes).digest('hex'))).size).toBe(1)
    expect(reprint.subarray(0, 5).toString()).toBe('%PDF-')
    const { rows } = await database.owner.query('select template_version, size from official_paper where id = $1', [paper])
    expect(rows[0]).toMatchObject({ template_version: expect.stringMatching(/^receipt-slip@/), size: reprint.length })
  })

  test('keeps no number of a person, no secret and no token in its row', async () => {
    const { dossierId } = await received(people.desk, { submitter: { fullName: 'Võ Văn Tứ', personalId: '087094000413', mandate: 'Giấy ủy quyền số 88' } })
    await bytesOf(await paperOf(dossierId, 'receipt-slip'))
    const { rows } = await database.owner.query<{ data: unknown }>('select data from official_paper where dossier_id = $1', [dossierId])
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`0871940004|0870940004|${trackingSecret(dossierId)}|${trackingToken(dossierId)}|Phạm Thị`))
  })

  test('of a reception prints who, what, when, why that day, and how to follow it', async () => {
    const { dossierId, code, registerNumber } = await received(people.desk, { submitter: { fullName: 'Võ Văn Tứ', personalId: '087094000413', mandate: 'Giấy ủy quyền số 88' } })
    const slip = (await inCommune(people.desk, async (tx) => paperData(tx, (await findPaper(tx, await paperOf(dossierId, 'receipt-slip')))!))) as ReceiptSlipData
    expect(slip).toMatchObject({
      code, content: 'Cấp Giấy xác nhận tình trạng hôn nhân', limit: '03 ngày làm việc', fee: 'không thu', register: { book: null, entry: String(registerNumber) },
      applicant: { title: 'Bà', name: 'Phạm Thị Thu Lài', personalId: '087194000412', phone: '0912 000 326' }, mandate: { name: 'Võ Văn Tứ', proof: 'Giấy ủy quyền số 88' },
      submitterName: 'Võ Văn Tứ', receiverName: people.desk.name, head: { issuerKind: 'service-centre', governingBody: 'UBND phường Bách Quang', place: 'Bách Quang' },
      tracking: { host: '127.0.0.1:3000', qrUrl: `http://127.0.0.1:3000/tra-cuu/m/${trackingToken(dossierId)}` },
    })
    expect(slip.explanation).toMatch(/^nhận hồ sơ lúc .*; .*: trả kết quả trước 17:30$/)
    expect(slip.tracking.secret!.replace(' ', '')).toBe(trackingSecret(dossierId))
  })

  test.each(['supplement-request', 'refusal', 'apology', 'discontinuation'] as const)('%s renders', async (form) => {
    const issue = {
      'supplement-request': async () => {
        const { dossierId } = await aDossier(people, 'taken')
        must(await requestSupplement(people.caseOfficer, { dossierId, missing, reason: 'Chưa đủ', deadlineOn: addDays(localDateOf(new Date()), 7) }))
        return dossierId
      },
      refusal: async () => {
        const { dossierId } = await submitted(await aCitizen(database.owner), people.desk.communeId)
        must(await refuseDossier(people.desk, { dossierId, reason: 'not-eligible', text: 'Đã có đăng ký' }))
        return dossierId
      },
      apology: async () => {
        const { dossierId } = await aDossier(people, 'taken')
        must(await draftApology(people.caseOfficer, { dossierId, reason: 'Mưa lũ', promisedOn: addDays(localDateOf(new Date()), 30) }))
        must(await apologise(people.leader, { dossierId }))
        return dossierId
      },
      discontinuation: async () => {
        const { dossierId } = await aDossier(people, 'taken')
        must(await withdrawDossier(people.desk, { dossierId, reason: null }))
        return dossierId
      },
    }
    const bytes = await bytesOf(await paperOf(await issue[form](), form))
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('of a walk-in that could not be received has a number and no dossier', async () => {
    const { paper } = must(await recordContact(people.desk, { procedureCode: MARITAL_STATUS, fullName: 'Huỳnh Văn Đực', missing, reason: 'Thiếu giấy tờ' }))
    expect(paper.numberText).toMatch(/^\d{2,}\/PBS-TTPVHCC$/)
    expect((await bytesOf(paper.id)).length).toBeGreaterThan(1000)
    expect((await database.owner.query('select count(*)::int as n from contact_record')).rows[0]).toEqual({ n: 1 })
  })

  test('opens for the holder of its dossier, for no other dossier and no other commune', async () => {
    const filed = await submitted(await aCitizen(database.owner), people.desk.communeId)
    must(await acceptDossier(people.desk, { dossierId: filed.dossierId }))
    const paper = await paperOf(filed.dossierId, 'receipt-slip')
    const other = await received(people.desk)
    const grant = { communeId: people.desk.communeId, dossierId: filed.dossierId }
    expect((await grantedPaperPdf(grant, paper)).ok).toBe(true)
    expect(await grantedPaperPdf({ ...grant, dossierId: other.dossierId }, paper)).toEqual({ ok: false, problem: { code: 'not-found' } })
    const elsewhere = await peopleOf(database.owner, 'my-an')
    expect(await paperPdf(elsewhere.desk, paper)).toEqual({ ok: false, problem: { code: 'not-found' } })
  })
})
