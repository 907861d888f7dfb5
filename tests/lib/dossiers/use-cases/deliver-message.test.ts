import { beforeAll, expect, test } from 'vitest'
import { outboxHandlers } from '@/lib/dossiers/use-cases/outbox-handlers'
import { dossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { openDossiers } from '@/lib/dossiers/queries/open-dossiers'
import { resolvedDossiers } from '@/lib/dossiers/queries/resolved-dossiers'
import { trackedDossier } from '@/lib/dossiers/queries/tracked-dossier'
import { instantAt, localDate } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { SaveTemplateInput } from '@/lib/notifications/inputs'
import { saveTemplate } from '@/lib/notifications/use-cases/save-template'
import { atTime } from '@/lib/platform/clock'
import { decryptField } from '@/lib/platform/crypto'
import { deliver } from '@/lib/platform/outbox'
import { aDossier, received } from '@/tests/builders/dossiers'
import { officerOf, type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let people: People
beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
})

const at = (time: string, day = '2027-02-15') => instantAt(localDate(day), time)
const nobody = { fullName: 'Phạm Thị Thu Lài', personalId: '087194000412', phone: '0912300000' }
/** Everything that waits about this dossier is done, in the order in which it arose. */
const work = (dossierId: string, time: string) => atTime(at(time), async () => {
  const { rows } = await database.owner.query<{ id: string }>(`select id from outbox where kind = 'message' and done_at is null and payload ->> 'dossierId' = $1 order by created_at, key`, [dossierId])
  for (const { id } of rows) await deliver({ communeId: people.desk.communeId, outboxId: id }, outboxHandlers)
})
const messages = async (dossierId: string) => (await database.owner.query<{ state: string; body: string; template: string }>('select state, body, template from message where dossier_id = $1 order by created_at, id', [dossierId])).rows
  .map(({ body, ...row }) => ({ ...row, body: decryptField(body) }))

test('a message says what the commune wrote, with the facts of the dossier', async () => {
  const administrator = await officerOf(database.owner, 'bach-quang', 'quantri')
  must(await saveTemplate(administrator, SaveTemplateInput.parse({ template: 'received', channel: 'sms', version: 0, body: 'Xã đã nhận hồ sơ {mã hồ sơ}, hẹn {hẹn trả}.' })))
  const { dossierId, code } = await atTime(at('09:00'), () => received(people.desk))
  await work(dossierId, '09:01')
  expect(await messages(dossierId)).toMatchObject([{ state: 'sent', body: `Xã đã nhận hồ sơ ${code}, hẹn 17:30 thứ Năm, 18/02/2027.` }])
})

test('a message that did not arrive stands on the dossier in plain words, and the lists ask for a call', async () => {
  const { dossierId, code } = await atTime(at('09:00'), () => received(people.desk, { applicant: nobody }))
  await work(dossierId, '09:01')
  const detail = (await atTime(at('09:05'), () => dossierDetail(people.caseOfficer, code)))!
  expect(detail.story.find(({ kind }) => kind === 'message-failed')?.sentence).toMatch(/^Chưa gửi được: số điện thoại không tồn tại\. Đã tiếp nhận, hẹn trả \(tin nhắn .*\)\. Gọi điện/)
  expect(detail.story.map(({ sentence }) => sentence).join()).not.toContain('0912300000')
  expect((await openDossiers(people.caseOfficer, { scope: 'all' }, 100)).rows.find((row) => row.code === code)).toMatchObject({ isUnreached: true })
  expect((await trackedDossier({ communeId: people.desk.communeId, dossierId }))!.messages).toMatchObject([{ template: 'received', state: 'failed', failure: 'number-unknown' }])
})

test('a result nobody was told of is marked where results are returned', async () => {
  const dossier = await aDossier(people, 'resolved')
  await database.owner.query(`update outbox set done_at = now() where done_at is null and payload ->> 'dossierId' = $1 and payload ->> 'template' <> 'resolved'`, [dossier.dossierId])
  const row = async () => (await resolvedDossiers(people.desk, {}, 100)).rows.find(({ code }) => code === dossier.code)
  expect(await row()).toMatchObject({ isUnreached: false })
  await atTime(new Date(new Date().setUTCHours(3, 0, 0, 0)), async () => {
    const { rows } = await database.owner.query<{ id: string }>(`select id from outbox where kind = 'message' and done_at is null and payload ->> 'dossierId' = $1`, [dossier.dossierId])
    for (const { id } of rows) await deliver({ communeId: people.desk.communeId, outboxId: id }, outboxHandlers)
  })
  await database.owner.query(`update message set state = 'failed', failure = 'number-unknown' where dossier_id = $1`, [dossier.dossierId])
  expect(await row()).toMatchObject({ isUnreached: true })
})

test('what happens within the hour is put off with its row, and goes out in one message', async () => {
  const { dossierId, code } = await atTime(at('09:00'), () => received(people.desk, { returnChannel: 'desk' }))
  await work(dossierId, '09:01')
  await database.owner.query(`insert into outbox (commune_id, key, kind, payload) select $1, 'again:' || n, 'message', jsonb_build_object('dossierId', $2::text, 'template', t) from (values (1, 'apology'), (2, 'verification-extended')) v(n, t)`, [people.desk.communeId, dossierId])
  await work(dossierId, '09:10')
  const { rows } = await database.owner.query<{ available_at: Date; done_at: Date | null; attempts: number }>(`select available_at, done_at, attempts from outbox where key like 'again:%' order by key`)
  expect(rows).toEqual([{ available_at: at('10:01'), done_at: null, attempts: 0 }, { available_at: at('10:01'), done_at: null, attempts: 0 }])
  await work(dossierId, '10:01')
  const said = await messages(dossierId)
  expect(said.map(({ state }) => state)).toEqual(['sent', 'sent', 'merged'])
  expect(said[1]!.body).toMatch(new RegExp(`xin lỗi bạn: hồ sơ ${code}[^]*gia hạn theo quy định`))
})
