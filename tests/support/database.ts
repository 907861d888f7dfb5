import { rm } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'

/** What a test may do behind the application's back. */
export type TestDatabase = {
  /** A connection as the owner, whom row-level security does not bind: to arrange and to look. */
  readonly owner: pg.Client
  /** A connection as the application role, without a scope: to show what it may not do. The file's own, closed with it. */
  asApplication: () => Promise<pg.Client>
  /** Drops everything that was written and begins again as at the top of the file; connections taken before are closed. */
  renew: () => Promise<void>
}

/**
 * Gives this file a database of its own, with all migrations and the reference data, and drops it afterwards.
 * Call it once at the top of the file; the connections exist from the first test (or later `beforeAll`) on.
 * `@/lib/platform/db` finds the database by the environment, which is set before anything is imported.
 */
export function useDatabase(): TestDatabase {
  const name = new URL(process.env.APP_DATABASE_URL ?? '').pathname.slice(1)
  const clients: pg.Client[] = []
  const connect = async (url: string | undefined): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    clients.push(client)
    return client
  }
  let owner: pg.Client | undefined

  beforeAll(async () => {
    await ask('POST', name)
    owner = await connect(process.env.OWNER_DATABASE_URL)
  })

  const drop = async (): Promise<void> => {
    const { disconnect } = await import('@/lib/platform/db')
    await disconnect()
    await Promise.all(clients.splice(0).map((client) => client.end()))
    await ask('DELETE', name)
  }

  afterAll(async () => {
    await drop()
    await rm(process.env.DATA_DIR ?? '', { recursive: true, force: true })
  })

  return {
    get owner() {
      if (owner === undefined) throw new Error('The database is made in beforeAll: use it inside a test or a later beforeAll')
      return owner
    },
    asApplication: () => connect(process.env.APP_DATABASE_URL),
    renew: async () => {
      await drop()
      await ask('POST', name)
      owner = await connect(process.env.OWNER_DATABASE_URL)
    },
  }
}

async function ask(method: 'POST' | 'DELETE', name: string): Promise<void> {
  const answer = await fetch(`${inject('databaseDesk')}/${name}`, { method })
  if (!answer.ok) throw new Error(await answer.text())
}
