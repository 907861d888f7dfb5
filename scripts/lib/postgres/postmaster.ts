import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { commandOf, isAlive } from '../processes'

export type Postmaster = { pid: number; port: number }

/** The server that runs on this data folder, or null. A file left by a killed server whose number another program now has is removed. */
export function livePostmaster(data: string): Postmaster | null {
  const path = join(data, 'postmaster.pid')
  if (!existsSync(path)) return null
  const lines = readFileSync(path, 'utf8').split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!isAlive(pid)) return null
  if (!/postgres/.test(commandOf(pid))) {
    rmSync(path)
    return null
  }
  return { pid, port }
}
