// npm run generate: the database client, where the schema has changed; the diagram and the table of the life of a dossier, where the code has.
import { ensureDependencies } from './lib/dependencies.mjs'
import { ensureGenerated } from './lib/generate.mjs'
import { reportFault } from './lib/steps.mjs'
import { continueIn } from './lib/typescript.mjs'

try {
  await ensureDependencies()
  await ensureGenerated()
  await continueIn('scripts/lib/write-readme.ts', [])
} catch (fault) {
  reportFault(fault)
  process.exitCode = 1
}
