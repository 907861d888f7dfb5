import { Logger, runOnce } from 'graphile-worker'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { demonstrationMessages } from '@/lib/notifications/queries/demonstration-messages'
import { outboxHandlers } from '@/lib/dossiers/use-cases/outbox-handlers'
import { instantAt, localDate, localDateOf } from '@/lib/kernel/local-date'
import { atTime } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { prepareJobQueue, WAKE_STRANDED } from '@/lib/platform/job-queue'
import { deliver, OutboxRef, queue, type OutboxHandler } from '@/lib/platform/outbox'
import { received } from '@/tests/builders/dossiers'
import { type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let people: People
const ownerUrl = () => process.env.OWNER_DATABASE_URL!
/** By day: at night messages wait for the morning. */
const byDay = <T>(work: () => Promise<T>): Promise<T> => atTime(instantAt(localDateOf(new Date()), '12:00'), work)
/** One round of a worker: everything that is ready is done. */
const workOnce = () => byDay(() => runOnce({ connectionString: ownerUrl(), logger: new Logger(() => () => undefined), taskList: { outbox: (payload) => deliver(OutboxRef.parse(payload), outboxHandlers) } }))

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
})

const rowsOf = async (key: string) => (await database.owner.query<{ id: string; commune_id: string; done_at: Date | null; attempts: number; last_error: string | null }>('select * from outbox where key like $1', [`%${key}%`])).rows
const refOf = async (key: string) => {
  const [row] = await rowsOf(key)
  return { communeId: row!.commune_id, outboxId: row!.id }
}

describe('before there is a queue', () => {
  test('filing works, and its message waits', async () => {
    const { dossierId } = await received(people.desk)
    expect(await rowsOf(dossierId)).toMatchObject([{ done_at: null, attempts: 0 }])
  })

  test('a stranded row is woken once the queue exists', async () => {
    await prepareJobQueue(ownerUrl())
    const wake = async (minutes: number) => (await database.owner.query<{ woken: number }>(WAKE_STRANDED, [minutes])).rows[0]!.woken
    expect(await wake(5), 'it has not waited long enough to be called stranded').toBe(0)
    expect(await wake(0)).toBe(1)
    await workOnce()
    expect((await database.owner.query('select count(*)::int as n from outbox where done_at is null')).rows[0]).toEqual({ n: 0 })
  })
})

describe('with a worker', () => {
  test('a commit wakes it, and what it sends stands in the demonstration outbox, readable there and nowhere else', async () => {
    const { dossierId, code } = await received(people.desk)
    await workOnce()
    const [message] = (await demonstrationMessages()).filter(({ body }) => body.includes(code))
    expect(message).toMatchObject({ channel: 'sms', template: 'received', recipient: '0912000326' })
    expect(message!.body).toMatch(/^Hồ sơ .* đã được tiếp nhận\. Hẹn trả kết quả: 17:30 /)
    const { rows } = await database.owner.query<{ recipient: string; body: string; state: string }>('select recipient, body, state from message where dossier_id = $1', [dossierId])
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ state: 'sent' })
    expect(`${rows[0]!.recipient}${rows[0]!.body}`).not.toMatch(/0912000326|tiếp nhận/)
  })

  test('work done twice arrives once', async () => {
    const { dossierId } = await received(people.desk)
    const ref = await refOf(dossierId)
    await deliver(ref, outboxHandlers)
    await database.owner.query('update outbox set done_at = null where id = $1', [ref.outboxId])
    await Promise.all([deliver(ref, outboxHandlers), deliver(ref, outboxHandlers)])
    expect((await database.owner.query('select count(*)::int as n from message where dossier_id = $1', [dossierId])).rows[0]).toEqual({ n: 1 })
  })

  test('nobody to reach is no fault', async () => {
    const { dossierId } = await received(people.desk, { applicant: { fullName: 'Cụ Bảy' } })
    await deliver(await refOf(dossierId), outboxHandlers)
    expect(await rowsOf(dossierId)).toMatchObject([{ done_at: expect.any(Date) }])
  })

  test('a fault is noted without personal data, thrown on, and tried again until it is done', async () => {
    const { dossierId } = await received(people.desk)
    const ref = await refOf(dossierId)
    const handler = vi.fn<OutboxHandler>().mockRejectedValueOnce(new Error('gateway said no to 0912000326')).mockResolvedValue()
    await expect(deliver(ref, { message: handler })).rejects.toThrow('gateway')
    expect(await rowsOf(dossierId)).toMatchObject([{ done_at: null, attempts: 1, last_error: 'Error: gateway said no to [phone]' }])
    await deliver(ref, { message: handler })
    await deliver(ref, { message: handler })
    expect(await rowsOf(dossierId)).toMatchObject([{ done_at: expect.any(Date), attempts: 2, last_error: null }])
    expect(handler).toHaveBeenCalledTimes(2)
  })

  test('what is put off comes back at its hour, and counts as no attempt', async () => {
    const { dossierId } = await received(people.desk)
    const ref = await refOf(dossierId)
    const until = new Date(Date.now() + 3_600_000)
    const handler = vi.fn<OutboxHandler>().mockResolvedValueOnce({ until }).mockResolvedValue()
    await deliver(ref, { message: handler })
    expect(await rowsOf(dossierId)).toMatchObject([{ done_at: null, attempts: 0 }])
    const { rows } = await database.owner.query<{ run_at: Date }>(`select run_at from graphile_worker.jobs where key = $1`, [`outbox:${ref.outboxId}`])
    expect(rows.map(({ run_at }) => run_at.getTime())).toEqual([until.getTime()])
    await deliver(ref, { message: handler })
    expect(await rowsOf(dossierId)).toMatchObject([{ done_at: expect.any(Date), attempts: 1 }])
  })

  test('one cause is one row, and a cause that is rolled back leaves none', async () => {
    const item = { key: 'once', kind: 'message', payload: {} }
    await inCommune(people.desk, async (tx) => {
      await queue(tx, [item, item])
      await queue(tx, [item])
    })
    expect(await rowsOf('once')).toHaveLength(1)
    await expect(inCommune(people.desk, async (tx) => {
      await queue(tx, [{ ...item, key: 'never' }])
      throw new Error('the cause fell through')
    })).rejects.toThrow('fell through')
    expect(await rowsOf('never')).toEqual([])
  })

  test('what a demonstration tells of the past counts as sent', async () => {
    const then = instantAt(localDate('2020-03-02'), '09:00')
    await atTime(then, () => inCommune(people.desk, (tx) => queue(tx, [{ key: 'history', kind: 'message', payload: {} }])))
    expect(await rowsOf('history')).toMatchObject([{ done_at: then }])
  })
})
