import { localDate } from '@/lib/kernel/local-date'
import { watchRows } from '@/tests/support/unchanged'
import type { TestDatabase } from '@/tests/support/database'
import { type Cast, castOf } from './cast'
import { checkWalk } from './checks'
import { deliverAll } from './deliveries'
import { type Script, scriptFrom, smallest } from './script'
import { forgetCalendars, walk, type Walked } from './walk'

/** From a Monday before the make-up Saturday of 22/8 and the days off from 29/8 to 2/9. */
const FIRST_DAY = localDate('2026-08-17')
const COMMUNES = ['bach-quang', 'my-an', 'tan-quoi'] as const

export type Size = { slots: number; turns: number; days: number; everyDays: number; shrinkFor: number }

/** The same walk each time, so that a check that fails fails for a change; WALK_SEED walks another, or the very one that a failure named. */
export const seedOfToday = (): number => Number(process.env.WALK_SEED ?? 20_261_122)

/**
 * Walks, and checks everything. A failure is told again in smaller and smaller walks, each on a database of its own, and thrown with the
 * seed and the smallest walk that still fails.
 */
export async function walkAndCheck(database: TestDatabase, seed: number, size: Size): Promise<Walked> {
  const script = scriptFrom(seed, { slots: size.slots, turns: size.turns, communes: COMMUNES.length, days: size.days })
  try {
    return await once(database, script, size)
  } catch (fault) {
    let last = fault as Error
    const fails = async (smaller: Script): Promise<boolean> => {
      await database.renew()
      const again = await once(database, smaller, size).then(() => null, (thrown: unknown) => thrown as Error)
      if (again === null || kindOf(again) !== kindOf(fault as Error)) return false
      last = again
      return true
    }
    const least = await smallest(script, fails, Date.now() + size.shrinkFor)
    const turns = least.slots.reduce((sum, slot) => sum + slot.turns.length, 0)
    throw new Error(`WALK_SEED=${seed} fails: ${(fault as Error).message}\nThe smallest walk found has ${least.slots.length} dossiers, ${turns} turns, and fails with: ${last.message}\n${JSON.stringify(least).slice(0, 4000)}`, { cause: fault })
  }
}

/** The failure without what differs between two walks: places, ids, numbers. */
const kindOf = ({ message }: Error): string => message.replace(/^.*?Z: /, '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[a-z]+-[a-z]+:|\d+/g, '').slice(0, 40)

async function once(database: TestDatabase, script: Script, size: Size): Promise<Walked> {
  await watchRows(database.owner)
  // What happens in a simulated past is otherwise taken as sent long ago.
  await database.owner.query('alter table outbox alter column done_at drop default')
  const casts: Cast[] = []
  for (const slug of COMMUNES) casts.push(await castOf(database.owner, slug, FIRST_DAY))
  forgetCalendars(casts)
  const walked = await walk(script, casts, FIRST_DAY)
  await checkWalk(database.owner, casts, FIRST_DAY, walked.until, size.everyDays)
  const undelivered = await deliverAll(database.owner, casts[0]!.communeId, walked.until)
  if (undelivered.length > 0) throw new Error(`outbox: ${undelivered.slice(0, 5).join('; ')} (${undelivered.length})`)
  return walked
}
