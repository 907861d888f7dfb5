import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { env } from '@/lib/platform/env'

/** What prisma/seed/load.ts promises. Loading twice changes nothing; a load that was cut short goes on where it stopped. */
type LoadSeed = (options: {
  ownerUrl: string
  appUrl: string
  mode: 'demo' | 'production'
  /** reference: catalogue, calendar and units only; all: what the mode shows on its first day as well. */
  scope: 'reference' | 'all'
  progress: (line: string) => void
}) => Promise<void>

const loader = join(import.meta.dirname, '../../prisma/seed/load.ts')
if (existsSync(loader)) {
  const { loadSeed } = (await import(pathToFileURL(loader).href)) as { loadSeed: LoadSeed }
  await loadSeed({
    ownerUrl: env.ownerDatabaseUrl ?? env.databaseUrl,
    appUrl: env.databaseUrl,
    mode: env.mode,
    scope: process.argv.includes('--scope=reference') ? 'reference' : 'all',
    progress: (line) => console.log(`  ${line}`),
  })
}
// Pools that a loader left open would keep this process alive.
process.exit(0)
