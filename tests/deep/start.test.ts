import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ended } from '@/scripts/lib/processes'
import { Started } from '@/tests/support/started'

/** The start with its database alone, nothing served: killed at every level, it must come back. */
let dataDir = ''
const running: Started[] = []
beforeAll(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'mot-cua-start-'))))
afterEach(() => Promise.all(running.splice(0).map((start) => start.stop())))
afterAll(() => rm(dataDir, { recursive: true, force: true }))

function start(env: Record<string, string> = {}): Started {
  const started = new Started(dataDir, ['--database-only'], env)
  running.push(started)
  return started
}
const urlOf = (started: Started): Promise<string> => started.printed(/^export OWNER_DATABASE_URL='(.*)'$/m)

async function modeAt(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('select mode from installation')
  await client.end()
  return rows[0].mode as string
}

test('it starts, answers, and stops within ten seconds with nothing left running', async () => {
  const started = start()
  expect(await modeAt(await urlOf(started))).toBe('demo')
  const pid = started.postmaster()
  const before = Date.now()
  expect(await started.stop()).toBe(0)
  expect(Date.now() - before).toBeLessThan(10_000)
  expect(await ended(pid, 0)).toBe(true)
})

test('a later start takes at most ten seconds', async () => {
  const before = Date.now()
  await urlOf(start())
  expect(Date.now() - before).toBeLessThan(10_000)
})

test('a second start beside a running one says so and ends', async () => {
  await urlOf(start())
  const second = start()
  expect(await second.exited()).toBe(1)
  expect(second.output).toContain('already running on this data')
})

test('a killed starter takes its database down in order, and the next start finds everything', async () => {
  const started = start()
  await urlOf(started)
  const pid = started.postmaster()
  started.process.kill('SIGKILL')
  expect(await ended(pid, 10_000)).toBe(true)
  expect(await modeAt(await urlOf(start()))).toBe('demo')
})

test('a killed database comes back at the same address while the start goes on', async () => {
  const started = start()
  const url = await urlOf(started)
  process.kill(started.postmaster(), 'SIGKILL')
  await expect.poll(() => modeAt(url).catch(() => 'down'), { timeout: 20_000, interval: 200 }).toBe('demo')
})

test('killed in any moment of its first seconds, the next start comes up', async () => {
  for (const moment of [400, 900, 1500, 2500]) {
    await rm(dataDir, { recursive: true, force: true })
    const cut = start()
    await new Promise((resolve) => setTimeout(resolve, moment))
    cut.process.kill('SIGKILL')
    await cut.exited()
    const next = start()
    expect(await modeAt(await urlOf(next)), `killed after ${moment} ms`).toBe('demo')
    await next.stop()
  }
})

test('an installation keeps its mode', async () => {
  const first = start()
  await urlOf(first)
  await first.stop()
  const key = Buffer.alloc(32, 'x').toString('base64')
  const other = start({ MODE: 'production', NEXTAUTH_SECRET: key, FIELD_KEY: `k1:${key}`, HASH_KEY: key, TRACKING_KEY: key })
  expect(await other.exited()).toBe(1)
  expect(other.output).toContain('This database was made for demo, and an installation never changes its mode.')
})

test('production names the secrets it misses before it touches anything', async () => {
  const started = start({ MODE: 'production' })
  expect(await started.exited()).toBe(1)
  expect(started.output).toContain('missing: NEXTAUTH_SECRET, FIELD_KEY, HASH_KEY, TRACKING_KEY')
})
