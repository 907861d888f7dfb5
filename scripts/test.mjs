// npm test, npm run test:deep. Needs Node and npm; brings about the rest. The last line is always "N passed, N failed, N skipped".
import { ensureDependencies } from './lib/dependencies.mjs'
import { ensureGenerated } from './lib/generate.mjs'
import { reportFault } from './lib/steps.mjs'
import { continueIn } from './lib/typescript.mjs'

try {
  await ensureDependencies()
  await ensureGenerated()
  await continueIn('scripts/lib/check/main.ts', process.argv.slice(2))
} catch (fault) {
  reportFault(fault)
  process.exitCode = 1
  console.log('0 passed, 1 failed, 0 skipped')
}
