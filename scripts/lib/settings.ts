import { join, resolve } from 'node:path'
import { ROOT } from './root.mjs'
import { Stumble } from './stumble.mjs'

export type Mode = 'demo' | 'production'
/** What the operator has decided, by environment variables. */
export type Settings = {
  mode: Mode
  host: string
  port: number
  /** Absolute. */
  dataDir: string
  publicUrl: string
  /** The operator's own database; null: the embedded one. */
  database: { ownerUrl: string; applicationUrl: string | null } | null
}

/** Throws Stumble, naming the variable and what it should be. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const ownerUrl = environment.DATABASE_URL || null
  const mode = readMode(environment.MODE, ownerUrl !== null)
  const host = environment.HOST || '127.0.0.1'
  const port = readPort(environment.PORT)
  if (ownerUrl === null && environment.APP_DATABASE_URL) {
    throw new Stumble('APP_DATABASE_URL is set without DATABASE_URL.', 'Set DATABASE_URL (the owner, who runs migrations) as well, or unset both for the embedded database.')
  }
  return {
    mode,
    host,
    port,
    dataDir: environment.DATA_DIR ? resolve(environment.DATA_DIR) : join(ROOT, '.data'),
    publicUrl: readPublicUrl(environment.PUBLIC_URL) ?? `http://${reachable(host)}:${port}`,
    database: ownerUrl === null ? null : { ownerUrl, applicationUrl: environment.APP_DATABASE_URL || null },
  }
}

function readMode(given: string | undefined, hasDatabase: boolean): Mode {
  const mode = given || (hasDatabase ? 'production' : 'demo')
  if (mode !== 'demo' && mode !== 'production') throw new Stumble(`MODE is "${mode}".`, 'It is either "demo" or "production".')
  if (mode === 'demo' && hasDatabase) {
    throw new Stumble('MODE=demo is refused together with DATABASE_URL: demonstration accounts must never reach a real database.', 'Unset DATABASE_URL for a demonstration, or MODE for production.')
  }
  return mode
}

function readPort(given = '3000'): number {
  const port = Number(given || '3000')
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Stumble(`PORT is "${given}".`, 'It is a whole number from 1 to 65535.')
  return port
}

function readPublicUrl(given: string | undefined): string | null {
  if (!given) return null
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) {
    throw new Stumble(`PUBLIC_URL is "${given}".`, 'It is the address people type, such as https://motcua.example.gov.vn')
  }
  return new URL(given).origin
}

/** An address of listening that is also one to go to. */
export const reachable = (host: string): string => {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
