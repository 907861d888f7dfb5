// node scripts/run.mjs <file.ts> [arguments]: runs a script of the house with the database and secrets of this installation,
// beside a running server or alone.
import { resolve } from 'node:path'
import { ensureDependencies } from './lib/dependencies.mjs'
import { ensureGenerated } from './lib/generate.mjs'
import { reportFault } from './lib/steps.mjs'
import { continueIn } from './lib/typescript.mjs'

try {
  const [file, ...args] = process.argv.slice(2)
  if (file === undefined) throw new Error('Usage: node scripts/run.mjs <file.ts> [arguments]')
  await ensureDependencies()
  await ensureGenerated()
  await continueIn('scripts/lib/run-with-database.ts', [resolve(file), ...args])
} catch (fault) {
  reportFault(fault)
  process.exitCode = 1
}
