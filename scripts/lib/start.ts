import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build, buildIsStale } from './build'
import { databaseLines, servingLines } from './banner'
import { demandApplicationRights, environmentFor, fixMode, migrateDatabase, openDatabase, secretsFor, type Database } from './database'
import { takeLock } from './lock'
import { isFree } from './ports'
import { ROOT } from './root.mjs'
import { launchServer, launchWorker, untilServing } from './serve'
import { readSettings, type Settings } from './settings'
import { abandonSteps, reportFault, runQuietly, step } from './steps.mjs'
import { Stumble } from './stumble.mjs'
import { Backoff, Supervised } from './supervise'
import { typescriptFlags } from './typescript.mjs'

const options = { dev: process.argv.includes('--dev'), databaseOnly: process.argv.includes('--database-only') }

/** What runs now, in the order in which it must be stopped. */
const up: { children: Supervised[]; opening: Promise<Database> | null; database: Database | null; release: () => void } = {
  children: [],
  opening: null,
  database: null,
  release: () => undefined,
}
let stopping: Promise<never> | null = null

async function start(): Promise<void> {
  const settings = readSettings(process.env)
  up.release = await takeLock(settings.dataDir)
  await secretsFor(settings)
  if (!options.databaseOnly) await demandPort(settings)
  const database = await step('starting the database', () => open(settings))
  await step('applying migrations', () => migrateDatabase(database))
  await demandApplicationRights(database)
  await fixMode(database, settings.mode)
  await loadData(settings, database)
  void keepDatabaseUp(settings, database)
  if (options.databaseOnly) return print(databaseLines(settings, await environmentFor(settings, database, 'owner')))
  if (!options.dev && buildIsStale()) await step('building', build)
  await serve(settings)
  print(servingLines(settings, database))
}

/** Remembered while it opens as well: a stop in that moment must not leave a server behind. */
async function open(settings: Settings): Promise<Database> {
  up.opening = openDatabase(settings)
  up.database = await up.opening
  return up.database
}

async function loadData(settings: Settings, database: Database): Promise<void> {
  const printed = await step('loading data', async () =>
    runQuietly(process.execPath, [...typescriptFlags(), join(ROOT, 'scripts/lib/load-seed.ts')], {
      env: await environmentFor(settings, database, 'owner'),
      mend: 'What was loaded is kept; start again to go on from there.',
    }),
  )
  if (printed.trim() !== '') print(printed.trimEnd().split('\n'))
}

async function serve(settings: Settings): Promise<void> {
  const environment = (who: 'server' | 'owner') => environmentFor(settings, up.database as Database, who)
  const server = new Supervised('server', async () => launchServer(settings, options.dev, await environment('server')))
  up.children.push(server)
  await step('starting the server', async () => untilServing(settings, await server.start()))
  server.keep()
  const worker = new Supervised('worker', async () => launchWorker(await environment('owner')))
  up.children.push(worker)
  await worker.start()
  worker.keep()
}

/** A database that ends by itself is started again at the same address, where the pools find it; at another one, everybody is told. */
async function keepDatabaseUp(settings: Settings, database: Database, backoff = new Backoff()): Promise<void> {
  await database.cluster?.whenEnded
  if (database.cluster === null || stopping !== null) return
  console.error('The database ended; it is started again.')
  const again = await reopen(settings, backoff)
  if (again.applicationUrl !== database.applicationUrl) up.children.forEach((child) => child.renew())
  return keepDatabaseUp(settings, again, backoff)
}

async function reopen(settings: Settings, backoff: Backoff): Promise<Database> {
  await backoff.pause()
  if (stopping !== null) return stopping
  backoff.starting()
  return open(settings).catch((fault: unknown) => {
    reportFault(fault)
    return reopen(settings, backoff)
  })
}

/** The server of a start that was killed a moment ago is still letting go of its port. */
async function demandPort({ host, port }: Pick<Settings, 'host' | 'port'>, patience = 20): Promise<void> {
  if (await isFree(port, host)) return
  if (patience > 0) return wait(100).then(() => demandPort({ host, port }, patience - 1))
  throw new Stumble(`Port ${port} on ${host} is taken by another program, or cannot be used.`, `Start with another one, for example: PORT=${port + 1} npm start`)
}

/** Requests under way are finished, then the database goes. Never returns; called again, it goes on as before. */
const stop = (exitCode: number): Promise<never> =>
  (stopping ??= (async () => {
    abandonSteps()
    await Promise.all(up.children.map((child) => child.stop(5000)))
    const database = (await up.opening?.catch(() => null)) ?? up.database
    await database?.cluster?.stop()
    up.release()
    process.exit(exitCode)
  })())

const print = (lines: string[]): void => console.log(lines.join('\n'))

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping === null) console.log('\nStopping: the server first, then the database.')
    void stop(0)
  })
}

try {
  await start()
} catch (fault) {
  if (stopping === null) reportFault(fault)
  await stop(1)
}
// With a database of the operator's own and nothing else to watch, the process would end here by itself.
setInterval(() => undefined, 60_000)
