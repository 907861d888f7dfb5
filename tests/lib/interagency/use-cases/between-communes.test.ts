import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { acceptDossier } from '@/lib/dossiers/use-cases/accept-dossier'
import { refuseDossier } from '@/lib/dossiers/use-cases/refuse-dossier'
import { takeDossier } from '@/lib/dossiers/use-cases/take-dossier'
import { settleStep } from '@/lib/dossiers/use-cases/settle-step'
import { appraiseStep } from '@/lib/dossiers/use-cases/appraise-step'
import { approveStep } from '@/lib/dossiers/use-cases/approve-step'
import { sealStep } from '@/lib/dossiers/use-cases/seal-step'
import type { Officer } from '@/lib/identity/domain/actor'
import { ReceiveElsewhereInput } from '@/lib/interagency/inputs'
import { reception, receptions } from '@/lib/interagency/queries/receptions'
import { readLetter } from '@/lib/interagency/use-cases/carry-letter'
import { handOutResult } from '@/lib/interagency/use-cases/hand-out-result'
import { exchangeHandlers } from '@/lib/interagency/use-cases/outbox-handlers'
import { receiveElsewhere } from '@/lib/interagency/use-cases/receive-elsewhere'
import { findLetter } from '@/lib/interagency/store/message-store'
import { must } from '@/lib/kernel/result'
import { inCommune } from '@/lib/platform/db'
import { deliver } from '@/lib/platform/outbox'
import { allPapers, MARITAL_STATUS } from '@/tests/builders/dossiers'
import { communeId, officerOf, type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let desk: Officer
let solving: People

beforeAll(async () => {
  desk = await officerOf(database.owner, 'bach-quang', 'quay1')
  solving = await peopleOf(database.owner, 'tu-ky')
})

const aFiling = async (more: Record<string, unknown> = {}) =>
  ReceiveElsewhereInput.parse({
    idempotencyKey: uuidv7(), solvingCommuneId: solving.desk.communeId, procedureCode: MARITAL_STATUS, returnPlace: 'here',
    applicant: { fullName: 'Phạm Thị Thu Lài', personalId: '087194000412', birth: '1994-06-14', phone: '0912000326' }, handedIn: await allPapers(solving.desk.communeId, MARITAL_STATUS), ...more,
  })
const sent = async (more: Record<string, unknown> = {}) => must(await receiveElsewhere(desk, await aFiling(more)))
const pending = async () => (await database.owner.query<{ communeId: string; outboxId: string; kind: string }>(`select commune_id as "communeId", id as "outboxId", kind from outbox where done_at is null and kind in ('letter', 'dossier-event') order by created_at, id`)).rows
/** What a worker does until no letter is left on its way. */
async function work(): Promise<void> {
  for (let rows = await pending(); rows.length > 0; rows = await pending()) for (const row of rows) await deliver(row, exchangeHandlers)
}
const dossiersOf = async (receptionId: string) => (await database.owner.query(`select d.*, o.receiving_commune_id from reception_origin o join dossier d on d.commune_id = o.commune_id and d.id = o.dossier_id where o.reception_id = $1`, [receptionId])).rows
const letterOf = async (receptionId: string) => (await database.owner.query<{ id: string; commune_id: string }>(`select id, commune_id from exchange_message where direction = 'out' and key = $1`, [`filing:${receptionId}`])).rows[0]!

async function solve(dossierId: string): Promise<void> {
  must(await takeDossier(solving.caseOfficer, { dossierId }))
  must(await settleStep(solving.caseOfficer, { dossierId, outcome: 'granted', summary: 'Giấy xác nhận', number: null, attachmentId: null }))
  must(await appraiseStep(solving.head, { dossierId, remark: null }))
  must(await approveStep(solving.leader, { dossierId }))
  must(await sealStep(solving.clerk, { dossierId, number: null }))
}

describe('filed at another commune', () => {
  test('is a slip and work of the counter at once, and a dossier of the solving commune once the letter is read', async () => {
    const { id, numberText } = await sent()
    expect(numberText).toMatch(/^\d+\/TNH-/)
    expect(await reception(desk, id)).toMatchObject({ state: 'waiting', code: null, dueAt: null, solvingCommune: 'Xã Tứ Kỳ', applicantName: 'Phạm Thị Thu Lài' })
    expect(await dossiersOf(id)).toEqual([])
    await work()
    const [dossier] = await dossiersOf(id)
    expect(dossier).toMatchObject({ commune_id: solving.desk.communeId, receiving_commune_id: desk.communeId, stage: 'submitted', received_at: null, due_at: null, channel: 'desk' })
    expect(await reception(desk, id)).toMatchObject({ state: 'acknowledged', code: dossier.code })
  })

  test('has its clock from the moment the solving desk receives it, and the counter hears of the day', async () => {
    const { id } = await sent()
    await work()
    const [dossier] = await dossiersOf(id)
    must(await acceptDossier(solving.desk, { dossierId: dossier.id }))
    await work()
    const [received] = await dossiersOf(id)
    expect(received.received_at.getTime()).toBeGreaterThan((await reception(desk, id))!.receivedAt.getTime())
    expect(await reception(desk, id)).toMatchObject({ stage: 'received', dueAt: received.due_at })
  })

  test('that the solving desk refuses is shown as refused, with its reason', async () => {
    const { id } = await sent()
    await work()
    const [dossier] = await dossiersOf(id)
    must(await refuseDossier(solving.desk, { dossierId: dossier.id, reason: 'not-eligible', text: 'Không đủ điều kiện' }))
    await work()
    expect(await reception(desk, id)).toMatchObject({ state: 'refused', refusal: 'not-eligible', code: dossier.code })
  })

  test('for what the solving commune does not have any more is refused by its letter, without a dossier', async () => {
    const { id } = await sent()
    await database.owner.query(`update exchange_message set body = body where id = $1`, [(await letterOf(id)).id])
    const letter = (await inCommune({ kind: 'system', name: 'test' }, desk.communeId, async (tx) => findLetter(tx, (await letterOf(id)).id)))!
    await readLetter(desk.communeId, { ...letter, body: { ...(letter.body as object), procedureCode: '9.999999' } })
    await work()
    expect(await dossiersOf(id)).toEqual([])
    expect(await reception(desk, id)).toMatchObject({ state: 'refused', refusal: 'procedure-not-in-force' })
  })

  test('for a commune that was dissolved meanwhile is refused where it came from', async () => {
    const gone = await communeId(database.owner, 'my-an')
    const { id } = await sent({ solvingCommuneId: gone })
    const letter = (await inCommune({ kind: 'system', name: 'test' }, desk.communeId, async (tx) => findLetter(tx, (await letterOf(id)).id)))!
    await readLetter(desk.communeId, { ...letter, peerCommuneId: uuidv7() })
    expect(await reception(desk, id)).toMatchObject({ state: 'refused', refusal: 'commune-unknown' })
  })

  test('is handed out where the citizen registered, and the solving commune notes the return', async () => {
    const { id } = await sent()
    await work()
    const [dossier] = await dossiersOf(id)
    must(await acceptDossier(solving.desk, { dossierId: dossier.id }))
    await solve(dossier.id)
    expect(await handOutResult(desk, { receptionId: id, recipientName: 'Phạm Thị Thu Lài' })).toMatchObject({ problem: { code: 'not-answered' } })
    await work()
    must(await handOutResult(desk, { receptionId: id, recipientName: 'Phạm Thị Thu Lài' }))
    expect(await handOutResult(desk, { receptionId: id, recipientName: 'Phạm Thị Thu Lài' })).toMatchObject({ problem: { code: 'already-handed-out' } })
    await work()
    expect((await dossiersOf(id))[0]).toMatchObject({ stage: 'returned' })
    expect(await reception(desk, id)).toMatchObject({ stage: 'returned', returnedAt: expect.any(Date) })
  })

  test('is not handed out here where the citizen collects it at the solving commune', async () => {
    const { id } = await sent({ returnPlace: 'solving' })
    expect(await handOutResult(desk, { receptionId: id, recipientName: 'Phạm Thị Thu Lài' })).toMatchObject({ problem: { code: 'not-found' } })
  })
})

describe('nothing happens twice', () => {
  test('when the button is pressed twice, or by two at once; another content is refused', async () => {
    const input = await aFiling()
    const answers = (await Promise.all([receiveElsewhere(desk, input), receiveElsewhere(desk, input)])).map(must)
    expect(new Set(answers.map(({ numberText }) => numberText)).size).toBe(1)
    expect(answers.map(({ replayed }) => replayed).toSorted()).toEqual([false, true])
    expect(await receiveElsewhere(desk, { ...input, returnPlace: 'solving' })).toMatchObject({ problem: { code: 'same-key-other-content' } })
  })

  test('when the worker dies between the two transactions and carries the letter again', async () => {
    const { id } = await sent()
    const { id: letterId, commune_id: from } = await letterOf(id)
    const letter = (await inCommune({ kind: 'system', name: 'test' }, from, (tx) => findLetter(tx, letterId)))!
    // The second half alone, as if the process ended before the first commune heard that it was read.
    await readLetter(from, letter)
    const [dossier] = await dossiersOf(id)
    expect(await reception(desk, id)).toMatchObject({ state: 'waiting' })
    await Promise.all([readLetter(from, letter), readLetter(from, letter)])
    await work()
    await database.owner.query(`update outbox set done_at = null where kind = 'letter'`)
    await work()
    expect((await dossiersOf(id)).map(({ code }) => code)).toEqual([dossier.code])
    expect(await reception(desk, id)).toMatchObject({ state: 'acknowledged', code: dossier.code })
    const { rows } = await database.owner.query(`select count(*)::int as n from dossier_event where dossier_id = $1`, [dossier.id])
    expect(rows[0].n).toBe(1)
  })

  test('when the process ends after the counter wrote its slip: the letter still goes', async () => {
    const { id } = await sent()
    expect(await pending()).toContainEqual(expect.objectContaining({ kind: 'letter' }))
    await work()
    expect(await reception(desk, id)).toMatchObject({ state: 'acknowledged' })
  })

  test('when letters overtake each other: the older one changes nothing', async () => {
    const { id } = await sent()
    await work()
    const status = (seq: string, stage: string) => ({ id: uuidv7(), kind: 'status' as const, key: `status:${id}:${seq}`, peerCommuneId: desk.communeId, body: { receptionId: id, seq, stage, nationalCode: '4', dueAt: null, resultAt: null, refusal: null } })
    await readLetter(solving.desk.communeId, status('900', 'in-progress'))
    await readLetter(solving.desk.communeId, status('800', 'received'))
    expect(await reception(desk, id)).toMatchObject({ stage: 'in-progress' })
  })
})

describe('between communes nothing is read but letters', () => {
  test('whose words are encrypted on the way and gone once they were read', async () => {
    const { id } = await sent()
    const raw = async () => (await database.owner.query(`select body, done_at from exchange_message where id = $1`, [(await letterOf(id)).id])).rows[0]
    const before = await raw()
    expect(before.body).not.toMatch(/Lài|087194000412/)
    await work()
    expect(await raw()).toMatchObject({ body: null, done_at: expect.any(Date) })
    const { rows } = await database.owner.query(`select payload::text from outbox`)
    expect(JSON.stringify(rows)).not.toMatch(/Lài|087194000412|0912000326/)
  })

  test('and neither commune sees the other’s rows', async () => {
    const { id } = await sent()
    await work()
    expect(await reception(solving.desk, id)).toBeNull()
    expect((await receptions(solving.desk, null)).rows.map((row) => row.id)).not.toContain(id)
    expect((await receptions(desk, null)).rows.map((row) => row.id)).toContain(id)
    expect((await receptions(solving.leader, null)).rows).toEqual([])
  })

  test.each([['the own commune', () => desk.communeId, 'own-commune'], ['no commune', () => uuidv7(), 'commune-unknown']])('%s is refused at the counter', async (_name, commune, code) => {
    expect(await receiveElsewhere(desk, await aFiling({ solvingCommuneId: commune() }))).toMatchObject({ problem: { code } })
  })

  test('what lacks a required paper is refused at the counter, and whoever may not receive is refused too', async () => {
    const papers = await allPapers(solving.desk.communeId, MARITAL_STATUS)
    const missing = await receiveElsewhere(desk, await aFiling({ handedIn: papers.slice(1) }))
    const none = await receiveElsewhere(desk, await aFiling({ handedIn: [] }))
    expect([missing.ok, none.ok]).toContain(false)
    expect(await receiveElsewhere(solving.leader, await aFiling())).toMatchObject({ problem: { code: 'forbidden' } })
  })
})
