import { createHmac } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { System } from '@/lib/identity/domain/actor'
import { communeId } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
const worker: System = { kind: 'system', name: 'worker' }
const CALLBACK_KEY = 'c'.repeat(32)
const recipients: string[] = []
const server = new SMTPServer({
  authOptional: true, disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) => done(address.startsWith('khong-co') ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null),
  onData: (stream, { envelope }, done) => {
    recipients.push(...envelope.rcptTo.map(({ address }) => address))
    stream.resume().on('end', () => done())
  },
})
let commune: string
let sendMessage: typeof import('@/lib/notifications/use-cases/send-message').sendMessage
let recordCallback: typeof import('@/lib/notifications/use-cases/record-callback').recordCallback

beforeAll(async () => {
  commune = await communeId(database.owner, 'bach-quang')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  // The environment of a production installation that has a mail server and no gateway for text messages.
  vi.stubEnv('MODE', 'production')
  vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`)
  vi.stubEnv('MAIL_FROM', 'mot-cua@xa.example.vn')
  vi.stubEnv('MESSAGE_CALLBACK_KEY', CALLBACK_KEY)
  vi.resetModules()
  ;({ sendMessage } = await import('@/lib/notifications/use-cases/send-message'))
  ;({ recordCallback } = await import('@/lib/notifications/use-cases/record-callback'))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await new Promise<void>((resolve) => server.close(() => resolve()))
})

const letter = (changes: { channel?: 'sms' | 'email'; address?: string; key?: string } = {}) => {
  const { channel = 'email', address = 'lai@vidu.vn', key = uuidv7() } = changes
  return { key, dossierId: null, template: 'resolved' as const, recipient: { channel, address }, subject: 'Có kết quả', body: 'Hồ sơ đã có kết quả.' }
}
const stateOf = async (key: string) => (await database.owner.query<{ state: string; failure: string | null }>('select state, failure from message where key = $1', [key])).rows[0]

test('an e-mail goes out by the mail server, once for its key', async () => {
  const mail = letter()
  expect(await sendMessage(worker, commune, mail)).toBe('sent')
  expect(await sendMessage(worker, commune, mail)).toBe('sent')
  expect(recipients).toEqual(['lai@vidu.vn'])
})

test('a mailbox that does not exist is shown as failed', async () => {
  const mail = letter({ address: 'khong-co@vidu.vn' })
  expect(await sendMessage(worker, commune, mail)).toBe('failed')
  expect(await stateOf(mail.key)).toEqual({ state: 'failed', failure: 'mailbox-unknown' })
})

test('without a gateway a text message says so, instead of waiting for ever', async () => {
  const text = letter({ channel: 'sms', address: '0912000326' })
  expect(await sendMessage(worker, commune, text)).toBe('no-gateway')
  expect(await stateOf(text.key)).toMatchObject({ state: 'no-gateway' })
})

test('a gateway that says later that a message came back is believed with its signature alone', async () => {
  const mail = letter()
  await sendMessage(worker, commune, mail)
  const body = JSON.stringify({ key: `${commune}:${mail.key}`, status: 'failed', error: 'mailbox-full' })
  const signature = (text: string): string => `sha256=${createHmac('sha256', CALLBACK_KEY).update(text).digest('hex')}`
  expect(await recordCallback(body, null)).toMatchObject({ ok: false, problem: { code: 'not-signed' } })
  expect(await recordCallback(body, signature(`${body} `))).toMatchObject({ ok: false, problem: { code: 'not-signed' } })
  expect(await stateOf(mail.key)).toMatchObject({ state: 'sent' })
  expect(await recordCallback(body, signature(body))).toEqual({ ok: true, value: true })
  expect(await stateOf(mail.key)).toEqual({ state: 'failed', failure: 'mailbox-full' })
  const strange = JSON.stringify({ key: `${uuidv7()}:${mail.key}`, status: 'failed' })
  expect(await recordCallback(strange, signature(strange))).toEqual({ ok: true, value: true })
  expect(await recordCallback('{', signature('{'))).toMatchObject({ ok: false, problem: { code: 'not-understood' } })
})
