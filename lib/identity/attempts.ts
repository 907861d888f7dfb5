import 'server-only'
import { z } from 'zod'
import { keyedHash } from '@/lib/platform/crypto'
import { inIdentity, reference } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'

/** So many attempts within so many minutes. */
export type Limit = { name: string; points: number; minutes: number }

/** What is limited, a closed list. Names stand in the log; keys are hashed and name nobody. */
export const limits = {
  /** guesses at one account from browsers it never used */
  account: { name: 'sign-in-account', points: 10, minutes: 15 },
  /** guesses at one account from a browser that it used before: nobody elsewhere can lock it out */
  device: { name: 'sign-in-device', points: 10, minutes: 15 },
  /** a commune sits behind one address, so more than an account may; what succeeds is given back */
  address: { name: 'sign-in-address', points: 30, minutes: 15 },
  secondFactor: { name: 'sign-in-second-factor', points: 10, minutes: 15 },
  codeToContact: { name: 'code-contact', points: 5, minutes: 60 },
  codePause: { name: 'code-pause', points: 1, minutes: 1 },
  codeFromAddress: { name: 'code-address', points: 20, minutes: 60 },
  codeGuess: { name: 'code-guess-address', points: 40, minutes: 15 },
  /** presses of the button that files; a second press of the same draft files nothing twice, but counts */
  filing: { name: 'filing', points: 20, minutes: 60 },
  setUp: { name: 'set-up-link', points: 20, minutes: 15 },
} as const satisfies Record<string, Limit>

const rowKey = (limit: Limit, key: string): string => `${limit.name}:${keyedHash(`limit\0${key}`)}`

/** Takes one attempt. @returns seconds to wait; 0 where it is allowed */
export async function takeAttempt(limit: Limit, key: string): Promise<number> {
  const rows = await reference().$queryRaw`select mc_take_attempt(${rowKey(limit, key)}, ${limit.points}::int, ${`${limit.minutes} minutes`}::interval) as wait`
  const [{ wait } = { wait: 0 }] = z.array(z.object({ wait: z.number() })).parse(rows)
  if (wait > 0) log.warn({ limit: limit.name, wait }, 'limit reached')
  return wait
}

/** Gives an attempt back that turned out to be no guess. */
export const giveBack = (limit: Limit, key: string): Promise<unknown> =>
  inIdentity((tx) => tx.rateLimit.updateMany({ where: { key: rowKey(limit, key), points: { gt: 0 } }, data: { points: { decrement: 1 } } }))
