import { buffer } from 'node:stream/consumers'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { saveRule } from '@/lib/archive/store'
import { placeHold, releaseHold } from '@/lib/archive/use-cases/hold'
import { applyRetention, retentionPlan } from '@/lib/archive/use-cases/retention'
import { addAttachment } from '@/lib/documents/store'
import { paperPdf } from '@/lib/dossiers/use-cases/paper-pdf'
import { unmaskPersonalId } from '@/lib/dossiers/use-cases/record-access'
import { requestSupplement } from '@/lib/dossiers/use-cases/request-supplement'
import { returnResult } from '@/lib/dossiers/use-cases/return-result'
import { withdrawDossier } from '@/lib/dossiers/use-cases/withdraw-dossier'
import { dossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { localDate } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { atTime } from '@/lib/platform/clock'
import { decryptField } from '@/lib/platform/crypto'
import { inCommune } from '@/lib/platform/db'
import { putFile } from '@/lib/platform/files'
import { registerLines } from '@/lib/dossiers/queries/register'
import { formSheet } from '@/lib/reports/queries/form-06a'
import { examine } from '@/scripts/lib/examine'
import { aDossier, submitted } from '@/tests/builders/dossiers'
import { aCitizen, type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
const system = { kind: 'system', name: 'test' } as const
let people: People
let communeId: string

/** A name, a place and a number that nobody else in the database has. */
const person = { fullName: 'Quách Thị Mỹ Khuê', personalId: '087194555777', sex: 'female', birth: '1994-06-14', address: 'Ấp Rạch Gầm Hai', phone: '0912555777', email: 'khue@vidu.vn' }
const traces = ['Khuê', 'khuê', 'khue', 'Khue', 'Rạch Gầm', '087194555777', '0912555777', 'lý do riêng tư']
/** When the time of everything closed today is over. */
const later = <T>(work: () => Promise<T>): Promise<T> => atTime(new Date('2060-03-05T09:00:00+07:00'), work)
const files = (hash: string): boolean => existsSync(join(process.env.DATA_DIR!, 'files', communeId, hash.slice(0, 2), hash))

let closed: { dossierId: string; code: string }
let held: { dossierId: string; code: string }
const hashes = { own: '', shared: '', result: '' }

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
  communeId = people.desk.communeId
  closed = await aDossier(people, 'received', { applicant: person })
  must(await unmaskPersonalId(people.caseOfficer, { dossierId: closed.dossierId, reason: 'gọi bà Khuê' }))
  const shared = must(await putFile(communeId, Buffer.from('a paper that two people brought'), 1000))
  const own = must(await putFile(communeId, Buffer.from('a paper of one person'), 1000))
  Object.assign(hashes, { own: own.sha256, shared: shared.sha256 })
  await inCommune(people.desk, async (tx) => {
    for (const file of [shared, own]) await addAttachment(tx, communeId, { draftId: null, dossierId: closed.dossierId, documentKey: null, kind: 'paper', name: 'cccd khue.jpg', mime: 'image/jpeg', ...file, scan: 'clean', at: new Date() })
  })
  must(await withdrawDossier(people.desk, { dossierId: closed.dossierId, reason: 'lý do riêng tư của bà Khuê' }))
  const papers = await database.owner.query<{ id: string }>('select id from official_paper where dossier_id = $1', [closed.dossierId])
  for (const { id } of papers.rows) await buffer(must(await paperPdf(people.desk, id)).stream)
  const other = await aDossier(people, 'resolved')
  must(await returnResult(people.desk, { dossierId: other.dossierId, recipient: 'applicant', recipientName: 'Phạm Thị Thu Lài', identityCheck: 'personal-id' }))
  held = await aDossier(people, 'received', { applicant: { ...person, fullName: 'Người Bị Giữ' } })
  must(await withdrawDossier(people.desk, { dossierId: held.dossierId, reason: null }))
  const open = await aDossier(people, 'taken')
  must(await requestSupplement(people.caseOfficer, { dossierId: open.dossierId, missing: [{ documentKey: null, name: 'Bản vẽ', sentence: 'thiếu' }], reason: 'Chưa đủ', deadlineOn: null }))
  await inCommune(people.desk, (tx) => addAttachment(tx, communeId, { draftId: null, dossierId: open.dossierId, documentKey: null, kind: 'paper', name: 'x.jpg', mime: 'image/jpeg', sha256: hashes.shared, size: 31, scan: 'clean', at: new Date() }))
}, 120_000)

/** Every text of every row of the database, with what is sealed opened. */
async function everythingWritten(): Promise<string> {
  const { rows: tables } = await database.owner.query<{ name: string }>(`select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`)
  const texts: string[] = []
  for (const { name } of tables) texts.push(...(await database.owner.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`)).rows.map(({ row }) => `${name}: ${row}`))
  return texts.map((row) => row.replace(/\b[a-z0-9-]{1,16}\.[A-Za-z0-9_-]{38,}/g, (sealed) => open(sealed))).join('\n')
}
function open(sealed: string): string {
  try {
    return decryptField(sealed)
  } catch {
    return sealed
  }
}

const figures = () => later(async () => JSON.stringify(await formSheet(people.leader, 'bach-quang', { from: localDate('2026-01-01'), to: localDate('2027-01-01') })))
const healthy = async () => {
  const lines: string[] = []
  return [await examine({ seal: false, quick: false, print: (line) => lines.push(line) }), lines.filter((line) => line.trimStart().startsWith('-'))]
}

describe('retention', () => {
  test('tells what is past its time, and erases nothing by itself or under a rule that nobody checked', async () => {
    expect(await later(() => retentionPlan(system, communeId))).toMatchObject([{ fieldSlug: 'ho-tich', dossiers: 3, held: 0, rule: { years: 20, source: null } }])
    expect(await later(() => applyRetention(system, communeId, { unverified: false }))).toEqual({ dossiers: 0, files: 0, unverified: 3 })
    expect(await everythingWritten()).toContain('Khuê')
  })

  test('leaves a dossier alone while it is held', async () => {
    must(await placeHold(people.leader, { communeId, code: held.code }, 'khiếu nại'))
    expect(await placeHold(people.desk, { communeId, code: held.code }, 'x')).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
    expect((await later(() => retentionPlan(system, communeId)))[0]).toMatchObject({ dossiers: 2, held: 1 })
    await expect(database.owner.query(`begin; select set_config('app.commune', '${communeId}', true), set_config('app.simulated_now', '2060-03-05', true); select mc_erase_dossier('${held.dossierId}', '*', 1, null, 'x')`)).rejects.toMatchObject({ code: 'MC423' })
    await database.owner.query('rollback')
  })

  test('takes away everything that tells of a person and nothing that a figure counts', async () => {
    const [before, chain, book] = [await figures(), await database.owner.query('select * from dossier_event order by commune_id, seq'), await bookOf()]
    await inCommune(system, communeId, (tx) => saveRule(tx, { fieldSlug: 'ho-tich', years: 20, source: 'Quyết định thử' }, new Date()))
    expect(await later(() => applyRetention(system, communeId, { unverified: false }))).toMatchObject({ dossiers: 2, unverified: 0 })

    const written = await everythingWritten()
    for (const trace of traces) expect(written.split('\n').filter((row) => row.includes(trace) && !row.includes('Người Bị Giữ') && !row.includes(held.dossierId)), trace).toEqual([])
    expect(await figures()).toBe(before)
    expect((await database.owner.query('select * from dossier_event order by commune_id, seq')).rows).toEqual(chain.rows)
    expect((await bookOf()).map(({ number, code }) => ({ number, code }))).toEqual(book.map(({ number, code }) => ({ number, code })))
    expect(await healthy()).toEqual([true, []])
  })

  test('removes a file only where no other row names its content', () => {
    expect(files(hashes.own)).toBe(false)
    expect(files(hashes.shared)).toBe(true)
  })

  test('writes down that it erased, by which rule and how much, in a log without people that nobody changes', async () => {
    const { rows } = await database.owner.query<{ rule_source: string; erased: Record<string, number> }>('select * from erasure where dossier_id = $1', [closed.dossierId])
    expect(rows[0]).toMatchObject({ rule_field: 'ho-tich', rule_years: 20, rule_source: 'Quyết định thử', erased: { people: 1, notes: 1, attachments: 2, 'issued papers': 2 } })
    await expect(database.owner.query('update erasure set rule_years = 1')).rejects.toMatchObject({ code: '42501' })
    expect(await later(() => applyRetention(system, communeId, { unverified: true })), 'a second time there is nothing left').toMatchObject({ dossiers: 0 })
  })

  test('leaves a dossier that still opens, with numbers and days and no paper to read', async () => {
    const detail = await dossierDetail(people.desk, closed.code)
    expect(detail).toMatchObject({ code: closed.code, stage: 'withdrawn', applicant: { fullName: 'Đã xóa theo thời hạn', personalId: null } })
    expect(await paperPdf(people.desk, detail!.papers[0]!.id)).toMatchObject({ ok: false })
  })

  test('comes to a dossier once its hold is released', async () => {
    must(await releaseHold(people.leader, { communeId, code: held.code }))
    expect(await later(() => applyRetention(system, communeId, { unverified: false }))).toMatchObject({ dossiers: 1 })
    expect(await everythingWritten()).not.toContain('Người Bị Giữ')
  })

  test('throws away drafts that expired without being filed', async () => {
    const citizen = await aCitizen(database.owner)
    await submitted(citizen, communeId)
    await database.owner.query(`insert into draft (commune_id, citizen_id, procedure_code, version_id, variant_id, form_id, answers, visited, expires_at)
      select commune_id, citizen_id, procedure_code, version_id, variant_id, form_id, '"thư nháp"', '{}', now() - interval '1 day' from draft limit 1`)
    await later(() => applyRetention(system, communeId, { unverified: false }))
    expect((await database.owner.query('select count(*)::int as n, count(dossier_id)::int as filed from draft')).rows).toEqual([{ n: 1, filed: 1 }])
  })
})

const bookOf = async () => (await inCommune(people.desk, (tx) => registerLines(tx, { fieldSlug: null, from: localDate('2026-01-01'), to: localDate('2026-12-31') }, null, 100))).rows

/** Tables that tell of one dossier and stay as they are. */
const kept: Record<string, string> = {
  dossier: 'the row itself; its words for searching and its citizens are emptied',
  dossier_event: 'ids and instants: the chain',
  dossier_pause: 'instants',
  erasure: 'the log of this',
  payment_record: 'bookkeeping has times of its own', payment_entry: 'bookkeeping', payment_intent: 'bookkeeping', payment_refund: 'bookkeeping',
  digital_signature: 'officers and hashes: what was signed stays signed', pen_signature: 'officers and days', officer_warning: 'officers', reception_origin: 'ids',
}

test('every table that tells of a dossier is either erased with it or kept for a reason', async () => {
  const { rows } = await database.owner.query<{ name: string }>(`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'dossier_id' union select 'dossier'`)
  const { rows: erased } = await database.owner.query<{ statement: string }>('select statement from mc_erasures()')
  const touched = new Set(erased.map(({ statement }) => /^(?:update|delete from) (\w+)/.exec(statement)![1]!))
  expect(rows.map(({ name }) => name).filter((name) => !touched.has(name) && !(name in kept))).toEqual([])
})
