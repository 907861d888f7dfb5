// npm run generate: the database client, where the schema has changed.
import { ensureDependencies } from './lib/dependencies.mjs'
import { ensureGenerated } from './lib/generate.mjs'
import { reportFault } from './lib/steps.mjs'

try {
  await ensureDependencies()
  await ensureGenerated()
} catch (fault) {
  reportFault(fault)
  process.exitCode = 1
}
