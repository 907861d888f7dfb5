import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { ensureApplicationRole, withClient } from './postgres/roles'
import { Stumble } from './stumble.mjs'

export type MigrateOptions = {
  ownerUrl: string
  /** Null where the application logs in as another role, a member of ours. */
  applicationPassword: string | null
  /** Holds one folder a migration, each with migration.sql, applied in the order of their names. */
  folder: string
  progress?: (line: string) => void
}
type Migration = { name: string; sql: string; checksum: string }

/** Prisma's own key, so that its migration engine and this runner never work on a database at the same time. */
const ADVISORY_LOCK = 72707369

/**
 * Brings the database up to date; answers the names of what was applied now.
 * The record is that of Prisma (`_prisma_migrations`, SHA-256 of the file), so that `prisma migrate deploy` can take over.
 * Each file runs whole in one transaction: after a fault or a kill it is as if it had not begun.
 */
export async function migrate({ ownerUrl, applicationPassword, folder, progress }: MigrateOptions): Promise<string[]> {
  const migrations = await readMigrations(folder)
  return withClient(ownerUrl, async (client) => {
    await client.query(`set lock_timeout = '60s'`)
    await client.query(`select pg_advisory_lock(${ADVISORY_LOCK})`)
    await ensureApplicationRole(client, applicationPassword)
    await client.query(RECORD)
    const pending = await pendingOf(client, migrations)
    for (const migration of pending) {
      progress?.(migration.name)
      await apply(client, migration)
    }
    return pending.map(({ name }) => name)
  })
}

export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = existsSync(folder) ? await readdir(folder) : []
  const withSql = names.filter((name) => existsSync(join(folder, name, 'migration.sql'))).toSorted()
  return Promise.all(
    withSql.map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function pendingOf(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    'select migration_name as name, checksum, finished_at is not null as finished from _prisma_migrations where rolled_back_at is null order by migration_name',
  )
  for (const { name, checksum, finished } of rows) {
    const known = migrations.find((migration) => migration.name === name)
    if (known === undefined) {
      throw new Stumble(`The database was changed by a newer version of this program (migration ${name} is unknown here).`, 'Start that version, or restore the backup made before it.')
    }
    if (known.checksum !== checksum) {
      throw new Stumble(`Migration ${name} was edited after this database had applied it.`, 'Put the file back as it was and write a new migration for the change.')
    }
    if (!finished) {
      throw new Stumble(`Migration ${name} was begun by another tool and not finished.`, 'Resolve it with "prisma migrate resolve", then start again.')
    }
  }
  return migrations.filter(({ name }) => !rows.some((row) => row.name === name))
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin')
    // A migration that waits for a lock makes everyone behind it wait too: it gives up early instead.
    await client.query(`set local lock_timeout = '5s'`)
    await client.query(sql)
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, transaction_timestamp(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback')
    throw new Stumble(`Migration ${name} failed, nothing of it was kept: ${describe(fault, sql)}`, 'The database is as before. Mend the cause and start again.')
  }
}

/** The message of the database with the line of the file it speaks of. */
function describe(fault: unknown, sql: string): string {
  const { message, detail, position, where } = fault as pg.DatabaseError
  const line = position === undefined ? '' : `line ${sql.slice(0, Number(position)).split('\n').length}: `
  return [`${line}${message}`, detail, where].filter(Boolean).join(' — ')
}

const RECORD = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`
