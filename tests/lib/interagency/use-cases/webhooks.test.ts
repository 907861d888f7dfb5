import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { takeDossier } from '@/lib/dossiers/use-cases/take-dossier'
import type { Officer } from '@/lib/identity/domain/actor'
import { connections } from '@/lib/interagency/queries/connections'
import { MOST_ATTEMPTS, type WebhookEvent } from '@/lib/interagency/domain/webhook'
import { createToken, revokeToken } from '@/lib/interagency/use-cases/manage-tokens'
import { createWebhook, resendDelivery, stopWebhook } from '@/lib/interagency/use-cases/manage-webhooks'
import { exchangeHandlers } from '@/lib/interagency/use-cases/outbox-handlers'
import { isAddressAllowed, postSigned, publicLookup } from '@/lib/interagency/use-cases/post-signed'
import { must } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { deliver } from '@/lib/platform/outbox'
import { outboxHandlers } from '@/lib/dossiers/use-cases/outbox-handlers'
import { received } from '@/tests/builders/dossiers'
import { officerOf, type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
const handlers = { ...outboxHandlers, ...exchangeHandlers }
type Heard = { key: string; signature: string; event: string; body: string; parsed: { key: string; type: string; sequence: number; dossier: { code: string; stage: string } } }
let people: People
let administrator: Officer
let listener: Server
let url: string
let heard: Heard[] = []
let answer: (response: ServerResponse, request: IncomingMessage) => void

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
  administrator = await officerOf(database.owner, 'bach-quang', 'quantri')
  listener = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString('utf8')
    heard.push({ key: String(request.headers['x-mot-cua-key']), signature: String(request.headers['x-mot-cua-signature']), event: String(request.headers['x-mot-cua-event']), body, parsed: JSON.parse(body) as Heard['parsed'] })
    answer(response, request)
  }).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/nhan-tin`
})
afterAll(() => void listener.close())

beforeEach(async () => {
  await database.owner.query(`update webhook set stopped_at = now() where stopped_at is null`)
  await database.owner.query(`update outbox set done_at = now() where done_at is null`)
  heard = []
  answer = (response) => response.writeHead(204).end()
})

async function aListener(events: WebhookEvent[] = ['received', 'progress', 'result', 'ended', 'supplement', 'legs'], to = url) {
  const token = must(await createToken(administrator, { name: 'Hệ thống của tỉnh', scopes: ['status:read'], days: 30 }))
  return { tokenId: token.id, ...must(await createWebhook(administrator, { tokenId: token.id, url: to, events })) }
}
type Row = { communeId: string; outboxId: string }
const pending = async (kind: string) => (await database.owner.query<Row>(`select commune_id as "communeId", id as "outboxId" from outbox where done_at is null and kind = $1 order by created_at, id`, [kind])).rows
const doAll = async (kind: string) => Promise.all((await pending(kind)).map((row) => deliver(row, handlers)))
/** Tells what happened, then tries each delivery once; a refusal stays in the outbox. */
async function tryOnce(): Promise<void> {
  await doAll('dossier-event')
  await Promise.allSettled((await pending('webhook')).map((row) => deliver(row, handlers)))
}
const deliveries = async () => (await database.owner.query('select * from webhook_delivery order by created_at, id')).rows
const last = async () => (await deliveries()).at(-1)

describe('an event is told', () => {
  test('to whoever asked for its kind, signed, without a person in it', async () => {
    const { secret } = await aListener(['received'])
    const { code, dossierId } = await received(people.desk)
    must(await takeDossier(people.caseOfficer, { dossierId }))
    await tryOnce()
    expect(heard.map(({ event, parsed }) => [event, parsed.type, parsed.dossier.code, parsed.dossier.stage])).toEqual([['received', 'dossier-received', code, 'received']])
    const [{ signature, body, key, parsed }] = heard as [Heard]
    const [, second, hex] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature)!
    expect(hex).toBe(createHmac('sha256', secret).update(`${second}.${body}`).digest('hex'))
    expect(Math.abs(Number(second) - Date.now() / 1000)).toBeLessThan(60)
    expect(parsed.key).toBe(key)
    expect(body).not.toMatch(/Phạm Thị Thu Lài|087194000412|0912000326|Ấp Tân Bình/)
    expect(await last()).toMatchObject({ state: 'delivered', attempts: 1, last_status: 204 })
  })

  test('as it was right after it, however late it is told', async () => {
    await aListener()
    const { dossierId } = await received(people.desk)
    must(await takeDossier(people.caseOfficer, { dossierId }))
    await tryOnce()
    expect(heard.map(({ parsed }) => [parsed.type, parsed.dossier.stage]).toSorted()).toEqual([['dossier-received', 'received'], ['step-taken', 'in-progress']])
  })

  test('to nobody where nobody listens, or no longer', async () => {
    const { id, tokenId } = await aListener()
    must(await stopWebhook(administrator, { webhookId: id }))
    await received(people.desk)
    expect(await pending('dossier-event')).toEqual([])
    const second = await aListener()
    await received(people.desk)
    must(await revokeToken(administrator, { tokenId: second.tokenId }))
    await tryOnce()
    expect(heard).toEqual([])
    expect(tokenId).not.toBe(second.tokenId)
  })

  test('of another commune to nobody here', async () => {
    await aListener()
    const elsewhere = await peopleOf(database.owner, 'tu-ky')
    await received(elsewhere.desk)
    await tryOnce()
    expect(heard).toEqual([])
  })
})

describe('a listener in trouble', () => {
  test('slow, then 500s, then well, hears the same key each time until it takes it', async () => {
    await aListener(['received'])
    await received(people.desk)
    const replies = [503, 500, 500]
    answer = (response) => response.writeHead(replies.shift() ?? 200).end('{}')
    for (let tries = 0; tries < 4; tries += 1) await tryOnce()
    expect(new Set(heard.map(({ key }) => key)).size).toBe(1)
    expect(new Set(heard.map(({ body }) => body)).size).toBe(1)
    expect(heard).toHaveLength(4)
    expect(await last()).toMatchObject({ state: 'delivered', attempts: 4, last_status: 200, last_error: null })
    expect(await pending('webhook')).toEqual([])
  })

  test('that answers nothing is left after its time, and that is not an answer', async () => {
    answer = () => undefined
    const began = performance.now()
    const attempt = await postSigned({ id: 'k', event: 'received', body: '{"dossier":{"code":"x"}}', url, secret: 's' }, now(), { patience: 300 })
    expect(attempt).toEqual({ status: null, error: 'too-slow' })
    expect(performance.now() - began).toBeLessThan(3000)
  })

  test('that took it while we were killed before noting it hears it again under the same key', async () => {
    await aListener(['received'])
    await received(people.desk)
    await tryOnce()
    await database.owner.query(`update webhook_delivery set state = 'pending', delivered_at = null, attempts = 0 where id = $1`, [(await last()).id])
    await database.owner.query(`update outbox set done_at = null where key = $1`, [`webhook:${(await last()).id}:1`])
    await tryOnce()
    expect(heard.map(({ key }) => key)).toEqual([heard[0]!.key, heard[0]!.key])
    expect(await last()).toMatchObject({ state: 'delivered' })
  })

  test('that never takes it leaves it among the dead, from where it is sent again and arrives', async () => {
    await aListener(['received'])
    const { code } = await received(people.desk)
    answer = (response) => response.writeHead(500).end()
    for (let tries = 0; tries < MOST_ATTEMPTS + 2; tries += 1) await tryOnce()
    expect(heard).toHaveLength(MOST_ATTEMPTS)
    const { dead } = (await connections(administrator))!
    expect(dead).toMatchObject([{ code, attempts: MOST_ATTEMPTS, lastStatus: 500, event: 'received' }])
    answer = (response) => response.writeHead(200).end()
    must(await resendDelivery(administrator, { deliveryId: dead[0]!.id }))
    await tryOnce()
    expect(await last()).toMatchObject({ state: 'delivered', round: 2 })
    expect(new Set(heard.map(({ key }) => key)).size).toBe(1)
    expect((await connections(administrator))!.dead).toEqual([])
    expect(await resendDelivery(administrator, { deliveryId: dead[0]!.id })).toMatchObject({ problem: { code: 'not-found' } })
  })

  test('that sends elsewhere is not followed', async () => {
    await aListener(['received'])
    await received(people.desk)
    answer = (response, request) => (request.url === '/nhan-tin' ? response.writeHead(302, { location: '/khac' }).end() : response.writeHead(200).end())
    await tryOnce()
    expect(heard).toHaveLength(1)
    expect(await last()).toMatchObject({ state: 'pending', last_status: 302 })
  })
})

describe('addresses outside a demonstration', () => {
  const may = (address: string) => isAddressAllowed(new URL(address), 'production')

  test.each(['http://hethong.gov.vn/x', 'https://127.0.0.1/x', 'https://localhost/x', 'https://[::1]/x', 'https://10.0.0.8/', 'https://0x7f.1/', 'https://2130706433/', 'https://[::ffff:169.254.169.254]/', 'https://ai:mat-khau@hethong.gov.vn/'])('%s is refused', (address) => expect(may(address)).toBe(false))
  test.each(['https://hethong.gov.vn/nhan-tin', 'https://8.8.8.8/x', 'https://hethong.gov.vn:8443/'])('%s is taken', (address) => expect(may(address)).toBe(true))

  test('a name that leads inside is refused when it is called', async () => {
    const found = await new Promise((done) => publicLookup('production')('localhost', { all: true }, (fault, addresses) => done(fault?.name === 'Error' ? fault.message : addresses)))
    expect(found).toBe('localhost is not a public address')
    const attempt = await postSigned({ id: 'k', event: 'received', body: '{}', url: 'https://localhost.localdomain/', secret: 's' }, now(), { mode: 'production', patience: 3000 })
    expect(attempt.status).toBeNull()
  })

  test('one that is refused is laid aside at once', async () => {
    await aListener(['received'])
    await received(people.desk)
    await doAll('dossier-event')
    await database.owner.query(`update webhook set url = 'ftp://127.0.0.1/x' where stopped_at is null`)
    await tryOnce()
    expect(await last()).toMatchObject({ state: 'dead', attempts: 1, last_error: 'address-refused' })
  })
})

test('the secret of a listener is kept encrypted, and only the administrator makes one', async () => {
  const { secret, tokenId } = await aListener()
  const { rows } = await database.owner.query('select secret from webhook')
  expect(JSON.stringify(rows)).not.toContain(secret)
  expect(await createWebhook(people.leader, { tokenId, url, events: ['received'] })).toMatchObject({ problem: { code: 'forbidden' } })
  expect(await connections(people.leader)).toBeNull()
})
