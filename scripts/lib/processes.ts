import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whether a process of that number lives, whoever owns it. A zombie has ended. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return statOf(pid)?.state !== 'Z'
}

/** The command line of a process; empty where it has ended. */
export function commandOf(pid: number): string {
  if (process.platform !== 'linux') return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** Tells a process from a later one of the same number: when it started. Empty where it has ended. */
export function birthOf(pid: number): string {
  if (process.platform !== 'linux') return (spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '').trim()
  const stat = statOf(pid)
  return stat === null ? '' : `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${stat.startedTicks}`
}

/** Waits until the process has ended; false when the time is up first. */
export async function ended(pid: number, withinMs: number): Promise<boolean> {
  const until = Date.now() + withinMs
  while (isAlive(pid)) {
    if (Date.now() > until) return false
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return true
}

/** The name of a program may hold blanks and brackets, so the fields are read after the last bracket. */
function statOf(pid: number): { state: string; startedTicks: string } | null {
  if (process.platform !== 'linux') return null
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', startedTicks: fields[19] ?? '' }
  } catch {
    return null
  }
}
