import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandOf } from '@/scripts/lib/processes'

/** The product as its operator starts it: a process of its own on data of its own, knowing nothing of the test's environment. */
export class Started {
  output = ''
  readonly process: ChildProcess

  constructor(private readonly dataDir: string, options: string[], env: Record<string, string> = {}) {
    const { PATH = '', HOME = '' } = process.env
    this.process = spawn(process.execPath, ['scripts/start.mjs', ...options], { env: { PATH, HOME, DATA_DIR: dataDir, ...env } as unknown as NodeJS.ProcessEnv })
    this.process.stdout?.on('data', (chunk) => (this.output += chunk))
    this.process.stderr?.on('data', (chunk) => (this.output += chunk))
  }

  /** Waits until it has printed that; throws with all it printed where it ends instead. */
  async printed(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = this.output.match(pattern)
      if (found !== null) return found[1] ?? found[0]
      if (this.hasEnded()) throw new Error(this.output)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  exited(): Promise<number | null> {
    return this.hasEnded() ? Promise.resolve(this.process.exitCode) : new Promise((resolve) => this.process.once('exit', resolve))
  }

  stop(): Promise<number | null> {
    this.process.kill('SIGINT')
    return this.exited()
  }

  /** The number of its database server. */
  postmaster(): number {
    return Number(readFileSync(join(this.dataDir, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0])
  }

  /** The number of its web server, 0 while there is none. */
  server = (): number => this.child(/next-server|next.dist.bin.next/)

  /** The number of its worker, 0 while there is none. */
  worker = (): number => this.child(/scripts.worker/)

  private child(command: RegExp): number {
    const supervisor = childrenOf(this.process.pid ?? 0)[0] ?? 0
    return childrenOf(supervisor).find((pid) => command.test(commandOf(pid))) ?? 0
  }

  private hasEnded(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null
  }
}

function childrenOf(parent: number): number[] {
  if (process.platform !== 'linux') {
    return (spawnSync('pgrep', ['-P', String(parent)], { encoding: 'utf8' }).stdout ?? '').trim().split(/\s+/).filter(Boolean).map(Number)
  }
  return readdirSync('/proc').map(Number).filter((pid) => pid > 0 && parentOf(pid) === parent)
}

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return 0
  }
}
