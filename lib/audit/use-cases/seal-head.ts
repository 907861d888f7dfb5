import 'server-only'
import type { System } from '@/lib/identity/domain/actor'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { chainHead } from '../queries/chain-links'
import { readSeals, writeSeal } from '../seals'

/** Writes the head of a commune's chain down outside the database; nothing where it has not moved since. Answers whether it did. */
export async function sealHead(actor: System, communeId: string): Promise<boolean> {
  const head = await inCommune(actor, communeId, chainHead)
  const last = (await readSeals(communeId)).at(-1)
  if (head === null || head.seq === last?.seq) return false
  await writeSeal(communeId, { on: localDateOf(now()), ...head, sealedAt: now() })
  return true
}
