import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from '../ports'
import { ended, isAlive } from '../processes'
import { Stumble } from '../stumble.mjs'
import { findBinaries, type Binaries } from './binaries'
import { chooseLauncher, type Launcher } from './launcher'
import { livePostmaster } from './postmaster'
import { OWNER_ROLE, prepareDatabase } from './roles'

/**
 * A running PostgreSQL of our own, on loopback alone.
 * `stop` shuts down fast (open transactions are rolled back, nothing acknowledged is lost); `whenEnded` settles when the server is gone, for whatever reason.
 */
export type Cluster = { pid: number; port: number; reused: boolean; superuserUrl: string; ownerUrl: string; whenEnded: Promise<void>; stop: () => Promise<void> }

export type ClusterOptions = {
  /** Holds `data/`, the log and the last port. Made when missing. */
  folder: string
  superuserPassword: string
  ownerPassword: string
  database: string
  /** Only for throwaway data: a power failure may destroy it. */
  throwaway?: boolean
  /** Taken while it is free; a restarted server keeps its address so that pools find it again. */
  port?: number
}

/** Starts the server on the folder, or joins the one that already runs there. Answers when it takes statements. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { folder } = options
  const binaries = await findBinaries()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const launcher = chooseLauncher(binaries, folder)
  await handOver(folder, launcher)
  const data = join(folder, 'data')
  if (!existsSync(data)) await initialise(binaries, launcher, options)
  const live = livePostmaster(data)
  const { pid, port, child } = live !== null ? { ...live, child: null } : await launch(binaries, launcher, options)
  const superuserUrl = urlOf('postgres', options.superuserPassword, port, 'postgres')
  await untilReady(superuserUrl, pid, folder)
  await prepareDatabase(superuserUrl, options.database, options.ownerPassword)
  return {
    pid,
    port,
    reused: child === null,
    superuserUrl: urlOf('postgres', options.superuserPassword, port, options.database),
    ownerUrl: urlOf(OWNER_ROLE, options.ownerPassword, port, options.database),
    whenEnded: child === null ? pollUntilEnded(pid) : exitOf(child),
    stop: () => stopServer(pid),
  }
}

export const urlOf = (role: string, password: string, port: number, database: string): string =>
  `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`

/** initdb works aside and its folder is renamed when it is whole: a kill in between leaves nothing that looks like a database. */
async function initialise(binaries: Binaries, launcher: Launcher, { folder, superuserPassword, throwaway }: ClusterOptions): Promise<void> {
  const unfinished = join(folder, 'data.new')
  const passwordFile = join(folder, 'password.new')
  await rm(unfinished, { recursive: true, force: true })
  await writeFile(passwordFile, superuserPassword, { mode: 0o600 })
  await handOver(folder, launcher)
  // The builtin provider sorts the same on every operating system and after every upgrade of one.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const safety = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--data-checksums', ...(throwaway ? ['--no-sync'] : [])]
  const result = runAs(launcher, binaries.initdb, ['-D', unfinished, ...locale, ...safety])
  await rm(passwordFile, { force: true })
  if (result.status !== 0) {
    throw new Stumble(`The database could not be created in ${folder}: ${lastLine(result.stderr)}`, 'Make sure that the disk has room and that the folder may be written.')
  }
  await rename(unfinished, join(folder, 'data'))
}

async function launch(binaries: Binaries, launcher: Launcher, options: ClusterOptions): Promise<{ pid: number; port: number; child: ChildProcess }> {
  const { folder, throwaway } = options
  const portFile = join(folder, 'port')
  const port = await freePort(options.port ?? Number(await readFile(portFile, 'utf8').catch(() => '0')))
  await writeFile(portFile, String(port))
  const log = await openLog(folder)
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Set on the connection by whoever needs it; the just-in-time compiler costs more than it brings on small queries.
    jit: 'off',
    ...(throwaway ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' } : {}),
  }
  const [command, args] = commandFor(launcher, binaries.postgres, ['-D', join(folder, 'data'), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])])
  // In a session of its own: Ctrl-C in the terminal reaches us alone, so that the application can finish before its database stops.
  const child = spawn(command, args, { ...launcher.user, cwd: '/', detached: true, stdio: ['ignore', log.fd, log.fd], env: cleanEnvironment() })
  const failed = new Promise<never>((_resolve, reject) => child.once('error', reject))
  await Promise.race([new Promise((resolve) => child.once('spawn', resolve)), failed])
  await log.close()
  child.unref()
  return { pid: child.pid as number, port, child }
}

/** Waits through crash recovery, however long: only the end of the server ends the patience. */
async function untilReady(url: string, pid: number, folder: string): Promise<void> {
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.query('select 1')
      return
    } catch (fault) {
      const { code = '', message } = fault as { code?: string; message: string }
      if (code === '28P01') {
        throw new Stumble(`The database in ${folder} does not accept the password kept beside it: ${message}`, 'Put the folder "secrets" that belongs to this data back into DATA_DIR.')
      }
      if (!isAlive(pid)) {
        throw new Stumble(`The database server ended while it started: ${await tailOfLog(folder)}`, `Its log is ${join(folder, 'postgres.log')}.`)
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}

/** Fast shutdown first; a server that still lives after eight seconds is stopped at once and recovers at its next start. */
async function stopServer(pid: number): Promise<void> {
  for (const [signal, patienceMs] of [['SIGINT', 8000], ['SIGQUIT', 2000], ['SIGKILL', 1000]] as const) {
    if (!isAlive(pid)) return
    try {
      process.kill(pid, signal)
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code === 'ESRCH') return
      throw fault
    }
    if (await ended(pid, patienceMs)) return
  }
}

/** Gives the folder to the account the server runs as. */
async function handOver(folder: string, { dataOwner }: Launcher): Promise<void> {
  if (dataOwner === null) return
  const { uid } = await stat(folder)
  const data = join(folder, 'data')
  const same = uid === dataOwner.uid && (!existsSync(data) || (await stat(data)).uid === dataOwner.uid) && !existsSync(join(folder, 'password.new'))
  if (same) return
  const { status, stderr } = spawnSync('chown', ['-R', `${dataOwner.uid}:${dataOwner.gid}`, folder], { encoding: 'utf8' })
  if (status !== 0) throw new Stumble(`The data folder cannot be given to the account of the database: ${lastLine(stderr)}`, 'Choose a DATA_DIR on a local disk, or start as an ordinary user.')
  await chmod(folder, 0o700)
}

const commandFor = ({ prefix }: Launcher, binary: string, args: string[]): [string, string[]] => {
  const [command = binary, ...rest] = [...prefix, binary, ...args]
  return [command, rest]
}

function runAs(launcher: Launcher, binary: string, args: string[]): { status: number | null; stderr: string } {
  const [command, rest] = commandFor(launcher, binary, args)
  const { status, stderr, error } = spawnSync(command, rest, { ...launcher.user, cwd: '/', encoding: 'utf8', env: cleanEnvironment() })
  return { status, stderr: error?.message ?? stderr }
}

/** Nothing of the caller's environment (PGDATA, LC_*, secrets) reaches the server. */
const cleanEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC', NODE_ENV: process.env.NODE_ENV ?? 'production' }) as NodeJS.ProcessEnv

const exitOf = (child: ChildProcess): Promise<void> => (child.exitCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('exit', () => resolve())))

async function pollUntilEnded(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 500).unref())
}

/** Ten megabytes of the last runs are enough to find out why a server ended. */
async function openLog(folder: string): Promise<Awaited<ReturnType<typeof open>>> {
  const path = join(folder, 'postgres.log')
  const size = await stat(path).then(({ size: bytes }) => bytes, () => 0)
  if (size > 10 * 1024 * 1024) await rename(path, `${path}.old`)
  return open(path, 'a', 0o600)
}

const tailOfLog = async (folder: string): Promise<string> => lastLine(await readFile(join(folder, 'postgres.log'), 'utf8').catch(() => ''))
const lastLine = (text: string): string => text.trim().split('\n').filter((line) => /FATAL|ERROR|error|PANIC/.test(line)).at(-1) ?? text.trim().split('\n').at(-1) ?? ''
