import { describe, expect, test } from 'vitest'
import { useDatabase } from './support/database'

const database = useDatabase()
const CLASSES = ['commune-owned', 'identity', 'reference', 'aggregate']

type Table = { name: string; class: string | null; rls: boolean; key: string[] }
const tables = async (): Promise<Table[]> =>
  (
    await database.owner.query<Table>(`
      select c.relname as name, obj_description(c.oid) as class, c.relrowsecurity as rls,
        (select array_agg(a.attname::text order by k.n) from pg_index i, unnest(i.indkey) with ordinality k(col, n)
           join pg_attribute a on a.attrelid = c.oid and a.attnum = k.col where i.indrelid = c.oid and i.indisprimary) as key
      from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> '_prisma_migrations' order by 1`)
  ).rows

describe('row-level security', () => {
  test('every table belongs to exactly one class and is under row-level security', async () => {
    const stray = (await tables()).filter((table) => !CLASSES.includes(table.class ?? '') || !table.rls)
    expect(stray).toEqual([])
  })

  test('the commune leads the primary key of everything it owns', async () => {
    const owned = (await tables()).filter((table) => table.class === 'commune-owned')
    expect(owned.length).toBeGreaterThan(20)
    expect(owned.filter(({ key }) => key[0] !== 'commune_id').map(({ name }) => name)).toEqual([])
  })

  test('the commune leads every unique constraint of what it owns', async () => {
    const { rows } = await database.owner.query(`
      select c.relname, i.indexrelid::regclass::text as index from pg_index i join pg_class c on c.oid = i.indrelid
      where i.indisunique and obj_description(c.oid) = 'commune-owned'
        and (select attname from pg_attribute where attrelid = c.oid and attnum = i.indkey[0]) <> 'commune_id'`)
    expect(rows).toEqual([])
  })

  test('no foreign key crosses communes', async () => {
    const { rows } = await database.owner.query(`
      select conname from pg_constraint k join pg_class f on f.oid = k.confrelid join pg_class t on t.oid = k.conrelid
      where k.contype = 'f' and obj_description(t.oid) = 'commune-owned' and obj_description(f.oid) = 'commune-owned'
        and not exists (select from unnest(k.conkey, k.confkey) x(a, b)
          join pg_attribute p on p.attrelid = t.oid and p.attnum = x.a join pg_attribute q on q.attrelid = f.oid and q.attnum = x.b
          where p.attname = 'commune_id' and q.attname = 'commune_id')`)
    expect(rows).toEqual([])
  })

  test('without a scope the application sees reference tables and nothing else', async () => {
    const application = await database.asApplication()
    for (const table of await tables()) {
      if (table.class === 'reference') continue
      const { rows } = await application.query(`select count(*)::int as n from ${table.name}`)
      expect(rows[0].n, table.name).toBe(0)
    }
  })

  test('reference tables are read-only for the application', async () => {
    const application = await database.asApplication()
    for (const { name } of (await tables()).filter((table) => table.class === 'reference')) {
      await expect(application.query(`delete from ${name}`), name).rejects.toMatchObject({ code: '42501' })
    }
  })

  test.each(['update dossier_event set type = type', 'delete from dossier_event', 'truncate dossier_event', 'update access_log set reason = reason', 'delete from access_log'])(
    'the application may not: %s',
    async (statement) => {
      const application = await database.asApplication()
      await expect(application.query(statement)).rejects.toMatchObject({ code: '42501' })
    },
  )
})

test('the models name the columns that the database has, with the same nullability', async () => {
  const { rows } = await database.owner.query<{ table: string; column: string; nullable: boolean }>(`
    select table_name as table, column_name as column, is_nullable = 'YES' as nullable from information_schema.columns
    where table_schema = 'public' and table_name <> '_prisma_migrations'`)
  const inDatabase = rows.map(({ table, column, nullable }) => `${table}.${column}${nullable ? '?' : ''}`).toSorted()
  expect(modelColumns()).toEqual(inDatabase)
})

function modelColumns(): string[] {
  const files = import.meta.glob<string>('/prisma/schema/*.prisma', { query: '?raw', import: 'default', eager: true })
  const models = Object.values(files).flatMap((text) => [...text.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)].map(([, body]) => body!))
  return models
    .flatMap((body) => {
      const table = /@@map\("(\w+)"\)/.exec(body)![1]!
      const fields = [...body.matchAll(/^ {2}(\w+) (\w+)(\[\])?(\?)?(.*)$/gm)]
      return fields.map(([, name, , , optional, rest]) => `${table}.${/@map\("(\w+)"\)/.exec(rest!)?.[1] ?? name}${optional ?? ''}`)
    })
    .toSorted()
}
