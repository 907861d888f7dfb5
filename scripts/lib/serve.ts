import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { ROOT } from './root.mjs'
import { reachable, type Settings } from './settings'
import { Stumble } from './stumble.mjs'
import { typescriptFlags } from './typescript.mjs'

const LEASH = `--import=${pathToFileURL(join(ROOT, 'scripts/lib/leash.mjs')).href}`

export function launchServer({ host, port }: Settings, dev: boolean, env: NodeJS.ProcessEnv): ChildProcess {
  const next = join(ROOT, 'node_modules/next/dist/bin/next')
  return launch([LEASH, next, dev ? 'dev' : 'start', '--hostname', host, '--port', String(port)], {
    ...env,
    NODE_ENV: dev ? 'development' : 'production',
  })
}

export const launchWorker = (env: NodeJS.ProcessEnv): ChildProcess =>
  launch([...typescriptFlags(), join(ROOT, 'scripts/worker.ts')], { ...env, NODE_ENV: 'production' })

/** In a session of its own, so that Ctrl-C reaches it through us and in order; on the leash, so that it does not outlive us. */
const launch = (args: string[], env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, args, { cwd: ROOT, env: { ...env, MOT_CUA_STARTER: String(process.pid) }, detached: true, stdio: ['ignore', 'inherit', 'inherit'] })

/** Waits until the server answers a request, whatever it answers. Throws Stumble where it ends instead. */
export async function untilServing({ host, port }: Settings, child: ChildProcess): Promise<void> {
  const url = `http://${reachable(host)}:${port}/`
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Stumble('The server ended while it started.', 'Its own message stands above.')
    }
    const answered = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(60_000) }).then(
      (response) => response.arrayBuffer().then(() => true),
      () => false,
    )
    if (answered) return
    await wait(100)
  }
}
