import { env } from '@/lib/platform/env'
import { loadSeed } from '@/prisma/seed/load'

/** In a process of its own: it is given the owner's address, and what it leaves open ends with it. */
await loadSeed({
  ownerUrl: env.ownerDatabaseUrl ?? env.databaseUrl,
  appUrl: env.databaseUrl,
  mode: env.mode,
  // reference: catalogue, calendar, units and people; all: what the mode shows on its first day as well.
  scope: process.argv.includes('--scope=reference') ? 'reference' : 'all',
  progress: (line) => console.log(`  ${line}`),
})
process.exit(0)
