import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from '@/scripts/lib/ports'
import { type Cluster, startCluster } from '@/scripts/lib/postgres/cluster'
import { testEnvironment } from '../support/environment'
import { prepareTestDatabase } from '../support/own-cluster'

const ROOT = join(import.meta.dirname, '../..')
const DATABASE = 'bench'

/** A database, the product and the bare peer, all of this run's own. */
export type Installation = { owner: pg.Client; cluster: Cluster; product: Served; peer: Served; stop: () => Promise<void> }
export type Served = { url: string; pid: number }

export async function installation(): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-bench-'))
  const port = await freePort(0)
  const cluster = await startCluster({ folder: join(folder, 'postgres'), port, superuserPassword: 'throwaway', ownerPassword: 'throwaway', database: DATABASE })
  await prepareTestDatabase(cluster.ownerUrl, port, DATABASE)
  const owner = new pg.Client({ connectionString: cluster.ownerUrl })
  await owner.connect()
  await peerTable(owner)
  const environment = { ...testEnvironment(port, DATABASE), DATA_DIR: join(folder, 'data'), PEER_DATABASE_URL: cluster.ownerUrl, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }
  Object.assign(process.env, environment)
  build('.')
  build('tests/bench/peer')
  const product = await serve('.', environment)
  const peer = await serve('tests/bench/peer', environment)
  return {
    owner, cluster, product, peer,
    stop: async () => {
      for (const { child } of [product, peer]) child.kill('SIGTERM')
      await owner.end()
      const { disconnect } = await import('@/lib/platform/db')
      await disconnect()
      await cluster.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function build(folder: string): void {
  const { status } = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build', folder], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: 'production' } })
  if (status !== 0) throw new Error(`${folder} does not build`)
}

async function serve(folder: string, environment: Record<string, string>): Promise<Served & { child: ChildProcess }> {
  const port = await freePort(0)
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', folder, '-p', String(port), '-H', '127.0.0.1'], {
    cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...environment, PUBLIC_URL: url, NEXTAUTH_URL: url },
  })
  for (let waited = 0; waited < 300; waited += 1) {
    const answer = await fetch(`${url}/`).catch(() => null)
    if (answer !== null) return { url, pid: child.pid!, child }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${folder} does not serve`)
}

/** What the bare peer reads and writes: a hundred thousand rows with the index it needs. */
async function peerTable(owner: pg.Client): Promise<void> {
  await owner.query(`
    create table bench_item (id bigint generated always as identity primary key, commune text not null, code text not null, name text not null, field text not null, created_at timestamptz not null default now());
    insert into bench_item (commune, code, name, field, created_at)
      select 'bach-quang', 'Z99.19.01-261101-' || n, 'Xác nhận thông tin về cư trú', 'cu-tru', now() - n * interval '1 minute' from generate_series(1, 100000) n;
    create index on bench_item (commune, created_at desc, id desc);
    analyze bench_item`)
}
