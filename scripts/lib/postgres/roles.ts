import pg from 'pg'
import { Stumble } from '../stumble.mjs'

/** Owns the tables and runs migrations; no superuser, so that a site with a database of its own behaves the same. */
export const OWNER_ROLE = 'mot_cua_owner'
/** Serves. Row-level security binds it. */
export const APPLICATION_ROLE = 'mot_cua_app'

/** Makes the owner and its database in a new cluster. Does nothing the second time. */
export async function prepareDatabase(superuserUrl: string, database: string, ownerPassword: string): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      'select exists(select from pg_roles where rolname = $1) as role, exists(select from pg_database where datname = $2) as database',
      [OWNER_ROLE, database],
    )
    if (rows[0]?.role === false) {
      await client.query(`create role ${OWNER_ROLE} login createrole createdb password ${pg.escapeLiteral(ownerPassword)}`)
      await client.query(`grant pg_monitor, pg_checkpoint to ${OWNER_ROLE}`)
    }
    if (rows[0]?.database === false) await client.query(`create database ${pg.escapeIdentifier(database)} owner ${OWNER_ROLE}`)
  })
  // What a backup by file copy needs; functions are granted per database.
  const inDatabase = new URL(superuserUrl)
  inDatabase.pathname = `/${database}`
  await withClient(inDatabase.href, async (client) => {
    const { rows } = await client.query<{ granted: boolean }>(`select has_function_privilege('${OWNER_ROLE}', 'pg_backup_start(text, boolean)', 'execute') as granted`)
    if (rows[0]?.granted === true) return
    await client.query(`grant execute on function pg_backup_start(text, boolean), pg_backup_stop(boolean), pg_switch_wal() to ${OWNER_ROLE}`)
  })
}

/**
 * Makes the application role before migrations grant to it, and gives it its password (null: it cannot log in itself, members of it do).
 * @param client connected as the owner
 */
export async function ensureApplicationRole(client: pg.ClientBase, password: string | null): Promise<void> {
  const { rows } = await client.query('select from pg_roles where rolname = $1', [APPLICATION_ROLE])
  try {
    if (rows.length === 0) await client.query(`create role ${APPLICATION_ROLE} nologin`)
    // SUPERUSER, REPLICATION and BYPASSRLS are off in a new role; only a superuser may speak of them, so that they are not repeated here.
    if (password !== null) await client.query(`alter role ${APPLICATION_ROLE} login nocreatedb nocreaterole password ${pg.escapeLiteral(password)}`)
  } catch (fault) {
    if ((fault as pg.DatabaseError).code !== '42501') throw fault
    throw new Stumble(
      `The role of DATABASE_URL may not make the application role: ${(fault as Error).message}`,
      `Have a superuser run: create role ${APPLICATION_ROLE} nologin; and a role with a password "in role ${APPLICATION_ROLE}", and name that one in APP_DATABASE_URL.`,
    )
  }
}

export async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, application_name: 'mot-cua start' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
