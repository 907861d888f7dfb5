import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.mjs'
import { Stumble } from './stumble.mjs'
import { runQuietly, step } from './steps.mjs'

const OLDEST_NODE = [20, 19]

/** Installs exactly what package-lock.json says, where node_modules is missing, half finished, of another machine or of an older lock. */
export async function ensureDependencies() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new Stumble(`This is Node ${process.versions.node}.`, `Install Node ${OLDEST_NODE.join('.')} or newer, then start again.`)
  }
  if (!dependenciesAreStale()) return
  await step('installing dependencies', async () => {
    // `npm ci` refuses a lock without the packages of other systems, which a registry that does not carry them leaves out.
    // `npm install` takes the same lock as it is, and --no-save keeps it so.
    await npm('ci').catch(() => npm('install', '--no-save'))
    if (!dependenciesAreStale()) return
    throw new Stumble('npm installed other versions than package-lock.json names.', 'Delete node_modules and start again.')
  })
}

const npm = (...command) =>
  runQuietly('npm', [...command, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    // On Windows npm is a script, which only a shell runs.
    shell: process.platform === 'win32',
    env: { ...process.env, NODE_ENV: 'development', ...schemaEngineStandIn() },
    mend: 'Mostly the npm registry could not be reached (check network and proxy), or the disk is full. The message above says which.',
  })

/**
 * npm writes node_modules/.package-lock.json as its last act: what it lists is really there.
 * Versions are compared, so that an installation made by hand from the same lock is left alone.
 */
export function dependenciesAreStale(root = ROOT) {
  const installedPath = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installedPath)) return true
  const wanted = readPackages(join(root, 'package-lock.json'))
  const installed = readPackages(installedPath)
  return Object.entries(wanted).some(([path, entry]) => path !== '' && isNeededHere(entry) && installed[path]?.version !== entry.version)
}

/** @returns {Record<string, {version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[]}>} */
const readPackages = (path) => JSON.parse(readFileSync(path, 'utf8')).packages

/** Packages for other machines are listed as optional, and npm leaves them out. */
function isNeededHere({ optional = false, os, cpu, libc }) {
  if (!optional) return true
  if (os === undefined && cpu === undefined) return false
  const glibc = process.report.getReport().header?.glibcVersionRuntime !== undefined
  return (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true) && (libc?.includes(glibc ? 'glibc' : 'musl') ?? true)
}

/**
 * Prisma's command line downloads its schema engine wherever it finds none, and fails behind a wall. Generating needs none of it:
 * pointed at any executable, it does not ask. (Never run `prisma migrate` that way: it would succeed and do nothing.)
 */
export const schemaEngineStandIn = () => ({ PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' })

/** Whether a command exists; used for what a machine may or may not have. */
export const hasCommand = (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined
