// npm start, npm run dev. Plain JavaScript: it runs before anything is installed, brings that about, and hands over.
//   --dev            serves with `next dev` on the same database
//   --database-only  starts and fills the database, prints its addresses, and stays
import { ensureDependencies } from './lib/dependencies.mjs'
import { ensureGenerated } from './lib/generate.mjs'
import { reportFault } from './lib/steps.mjs'
import { continueIn } from './lib/typescript.mjs'

try {
  await ensureDependencies()
  await ensureGenerated()
  await continueIn('scripts/lib/start.ts', process.argv.slice(2))
} catch (fault) {
  reportFault(fault)
  process.exitCode = 1
}
