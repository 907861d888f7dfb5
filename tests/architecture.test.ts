import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

/** The row of contexts: each may look left, never right; an effect to the right goes through the outbox. */
const ROW = [
  'units', 'calendar', 'identity', 'audit', 'notifications', 'procedures', 'documents', 'payments', 'signatures', 'workflow', 'dossiers',
  'counters', 'feedback', 'interagency', 'tasks', 'reform', 'publication', 'archive', 'reports',
]

const sources = (glob: Record<string, string>): [file: string, source: string][] => Object.entries(glob).filter(([file]) => !file.includes('/prisma-client/'))
const lib = sources(import.meta.glob<string>('/lib/**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }))
const app = sources(import.meta.glob<string>('/app/**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }))
const components = sources(import.meta.glob<string>('/components/**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }))

const importsOf = (source: string): string[] => [...source.matchAll(/(?:from|import)\s+'([^']+)'/g)].map(([, from]) => from!)
const roomOf = (file: string): { context: string; room: string } => {
  const [, , context = '', room = ''] = file.split('/')
  return { context, room: room.replace(/\.tsx?$/, '') }
}
const serverRooms = ['store', 'queries', 'use-cases']

describe('the rooms of a context', () => {
  const domain = lib.filter(([file]) => file.includes('/domain/'))
  const home = /^(\.\.?\/|@\/lib\/kernel\/|@\/lib\/[a-z-]+\/domain\/)/

  test.each(domain)('%s knows only the domain', (_file, source) => {
    expect(importsOf(source).filter((from) => !home.test(from))).toEqual([])
  })

  test.each(domain)('%s has no clock, no waiting and no chance inside', (_file, source) => {
    const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    expect(code).not.toMatch(/\bawait\b|new Date\(\)|Date\.now\(|Math\.random\(/)
  })

  const server = lib.filter(([file]) => serverRooms.includes(roomOf(file).room) || file.startsWith('/lib/platform/'))
  test.each(server)('%s opens with server-only', (_file, source) => {
    expect(source.trimStart().startsWith("import 'server-only'")).toBe(true)
  })

  test.each(lib)('%s looks left, never right', (file, source) => {
    const { context } = roomOf(file)
    if (!ROW.includes(context)) return
    const right = importsOf(source)
      .map((from) => /^@\/lib\/([a-z-]+)\//.exec(from)?.[1])
      .filter((other) => other !== undefined && ROW.indexOf(other) > ROW.indexOf(context))
    expect(right).toEqual([])
  })

  test('every folder of lib has its place', () => {
    const folders = new Set(lib.map(([file]) => roomOf(file).context))
    expect([...folders].filter((folder) => !['kernel', 'platform', ...ROW].includes(folder))).toEqual([])
  })
})

describe('the doors', () => {
  const client = [...app, ...components, ...lib].filter(([, source]) => /^['"]use client['"]/.test(source.trimStart()))
  const allowed = /^(\.\.?\/|react$|react-dom$|next\/|next-auth\/react$|lucide-react|@\/components\/|@\/lib\/kernel\/|@\/lib\/[a-z-]+\/(domain\/|inputs|wording))/

  test.each(client)('%s, a client component, imports nothing of the server', (_file, source) => {
    const values = [...source.matchAll(/^import (?!type )[^;]*?from '([^']+)'/gm)].map(([, from]) => from!)
    // Server actions are handed to the client as functions: their file says 'use server'.
    expect(values.filter((from) => !allowed.test(from) && !from.endsWith('actions'))).toEqual([])
  })

  test.each([...app, ...components])('%s does not talk to the database', (_file, source) => {
    expect(importsOf(source).filter((from) => /platform\/(db|prisma-client)|@prisma|^pg$/.test(from))).toEqual([])
  })

  test.each(components)('%s fetches nothing', (_file, source) => {
    expect(importsOf(source).filter((from) => /\/(queries|use-cases|store)(\/|$)/.test(from))).toEqual([])
  })
})

describe('who writes', () => {
  const models = [...new Set(Object.values(import.meta.glob<string>('/prisma/schema/*.prisma', { query: '?raw', import: 'default', eager: true })).flatMap((text) => [...text.matchAll(/^model (\w+)/gm)].map(([, name]) => name!)))]
  const property = (model: string): string => model[0]!.toLowerCase() + model.slice(1)
  const table = (model: string): string => property(model).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

  test.each(models)('%s has one author', (model) => {
    const writes = new RegExp(`\\.${property(model)}\\s*\\.(create|createMany|createManyAndReturn|update|updateMany|upsert|delete|deleteMany)\\b|(insert into|update|delete from) ${table(model)}\\b`)
    const authors = new Set(lib.filter(([, source]) => writes.test(source)).map(([file]) => roomOf(file).context))
    expect(authors.size, [...authors].join(' and ')).toBeLessThanOrEqual(1)
  })

  test('only lib/identity enters the scope of identities', () => {
    const others = [...lib, ...app].filter(([file, source]) => /\binIdentity\b/.test(source) && !file.startsWith('/lib/identity/') && file !== '/lib/platform/db.ts')
    expect(others.map(([file]) => file)).toEqual([])
  })

  test('no SQL is built from strings', () => {
    expect([...lib, ...app].filter(([, source]) => /(query|execute)RawUnsafe|Prisma\.raw\(/.test(source)).map(([file]) => file)).toEqual([])
  })
})

test.each([
  ['next', '16.3.3'],
  ['next-auth', '4.24.15'],
  ['react', '19.2.3'],
  ['react-dom', '19.2.3'],
])('%s is at least %s, where its known holes are closed', (name, floor) => {
  const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }
  const parts = (text: string): number[] => text.split(/[.-]/).map(Number)
  const [installed, least] = [parts(version), parts(floor)]
  const difference = least.map((part, index) => (installed[index] ?? 0) - part).find((step) => step !== 0) ?? 0
  expect(difference).toBeGreaterThanOrEqual(0)
})
