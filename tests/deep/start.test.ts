import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ended } from '@/scripts/lib/processes'

/** The start itself, with its database, is killed at every level and must come back; data of its own, nothing served. */
let dataDir = ''
const running: Start[] = []
beforeAll(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'mot-cua-start-'))))
afterEach(() => Promise.all(running.splice(0).map((start) => start.stop())))
afterAll(() => rm(dataDir, { recursive: true, force: true }))

class Start {
  output = ''
  readonly process: ChildProcess
  constructor(env: Record<string, string> = {}) {
    const { PATH = '', HOME = '' } = process.env
    this.process = spawn(process.execPath, ['scripts/start.mjs', '--database-only'], { env: { PATH, HOME, DATA_DIR: dataDir, ...env } as unknown as NodeJS.ProcessEnv })
    this.process.stdout?.on('data', (chunk) => (this.output += chunk))
    this.process.stderr?.on('data', (chunk) => (this.output += chunk))
    running.push(this)
  }
  exited = (): Promise<number | null> =>
    this.process.exitCode !== null || this.process.signalCode !== null ? Promise.resolve(this.process.exitCode) : new Promise((resolve) => this.process.once('exit', resolve))
  async stop(): Promise<number | null> {
    this.process.kill('SIGINT')
    return this.exited()
  }
  async up(): Promise<string> {
    for (;;) {
      const url = this.output.match(/^export OWNER_DATABASE_URL='(.*)'$/m)?.[1]
      if (url !== undefined) return url
      if (this.process.exitCode !== null) throw new Error(this.output)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

const postmaster = async () => Number((await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0])

async function modeAt(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('select mode from installation')
  await client.end()
  return rows[0].mode as string
}

test('it starts, answers, and stops within ten seconds with nothing left running', async () => {
  const start = new Start()
  expect(await modeAt(await start.up())).toBe('demo')
  const pid = await postmaster()
  const before = Date.now()
  expect(await start.stop()).toBe(0)
  expect(Date.now() - before).toBeLessThan(10_000)
  expect(await ended(pid, 0)).toBe(true)
})

test('a later start takes at most ten seconds', async () => {
  const before = Date.now()
  await new Start().up()
  expect(Date.now() - before).toBeLessThan(10_000)
})

test('a second start beside a running one says so and ends', async () => {
  await new Start().up()
  const second = new Start()
  expect(await second.exited()).toBe(1)
  expect(second.output).toContain('already running on this data')
})

test('a killed starter takes its database down in order, and the next start finds everything', async () => {
  const start = new Start()
  await start.up()
  const pid = await postmaster()
  start.process.kill('SIGKILL')
  expect(await ended(pid, 10_000)).toBe(true)
  expect(await modeAt(await new Start().up())).toBe('demo')
})

test('a killed database comes back at the same address while the start goes on', async () => {
  const start = new Start()
  const url = await start.up()
  process.kill(await postmaster(), 'SIGKILL')
  await expect.poll(() => modeAt(url).catch(() => 'down'), { timeout: 20_000, interval: 200 }).toBe('demo')
})

test('killed in any moment of its first seconds, the next start comes up', async () => {
  for (const moment of [300, 700, 1000, 1300, 1700, 2200]) {
    await rm(dataDir, { recursive: true, force: true })
    const cut = new Start()
    await new Promise((resolve) => setTimeout(resolve, moment))
    cut.process.kill('SIGKILL')
    await cut.exited()
    await new Promise((resolve) => setTimeout(resolve, 500))
    const next = new Start()
    expect(await modeAt(await next.up()), `killed after ${moment} ms`).toBe('demo')
    await next.stop()
  }
})

test('an installation keeps its mode', async () => {
  await (await new Start()).up().then(() => running[0]?.stop())
  const key = Buffer.alloc(32, 'x').toString('base64')
  const other = new Start({ MODE: 'production', NEXTAUTH_SECRET: key, FIELD_KEY: `k1:${key}`, HASH_KEY: key, TRACKING_KEY: key })
  expect(await other.exited()).toBe(1)
  expect(other.output).toContain('This database was made for demo, and an installation never changes its mode.')
})

test('production names the secrets it misses before it touches anything', async () => {
  const start = new Start({ MODE: 'production' })
  expect(await start.exited()).toBe(1)
  expect(start.output).toContain('missing: NEXTAUTH_SECRET, FIELD_KEY, HASH_KEY, TRACKING_KEY')
})
