import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instantAt, localDateOf } from '@/lib/kernel/local-date'
import { disconnect } from '@/lib/platform/db'
import { freePort } from '@/scripts/lib/ports'
import { type Cluster, startCluster } from '@/scripts/lib/postgres/cluster'
import { applicationUrl } from '@/tests/support/cluster'
import { testEnvironment } from '@/tests/support/environment'
import { prepareTestDatabase } from '@/tests/support/own-cluster'
import { type Cast, castOf } from '@/tests/support/walk/cast'
import { checkWalk } from '@/tests/support/walk/checks'
import { deliverAll } from '@/tests/support/walk/deliveries'
import { seedOfToday } from '@/tests/support/walk/run'
import { randomFrom } from '@/tests/lib/reports/random-stories'

/** A server of this file's own, with fsync on: what was acknowledged must be there after any kill. */
const DATABASE = 'crash_walk'
const SLUG = 'bach-quang'
const [TURNS, KILLS] = [500, 15]
let folder = ''
let port = 0
let cluster: Cluster
const start = () => startCluster({ folder: join(folder, 'postgres'), port, superuserPassword: 'throwaway', ownerPassword: 'throwaway', database: DATABASE })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mot-cua-crash-walk-'))
  port = await freePort(0)
  cluster = await start()
  await prepareTestDatabase(cluster.ownerUrl, port, DATABASE)
  Object.assign(process.env, testEnvironment(port, DATABASE))
})
afterAll(async () => {
  await disconnect()
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
})

const asOwner = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: cluster.ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  return work(client).finally(() => client.end())
}

const launch = (args: string[]): ChildProcess =>
  spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', ...args], {
    env: { ...process.env, ...testEnvironment(port, DATABASE), APP_DATABASE_URL: applicationUrl(port, DATABASE) } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
const ended = (child: ChildProcess): Promise<void> => (child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('exit', () => resolve())))

/** Highest version of each dossier that somebody was told of. */
const acknowledged = new Map<string, number>()
let complaints = ''

function walker(seed: number, turns: number): ChildProcess {
  const child = launch(['tests/support/walk/walker.ts', SLUG, String(seed), String(turns)])
  let rest = ''
  child.stdout!.on('data', (chunk: Buffer) => {
    const lines = `${rest}${chunk.toString()}`.split('\n')
    rest = lines.pop()!
    for (const line of lines) {
      const [id, version] = line.split(' ')
      acknowledged.set(id!, Math.max(Number(version), acknowledged.get(id!) ?? 0))
    }
  })
  child.stderr!.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  return child
}

test('kill -9 of the application, the worker and the database at random moments of a walk loses nothing that was acknowledged and doubles nothing', async () => {
  const seed = seedOfToday()
  const random = randomFrom(seed)
  let [app, worker] = [walker(seed, TURNS), launch(['scripts/worker.ts'])]
  const told = () => [...acknowledged.values()].reduce((sum, version) => sum + version, 0)
  for (let kill = 0; kill < KILLS; kill += 1) {
    // Somewhere in the middle of the work: so many more acknowledgements, and a moment.
    const mark = told() + 5 + random.whole(25)
    while (told() < mark && app.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 10))
    expect(app.exitCode === null || app.exitCode === 0, complaints).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, random.whole(120)))
    const victim = (['application', 'worker', 'database'] as const)[kill % 3]
    if (victim === 'database') {
      process.kill(cluster.pid, 'SIGKILL')
      await cluster.whenEnded
      cluster = await start()
    } else {
      const child = victim === 'application' ? app : worker
      child.kill('SIGKILL')
      await ended(child)
    }
    if (app.exitCode !== null || app.signalCode !== null) app = walker(seed + kill + 1, TURNS)
    if (worker.exitCode !== null || worker.signalCode !== null) worker = launch(['scripts/worker.ts'])
  }
  app.kill('SIGKILL')
  worker.kill('SIGKILL')
  await Promise.all([ended(app), ended(worker)])

  expect(complaints.split('\n').filter((line) => /Error: /.test(line) && !/terminat|ECONN|shutting down|starting up|recovery/i.test(line)), `WALK_SEED=${seed}`).toEqual([])
  await asOwner(async (owner) => {
    const { rows } = await owner.query<{ id: string; version: number; events: number }>(
      'select d.id, d.version, (select count(*)::int from dossier_event e where e.commune_id = d.commune_id and e.dossier_id = d.id) as events from dossier d where d.id = any($1)', [[...acknowledged.keys()]])
    const kept = new Map(rows.map((row) => [row.id, row]))
    const lost = [...acknowledged].filter(([id, version]) => (kept.get(id)?.version ?? 0) < version || (kept.get(id)?.events ?? 0) < version)
    expect(lost, `WALK_SEED=${seed}`).toEqual([])
    const cast: Cast = await castOf(owner, SLUG, localDateOf(new Date()))
    const today = localDateOf(new Date())
    await checkWalk(owner, [cast], today, instantAt(today, '23:00'), 1)
    expect(await deliverAll(owner, cast.communeId, new Date())).toEqual([])
  })
  expect(acknowledged.size).toBeGreaterThan(20)
})
