import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.mjs'
import { runQuietly } from './steps.mjs'

/** All that the built server is made of. */
const SOURCES = ['app', 'components', 'lib', 'prisma/schema', 'public', 'package.json', 'package-lock.json', 'next.config.js', 'tsconfig.json', 'proxy.ts', 'instrumentation.ts']
const STAMP = join(ROOT, '.next/source-hash')

export const buildIsStale = (): boolean => !existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== sourceHash()

/** Builds the server. The stamp is written last: a build that was cut short is made again. */
export async function build(): Promise<void> {
  const hash = sourceHash()
  rmSync(STAMP, { force: true })
  await runQuietly(process.execPath, [join(ROOT, 'node_modules/next/dist/bin/next'), 'build'], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    mend: 'The message above names the file that cannot be built.',
  })
  writeFileSync(STAMP, hash)
}

/** By content, not by date: a fresh clone or a checkout of the same version needs no new build. */
export function sourceHash(root = ROOT): string {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '')
  for (const source of SOURCES) addTo(hash, root, source)
  return hash.digest('hex')
}

function addTo(hash: ReturnType<typeof createHash>, root: string, path: string): void {
  const full = join(root, path)
  if (path === 'lib/platform/prisma-client' || !existsSync(full)) return
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).toSorted()) addTo(hash, root, `${path}/${name}`)
  } else {
    hash.update(`${path}\0`).update(readFileSync(full))
  }
}
