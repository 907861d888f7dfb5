import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '@/scripts/lib/migrate'
import { startCluster, urlOf, type Cluster } from '@/scripts/lib/postgres/cluster'
import { APPLICATION_ROLE, OWNER_ROLE, withClient } from '@/scripts/lib/postgres/roles'
import { testEnvironment } from './environment'

const ROOT = join(import.meta.dirname, '../..')
const PASSWORD = 'throwaway'
const TEMPLATE = 'mot_cua_template'

export const ownerUrl = (port: number, database: string): string => urlOf(OWNER_ROLE, PASSWORD, port, database)
export const applicationUrl = (port: number, database: string): string => urlOf(APPLICATION_ROLE, PASSWORD, port, database)

/** A throwaway server whose template database has all migrations and the reference data; files copy the template. */
export async function startTestCluster(folder: string, port: number): Promise<Cluster> {
  const cluster = await startCluster({ folder, port, superuserPassword: PASSWORD, ownerPassword: PASSWORD, database: TEMPLATE, throwaway: true })
  endWithUs(cluster.pid, folder)
  await migrate({ ownerUrl: cluster.ownerUrl, applicationPassword: PASSWORD, folder: join(ROOT, 'prisma/migrations') })
  await setMode(cluster.ownerUrl)
  loadReferenceData(port)
  return cluster
}

/** A run that is killed cannot clean up: a shell waits for its end, stops the server and removes the data. */
function endWithUs(server: number, folder: string): void {
  const script = 'while kill -0 "$1" 2>/dev/null; do sleep 2; done; kill -INT "$2" 2>/dev/null && sleep 3; rm -rf "$3"'
  spawn('/bin/sh', ['-c', script, 'end-with-us', String(process.pid), String(server), folder], { detached: true, stdio: 'ignore' }).unref()
}

/** A copy of the template for one test file. */
export const copyTemplate = (port: number, database: string): Promise<unknown> =>
  withClient(ownerUrl(port, 'postgres'), (client) =>
    client.query(`create database ${pg.escapeIdentifier(database)} template ${TEMPLATE} strategy file_copy`),
  )

/** The server's own housekeeping in a database may not be ended by its owner, and ends by itself within moments. */
const isHousekeeping = (fault: unknown): boolean => (fault as { code?: string }).code === '42501'

export async function dropCopy(port: number, database: string): Promise<void> {
  for (let left = 60; ; left -= 1) {
    try {
      await withClient(ownerUrl(port, 'postgres'), (client) => client.query(`drop database if exists ${pg.escapeIdentifier(database)} with (force)`))
      return
    } catch (fault) {
      if (left === 0 || !isHousekeeping(fault)) throw fault
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}

const setMode = (url: string): Promise<unknown> =>
  withClient(url, (client) => client.query(`insert into installation (id, mode) values (1, 'demo') on conflict do nothing`))

/** Through the same loader as the product, in a process of its own as there. */
export function loadReferenceData(port: number, database = TEMPLATE): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', join(ROOT, 'scripts/lib/load-seed.ts'), '--scope=reference'],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, ...testEnvironment(port, database) } },
  )
  if (status !== 0) throw new Error(`The reference data could not be loaded into the test database:\n${stdout}\n${stderr}`)
}
