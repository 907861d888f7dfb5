import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { System } from '@/lib/identity/domain/actor'
import { instantAt, localDate } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { outboxHandlers } from '@/lib/dossiers/use-cases/outbox-handlers'
import { postResult } from '@/lib/dossiers/use-cases/post-result'
import { remindCitizens } from '@/lib/dossiers/use-cases/remind-citizens'
import { queueDigests, warnOfficers } from '@/lib/dossiers/use-cases/remind-officers'
import { requestSupplement } from '@/lib/dossiers/use-cases/request-supplement'
import { returnResult } from '@/lib/dossiers/use-cases/return-result'
import { takeBackParcel } from '@/lib/dossiers/use-cases/close-parcel'
import { takeDossier } from '@/lib/dossiers/use-cases/take-dossier'
import { demonstrationMessages } from '@/lib/notifications/queries/demonstration-messages'
import { atTime } from '@/lib/platform/clock'
import { decryptField } from '@/lib/platform/crypto'
import { deliver } from '@/lib/platform/outbox'
import { aDossier, received } from '@/tests/builders/dossiers'
import { type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
const worker: System = { kind: 'system', name: 'worker' }
let people: People
let commune: string
beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
  commune = people.desk.communeId
})
/** What other tests left is done and old, so that each looks at its own alone. */
beforeEach(async () => {
  await database.owner.query(`update outbox set done_at = now() where done_at is null`)
})

// The database takes a row of long ago for history, done at once: these days lie ahead of it.
const at = (day: string, time: string): Date => instantAt(localDate(day), time)
const when = <T>(day: string, time: string, work: () => Promise<T>): Promise<T> => atTime(at(day, time), work)
const asked = async (kind: string, like = '%') => (await database.owner.query<{ id: string; key: string; payload: { template?: string; staffId?: string } }>(
  'select id, key, payload from outbox where kind = $1 and key like $2 and done_at is null order by created_at, key', [kind, like])).rows
const work = (day: string, time: string, rows: readonly { id: string }[]) => when(day, time, async () => {
  for (const { id } of rows) await deliver({ communeId: commune, outboxId: id }, outboxHandlers)
})
const twice = async (day: string, time: string, remind: (worker: System, communeId: string, at: Date) => Promise<void>): Promise<void> => {
  await Promise.all([1, 2].map(() => when(day, time, () => remind(worker, commune, at(day, time)))))
}

describe('a result that nobody fetches', () => {
  test('is reminded of after seven working days, once for all workers, and no longer once it was fetched', async () => {
    const { dossierId } = await when('2027-02-15', '09:00', () => aDossier(people, 'resolved'))
    await twice('2027-02-23', '09:00', remindCitizens)
    expect(await asked('message', `result-waiting:${dossierId}%`)).toEqual([])
    await twice('2027-02-24', '09:00', remindCitizens)
    await twice('2027-02-25', '09:00', remindCitizens)
    const rows = await asked('message', `result-waiting:${dossierId}%`)
    expect(rows.map(({ payload }) => payload.template)).toEqual(['result-waiting'])
    must(await when('2027-02-25', '10:00', () => returnResult(people.desk, { dossierId, recipient: 'applicant', recipientName: 'Phạm Thị Thu Lài', identityCheck: 'known-person' })))
    await work('2027-02-25', '10:30', rows)
    expect((await demonstrationMessages()).filter(({ template }) => template === 'result-waiting')).toEqual([])
  })

  test('is not reminded of while it is with the post, and from the day it came back anew', async () => {
    const { dossierId } = await when('2027-03-01', '09:00', () => aDossier(people, 'resolved'))
    await database.owner.query(`update dossier set return_channel = 'post' where id = $1`, [dossierId])
    must(await when('2027-03-02', '09:00', () => postResult(people.desk, { dossierId, trackingNumber: 'EA123456789VN' })))
    await twice('2027-03-15', '09:00', remindCitizens)
    expect(await asked('message', `result-waiting:${dossierId}%`)).toEqual([])
    must(await when('2027-03-16', '09:00', () => takeBackParcel(people.desk, { dossierId, reason: 'Gọi ba lần không nghe máy' })))
    await twice('2027-03-24', '09:00', remindCitizens)
    expect(await asked('message', `result-waiting:${dossierId}%`)).toEqual([])
    await twice('2027-03-25', '09:00', remindCitizens)
    expect(await asked('message', `result-waiting:${dossierId}%`)).toHaveLength(1)
  })
})

test('a supplement is asked for again before its last day, and its passing is said', async () => {
  const { dossierId } = await when('2027-02-22', '08:00', () => received(people.desk))
  must(await when('2027-02-22', '08:30', () => takeDossier(people.caseOfficer, { dossierId })))
  must(await when('2027-02-22', '09:00', () => requestSupplement(people.caseOfficer, { dossierId, missing: [{ documentKey: null, name: 'Giấy ly hôn', sentence: 'nộp bản sao' }], reason: 'Thiếu', deadlineOn: localDate('2027-03-01') })))
  await twice('2027-02-24', '09:00', remindCitizens)
  expect(await asked('message', 'supplement-%')).toEqual([])
  await twice('2027-02-25', '09:00', remindCitizens)
  const near = await asked('message', 'supplement-%')
  expect(near.map(({ payload }) => payload.template)).toEqual(['supplement-near'])
  await work('2027-02-25', '09:10', near)
  const [message] = (await demonstrationMessages()).filter(({ template }) => template === 'supplement-near')
  expect(message!.body).toMatch(/Nộp chậm nhất 01\/03\/2027\. Còn thiếu: 1\) Giấy ly hôn: nộp bản sao\./)
  await twice('2027-03-02', '09:00', remindCitizens)
  expect((await asked('message', 'supplement-passed%'))).toHaveLength(1)
})

test('nobody is reminded while the house is closed', async () => {
  await when('2027-02-15', '09:00', () => aDossier(people, 'resolved'))
  for (const [day, time] of [['2027-02-27', '09:00'], ['2027-02-26', '12:00'], ['2027-02-26', '18:00']] as const) await when(day, time, () => remindCitizens(worker, commune, at(day, time)))
  expect(await asked('message', 'result-waiting%')).toEqual([])
})

describe('officers', () => {
  const emailFor = (username: string) => database.owner.query('update account set email = $2 where username = $1', [`bach-quang.${username}`, `${username}@xa.example.vn`])
  const lettersTo = async (address: string, template: string) => {
    const { rows } = await database.owner.query<{ recipient: string; subject: string; body: string }>(`select recipient, subject, body from message where template = $1 order by created_at`, [template])
    return rows.map(({ recipient, subject, body }) => ({ recipient: decryptField(recipient), subject: decryptField(subject), body: decryptField(body) })).filter(({ recipient }) => recipient === address)
  }

  test('are warned at half and at four fifths of the limit, once each, and the leader on the last day for an apology', async () => {
    await Promise.all([emailFor('tuphap'), emailFor('chutich')])
    // Three working days from Monday 8/3: due on Thursday 11/3 at 17:30; half of it is Wednesday 11:30, four fifths Thursday 10:42.
    const { dossierId, code } = await when('2027-03-08', '09:00', () => received(people.desk))
    must(await when('2027-03-08', '10:00', () => takeDossier(people.caseOfficer, { dossierId })))
    const mine = async () => (await database.owner.query<{ kind: string; staff_id: string }>('select kind, staff_id from officer_warning where dossier_id = $1 order by warned_at, kind, staff_id', [dossierId])).rows
    await twice('2027-03-09', '09:00', warnOfficers)
    expect(await mine()).toEqual([])
    await twice('2027-03-10', '14:00', warnOfficers)
    await twice('2027-03-10', '14:10', warnOfficers)
    const kinds = await mine()
    expect(kinds.filter(({ staff_id }) => staff_id === people.caseOfficer.staffId).map(({ kind }) => kind)).toEqual(['apology', 'half'])
    expect(kinds.filter(({ staff_id }) => staff_id === people.leader.staffId).map(({ kind }) => kind)).toEqual(['apology'])
    await work('2027-03-10', '14:20', await asked('officer-warning'))
    const [letter] = await lettersTo('tuphap@xa.example.vn', 'officer-warning')
    expect(letter!.body).toContain(code)
    expect(letter!.body).toMatch(/ngày cuối còn kịp ký thư xin lỗi/)
    expect(letter!.body).not.toMatch(/Thu Lài/)
    expect(await lettersTo('chutich@xa.example.vn', 'officer-warning')).toHaveLength(1)
    await twice('2027-03-11', '11:00', warnOfficers)
    expect((await mine()).filter(({ staff_id, kind }) => staff_id === people.caseOfficer.staffId && kind === 'most')).toHaveLength(1)
  })

  test('get their list when the house opens, once a working day, and only who has something to do', async () => {
    await emailFor('tuphap')
    await when('2027-03-15', '09:00', async () => {
      const { dossierId } = await received(people.desk)
      must(await takeDossier(people.caseOfficer, { dossierId }))
    })
    await twice('2027-03-16', '07:29', queueDigests)
    expect(await asked('officer-digest')).toEqual([])
    await twice('2027-03-16', '07:30', queueDigests)
    await twice('2027-03-16', '09:00', queueDigests)
    const rows = await asked('officer-digest')
    expect(rows.filter(({ payload }) => payload.staffId === people.caseOfficer.staffId)).toHaveLength(1)
    await work('2027-03-16', '07:40', rows)
    const letters = await lettersTo('tuphap@xa.example.vn', 'officer-digest')
    expect(letters).toHaveLength(1)
    expect(letters[0]!.subject).toMatch(/^Việc ngày thứ Ba, 16\/03\/2027: /)
    expect(letters[0]!.body).toMatch(/Mới đến tay bạn: \d+/)
    expect((await lettersTo('vanthu@xa.example.vn', 'officer-digest'))).toEqual([])
    await twice('2027-03-20', '09:00', queueDigests)
    expect(await asked('officer-digest', '%:2027-03-20')).toEqual([])
  })
})
