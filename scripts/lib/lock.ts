import { randomUUID } from 'node:crypto'
import { accessSync, constants, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { birthOf, isAlive } from './processes'
import { Stumble } from './stumble.mjs'

type Process = { pid: number; birth: string }
/** `starter` is the process that handed over to the holder: once it is gone, the holder is winding down. */
type Holder = Process & { starter: Process }

const PATIENCE_MS = 20_000

/**
 * One starter for each DATA_DIR; answers the release. Throws Stumble while another lives. The lock of a killed one is taken over,
 * and one that is just stopping is waited for.
 */
export async function takeLock(dataDir: string, until = Date.now() + PATIENCE_MS): Promise<() => void> {
  demandFolder(dataDir)
  const path = join(dataDir, 'start.lock')
  if (claim(path)) return () => rmSync(path, { force: true })
  const found = read(path)
  const holder = parse(found)
  if (holder !== null && lives(holder)) {
    if (lives(holder.starter) || Date.now() > until) {
      throw new Stumble(
        `Một Cửa is already running on this data (process ${holder.pid}, ${dataDir}).`,
        'Use that one, stop it first (Ctrl-C there), or start a second one with another DATA_DIR and PORT.',
      )
    }
    await wait(100)
  } else {
    discard(path, found)
  }
  return takeLock(dataDir, until)
}

/** Written aside and linked, so that nobody ever reads half a lock of a living start. */
function claim(path: string): boolean {
  const aside = `${path}.${randomUUID()}`
  writeFileSync(aside, JSON.stringify({ ...self(process.pid), starter: self(process.ppid) } satisfies Holder), { mode: 0o600 })
  try {
    linkSync(aside, path)
    return true
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw fault
  } finally {
    rmSync(aside)
  }
}

/** Moved aside before it is removed, and put back if another start has taken the lock in the meantime: of several, one goes on. */
function discard(path: string, stale: string): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
    if (read(aside) !== stale) linkSync(aside, path)
    rmSync(aside)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault
  }
}

const self = (pid: number): Process => ({ pid, birth: birthOf(pid) })
const lives = ({ pid, birth }: Process): boolean => isAlive(pid) && birthOf(pid) === birth

/** Empty where there is none. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Null for a lock that was cut short in writing. */
function parse(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder
  } catch {
    return null
  }
}

/** Passable for the account the database runs as; what is private in it has folders of its own. */
function demandFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 })
    accessSync(dataDir, constants.W_OK | constants.X_OK)
  } catch (fault) {
    throw new Stumble(
      `The data folder ${dataDir} cannot be used by this user (${(fault as NodeJS.ErrnoException).code}).`,
      'Start as the user who started it first (perhaps root, with sudo), or choose another DATA_DIR.',
    )
  }
}
