import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browser, building, deep, deepBrowser, deepProperties, lint, runStage, types, unit, type Stage } from './stages'
import { sum, tallyLine, type Tally } from './tally'

const stages: Stage[] = process.argv.includes('--deep') ? [deepProperties, deep, deepBrowser] : [types, lint, unit, building, browser]

const scratch = await mkdtemp(join(tmpdir(), 'mot-cua-check-'))
const tallies: Tally[] = []
for (const stage of stages) {
  const tally = await runStage(stage, scratch)
  console.log(`  ${stage.name}: ${tallyLine(tally)}`)
  tallies.push(tally)
}
await rm(scratch, { recursive: true, force: true })

const total = sum(tallies)
console.log(tallyLine(total))
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)
