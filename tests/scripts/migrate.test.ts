import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '@/scripts/lib/migrate'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let folder = ''
let client: pg.Client
let ownerUrl = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mot-cua-migrations-'))
  const name = `migrations_${process.pid}_${Math.random().toString(36).slice(2)}`
  await database.owner.query(`create database ${name} template template0`)
  const url = new URL(process.env.OWNER_DATABASE_URL ?? '')
  url.pathname = name
  ownerUrl = url.href
  client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
})

afterEach(async () => {
  await client.end()
  await database.owner.query(`drop database ${new URL(ownerUrl).pathname.slice(1)} with (force)`)
  await rm(folder, { recursive: true, force: true })
})

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, name, 'migration.sql'), sql)
}
const run = () => migrate({ ownerUrl, applicationPassword: 'throwaway', folder })
const count = async (table: string) => Number((await client.query(`select count(*) from ${table}`)).rows[0].count)

test('migrations are applied once, in the order of their names', async () => {
  await write('2_rows', 'insert into colour values (1)')
  await write('1_table', 'create table colour (id int)')
  expect(await run()).toEqual(['1_table', '2_rows'])
  expect(await run()).toEqual([])
  await write('3_more', 'insert into colour values (2); insert into colour values (3)')
  expect(await run()).toEqual(['3_more'])
  expect(await count('colour')).toBe(3)
})

test('two starts at once apply each migration once', async () => {
  await write('1_table', 'create table colour (id int); select pg_sleep(0.2)')
  expect((await Promise.all([run(), run(), run()])).flat()).toEqual(['1_table'])
})

test('a migration that fails leaves nothing behind, names its line, and what came before stays', async () => {
  await write('1_table', 'create table colour (id int)')
  await write('2_broken', 'insert into colour values (1);\ninsert into colour values (2);\ninsert into nowhere values (3);')
  await write('3_never', 'insert into colour values (4)')
  await expect(run()).rejects.toThrow(/Migration 2_broken failed, nothing of it was kept: line 3: relation "nowhere" does not exist/)
  expect(await count('colour')).toBe(0)
  await write('2_broken', 'insert into colour values (1)')
  expect(await run()).toEqual(['2_broken', '3_never'])
})

test('a migration that was edited after it was applied is named', async () => {
  await write('1_table', 'create table colour (id int)')
  await run()
  await write('1_table', 'create table colour (id bigint)')
  await expect(run()).rejects.toThrow('Migration 1_table was edited after this database had applied it.')
})

test('a database that a newer version has changed is left alone', async () => {
  await write('9_future', 'create table future ()')
  await run()
  await rm(join(folder, '9_future'), { recursive: true })
  await write('1_table', 'create table colour (id int)')
  await expect(run()).rejects.toThrow(/changed by a newer version .*9_future/)
})

test('the application role can be granted to, and can log in', async () => {
  await write('1_table', 'create table colour (id int); grant select on colour to mot_cua_app')
  await run()
  const url = new URL(process.env.APP_DATABASE_URL ?? '')
  url.pathname = new URL(ownerUrl).pathname
  const application = new pg.Client({ connectionString: url.href })
  await application.connect()
  const { rows } = await application.query('select count(*)::int as n, current_user as role from colour')
  await application.end()
  expect(rows).toEqual([{ n: 0, role: 'mot_cua_app' }])
})

test('the record is the one Prisma keeps: SHA-256 of the file, finished, one step', async () => {
  await write('1_table', 'select 1;\n')
  await run()
  const { rows } = await client.query('select migration_name, checksum, finished_at is not null as finished, applied_steps_count from _prisma_migrations')
  expect(rows).toEqual([{ migration_name: '1_table', checksum: '4a45092ccf992ea92250053a80b931b787924ba61648f420555511b84f10ab6c', finished: true, applied_steps_count: 1 }])
})
