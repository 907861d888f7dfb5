import { join } from 'node:path'
import { applicationSecrets, keptSecret, MissingSecrets, type ApplicationSecrets } from '@/lib/platform/secrets'
import { migrate } from './migrate'
import { startCluster, urlOf, type Cluster } from './postgres/cluster'
import { APPLICATION_ROLE, withClient } from './postgres/roles'
import { ROOT } from './root.mjs'
import type { Mode, Settings } from './settings'
import { Stumble } from './stumble.mjs'

/** A database that may be used: `cluster` is null where it is the operator's own. */
export type Database = { cluster: Cluster | null; ownerUrl: string; applicationUrl: string; applicationPassword: string | null }

const DATABASE = 'mot_cua'

export async function openDatabase(settings: Settings): Promise<Database> {
  return settings.database === null ? openEmbedded(settings.dataDir) : openGiven(settings.database, settings.dataDir)
}

async function openEmbedded(dataDir: string): Promise<Database> {
  const cluster = await startCluster({
    folder: join(dataDir, 'postgres'),
    superuserPassword: await keptSecret(dataDir, 'DATABASE_SUPERUSER_PASSWORD'),
    ownerPassword: await keptSecret(dataDir, 'DATABASE_OWNER_PASSWORD'),
    database: DATABASE,
  })
  const applicationPassword = await keptSecret(dataDir, 'DATABASE_APPLICATION_PASSWORD')
  return { cluster, ownerUrl: cluster.ownerUrl, applicationUrl: urlOf(APPLICATION_ROLE, applicationPassword, cluster.port, DATABASE), applicationPassword }
}

/** Where the operator gives no address for the application, migrations make its role, with a password kept in DATA_DIR. */
async function openGiven({ ownerUrl, applicationUrl }: { ownerUrl: string; applicationUrl: string | null }, dataDir: string): Promise<Database> {
  try {
    await withClient(ownerUrl, (client) => client.query('select 1'))
  } catch (fault) {
    throw new Stumble(`The database of DATABASE_URL does not answer: ${(fault as Error).message}`, 'Check that the server runs, and that host, port, role and password in DATABASE_URL are right.')
  }
  if (applicationUrl !== null) return { cluster: null, ownerUrl, applicationUrl, applicationPassword: null }
  const applicationPassword = process.env.APP_DATABASE_PASSWORD || (await keptSecret(dataDir, 'DATABASE_APPLICATION_PASSWORD'))
  const url = new URL(ownerUrl)
  url.username = APPLICATION_ROLE
  url.password = encodeURIComponent(applicationPassword)
  return { cluster: null, ownerUrl, applicationUrl: url.href, applicationPassword }
}

export const migrateDatabase = ({ ownerUrl, applicationPassword }: Database): Promise<string[]> =>
  migrate({ ownerUrl, applicationPassword, folder: join(ROOT, 'prisma/migrations') })

/** The application must be able to log in and hold the rights that migrations grant; throws Stumble with the statement that brings it about. */
export async function demandApplicationRights({ applicationUrl }: Database): Promise<void> {
  const role = decodeURIComponent(new URL(applicationUrl).username)
  const member = await withClient(applicationUrl, async (client) => {
    const { rows } = await client.query<{ member: boolean }>(`select pg_has_role(current_user, '${APPLICATION_ROLE}', 'usage') as member`)
    return rows[0]?.member === true
  }).catch((fault: Error) => {
    throw new Stumble(`The application cannot log in to the database as "${role}": ${fault.message}`, 'Check APP_DATABASE_URL, or unset it: the application role is then made here.')
  })
  if (!member) throw new Stumble(`Role "${role}" of APP_DATABASE_URL has no rights on the tables.`, `Run as the owner: grant ${APPLICATION_ROLE} to "${role}";`)
}

/** Writes the mode into a new database; throws Stumble where an existing one is of the other mode. */
export async function fixMode({ ownerUrl }: Database, mode: Mode): Promise<void> {
  const stored = await withClient(ownerUrl, async (client) => {
    await client.query('insert into installation (id, mode) values (1, $1) on conflict do nothing', [mode])
    const { rows } = await client.query<{ mode: string }>('select mode from installation')
    return rows[0]?.mode
  })
  if (stored === mode) return
  throw new Stumble(
    `This database was made for ${stored}, and an installation never changes its mode.`,
    mode === 'demo' ? 'Start it with MODE=production.' : 'Start it with MODE=demo, or choose another DATA_DIR (or DATABASE_URL) for production.',
  )
}

/**
 * What the programs of the house are started with: nothing of theirs is read from files, so that they run the same anywhere.
 * The web server is not given the owner's address, nor DATABASE_URL.
 */
export async function environmentFor(settings: Settings, database: Database, who: 'server' | 'owner'): Promise<NodeJS.ProcessEnv> {
  const { DATABASE_URL: _owner, OWNER_DATABASE_URL: _previous, ...inherited } = process.env
  return {
    ...inherited,
    ...(await secretsFor(settings)),
    MODE: settings.mode,
    HOST: settings.host,
    PORT: String(settings.port),
    PUBLIC_URL: settings.publicUrl,
    NEXTAUTH_URL: settings.publicUrl,
    DATA_DIR: settings.dataDir,
    APP_DATABASE_URL: database.applicationUrl,
    ...(who === 'owner' ? { OWNER_DATABASE_URL: database.ownerUrl } : {}),
    NEXT_TELEMETRY_DISABLED: '1',
  } as NodeJS.ProcessEnv
}

export async function secretsFor({ mode, dataDir }: Settings): Promise<ApplicationSecrets> {
  try {
    return await applicationSecrets(mode, dataDir)
  } catch (fault) {
    if (!(fault instanceof MissingSecrets)) throw fault
    throw new Stumble(
      `${fault.message}.`,
      'Make each with "openssl rand -base64 32" (FIELD_KEY is "k1:" and such a key), keep them where backups of the data do not lie, and set them before starting.',
    )
  }
}
