import { beforeAll, describe, expect, test } from 'vitest'
import { dossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { openDossiers } from '@/lib/dossiers/queries/open-dossiers'
import { disagreements } from '@/lib/dossiers/queries/story-check'
import { searchDossiers } from '@/lib/dossiers/queries/search-dossiers'
import { openAttachment } from '@/lib/dossiers/use-cases/open-attachment'
import { withdrawDossier } from '@/lib/dossiers/use-cases/withdraw-dossier'
import { sealStep } from '@/lib/dossiers/use-cases/seal-step'
import type { Officer } from '@/lib/identity/domain/actor'
import { AddLegInput } from '@/lib/interagency/inputs'
import { legsOf } from '@/lib/interagency/queries/legs-of-dossier'
import { openLegFile, partnerLeg, partnerLegs } from '@/lib/interagency/queries/partner-legs'
import { addLeg, handOverLeg, planLegs } from '@/lib/interagency/use-cases/hand-over-leg'
import { acceptLeg, attachToLeg, cancelLeg, finishLeg, returnLeg } from '@/lib/interagency/use-cases/work-on-leg'
import { must } from '@/lib/kernel/result'
import { atTime, now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { attachScan } from '@/lib/dossiers/use-cases/attach-at-desk'
import { aDossier, received } from '@/tests/builders/dossiers'
import { officerOf, type People, peopleOf, withRoles } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'
import { photo } from '@/tests/support/citizen'
import { partnerOf } from '../people'

const database = useDatabase()
let people: People
let tax: Officer
let land: Officer

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
  tax = await partnerOf(database.owner, 'thue')
  land = await partnerOf(database.owner, 'datdai')
})

const documentsOf = async (dossierId: string) => (await database.owner.query<{ id: string; name: string; document_key: string | null }>('select id, name, document_key from dossier_document where dossier_id = $1 order by position', [dossierId])).rows
const aLeg = (dossierId: string, partner: Officer, more: Record<string, unknown> = {}) =>
  AddLegInput.parse({ dossierId, partnerId: partner.unitId, name: 'Xác định nghĩa vụ tài chính', limitValue: '3', limitUnit: 'working-day', required: true, ...more })
const legIds = async (dossierId: string) => (await database.owner.query<{ id: string }>('select id from dossier_leg where dossier_id = $1 order by position', [dossierId])).rows.map(({ id }) => id)
const rowOf = async (dossierId: string) => (await database.owner.query('select stage, clock, due_at, first_due_at, assignee_id, timeliness, inter_agency from dossier where id = $1', [dossierId])).rows[0]

async function withLeg(partner = tax, more: Record<string, unknown> = {}) {
  const dossier = await aDossier(people, 'taken')
  must(await addLeg(people.caseOfficer, aLeg(dossier.dossierId, partner, more)))
  const ids = await legIds(dossier.dossierId)
  return { ...dossier, legId: ids.at(-1)! }
}

describe('a leg', () => {
  test('is handed over, accepted and finished with a limit and a lateness of its own, and the dossier stays as it was', async () => {
    const { dossierId } = await aDossier(people, 'taken')
    const before = await rowOf(dossierId)
    const handedOver = now()
    must(await atTime(handedOver, () => addLeg(people.caseOfficer, aLeg(dossierId, tax))))
    const [legId] = await legIds(dossierId)
    must(await acceptLeg(tax, { legId: legId! }))
    const late = new Date(handedOver.getTime() + 30 * 86_400_000)
    must(await atTime(late, () => finishLeg(tax, { legId: legId!, note: 'Đã ra thông báo', partnerCode: 'TB-12' })))
    const [leg] = (await legsOf(people.caseOfficer, dossierId))!.legs
    expect(leg).toMatchObject({ state: 'done', timeliness: 'overdue', isLate: true, finishNote: 'Đã ra thông báo', partnerCode: 'TB-12' })
    expect(await rowOf(dossierId)).toEqual({ ...before, inter_agency: true })
    const { rows } = await database.owner.query('select type, payload from dossier_event where dossier_id = $1 and type like $2 order by seq', [dossierId, 'leg-%'])
    expect(rows.map(({ type }) => type)).toEqual(['leg-handed-over', 'leg-accepted', 'leg-finished'])
    for (const { payload } of rows) expect(Object.keys(payload as object).every((name) => ['legId', 'partnerId', 'dueAt', 'outcome', 'timeliness'].includes(name))).toBe(true)
    expect((await inCommune(people.desk, disagreements)).found).toEqual([])
  })

  test('given back with a reason is over, and what it says can be read by the commune', async () => {
    const { dossierId, legId } = await withLeg()
    must(await returnLeg(tax, { legId, note: 'Thiếu phiếu chuyển thông tin' }))
    expect((await legsOf(people.caseOfficer, dossierId))!.legs[0]).toMatchObject({ state: 'returned', finishNote: 'Thiếu phiếu chuyển thông tin' })
    expect(await acceptLeg(tax, { legId })).toMatchObject({ ok: false, problem: { code: 'leg-not-now' } })
  })

  test('is not done before it was accepted, nor twice', async () => {
    const { legId } = await withLeg()
    const done = { legId, note: 'Xong', partnerCode: null }
    expect(await finishLeg(tax, done)).toMatchObject({ problem: { code: 'leg-not-now', state: 'handed-over' } })
    must(await acceptLeg(tax, { legId }))
    must(await finishLeg(tax, done))
    expect(await finishLeg(tax, done)).toMatchObject({ problem: { code: 'leg-not-now', state: 'done' } })
  })

  test('of two presses at once one counts', async () => {
    const { legId } = await withLeg()
    const answers = await Promise.all([acceptLeg(tax, { legId }), acceptLeg(tax, { legId })])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('after another one waits for its turn', async () => {
    const { dossierId, legId } = await withLeg()
    must(await addLeg(people.caseOfficer, aLeg(dossierId, land, { order: 'after', name: 'Chỉnh lý biến động' })))
    const second = (await legIds(dossierId))[1]!
    const handOver = () => handOverLeg(people.caseOfficer, { legId: second, partnerId: land.unitId, instruction: null, papers: [] })
    expect(await handOver()).toMatchObject({ problem: { code: 'earlier-turn-open' } })
    must(await acceptLeg(tax, { legId }))
    must(await finishLeg(tax, { legId, note: 'Xong', partnerCode: null }))
    must(await handOver())
    expect((await partnerLegs(land, { over: false, after: null })).rows.map(({ id }) => id)).toContain(second)
  })

  test('side by side goes at once, whatever else is under way', async () => {
    const { dossierId } = await withLeg()
    must(await addLeg(people.caseOfficer, aLeg(dossierId, land)))
    expect((await legsOf(people.caseOfficer, dossierId))!.legs.map(({ state, turn }) => [state, turn])).toEqual([['handed-over', 1], ['handed-over', 1]])
  })

  test('goes to nobody who does not stand on that day', async () => {
    await database.owner.query(`update partner_unit set valid_to = '2020-01-01' where id = $1`, [land.unitId])
    const { dossierId } = await aDossier(people, 'taken')
    expect(await addLeg(people.caseOfficer, aLeg(dossierId, land))).toMatchObject({ problem: { code: 'partner-not-valid' } })
    expect(await legIds(dossierId)).toEqual([])
    await database.owner.query('update partner_unit set valid_to = null where id = $1', [land.unitId])
  })

  test('is laid out by the procedure, the commune’s own part left out', async () => {
    const { dossierId } = await received(people.desk, { procedureCode: '3.000722' })
    must(await planLegs(people.desk, { dossierId }))
    const { legs, unplanned } = (await legsOf(people.desk, dossierId))!
    expect(legs.map(({ agency, partnerName, state, required }) => [agency, partnerName, state, required])).toEqual([
      ['Công an cấp xã', 'Công an phường', 'planned', true], ['Cơ quan bảo hiểm xã hội', 'Bảo hiểm xã hội cơ sở', 'planned', true], ['Cơ quan quản lý căn cước', 'Công an phường', 'planned', true],
    ])
    expect(unplanned).toEqual([])
    expect(await planLegs(people.desk, { dossierId })).toMatchObject({ problem: { code: 'already-planned' } })
  })
})

describe('the result', () => {
  test('waits for the legs that are needed, whoever presses; what is taken back no longer holds it', async () => {
    const { dossierId } = await aDossier(people, 'approved')
    must(await addLeg(people.desk, aLeg(dossierId, tax)))
    const seal = () => sealStep(people.clerk, { dossierId, number: null })
    expect(await seal()).toMatchObject({ ok: false, problem: { code: 'leg-open' } })
    expect(await rowOf(dossierId)).toMatchObject({ stage: 'in-progress' })
    const [legId] = await legIds(dossierId)
    must(await cancelLeg(people.desk, { legId: legId!, note: 'Không cần nữa' }))
    must(await seal())
    expect(await rowOf(dossierId)).toMatchObject({ stage: 'resolved' })
  })

  test('does not wait for a leg that is not needed', async () => {
    const { dossierId } = await aDossier(people, 'approved')
    must(await addLeg(people.desk, aLeg(dossierId, tax, { required: '' })))
    must(await sealStep(people.clerk, { dossierId, number: null }))
  })

  test('and a leg added at the same moment do not both come true', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { dossierId } = await aDossier(people, 'approved')
      const [sealed, added] = await Promise.all([sealStep(people.clerk, { dossierId, number: null }), addLeg(people.desk, aLeg(dossierId, tax))])
      expect([sealed.ok, added.ok].filter(Boolean)).toHaveLength(1)
    }
  })
})

describe('a partner', () => {
  test('sees its own legs with the papers ticked, and nothing else of the folder', async () => {
    const { dossierId, code } = await aDossier(people, 'taken')
    const [ticked, other] = await documentsOf(dossierId)
    must(await attachScan(people.desk, { dossierId, documentKey: ticked!.document_key, name: 'ticked.png' }, photo(40, 10)))
    must(await attachScan(people.desk, { dossierId, documentKey: other?.document_key ?? null, name: 'other.png' }, photo(40, 90)))
    must(await addLeg(people.caseOfficer, aLeg(dossierId, tax, { papers: [ticked!.id], instruction: 'Xác định tiền sử dụng đất' })))
    const [legId] = await legIds(dossierId)
    const leg = (await partnerLeg(tax, legId!))!
    expect(leg).toMatchObject({ code, instruction: 'Xác định tiền sử dụng đất', papers: [{ name: ticked!.name, file: { name: 'ticked.png' } }] })
    expect(JSON.stringify(leg)).not.toMatch(/Phạm Thị Thu Lài|087194000412|0912000326|Ấp Tân Bình/)
    expect((await openLegFile(tax, legId!, leg.papers[0]!.file!.id))?.name).toBe('ticked.png')
    const { rows } = await database.owner.query<{ id: string }>(`select id from attachment where dossier_id = $1 and name = 'other.png'`, [dossierId])
    expect(await openLegFile(tax, legId!, rows[0]!.id)).toBeNull()
    const own = must(await attachToLeg(tax, legId!, 'thong-bao.png', photo(40, 50)))
    expect((await partnerLeg(tax, legId!))!.ownFiles).toMatchObject([{ id: own.id, name: 'thong-bao.png' }])
    expect((await legsOf(people.caseOfficer, dossierId))!.legs[0]!.files).toMatchObject([{ name: 'thong-bao.png' }])
  })

  test('of another unit, and of another commune, finds nothing and may do nothing', async () => {
    const { legId } = await withLeg(tax)
    const elsewhere = { ...withRoles(await officerOf(database.owner, 'tu-ky', 'quay1'), 'partner-officer'), unitId: tax.unitId }
    for (const stranger of [land, elsewhere, people.desk]) {
      expect(await partnerLeg(stranger, legId)).toBeNull()
      expect((await partnerLegs(stranger, { over: false, after: null })).rows.map(({ id }) => id)).not.toContain(legId)
      for (const deed of [acceptLeg(stranger, { legId }), returnLeg(stranger, { legId, note: 'x' }), finishLeg(stranger, { legId, note: 'x', partnerCode: null })]) expect((await deed).ok).toBe(false)
    }
  })

  test('does not see what is laid out but not handed over', async () => {
    const { dossierId } = await withLeg(tax)
    must(await addLeg(people.caseOfficer, aLeg(dossierId, land, { order: 'after' })))
    const second = (await legIds(dossierId))[1]!
    expect(await partnerLeg(land, second)).toBeNull()
  })

  test('has what ended with its dossier among what is over, not in hand', async () => {
    const { dossierId, legId } = await withLeg(tax)
    must(await withdrawDossier(people.desk, { dossierId, reason: null }))
    const inList = async (over: boolean) => (await partnerLegs(tax, { over, after: null })).rows.map(({ id }) => id).includes(legId)
    expect([await inList(false), await inList(true)]).toEqual([false, true])
    expect(await acceptLeg(tax, { legId })).toMatchObject({ problem: { code: 'dossier-not-open' } })
  })

  test('pages through its legs by key, each once', async () => {
    for (let count = 0; count < 32; count += 1) await withLeg(land)
    const first = await partnerLegs(land, { over: false, after: null })
    const second = await partnerLegs(land, { over: false, after: first.next })
    const ids = [...first.rows, ...second.rows].map(({ id }) => id)
    expect([first.rows.length, new Set(ids).size === ids.length, second.rows.length > 0]).toEqual([30, true, true])
  })

  test('opens no dossier, no list, no search and no file of the commune', async () => {
    const { dossierId, code } = await withLeg(tax)
    expect(await dossierDetail(tax, code)).toBeNull()
    expect(await legsOf(tax, dossierId)).toBeNull()
    expect(await searchDossiers(tax, 'Phạm Thị Thu Lài')).toEqual([])
    expect(await openAttachment(tax, { code, attachmentId: dossierId })).toMatchObject({ ok: false })
    expect((await addLeg(tax, aLeg(dossierId, tax))).ok).toBe(false)
    expect(typeof openDossiers).toBe('function')
  })

  test('is shut out by the database itself from every table that a leg does not need', async () => {
    const { legId } = await withLeg(tax)
    await withLeg(land)
    const { rows: tables } = await database.owner.query<{ name: string }>(`select c.relname as name from pg_class c where c.relkind = 'r' and obj_description(c.oid) = 'commune-owned'`)
    const open = ['unit', 'partner_unit', 'staff_member', 'calendar_revision', 'commune_calendar_entry', 'outbox']
    const application = await database.asApplication()
    await application.query('begin')
    await application.query(`select set_config('app.commune', $1, true), set_config('app.partner', $2, true)`, [tax.communeId, tax.unitId])
    for (const { name } of tables.filter((table) => !open.includes(table.name))) {
      const { rows } = await application.query<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from ${name} t`)
      const seen = rows.map(({ row }) => row)
      if (name === 'dossier_leg') expect(seen.every(({ partner_id }) => partner_id === tax.unitId)).toBe(true)
      else if (name === 'dossier_event') expect(seen.every(({ type }) => String(type).startsWith('leg-'))).toBe(true)
      else if (!['dossier', 'dossier_pause', 'leg_paper', 'attachment', 'access_log'].includes(name)) expect(seen, name).toEqual([])
    }
    const legs = await application.query<{ id: string; dossier_id: string }>('select id, dossier_id from dossier_leg')
    const dossiers = await application.query<{ id: string }>('select id from dossier')
    expect(legs.rows.map(({ id }) => id)).toContain(legId)
    expect(new Set(dossiers.rows.map(({ id }) => id))).toEqual(new Set(legs.rows.map(({ dossier_id }) => dossier_id)))
    await application.query('rollback')
  })
})
