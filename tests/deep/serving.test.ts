import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '@/scripts/lib/ports'
import { ended } from '@/scripts/lib/processes'
import { Started } from '@/tests/support/started'

/** The whole product, served: whatever is killed, it answers again without anybody's help, and it stops clean. */
let dataDir = ''
let port = 0
let started: Started
const health = () => fetch(`http://127.0.0.1:${port}/api/v1/health`, { signal: AbortSignal.timeout(5000) }).then((answer) => answer.status, () => 0)
const everyone = () => [started.process.pid ?? 0, started.server(), started.worker(), started.postmaster()].filter((pid) => pid > 0)
const answersAgain = () => expect.poll(health, { timeout: 30_000, interval: 100 }).toBe(200)

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mot-cua-serving-'))
  port = await freePort()
  started = new Started(dataDir, [], { PORT: String(port) })
  await started.printed(/Stop with Ctrl-C/)
}, 10 * 60_000)

afterAll(async () => {
  await started.stop()
  await rm(dataDir, { recursive: true, force: true })
})

test('it says where it serves, with which accounts, and where the data lies', async () => {
  expect(started.output).toContain(`Một Cửa serves at http://127.0.0.1:${port}`)
  expect(started.output).toContain(`Data: ${dataDir}`)
  expect(started.output).toMatch(/Accounts:\n +\S+/)
  expect(await health()).toBe(200)
})

test('the database is killed: the server stays up and answers again by itself', async () => {
  const [server, database] = [started.server(), started.postmaster()]
  process.kill(database, 'SIGKILL')
  await expect.poll(() => started.postmaster(), { timeout: 30_000 }).not.toBe(database)
  await answersAgain()
  expect(started.server()).toBe(server)
})

test('the web server is killed: another takes its place', async () => {
  const server = started.server()
  process.kill(server, 'SIGKILL')
  await expect.poll(() => [0, server].includes(started.server()), { timeout: 15_000 }).toBe(false)
  await answersAgain()
})

test('the worker is killed: another takes its place, and nobody notices', async () => {
  const worker = started.worker()
  expect(worker).not.toBe(0)
  process.kill(worker, 'SIGKILL')
  expect(await health()).toBe(200)
  await expect.poll(() => [0, worker].includes(started.worker()), { timeout: 15_000 }).toBe(false)
})

test('the starter is killed: server, worker and database end by themselves, and the next start serves within ten seconds', async () => {
  const left = everyone().slice(1)
  started.process.kill('SIGKILL')
  for (const pid of left) expect(await ended(pid, 15_000), String(pid)).toBe(true)
  const before = Date.now()
  started = new Started(dataDir, [], { PORT: String(port) })
  await started.printed(/Stop with Ctrl-C/)
  expect(Date.now() - before).toBeLessThan(10_000)
  expect(await health()).toBe(200)
})

test('everything is killed at once: the next start serves again', async () => {
  const all = everyone()
  for (const pid of all) process.kill(pid, 'SIGKILL')
  started = new Started(dataDir, [], { PORT: String(port) })
  await started.printed(/Stop with Ctrl-C/)
  expect(await health()).toBe(200)
})

test('asked to stop, it finishes within ten seconds and leaves nothing running', async () => {
  const all = everyone()
  const before = Date.now()
  expect(await started.stop()).toBe(0)
  expect(Date.now() - before).toBeLessThan(10_000)
  for (const pid of all) expect(await ended(pid, 0)).toBe(true)
})
