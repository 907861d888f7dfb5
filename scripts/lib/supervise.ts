import type { ChildProcess } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'

/** Waits 0.5 s, 1 s, 2 s … 30 s between attempts; a minute of health makes it patient anew. */
export class Backoff {
  private failures = 0
  private startedAt = 0

  starting(): void {
    if (Date.now() - this.startedAt > 60_000) this.failures = 0
    this.startedAt = Date.now()
  }

  pause(): Promise<void> {
    const seconds = Math.min(30, 0.5 * 2 ** this.failures)
    this.failures += 1
    return wait(seconds * 1000)
  }
}

/** A child that is started again when it ends by itself, from the moment it is `kept`: what fails at its first start is not tried again. */
export class Supervised {
  private child: ChildProcess | null = null
  private kept = false
  private readonly backoff = new Backoff()

  constructor(
    private readonly name: string,
    private readonly launch: () => Promise<ChildProcess>,
  ) {}

  /** Starts it and answers the child, so that its first steps can be watched. */
  async start(): Promise<ChildProcess> {
    this.backoff.starting()
    const child = await this.launch()
    this.child = child
    child.once('exit', (code, signal) => void this.again(signal ?? `code ${code}`))
    child.once('error', (fault) => console.error(`The ${this.name} could not be started: ${fault.message}`))
    return child
  }

  /** From now on it is started again whenever it ends. */
  keep(): void {
    this.kept = true
    if (this.child !== null && hasEnded(this.child)) void this.again('as soon as it had begun')
  }

  /** Lets it start again, in an environment that has changed. */
  renew(): void {
    this.child?.kill('SIGTERM')
  }

  /** Ends it for good: politely, and after `patienceMs` by force. */
  async stop(patienceMs: number): Promise<void> {
    this.kept = false
    const child = this.child
    if (child === null || hasEnded(child)) return
    const exited = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await Promise.race([exited, wait(patienceMs, undefined, { ref: false })])
    if (!hasEnded(child)) {
      child.kill('SIGKILL')
      await exited
    }
  }

  private async again(how: string): Promise<void> {
    if (!this.kept) return
    console.error(`The ${this.name} ended (${how}); it is started again.`)
    await this.backoff.pause()
    if (this.kept) await this.start()
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null
