import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.mjs'
import { withLife } from './state-diagram'

/** The parts of a README that tell what the code decides: written anew where they differ. */
const file = join(ROOT, 'lib/dossiers/README.md')
const [before, after] = [readFileSync(file, 'utf8'), withLife(readFileSync(file, 'utf8'))]
if (after !== before) {
  writeFileSync(file, after)
  console.log('✓ lib/dossiers/README.md tells the table of transitions as it is now')
}
