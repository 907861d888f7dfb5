import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { doorsOf, type Endpoint } from '@/app/api/v1/_contract/endpoint'
import { endpoints, openApiDocument } from '@/app/api/v1/_contract/openapi'
import { GET as unknownAddress, POST as unknownPost } from '@/app/api/v1/[[...rest]]/route'
import { exampleCall } from '@/app/api/v1/tai-lieu/_components/example-call'
import { fieldsOf } from '@/app/api/v1/tai-lieu/_components/schema-fields'
import { submitted } from '@/tests/builders/dossiers'
import { aCitizen, type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'
import { breaches, oddities } from '@/tests/support/json-schema'

type Schema = Parameters<typeof breaches>[0]
type Operation = { operationId: string; summary: string; parameters?: { name: string; in: string; required: boolean; schema: Schema }[]; requestBody?: { content: Record<string, { schema: Schema }> }; responses: Record<string, { description: string; content: Record<string, { schema: Schema }> }> }

const database = useDatabase()
const document = JSON.parse(JSON.stringify(openApiDocument('https://mot-cua.example'))) as { openapi: string; info: { title: string; version: string }; servers: { url: string }[]; paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } }
const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })))
const resolve = (ref: string): Schema => document.components.schemas[ref.replace('#/components/schemas/', '')]!

let people: People
let dossier: { code: string; secret: string }

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
  dossier = await submitted(await aCitizen(database.owner), people.desk.communeId)
})

describe('the OpenAPI document', () => {
  test('says what it is, where, and in which version', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Một Cửa', version: '1' }, servers: [{ url: 'https://mot-cua.example/api/v1' }] })
  })

  test('names every operation once', () => {
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length)
    for (const { operation } of operations) expect(operation.summary.length).toBeGreaterThan(10)
  })

  test.each(operations)('$method $path describes what stands in its path, what it takes and what it answers', ({ path, operation }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect((operation.parameters ?? []).filter((parameter) => parameter.in === 'path').map(({ name, required }) => [name, required])).toEqual(inPath.map((name) => [name, true]))
    expect(Object.keys(operation.responses)).toContain('200')
    for (const [status, { description, content }] of Object.entries(operation.responses)) {
      expect(status).toMatch(/^[2-5]\d\d$/)
      expect(description).not.toBe('')
      expect(Object.keys(content)).toEqual([status === '200' ? 'application/json' : 'application/problem+json'])
    }
    const schemas = [...(operation.parameters ?? []).map(({ name, schema }) => [name, schema] as const), ...Object.entries(operation.responses).map(([status, { content }]) => [status, Object.values(content)[0]!.schema] as const), ...Object.values(operation.requestBody?.content ?? {}).map(({ schema }) => ['body', schema] as const)]
    expect(schemas.flatMap(([place, schema]) => oddities(schema, resolve, place))).toEqual([])
    for (const { name, schema } of operation.parameters ?? []) expect(schema.type ?? schema.anyOf, `${name} has a type`).toBeDefined()
  })

  test('has a door for each operation and an operation for each door', () => {
    const root = join(process.cwd(), 'app/api/v1')
    const routes = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('route.ts') && !file.startsWith('openapi.json') && !file.startsWith('[[...rest]]'))
    expect(routes.map((file) => `/${file.replace('/route.ts', '').replace(/\[(\w+)\]/g, '{$1}')}`).toSorted()).toEqual(Object.keys(document.paths).toSorted())
  })
})

const call = (endpoint: Endpoint, request: Request, params: Record<string, string> = {}) => doorsOf(endpoint)[request.method as 'GET'](request, { params: Promise.resolve(params) })
const at = (path: string): Endpoint => endpoints.find((endpoint) => endpoint.path === path)!
const ask = (path: string, query = '', params: Record<string, string> = {}) => call(at(path), new Request(`http://127.0.0.1/api/v1${path}${query === '' ? '' : `?${query}`}`), params)
const lookUp = (body: string) => call(at('/dossiers/lookup'), new Request('http://127.0.0.1/api/v1/dossiers/lookup', { method: 'POST', body, headers: { 'x-mc-client': `10.0.0.${(guest += 1)}` } }))
let guest = 0

const answerSchema = (path: string, status = '200'): Schema => Object.values(Object.values(document.paths[path]!)[0]!.responses[status]!.content)[0]!.schema

describe('each answer keeps the published schema', () => {
  test.each([
    ['/health', '', {}],
    ['/communes', '', {}],
    ['/procedures', 'q=khai sinh', {}],
    ['/procedures', 'page=3', {}],
    ['/procedures/{code}', '', { code: '1.001193' }],
    ['/procedures/{code}', '', { code: '2.000815' }],
    ['/due-date', 'commune=bach-quang&receivedAt=2026-11-20T09:12&unit=working-day&value=3', {}],
    ['/due-date', 'commune=bach-quang&receivedAt=2026-11-20T09:12&unit=working-hour&value=8&pause=2026-11-20T10:00/..', {}],
    ['/working-calendar', 'commune=bach-quang&from=2026-11-20&to=2026-11-30', {}],
    ['/reports/settlement', 'commune=bach-quang&from=2026-11-01&to=2026-12-01', {}],
    ['/reports/settlement', 'commune=bach-quang&from=2026-11-01&to=2026-12-01&by=field', {}],
  ])('GET %s?%s', async (path, query, params) => {
    const response = await ask(path, query, params)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json'])
    expect(breaches(answerSchema(path), await response.json(), resolve)).toEqual([])
  })

  test('POST /dossiers/lookup', async () => {
    const response = await lookUp(JSON.stringify(dossier))
    expect(response.status).toBe(200)
    const answer = (await response.json()) as { code: string; stage: string }
    expect(answer).toMatchObject({ code: dossier.code, stage: 'submitted' })
    expect(breaches(answerSchema('/dossiers/lookup'), answer, resolve)).toEqual([])
    expect(JSON.stringify(answer)).not.toContain('Phạm Thị Thu Lài')
  })
})

describe('each problem is told as application/problem+json', () => {
  const problem = async (response: Response, path: string) => {
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const told = (await response.json()) as { status: number; code: string; detail: string; fields?: Record<string, string> }
    expect(told.status).toBe(response.status)
    expect(breaches(answerSchema(path, String(response.status)), told, resolve)).toEqual([])
    return told
  }

  test.each([
    ['/procedures', 'page=0', {}, 400, 'page'],
    ['/procedures', 'page=hai', {}, 400, 'page'],
    ['/reports/settlement', 'commune=bach-quang&from=2026-02-30&to=2026-12-01', {}, 400, 'from'],
    ['/reports/settlement', 'commune=bach-quang&from=2026-12-01&to=2026-11-01', {}, 400, 'to'],
    ['/due-date', 'commune=bach-quang&receivedAt=hom-nay&unit=working-day&value=3', {}, 400, 'receivedAt'],
    ['/working-calendar', 'commune=bach-quang&from=2026-11-20', {}, 400, 'to'],
  ])('GET %s?%s names the field', async (path, query, params, status, field) => {
    const response = await ask(path, query, params)
    expect(response.status).toBe(status)
    const { detail, fields } = await problem(response, path)
    expect(Object.keys(fields ?? {})).toContain(field)
    expect(detail).toMatch(/\p{L}{2}/u)
  })

  test.each([['/procedures/{code}', '', { code: '9.999999' }], ['/reports/settlement', 'commune=nowhere&from=2026-11-01&to=2026-12-01', {}], ['/working-calendar', 'commune=nowhere&from=2026-11-20&to=2026-11-21', {}]])('GET %s of what is not there', async (path, query, params) => {
    expect((await ask(path, query, params)).status).toBe(404)
    await problem(await ask(path, query, params), path)
  })

  test('an unknown code and a wrong secret have the same answer', async () => {
    const answers = await Promise.all([{ ...dossier, secret: 'AAAAAAAAAA' }, { code: 'Z99.19.01-200101-0001', secret: dossier.secret }].map(async (body) => (await lookUp(JSON.stringify(body))).text()))
    expect(answers[0]).toBe(answers[1])
    expect(JSON.parse(answers[0]!)).toMatchObject({ status: 404, code: 'no-match' })
  })

  test.each([['no JSON', 'code=1', 400], ['a list', '[]', 400], ['nothing', '', 400], ['a body that never ends', 'x'.repeat(100_000), 413]])('%s as a body', async (_name, body, status) => {
    const response = await lookUp(body)
    expect(response.status).toBe(status)
    await problem(response, '/dossiers/lookup')
  })

  test('guesses from one address are stopped, with the time to wait', async () => {
    const guess = () => call(at('/dossiers/lookup'), new Request('http://127.0.0.1/', { method: 'POST', body: JSON.stringify({ code: 'Z99.19.01-200101-0009', secret: 'A' }), headers: { 'x-mc-client': '10.9.9.9' } }))
    for (let tries = 0; tries < 10; tries += 1) await guess()
    const response = await guess()
    expect([response.status, Number(response.headers.get('retry-after')) > 0]).toEqual([429, true])
    await problem(response, '/dossiers/lookup')
  })

  test('another method says which one the address takes', async () => {
    const response = await call(at('/communes'), new Request('http://127.0.0.1/api/v1/communes', { method: 'DELETE' }))
    expect([response.status, response.headers.get('allow'), response.headers.get('content-type')]).toEqual([405, 'GET', 'application/problem+json'])
  })

  test.each([['GET', unknownAddress], ['POST', unknownPost]])('%s of an address that is none', async (_method, door) => {
    const response = door()
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  })
})

describe('the readable page', () => {
  test.each(endpoints.filter(({ example, scope }) => example?.body === undefined && scope === undefined).map((endpoint) => [endpoint.path, endpoint] as const))('the example of %s works as it stands', async (_path, endpoint) => {
    expect(exampleCall(endpoint, 'http://127.0.0.1/api/v1')).toMatch(/^curl 'http:\/\/127\.0\.0\.1\/api\/v1\/[^{}]+'$/)
    expect((await ask(endpoint.path, endpoint.example?.query, endpoint.example?.params)).status).toBe(200)
  })

  test('lists the fields inside lists and groups with their way from the top', () => {
    expect(fieldsOf(answerSchema('/procedures') as Record<string, unknown>).map(({ name }) => name)).toEqual(expect.arrayContaining(['total', 'items[].code', 'items[].limit.unit']))
  })
})
