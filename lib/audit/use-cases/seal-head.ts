import 'server-only'
import type { System } from '@/lib/identity/domain/actor'
import { addDays, localDateOf, localTimeOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { firstForgedLine, nextSeal } from '../domain/seal-book'
import { chainHead } from '../queries/chain-links'
import { readSeals, signSeal, writeSeal } from '../seals'

/** From here on a day is over for its seal. */
const EVENING = '23:50'

/**
 * Writes the head of a commune's chain down outside the database. The worker asks every hour: late in the evening the day gets
 * its line; where the machine slept through the evening, the next hour gives yesterday its line. `now`: whatever the hour, one
 * more line where the head has moved. Never after a line that is not ours. Answers whether it wrote.
 */
export async function sealHead(actor: System, communeId: string, when: 'day' | 'now' = 'day'): Promise<boolean> {
  const lines = await readSeals(communeId)
  if (firstForgedLine(communeId, lines, signSeal) !== null) return false
  const [at, last] = [now(), lines.at(-1)]
  const today = localDateOf(at)
  const on = when === 'now' || localTimeOf(at) >= EVENING ? today : addDays(today, -1)
  const head = await inCommune(actor, communeId, chainHead)
  const isDue = when === 'day' ? last === undefined || last.on < on : head?.seq !== last?.seq
  if (!isDue || (head === null && last === undefined)) return false
  await writeSeal(communeId, nextSeal(lines, head, on, at), last?.signature ?? '')
  return true
}
