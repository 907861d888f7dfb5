import 'server-only'
import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'

const fresh = (): string => randomBytes(32).toString('base64')

/** What the application must be given to run: variable → how a demonstration makes one. */
const application = {
  NEXTAUTH_SECRET: fresh,
  FIELD_KEY: () => `k1:${fresh()}`,
  HASH_KEY: fresh,
  TRACKING_KEY: fresh,
} satisfies Record<string, () => string>
export type ApplicationSecrets = Record<keyof typeof application, string>

/** Production was started without secrets that only its operator may choose. */
export class MissingSecrets extends Error {
  constructor(readonly names: string[]) {
    super(`Production takes its secrets from the environment, and these are missing: ${names.join(', ')}`)
  }
}

/**
 * The secrets of the application. Production finds them in the environment (throws MissingSecrets);
 * a demonstration makes what it is not given once, and keeps it in DATA_DIR/secrets.
 */
export async function applicationSecrets(mode: 'demo' | 'production', dataDir: string, environment = process.env): Promise<ApplicationSecrets> {
  const names = Object.keys(application) as (keyof ApplicationSecrets)[]
  const missing = names.filter((name) => !environment[name])
  if (mode === 'production' && missing.length > 0) throw new MissingSecrets(missing)
  const found = await Promise.all(names.map(async (name) => [name, environment[name] || (await keptSecret(dataDir, name, application[name]))] as const))
  return Object.fromEntries(found) as ApplicationSecrets
}

/** A secret in DATA_DIR/secrets/<name>, made at its first use. Readable by the owner of the process alone. */
export async function keptSecret(dataDir: string, name: string, make: () => string = fresh): Promise<string> {
  const folder = join(dataDir, 'secrets')
  const path = join(folder, name.toLowerCase().replaceAll('_', '-'))
  const kept = await readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return ''
    throw fault
  })
  if (kept.trim() !== '') return kept.trim()
  // DATA_DIR itself may be passed through: the account that runs the database has a folder of its own in it.
  await mkdir(dataDir, { recursive: true, mode: 0o711 })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const secret = make()
  // Written aside and renamed: a kill in between never leaves half a key behind.
  const file = await open(`${path}.new`, 'w', 0o600)
  await file.writeFile(`${secret}\n`)
  await file.sync()
  await file.close()
  await rename(`${path}.new`, path)
  return secret
}
