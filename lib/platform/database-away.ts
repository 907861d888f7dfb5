import 'server-only'
import pg from 'pg'
import { env } from './env'

/** Longer than any healthy answer, shorter than a reader's patience. @unit milliseconds */
const PATIENCE = 2_000

// On the global object, because the proxy is a bundle of its own and hears of losses from the pages.
const kept = globalThis as { motCuaDatabaseLost?: boolean }

/** Somebody could not reach the database, or lost a connection to it. */
export const noteDatabaseLost = (): void => void (kept.motCuaDatabaseLost = true)

/**
 * Is the database away? Costs nothing while all is well: only after a loss was noticed it is asked, beside the pool, until it answers
 * again. A page that fails while it renders has no words without JavaScript; whoever asks this first can still say some.
 */
export async function databaseIsAway(): Promise<boolean> {
  if (kept.motCuaDatabaseLost === true && (await answers())) kept.motCuaDatabaseLost = false
  return kept.motCuaDatabaseLost === true
}

async function answers(): Promise<boolean> {
  const connection = new pg.Client({ connectionString: env.databaseUrl, connectionTimeoutMillis: PATIENCE, query_timeout: PATIENCE })
  // It may also die between connecting and ending; nobody else listens.
  connection.on('error', () => undefined)
  try {
    await connection.connect()
    await connection.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await connection.end().catch(() => undefined)
  }
}
