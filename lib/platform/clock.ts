import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'

const simulated = new AsyncLocalStorage<() => Date>()

/** This instant, or the simulated one inside `atTime`. The only place outside the database that reads the clock. */
export const now = (): Date => simulated.getStore()?.() ?? new Date()

/**
 * Runs `work`, and all it awaits, at another time: a fixed instant, or a clock of its own that may move on.
 * For seeds, scenarios and tests; the database follows only in demonstration mode (`app.simulated_now`).
 */
export const atTime = <T>(time: Date | (() => Date), work: () => T): T =>
  simulated.run(typeof time === 'function' ? time : () => new Date(time), work)

/** The simulated instant, or null where the real clock runs: what a transaction tells the database. */
export const simulatedNow = (): Date | null => simulated.getStore()?.() ?? null
