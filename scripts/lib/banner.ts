import { demoAccountLines } from '@/prisma/seed/demo-accounts'
import type { Database } from './database'
import { reachable, type Settings } from './settings'

/** What the operator needs to know once it serves. */
export function servingLines(settings: Settings, database: Database): string[] {
  const here = `http://${reachable(settings.host)}:${settings.port}`
  return [
    '',
    `  Một Cửa serves at ${here}${settings.publicUrl === here ? '' : ` (for everyone else: ${settings.publicUrl})`}`,
    `  Mode: ${settings.mode === 'demo' ? 'demonstration (invented people, nothing of it is real)' : 'production'}`,
    ...(settings.mode === 'demo' ? ['  Accounts:', ...demoAccountLines().map((line) => `    ${line}`)] : []),
    `  Data: ${settings.dataDir}${database.cluster === null ? ' (files); database: as given in DATABASE_URL' : ''}`,
    '  Stop with Ctrl-C.',
    '',
  ]
}

/** Lines that a shell can read (`eval "$(…)"` after `grep ^export`). */
export function databaseLines({ dataDir }: Settings, environment: NodeJS.ProcessEnv): string[] {
  const names = ['MODE', 'APP_DATABASE_URL', 'OWNER_DATABASE_URL', 'DATA_DIR', 'PUBLIC_URL', 'NEXTAUTH_URL', 'NEXTAUTH_SECRET', 'FIELD_KEY', 'HASH_KEY', 'TRACKING_KEY']
  return ['', ...names.map((name) => `export ${name}='${environment[name] ?? ''}'`), '', `  The database of ${dataDir} is up. Stop it with Ctrl-C.`, '']
}
