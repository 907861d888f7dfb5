import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { disconnect } from '@/lib/platform/db'
import { freePort } from '@/scripts/lib/ports'
import { type Cluster, startCluster } from '@/scripts/lib/postgres/cluster'
import { applicationUrl } from '../support/cluster'
import { prepareTestDatabase } from '../support/own-cluster'
import { testEnvironment } from '../support/environment'
import { aCitizen, brokenInvariants, communeId, finishedDrafts } from '../support/filing'

/** A server of this file's own, with fsync on: what it acknowledged must be there after any kill. */
const DATABASE = 'crashes'
let folder = ''
let port = 0
let cluster: Cluster
const start = () => startCluster({ folder: join(folder, 'postgres'), port, superuserPassword: 'throwaway', ownerPassword: 'throwaway', database: DATABASE })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mot-cua-crash-'))
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

/** Sends the drafts that have no answer yet, until all have one or the process ends; answers go into `acknowledged`. */
function submitter(commune: string, citizenId: string, drafts: readonly string[], acknowledged: Map<string, string>): { child: ChildProcess; ended: Promise<void> } {
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'tests/support/submitter.ts', commune, citizenId], {
    env: { ...process.env, ...testEnvironment(port, DATABASE), APP_DATABASE_URL: applicationUrl(port, DATABASE) } as unknown as NodeJS.ProcessEnv,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let rest = ''
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = `${rest}${chunk.toString()}`.split('\n')
    rest = lines.pop()!
    for (const line of lines) acknowledged.set(line.split(' ')[0]!, line.split(' ')[1]!)
  })
  child.stdin.on('error', () => undefined)
  child.stdin.end(drafts.filter((id) => !acknowledged.has(id)).join('\n'))
  return { child, ended: new Promise((resolve) => child.once('exit', () => resolve())) }
}

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10))
}

test('kill -9 of the application and of the database in the middle of two thousand submissions loses none and doubles none', async () => {
  const [citizen, commune] = await asOwner(async (owner) => [await aCitizen(owner), await communeId(owner)] as const)
  const drafts = await finishedDrafts(citizen, commune, 2_000)
  await disconnect()
  const acknowledged = new Map<string, string>()

  // The application dies three times; whoever had no answer sends the same draft again.
  for (const mark of [200, 500, 900]) {
    const { child, ended } = submitter(commune, citizen.citizenId, drafts, acknowledged)
    await until(() => acknowledged.size >= mark || child.exitCode !== null)
    child.kill('SIGKILL')
    await ended
  }
  // The database dies three times under a living application, which must recover by itself.
  const { child, ended } = submitter(commune, citizen.citizenId, drafts, acknowledged)
  for (const mark of [1_100, 1_400, 1_700]) {
    await until(() => acknowledged.size >= mark || child.exitCode !== null)
    process.kill(cluster.pid, 'SIGKILL')
    await cluster.whenEnded
    cluster = await start()
  }
  await ended

  expect(child.exitCode).toBe(0)
  expect(acknowledged.size).toBe(2_000)
  expect([...acknowledged.values()].filter((answer) => answer.startsWith('refused'))).toEqual([])
  const { codes, broken } = await asOwner(async (owner) => ({
    codes: (await owner.query<{ code: string }>('select code from dossier')).rows.map(({ code }) => code),
    broken: await brokenInvariants(owner),
  }))
  expect(new Set(codes)).toEqual(new Set(acknowledged.values()))
  expect(codes.length).toBe(2_000)
  expect(broken).toEqual({})
})
