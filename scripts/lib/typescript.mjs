import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { whenNpmEnds } from './npm-watch.mjs'
import { ROOT } from './root.mjs'

const url = (path) => pathToFileURL(path).href

/** What node needs to run our TypeScript as the server would see it. Resolved from here, so that it works from any folder. */
export const typescriptFlags = () => [
  `--import=${url(join(ROOT, 'scripts/lib/leash.mjs'))}`,
  '--conditions=react-server',
  `--import=${url(createRequire(import.meta.url).resolve('tsx'))}`,
]

/**
 * Hands over to a TypeScript program: same terminal, its exit code becomes ours, signals are passed on, and it ends when we are killed.
 * @param {string} file relative to the repository
 * @param {string[]} args
 */
export async function continueIn(file, args, env = process.env) {
  const child = spawn(process.execPath, [...typescriptFlags(), join(ROOT, file), ...args], {
    stdio: 'inherit',
    env: { ...env, MOT_CUA_STARTER: String(process.pid), TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.json') },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  whenNpmEnds(() => child.kill('SIGTERM'))
  process.exitCode = await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}
