import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { schemaEngineStandIn } from './dependencies.mjs'
import { ROOT } from './root.mjs'
import { runQuietly, step } from './steps.mjs'

const CLIENT = join(ROOT, 'lib/platform/prisma-client')
const STAMP = join(CLIENT, '.schema-hash')

/** Writes the database client anew where the schema or the generator has changed since. */
export async function ensureGenerated() {
  const wanted = schemaHash()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  const prisma = createRequire(import.meta.url).resolve('prisma/package.json')
  await step('writing the database client (prisma generate)', () =>
    runQuietly(process.execPath, [join(dirname(prisma), 'build/index.js'), 'generate', '--config', 'prisma/prisma.config.ts', '--no-hints'], {
      env: { ...process.env, ...schemaEngineStandIn() },
      mend: 'The message above names the line in prisma/schema that cannot be read.',
    }),
  )
  writeFileSync(STAMP, wanted)
}

function schemaHash() {
  const folder = join(ROOT, 'prisma/schema')
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'node_modules/prisma/package.json')))
  for (const name of readdirSync(folder).toSorted()) hash.update(`${name}\0`).update(readFileSync(join(folder, name)))
  return hash.digest('hex')
}
