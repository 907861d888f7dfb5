import { beforeAll, describe, expect, test } from 'vitest'
import { doorsOf, type Endpoint } from '@/app/api/v1/_contract/endpoint'
import { endpoints, openApiDocument } from '@/app/api/v1/_contract/openapi'
import { exampleCall } from '@/app/api/v1/tai-lieu/_components/example-call'
import { acceptDossier } from '@/lib/dossiers/use-cases/accept-dossier'
import { requestSupplement } from '@/lib/dossiers/use-cases/request-supplement'
import type { Officer } from '@/lib/identity/domain/actor'
import type { ApiScope } from '@/lib/interagency/domain/api'
import { createToken, revokeToken } from '@/lib/interagency/use-cases/manage-tokens'
import { must } from '@/lib/kernel/result'
import { atTime, now } from '@/lib/platform/clock'
import { allPapers, aDossier, MARITAL_STATUS } from '@/tests/builders/dossiers'
import { officerOf, type People, peopleOf } from '@/tests/builders/people'
import { photo } from '@/tests/support/citizen'
import { useDatabase } from '@/tests/support/database'
import { breaches } from '@/tests/support/json-schema'

const database = useDatabase()
let people: People
let administrator: Officer
let stranger: Officer
let token: string

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
  administrator = await officerOf(database.owner, 'bach-quang', 'quantri')
  stranger = await officerOf(database.owner, 'tu-ky', 'quantri')
  token = await tokenFor(administrator, ['dossiers:write', 'events:write', 'status:read'])
})

const tokenFor = async (officer: Officer, scopes: ApiScope[], days = 30) => must(await createToken(officer, { name: 'Hệ thống của tỉnh', scopes, days })).token
const document = JSON.parse(JSON.stringify(openApiDocument('https://mot-cua.example')))

type Sent = { token?: string | null; key?: string | null; body?: unknown; code?: string; address?: string }
let keys = 0
const newKey = () => `test-key-${(keys += 1)}`
let codes = 100
const newCode = () => `G22.99.01-261124-${String((codes += 1)).padStart(4, '0')}`

async function call(method: 'GET' | 'POST', path: string, { token: bearer = token, key = newKey(), body, code, address = '10.1.1.1' }: Sent = {}) {
  const contract = endpoints.find((each) => each.path === path && each.method === method) as Endpoint
  const headers = { 'x-mc-client': address, ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }), ...(key === null ? {} : { 'idempotency-key': key }) }
  const request = new Request(`http://127.0.0.1/api/v1${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  const response = await doorsOf(contract)[method](request, { params: Promise.resolve<Record<string, string>>(code === undefined ? {} : { code }) })
  const answer = (await response.json()) as Record<string, unknown> & { code: string; detail?: string; fields?: Record<string, string> }
  const published = document.paths[path][method.toLowerCase()].responses[response.status]
  expect(published, `${method} ${path} publishes ${response.status}`).toBeDefined()
  expect(breaches((Object.values(published.content) as { schema: never }[])[0]!.schema, answer as never, (ref: string) => document.components.schemas[ref.split('/').at(-1)!])).toEqual([])
  return { status: response.status, answer, headers: response.headers }
}

const applicant = { fullName: 'Nguyễn Thị Thử', personalId: '019190000123', birth: '1990-11-05', sex: 'female', address: 'Tổ 1', phone: '0912000326' }
const aFiling = (more: Record<string, unknown> = {}) => ({ code: newCode(), procedure: '1.010041', applicant, documents: [], ...more })
const file = (name: string) => ({ name, base64: photo(40, 120).toString('base64') })
const told = (code: string, body: unknown, sent: Sent = {}) => call('POST', '/dossiers/{code}/events', { ...sent, code, body })
const rowsOf = async (code: string) => (await database.owner.query('select d.*, c.slug from dossier d join commune c on c.id = d.commune_id where d.code = $1', [code])).rows

describe('a key', () => {
  test('is shown once and kept as a hash', async () => {
    const { rows } = await database.owner.query('select * from api_token')
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(rows[0].token_hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test.each([['none', null], ['one that nobody gave', `motcua_${'a'.repeat(43)}`], ['something else', 'abc']])('%s opens nothing', async (_name, bearer) => {
    const { status, answer, headers } = await call('GET', '/dossiers/{code}', { token: bearer, code: newCode(), address: '10.1.1.2' })
    expect([status, answer.code, headers.get('www-authenticate')]).toEqual([401, 'token-unknown', 'Bearer'])
  })

  test('opens what its scopes say and nothing else', async () => {
    const reader = await tokenFor(administrator, ['status:read'])
    expect((await call('POST', '/dossiers', { token: reader, body: aFiling() })).answer).toMatchObject({ status: 403, code: 'scope-missing' })
  })

  test('that is revoked or past its day opens nothing', async () => {
    const { id, token: short } = must(await createToken(administrator, { name: 'Tạm', scopes: ['status:read'], days: 1 }))
    expect((await call('GET', '/dossiers/{code}', { token: short, code: newCode() })).status).toBe(404)
    await database.owner.query(`update api_token set expires_at = now() - interval '1 minute' where id = $1`, [id])
    expect((await call('GET', '/dossiers/{code}', { token: short, code: newCode() })).status).toBe(401)
    await database.owner.query(`update api_token set expires_at = now() + interval '1 day' where id = $1`, [id])
    must(await revokeToken(administrator, { tokenId: id }))
    expect((await call('GET', '/dossiers/{code}', { token: short, code: newCode() })).status).toBe(401)
  })

  test('notes when it was used', async () => {
    await call('GET', '/dossiers/{code}', { code: newCode() })
    const { rows } = await database.owner.query(`select last_used_at from api_token where hint = $1`, [token.slice(-4)])
    expect(rows[0].last_used_at).not.toBeNull()
  })

  test('is made by the administrator alone', async () => {
    expect(await createToken(people.leader, { name: 'x', scopes: ['status:read'], days: 1 })).toMatchObject({ problem: { code: 'forbidden' } })
    const { rows } = await database.owner.query(`select id from api_token limit 1`)
    expect(await revokeToken(stranger, { tokenId: rows[0].id })).toMatchObject({ problem: { code: 'not-found' } })
  })

  test('of another commune neither sees nor touches a dossier of this one', async () => {
    const { code } = await aDossier(people, 'taken')
    const other = await tokenFor(stranger, ['dossiers:write', 'events:write', 'status:read'])
    expect((await call('GET', '/dossiers/{code}', { token: other, code })).status).toBe(404)
    expect((await told(code, { type: 'withdrawn', reason: 'Rút' }, { token: other })).status).toBe(404)
    expect((await call('POST', '/dossiers/{code}/attachments', { token: other, code, body: file('x.png') })).status).toBe(404)
    const filing = aFiling()
    await call('POST', '/dossiers', { token: other, body: filing })
    expect((await rowsOf(filing.code)).map(({ slug }) => slug)).toEqual(['tu-ky'])
  })

  test('that guesses is stopped, and one that asks too much has to wait', async () => {
    const guess = () => call('GET', '/dossiers/{code}', { token: `motcua_${'b'.repeat(43)}`, code: newCode(), address: '10.8.8.8' })
    for (let tries = 0; tries < 30; tries += 1) await guess()
    const stopped = await guess()
    expect([stopped.status, Number(stopped.headers.get('retry-after')) > 0]).toEqual([429, true])
    const busy = await tokenFor(administrator, ['status:read'])
    const { rows } = await database.owner.query('select id from api_token where hint = $1', [busy.slice(-4)])
    expect((await call('GET', '/dossiers/{code}', { token: busy, code: newCode() })).status).toBe(404)
    expect(rows).toHaveLength(1)
    await database.owner.query(`update rate_limit set points = 300 where key like 'api-token:%'`)
    expect((await call('GET', '/dossiers/{code}', { token: busy, code: newCode() })).status).toBe(429)
    await database.owner.query(`delete from rate_limit`)
  })
})

describe('a dossier of the portal', () => {
  test('enters under its own code, waits for the desk, and its clock starts there', async () => {
    const filing = aFiling({ files: [file('to-khai.png')] })
    const { status, answer } = await call('POST', '/dossiers', { body: filing })
    expect([status, answer]).toEqual([200, expect.objectContaining({ code: filing.code, stage: 'submitted', nationalCode: { code: '1', name: 'Mới đăng ký' }, receivedAt: null, dueAt: null })])
    const [row] = await rowsOf(filing.code)
    expect(row).toMatchObject({ external_code: filing.code, code_issued_here: false, channel: 'national-portal', slug: 'bach-quang' })
    expect((await database.owner.query('select name, kind from attachment where dossier_id = $1', [row.id])).rows).toEqual([{ name: 'to-khai.png', kind: 'paper' }])
    must(await acceptDossier(people.desk, { dossierId: row.id }))
    expect((await call('GET', '/dossiers/{code}', { code: filing.code })).answer).toMatchObject({ stage: 'received', nationalCode: { code: '2' } })
  })

  test('sent again under the same key is the same dossier; with other content it is refused', async () => {
    const [filing, key] = [aFiling(), newKey()]
    const first = await call('POST', '/dossiers', { body: filing, key })
    const again = await call('POST', '/dossiers', { body: filing, key })
    expect(again.answer).toEqual(first.answer)
    expect(await rowsOf(filing.code)).toHaveLength(1)
    const other = await call('POST', '/dossiers', { body: { ...filing, returnChannel: 'post' }, key })
    expect([other.status, other.answer.code]).toEqual([422, 'same-key-other-content'])
  })

  test('sent twice at the same moment is filed once, files and all', async () => {
    const [filing, key] = [aFiling({ files: [file('a.png')] }), newKey()]
    const answers = await Promise.all([1, 2, 3].map(() => call('POST', '/dossiers', { body: filing, key })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const [row] = await rowsOf(filing.code)
    expect((await database.owner.query('select count(*)::int as n from attachment where dossier_id = $1', [row.id])).rows[0].n).toBe(1)
  })

  test('whose code is taken is refused under another key', async () => {
    const filing = aFiling()
    await call('POST', '/dossiers', { body: filing })
    expect((await call('POST', '/dossiers', { body: filing })).answer).toMatchObject({ status: 409, code: 'code-taken' })
  })

  test.each([
    ['no key for repeating', {}, { key: null }, 400, 'Idempotency-Key'],
    ['a code that is none', { code: '12345' }, {}, 400, 'code'],
    ['a number of eleven figures', { applicant: { ...applicant, personalId: '01919000012' } }, {}, 400, 'applicant.personalId'],
    ['a file that is no base64', { files: [{ name: 'a', base64: '***' }] }, {}, 400, 'files.0.base64'],
    ['a file that is neither picture nor PDF', { files: [{ name: 'a.png', base64: Buffer.from('hello there').toString('base64') }] }, {}, 422, 'files.0'],
  ])('%s is told at its field', async (_name, more, sent, status, field) => {
    const filing = aFiling(more)
    const { status: answered, answer } = await call('POST', '/dossiers', { ...sent, body: filing })
    expect([answered, Object.keys(answer.fields ?? {})]).toEqual([status, [field]])
    expect(await rowsOf(filing.code)).toEqual([])
  })

  test('for a procedure that is not in force, or without its papers, is refused with the reason', async () => {
    expect((await call('POST', '/dossiers', { body: aFiling({ procedure: '9.999999' }) })).answer).toMatchObject({ status: 422, code: 'procedure-not-in-force' })
    const { rows: [needy] } = await database.owner.query(`select p.procedure_code as code from required_document d join procedure_variant v on v.id = d.variant_id join procedure_version p on p.id = v.version_id
      where d.document ->> 'condition' is null and d.document ->> 'kind' = 'paper' and d.document ->> 'presentOnly' = 'false' and d.document ->> 'channels' is null and p.effective_to is null and p.only_commune_id is null limit 1`)
    const refused = await call('POST', '/dossiers', { body: aFiling({ procedure: needy.code }) })
    expect(refused.answer).toMatchObject({ status: 422, code: 'papers-missing' })
    expect(refused.answer.detail).toMatch(/Còn thiếu: /)
  })

  test('takes a file later, once for each key, while it is somebody’s work', async () => {
    const filing = aFiling()
    await call('POST', '/dossiers', { body: filing })
    const [key, body] = [newKey(), file('them.png')]
    const send = () => call('POST', '/dossiers/{code}/attachments', { code: filing.code, key, body })
    expect((await send()).answer.id).toBe((await send()).answer.id)
    const [row] = await rowsOf(filing.code)
    expect((await database.owner.query('select name from attachment where dossier_id = $1', [row.id])).rows).toEqual([{ name: 'them.png' }])
    const { code } = await aDossier(people, 'resolved')
    expect((await call('POST', '/dossiers/{code}/attachments', { code, body })).answer).toMatchObject({ status: 422, code: 'dossier-not-open' })
  })
})

describe('the status', () => {
  test('of a dossier says its state and its instants, and nothing of its people', async () => {
    const { code } = await aDossier(people, 'resolved')
    const { answer } = await call('GET', '/dossiers/{code}', { code })
    expect(answer).toMatchObject({ code, procedure: MARITAL_STATUS, stage: 'resolved', nationalCode: { code: '9', name: 'Đã xử lý xong' }, resolvedAt: expect.stringMatching(/\+07:00$/) })
    expect(JSON.stringify(answer)).not.toMatch(/Phạm Thị Thu Lài|087194000412|0912000326/)
  })
})

describe('an event elsewhere', () => {
  const missing = [{ documentKey: null, name: 'Giấy ly hôn', sentence: 'nộp bản sao' }]

  test('a supplement that arrived ends the wait from its moment, with its files', async () => {
    const { dossierId, code } = await aDossier(people, 'taken')
    must(await atTime(new Date(now().getTime() - 60_000), () => requestSupplement(people.caseOfficer, { dossierId, missing, reason: 'Thiếu', deadlineOn: null })))
    expect((await call('GET', '/dossiers/{code}', { code })).answer).toMatchObject({ awaiting: 'supplement', nationalCode: { code: '5' } })
    const { status, answer } = await told(code, { type: 'supplement-received', documents: [{ name: 'Giấy ly hôn', copies: 1 }], files: [file('ly-hon.png')] })
    expect([status, answer.awaiting]).toEqual([200, 'none'])
    expect((await database.owner.query(`select name from attachment where dossier_id = $1 and kind = 'supplement'`, [dossierId])).rows).toEqual([{ name: 'ly-hon.png' }])
  })

  test('told twice under one key it is done once and answered alike; with other words it is refused', async () => {
    const { dossierId, code } = await aDossier(people, 'taken')
    const key = newKey()
    const first = await told(code, { type: 'withdrawn', reason: 'Đề nghị trên Cổng' }, { key })
    const again = await told(code, { type: 'withdrawn', reason: 'Đề nghị trên Cổng' }, { key })
    expect([first.status, again.status, again.answer.stage]).toEqual([200, 200, 'withdrawn'])
    expect((await database.owner.query(`select count(*)::int as n from dossier_event where dossier_id = $1 and type = 'dossier-withdrawn'`, [dossierId])).rows[0].n).toBe(1)
    expect((await told(code, { type: 'withdrawn', reason: 'Khác' }, { key })).answer).toMatchObject({ status: 422, code: 'same-key-other-content' })
  })

  test('that the table refuses writes nothing, and its key is free for another try', async () => {
    const { dossierId, code } = await aDossier(people, 'taken')
    const key = newKey()
    const body = { type: 'result-returned', recipientName: 'Phạm Thị Thu Lài', by: 'online' }
    const early = await told(code, body, { key })
    expect([early.status, early.answer.code]).toEqual([409, 'not-now'])
    expect(early.answer.detail).toMatch(/^Hồ sơ/)
    expect((await database.owner.query('select count(*)::int as n from api_call where key = $1', [`event:${key}`])).rows[0].n).toBe(0)
    expect((await told(code, { type: 'supplement-received' })).answer).toMatchObject({ status: 409 })
    expect((await database.owner.query('select stage from dossier where id = $1', [dossierId])).rows[0].stage).toBe('in-progress')
  })

  test('a result that was returned elsewhere ends the dossier at the moment that was told, never before it stood', async () => {
    const { dossierId, code } = await aDossier(people, 'resolved')
    const body = { type: 'result-returned', recipientName: 'Phạm Thị Thu Lài', by: 'post' }
    expect((await told(code, { ...body, at: '2020-01-01T08:00:00+07:00' })).answer).toMatchObject({ status: 422, code: 'instant-impossible' })
    expect((await told(code, body)).answer).toMatchObject({ stage: 'returned', nationalCode: { code: '10' } })
    const { rows } = await database.owner.query(`select actor_kind, payload from dossier_event where dossier_id = $1 and type = 'result-returned'`, [dossierId])
    expect(rows[0]).toMatchObject({ actor_kind: 'system', payload: { recipient: 'post' } })
    expect(JSON.stringify(rows)).not.toContain('Lài')
  })

  test('a payment elsewhere settles the whole of what is owed, or nothing', async () => {
    const { code } = await aDossier(people, 'taken', { fees: [{ kind: 'fee', amountVnd: 8000, basis: 'Theo quy định', state: 'owed' }] })
    const pay = (amountVnd: number) => told(code, { type: 'payment-settled', amountVnd, reference: 'GD-1' })
    expect((await pay(5000)).answer).toMatchObject({ status: 409, code: 'amount-differs' })
    expect((await pay(8000)).status).toBe(200)
    expect((await pay(8000)).answer).toMatchObject({ status: 409, code: 'nothing-owed' })
  })

  test('of a kind that is not on the list, or of a dossier that is not there, is refused', async () => {
    expect((await told('G22.99.01-200101-0001', { type: 'withdrawn', reason: 'Rút' })).status).toBe(404)
    const { code } = await aDossier(people, 'taken')
    expect((await told(code, { type: 'resolved' })).status).toBe(400)
  })
})

describe('the document', () => {
  test('says which key an operation needs, and gives an example that works', async () => {
    const operation = document.paths['/dossiers'].post
    expect(operation).toMatchObject({ security: [{ key: [] }], 'x-scope': 'dossiers:write' })
    expect(operation.parameters).toContainEqual(expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required: true }))
    const example = operation.requestBody.content['application/json'].example
    expect((await call('POST', '/dossiers', { body: example })).status).toBe(200)
    const { path, example: later } = endpoints.find((each) => each.path === '/dossiers/{code}/attachments')!
    expect((await call('POST', path as '/dossiers', { code: example.code, body: later!.body })).status).toBe(200)
    expect((await call('POST', '/dossiers/{code}/events', { code: example.code, body: document.paths['/dossiers/{code}/events'].post.requestBody.content['application/json'].example })).status).toBe(200)
  })

  test('shows how to send the key', () => {
    expect(exampleCall(endpoints.find(({ path }) => path === '/dossiers/{code}')!, 'http://127.0.0.1/api/v1')).toContain(`-H 'authorization: Bearer <khóa>'`)
  })
})

test('every paper of the checklist may come by its key', async () => {
  const documents = await allPapers(people.desk.communeId, MARITAL_STATUS)
  expect((await call('POST', '/dossiers', { body: aFiling({ procedure: MARITAL_STATUS, documents }) })).status).toBe(200)
})
