import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { System } from '@/lib/identity/domain/actor'
import { instantAt, localDate } from '@/lib/kernel/local-date'
import { MOST_ATTEMPTS } from '@/lib/notifications/domain/failure'
import type { Template } from '@/lib/notifications/domain/message'
import { defaultSetting } from '@/lib/notifications/domain/setting'
import { demonstration } from '@/lib/notifications/providers/demonstration'
import { sendInTurn } from '@/lib/notifications/use-cases/send-in-turn'
import { sendMessage } from '@/lib/notifications/use-cases/send-message'
import { atTime } from '@/lib/platform/clock'
import { communeId } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
const worker: System = { kind: 'system', name: 'worker' }
let commune: string
beforeAll(async () => {
  commune = await communeId(database.owner, 'bach-quang')
})
afterEach(() => {
  vi.restoreAllMocks()
})

const at = (time: string, day = '2026-11-20'): Date => instantAt(localDate(day), time)
const talk = { setting: defaultSetting, awaitsSupplement: true }
type Changes = { address?: string; channel?: 'sms' | 'zalo' | 'email'; body?: string; key?: string }
const message = (dossierId: string, template: Template, { address = '0912000326', channel = 'sms', body = `${template}.`, key = `${template}:${dossierId}` }: Changes = {}) =>
  ({ key, dossierId, template, recipient: { channel, address }, subject: 'Hồ sơ', body })
const send = (time: string, dossierId: string, template: Template, changes: Changes = {}) => atTime(at(time), () => sendInTurn(worker, commune, message(dossierId, template, changes), talk))
const rows = async (dossierId: string) => (await database.owner.query<{ template: string; state: string; channel: string; failure: string | null; held: string | null; attempts: number }>(
  'select template, state, channel, failure, held, attempts from message where dossier_id = $1 order by created_at, id', [dossierId])).rows
/** What left the house, and to whom. */
const sent = () => vi.spyOn(demonstration, 'send')

describe('two messages about one dossier within the hour', () => {
  test('become one at the end of it, with what is asked and the latest state', async () => {
    const [dossier, out] = [uuidv7(), sent()]
    expect(await send('09:00', dossier, 'received')).toBeNull()
    expect(await send('09:10', dossier, 'supplement-requested')).toEqual(at('10:00'))
    expect(await send('09:20', dossier, 'apology')).toEqual(at('10:00'))
    expect(out).toHaveBeenCalledTimes(1)
    expect(await send('10:00', dossier, 'supplement-requested')).toBeNull()
    expect(await send('10:00', dossier, 'apology')).toBeNull()
    expect(out).toHaveBeenCalledTimes(2)
    expect(out.mock.calls[1]![0]).toMatchObject({ body: 'supplement-requested.\napology.' })
    expect((await rows(dossier)).map(({ state }) => state)).toEqual(['sent', 'sent', 'merged'])
  })

  test('wait for their own dossier and their own reader alone', async () => {
    const [dossier, out] = [uuidv7(), sent()]
    await send('09:00', dossier, 'received')
    expect(await send('09:05', uuidv7(), 'received')).toBeNull()
    expect(await send('09:05', dossier, 'resolved', { address: '0987654321' })).toBeNull()
    expect(out).toHaveBeenCalledTimes(3)
  })

  test('that come at the very same time through two workers: one goes, the other waits', async () => {
    const [dossier, out] = [uuidv7(), sent()]
    const answers = await Promise.all([send('09:00', dossier, 'received'), send('09:00', dossier, 'supplement-requested')])
    expect(out).toHaveBeenCalledTimes(1)
    expect(answers.filter((until) => until === null)).toHaveLength(1)
  })
})

test('one message in the hands of ten workers goes out once', async () => {
  const [dossier, out] = [uuidv7(), sent()]
  await Promise.all(Array.from({ length: 10 }, () => send('09:00', dossier, 'received')))
  await send('09:01', dossier, 'received')
  expect(out).toHaveBeenCalledTimes(1)
})

test('what a worker left behind when it died goes out once its claim has run out, under the same key', async () => {
  const [dossier, out] = [uuidv7(), sent()]
  await send('09:00', dossier, 'received')
  await database.owner.query(`update message set state = 'sending', sent_at = null where dossier_id = $1`, [dossier])
  expect(await send('09:01', dossier, 'received')).toEqual(at('09:03'))
  expect(await send('09:03', dossier, 'received')).toBeNull()
  expect(out.mock.calls.map(([{ key }]) => key)).toEqual([`${commune}:received:${dossier}`, `${commune}:received:${dossier}`])
})

test('at night a message waits for the morning, and a code does not', async () => {
  const [dossier, out] = [uuidv7(), sent()]
  expect(await send('21:30', dossier, 'resolved')).toEqual(at('07:00', '2026-11-21'))
  expect(await rows(dossier)).toMatchObject([{ state: 'queued', held: 'quiet-hours' }])
  expect(out).not.toHaveBeenCalled()
  const code = { key: `code:${dossier}`, dossierId: null, template: 'one-time-code' as const, recipient: { channel: 'sms' as const, address: '0912000326' }, subject: '', body: 'Mã 123456' }
  expect(await atTime(at('21:30'), () => sendMessage(worker, commune, code))).toBe('sent')
  expect(await atTime(at('07:00', '2026-11-21'), () => sendInTurn(worker, commune, message(dossier, 'resolved'), talk))).toBeNull()
  expect(await rows(dossier)).toMatchObject([{ state: 'sent', held: null }])
})

describe('a message that cannot arrive', () => {
  test('is marked with the reason and not tried again', async () => {
    const [dossier, out] = [uuidv7(), sent()]
    expect(await send('09:00', dossier, 'received', { address: '0912300000' })).toBeNull()
    expect(await send('09:10', dossier, 'received', { address: '0912300000' })).toBeNull()
    expect(await rows(dossier)).toMatchObject([{ state: 'failed', failure: 'number-unknown' }])
    expect(out).toHaveBeenCalledTimes(1)
  })

  test('over Zalo goes on as a text message, once', async () => {
    const [dossier, out] = [uuidv7(), sent()]
    out.mockResolvedValueOnce({ outcome: 'refused', failure: 'not-on-zalo' })
    expect(await send('09:00', dossier, 'received', { channel: 'zalo' })).toBeNull()
    await send('09:05', dossier, 'received', { channel: 'zalo' })
    expect((await rows(dossier)).map(({ channel, state }) => `${channel} ${state}`)).toEqual(['zalo failed', 'sms sent'])
    expect(out).toHaveBeenCalledTimes(2)
  })

  test('while the gateway is away is thrown back to the queue, goes out when it is there again, and is given up in the end', async () => {
    const [dossier, out] = [uuidv7(), sent()]
    out.mockRejectedValueOnce(new Error('connection refused'))
    await expect(send('09:00', dossier, 'received')).rejects.toThrow('connection refused')
    expect(await rows(dossier)).toMatchObject([{ state: 'queued', attempts: 1 }])
    expect(await send('09:01', dossier, 'received')).toBeNull()
    expect(await rows(dossier)).toMatchObject([{ state: 'sent', attempts: 1 }])

    const other = uuidv7()
    out.mockRejectedValue(new Error('connection refused'))
    for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt += 1) await expect(send('09:00', other, 'received')).rejects.toThrow()
    expect(await send('09:00', other, 'received')).toBeNull()
    expect(await rows(other)).toMatchObject([{ state: 'failed', failure: 'gave-up' }])
  })
})
