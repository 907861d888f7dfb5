import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCluster, type Cluster } from '@/scripts/lib/postgres/cluster'
import { livePostmaster } from '@/scripts/lib/postgres/postmaster'
import { withClient } from '@/scripts/lib/postgres/roles'
import { ended } from '@/scripts/lib/processes'

let folder = ''
let cluster: Cluster
const start = () => startCluster({ folder, superuserPassword: 'one / password', ownerPassword: 'two%', database: 'shop' })
const ask = <T>(sql: string) => withClient(cluster.ownerUrl, async (client) => (await client.query(sql)).rows as T[])

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'mot-cua-cluster-')), 'postgres')
  cluster = await start()
})
afterAll(async () => {
  await cluster.stop()
  await rm(join(folder, '..'), { recursive: true, force: true })
})

test('it keeps what it acknowledges: fsync, full pages, commits and checksums are on', async () => {
  const names = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'server_encoding']
  const rows = await ask<{ name: string; setting: string }>(`select name, setting from pg_settings where name in ('${names.join("','")}') order by name`)
  expect(rows.map(({ setting }) => setting)).toEqual(['on', 'on', 'on', 'UTF8', 'on'])
})

test('it listens on loopback alone and asks for a password', async () => {
  expect(await ask('select setting from pg_settings where name in (\'listen_addresses\', \'unix_socket_directories\') order by name')).toEqual([{ setting: '127.0.0.1' }, { setting: '' }])
  const guest = new pg.Client({ connectionString: cluster.ownerUrl.replace(/:[^:@]+@/, ':wrong@') })
  await expect(guest.connect()).rejects.toMatchObject({ code: '28P01' })
})

test('the owner is no superuser, may make roles, and owns the database', async () => {
  const [owner] = await ask(`select rolsuper, rolbypassrls, rolcreaterole, (select datdba::regrole::text from pg_database where datname = 'shop') as owner from pg_roles where rolname = current_user`)
  expect(owner).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: true, owner: 'mot_cua_owner' })
})

test('what the law’s letters need is there: unaccent folds Vietnamese, upper and lower case are Unicode’s', async () => {
  await ask('create extension unaccent')
  expect(await ask(`select unaccent(lower('ĐẶNG THỊ ƯỚC')) as folded`)).toEqual([{ folded: 'dang thi uoc' }])
})

test('a second start joins the server that runs', async () => {
  const second = await start()
  expect(second).toMatchObject({ pid: cluster.pid, port: cluster.port, reused: true })
})

test('killed in the middle of inserts, it comes back at the same address with every row it had acknowledged', async () => {
  await ask('create table kept (id int primary key)')
  let acknowledged = 0
  const writer = withClient(cluster.ownerUrl, async (client) => {
    for (;;) {
      await client.query(`insert into kept values (${acknowledged + 1})`)
      acknowledged += 1
    }
  })
  await wait(300)
  process.kill(cluster.pid, 'SIGKILL')
  await expect(writer).rejects.toThrow()
  await cluster.whenEnded
  const before = cluster.port
  cluster = await start()
  expect(cluster.port).toBe(before)
  expect(acknowledged).toBeGreaterThan(20)
  const [row] = await ask<{ n: number }>('select count(*)::int as n from kept')
  expect(row?.n).toBeGreaterThanOrEqual(acknowledged)
})

test('the number of a killed server that another program has since taken does not stop it', async () => {
  await cluster.stop()
  const file = join(folder, 'data/postmaster.pid')
  await writeFile(file, `${process.pid}\n${join(folder, 'data')}\n0\n5432\n`)
  expect(livePostmaster(join(folder, 'data'))).toBeNull()
  cluster = await start()
  expect(await ask('select 1 as one')).toEqual([{ one: 1 }])
})

test('an open transaction does not hold up the stop', async () => {
  const busy = new pg.Client({ connectionString: cluster.ownerUrl })
  busy.on('error', () => undefined)
  await busy.connect()
  await busy.query('begin; create table forgotten ()')
  await cluster.stop()
  expect(await ended(cluster.pid, 0)).toBe(true)
  expect(await readFile(join(folder, 'postgres.log'), 'utf8')).toMatch(/database system is shut down/)
  cluster = await start()
})

test('a password that does not fit the data is named', async () => {
  await expect(startCluster({ folder, superuserPassword: 'another', ownerPassword: 'x', database: 'shop' })).rejects.toThrow(/does not accept the password kept beside it/)
})
