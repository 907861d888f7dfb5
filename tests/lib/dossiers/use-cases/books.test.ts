import { buffer } from 'node:stream/consumers'
import { inflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { MOST_PRINTED, PrintManyInput } from '@/lib/documents/inputs'
import { setNumbering } from '@/lib/documents/use-cases/set-numbering'
import { issuedPapers } from '@/lib/dossiers/queries/issued-papers'
import { registerPage } from '@/lib/dossiers/queries/register'
import { acceptDossier, acceptDossierIn } from '@/lib/dossiers/use-cases/accept-dossier'
import { registerPdf, registerXlsx } from '@/lib/dossiers/use-cases/export-register'
import { paperPdf } from '@/lib/dossiers/use-cases/paper-pdf'
import { previewOf } from '@/lib/dossiers/use-cases/preview-paper'
import { printMany } from '@/lib/dossiers/use-cases/print-many'
import { requestSupplement, requestSupplementIn } from '@/lib/dossiers/use-cases/request-supplement'
import { withdrawDossier } from '@/lib/dossiers/use-cases/withdraw-dossier'
import { addDays, localDate, localDateOf } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { aDossier, submitted } from '@/tests/builders/dossiers'
import { aCitizen, officerOf, type People, peopleOf } from '@/tests/builders/people'
import { fontsOf, infoOf, textOf } from '@/tests/lib/documents/pdf'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let people: People
const today = localDateOf(new Date())
const book = { fieldSlug: null, from: addDays(today, -1), to: today }
const missing = [{ documentKey: null, name: 'Bản vẽ', sentence: 'thiếu mặt bằng' }]

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
})

/** Everything that a deed may write, as it stands. */
async function state(): Promise<string> {
  const tables = ['dossier', 'dossier_event', 'event_chain_head', 'official_paper', 'number_series', 'outbox', 'supplement_request', 'dossier_note', 'dossier_pause']
  const rows: unknown[] = []
  for (const table of tables) rows.push((await database.owner.query(`select to_jsonb(t)::text as row from ${table} t order by 1`)).rows)
  return JSON.stringify(rows)
}

describe('a look before a paper is issued', () => {
  test('shows the very paper with a mark and without a number, and leaves nothing behind', async () => {
    const { dossierId } = await aDossier(people, 'taken')
    const before = await state()
    const input = { dossierId, missing, reason: 'Chưa đủ giấy tờ', deadlineOn: addDays(today, 7) }
    const text = textOf(must(await previewOf(requestSupplementIn)(people.caseOfficer, input)))
    expect(await state()).toBe(before)
    for (const words of ['PHIẾU YÊU CẦU BỔ SUNG', 'PHẠM THỊ THU LÀI', 'thiếu mặt bằng', 'Chưa đủ giấy tờ', 'BẢN XEM TRƯỚC', 'Số: /PBS-TTPVHCC']) expect(text).toContain(words)
    const issued = must(await requestSupplement(people.caseOfficer, input)).papers[0]!
    expect(issued.numberText).toBe('01/PBS-TTPVHCC')
    expect(textOf(await buffer(must(await paperPdf(people.caseOfficer, issued.id)).stream))).not.toContain('BẢN XEM TRƯỚC')
  })

  test('asks every rule of the deed: whoever may not do it sees no paper', async () => {
    const { dossierId } = await aDossier(people, 'taken')
    const input = { dossierId, missing, reason: 'x', deadlineOn: null }
    expect(await previewOf(requestSupplementIn)(people.clerk, input)).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
    expect(await previewOf(requestSupplementIn)((await peopleOf(database.owner, 'my-an')).caseOfficer, input)).toMatchObject({ ok: false, problem: { code: 'not-found' } })
    must(await withdrawDossier(people.desk, { dossierId, reason: null }))
    expect(await previewOf(requestSupplementIn)(people.caseOfficer, input)).toMatchObject({ ok: false, problem: { code: 'not-now' } })
  })

  test('of a slip counts the due day as the reception would', async () => {
    const { dossierId } = await submitted(await aCitizen(database.owner), people.desk.communeId)
    const text = textOf(must(await previewOf(acceptDossierIn)(people.desk, { dossierId })))
    expect(text).toContain('BẢN XEM TRƯỚC')
    const slip = must(await acceptDossier(people.desk, { dossierId })).papers[0]!
    const due = (page: string) => /Thời gian trả kết quả giải quyết hồ sơ: ([^.]+)\./.exec(page)?.[1]
    expect(due(text)).toBe(due(textOf(await buffer(must(await paperPdf(people.desk, slip.id)).stream))))
  })
})

describe('a paper that waits for its number', () => {
  test('is shown with a mark and not kept; the clerk finds it, and once numbered it is kept', async () => {
    must(await setNumbering(await officerOf(database.owner, 'bach-quang', 'quantri'), { form: 'supplement-request', mode: 'typed' }))
    const { dossierId } = await aDossier(people, 'taken')
    const paper = must(await requestSupplement(people.caseOfficer, { dossierId, missing, reason: 'x', deadlineOn: null })).papers[0]!
    expect(textOf(await buffer(must(await paperPdf(people.desk, paper.id)).stream))).toContain('CHƯA VÀO SỐ')
    expect((await database.owner.query('select sha256 from official_paper where id = $1', [paper.id])).rows).toEqual([{ sha256: null }])
    expect((await issuedPapers(people.clerk, { form: null, waiting: true, after: null })).rows.map(({ id }) => id)).toEqual([paper.id])
  })
})

describe('many papers at once', () => {
  test('are one file in the order they were ticked, each with the bytes it keeps', async () => {
    const dossiers = [await aDossier(people), await aDossier(people), await aDossier(people)]
    const papers = (await issuedPapers(people.desk, { form: 'receipt-slip', waiting: false, after: null })).rows
    const ids = dossiers.map(({ code }) => papers.find((paper) => paper.code === code)!.id)
    const { bytes, papers: printed } = must(await printMany(people.desk, { paperIds: [ids[2]!, ids[0]!, ids[0]!, ids[1]!] }))
    const codes = [...textOf(bytes).matchAll(/Mã hồ sơ: (Z99[\w.-]+) Liên 2/g)].map(([, code]) => code)
    expect([printed, codes]).toEqual([3, [2, 0, 1].map((index) => dossiers[index]!.code)])
    expect(infoOf(bytes).pages).toBe(6)
    for (const font of fontsOf(bytes)) expect(font).toMatchObject({ embedded: true, unicode: true })
    const { rows } = await database.owner.query<{ kept: number }>('select count(sha256)::int as kept from official_paper where id = any($1)', [ids])
    expect(rows[0]!.kept).toBe(3)
  })

  test('of another commune are left out; nothing ticked, or too many, is said', async () => {
    const elsewhere = await peopleOf(database.owner, 'my-an')
    const { rows: [mine] } = await issuedPapers(people.desk, { form: 'receipt-slip', waiting: false, after: null })
    expect(await printMany(elsewhere.desk, { paperIds: [mine!.id] })).toEqual({ ok: false, problem: { code: 'not-found' } })
    expect(PrintManyInput.safeParse({ paperIds: [] }).success).toBe(false)
    expect(PrintManyInput.safeParse({ paperIds: Array.from({ length: MOST_PRINTED + 1 }, () => mine!.id) }).success).toBe(false)
  })
})

/** One file of an archive, found by its entry in the central directory. */
function unpacked(archive: Buffer, name: string): string {
  for (let at = archive.indexOf('PK\x01\x02'); at >= 0; at = archive.indexOf('PK\x01\x02', at + 4)) {
    const length = archive.readUInt16LE(at + 28)
    if (archive.toString('utf8', at + 46, at + 46 + length) !== name) continue
    const local = archive.readUInt32LE(at + 42)
    const begins = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const bytes = archive.subarray(begins, begins + archive.readUInt32LE(at + 20))
    return (archive.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8')
  }
  throw new Error(`No ${name} in the archive`)
}

describe('the register', () => {
  test('holds what was received and nothing else, in the order of its numbers, without a gap, page by page', async () => {
    await submitted(await aCitizen(database.owner), people.desk.communeId)
    const { rows: received } = await database.owner.query<{ n: number }>('select count(*)::int as n from dossier where commune_id = $1 and received_at is not null', [people.desk.communeId])
    const numbers: number[] = []
    for (let after: string | null = null; ; ) {
      const page = await registerPage(people.director, book, after, 3)
      numbers.push(...page.rows.map(({ number }) => number))
      if (page.next === null) break
      after = page.next
    }
    expect(numbers).toEqual(Array.from({ length: received[0]!.n }, (_, index) => index + 1))
    expect((await registerPage(people.director, { ...book, fieldSlug: 'dat-dai' }, null)).rows).toEqual([])
    expect((await registerPage(people.director, { ...book, from: localDate('2020-01-01'), to: localDate('2020-12-31') }, null)).rows).toEqual([])
    expect((await registerPage(people.caseOfficer, book, null)).rows, 'not for everybody').toEqual([])
    expect((await registerPage((await peopleOf(database.owner, 'my-an')).director, book, null)).rows, 'not for another commune').toEqual([])
  })

  test('on screen masks telephones; on paper it says everything that Mẫu 07 asks', async () => {
    const { rows } = await registerPage(people.director, book, null)
    expect(rows[0]).toMatchObject({ phone: '09•• ••• 326', applicantName: 'Phạm Thị Thu Lài', solvingUnit: 'Tư pháp – hộ tịch' })
    const bytes = must(await registerPdf(people.director, book))
    const text = textOf(bytes)
    for (const head of ['STT', 'Mã hồ sơ', 'Tên TTHC', 'Tên tổ chức, cá nhân', 'Địa chỉ/SĐT', 'Cơ quan chủ trì giải quyết', 'Nhận và trả kết quả', 'Nhận hồ sơ', 'Hẹn trả kết quả', 'Trả kết quả', 'Phương thức nhận kết quả', 'Ký nhận']) expect(text).toContain(head)
    for (const words of ['0912 000 326', 'Ấp Tân Bình', 'Đã rút', 'mọi lĩnh vực']) expect(text).toContain(words)
    expect(infoOf(bytes)).toMatchObject({ title: expect.stringContaining('Sổ theo dõi hồ sơ') })
    expect(await registerPdf(people.desk, book)).toEqual({ ok: false, problem: { code: 'forbidden' } })
  })

  test('as a sheet has days as days, Vietnamese heads and a head that stays', async () => {
    const xlsx = must(await registerXlsx(people.director, book))
    const part = (name: string) => unpacked(xlsx, name)
    const sheet = part('xl/worksheets/sheet1.xml')
    expect(sheet).toContain('state="frozen"')
    expect(sheet).toMatch(/<c r="H2" s="\d+"><v>4\d{4}\.\d+<\/v><\/c>/)
    const strings = part('xl/sharedStrings.xml')
    for (const words of ['Phương thức nhận kết quả', 'Phạm Thị Thu Lài', 'Ấp Tân Bình']) expect(strings).toContain(words)
  })

  test('too long for one file is said, and nothing is written about it', async () => {
    const { rows: [one] } = await database.owner.query<{ id: string }>(`select id from dossier where received_at is not null limit 1`)
    await database.owner.query(`alter table dossier disable trigger user`)
    await database.owner.query(`insert into dossier select (jsonb_populate_record(d, jsonb_build_object('id', uuidv7(), 'code', d.code || '-x' || n, 'register_number', 100000 + n, 'received_at', '2024-05-05T09:00:00+07:00'))).*
      from dossier d, generate_series(1, 2001) n where d.id = $1`, [one!.id])
    const year = { fieldSlug: null, from: localDate('2024-01-01'), to: localDate('2024-12-31') }
    expect(await registerPdf(people.director, year)).toEqual({ ok: false, problem: { code: 'too-many-rows', most: 2000 } })
    expect((await database.owner.query(`select from access_log where what = 'export' and dossier_id in (select id from dossier where register_number > 100000)`)).rows).toEqual([])
    await database.owner.query('delete from dossier where register_number > 101000')
    const many = must(await registerPdf(people.director, year))
    expect(infoOf(many).pages).toBeGreaterThan(50)
    const text = textOf(many)
    expect(text.match(/Số: \/STD/g)).toHaveLength(1)
    expect(text).toContain(`trang ${infoOf(many).pages}`)
    await database.owner.query(`alter table dossier enable trigger user`)
  }, 120_000)
})
