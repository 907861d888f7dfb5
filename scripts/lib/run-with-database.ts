import { spawn } from 'node:child_process'
import { livePostmaster } from './postgres/postmaster'
import { environmentFor, fixMode, migrateDatabase, openDatabase } from './database'
import { takeLock } from './lock'
import { readSettings } from './settings'
import { reportFault } from './steps.mjs'
import { typescriptFlags } from './typescript.mjs'
import { join } from 'node:path'

/**
 * Runs one script with the environment of this installation. Beside a running server it joins its database;
 * alone it starts, migrates and afterwards stops it.
 */
async function main([script = '', ...args]: string[]): Promise<number> {
  const settings = readSettings(process.env)
  const beside = settings.database !== null || livePostmaster(join(settings.dataDir, 'postgres/data')) !== null
  const release = beside ? () => undefined : await takeLock(settings.dataDir)
  try {
    const database = await openDatabase(settings)
    try {
      if (!beside) {
        await migrateDatabase(database)
        await fixMode(database, settings.mode)
      }
      return await runScript(script, args, await environmentFor(settings, database, 'owner'))
    } finally {
      if (!beside) await database.cluster?.stop()
    }
  } finally {
    release()
  }
}

const runScript = (script: string, args: string[], env: NodeJS.ProcessEnv): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [...typescriptFlags(), script, ...args], { stdio: 'inherit', env: { ...env, MOT_CUA_STARTER: String(process.pid) } })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
    child.once('exit', (code) => resolve(code ?? 1))
  })

try {
  process.exit(await main(process.argv.slice(2)))
} catch (fault) {
  reportFault(fault)
  process.exit(1)
}
