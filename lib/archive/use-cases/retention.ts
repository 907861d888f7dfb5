import 'server-only'
import type { System } from '@/lib/identity/domain/actor'
import { inCommune } from '@/lib/platform/db'
import { removeFile } from '@/lib/platform/files'
import { type RetentionRule, ruleFor } from '../domain/retention'
import { dueCounts, dueForErasure } from '../queries/due-for-erasure'
import { eraseDossier, eraseExpiredDrafts, isNamed, rulesOf } from '../store'

export type RetentionLine = { fieldSlug: string; dossiers: number; held: number; rule: RetentionRule }

/** What retention would do today, field by field. Does nothing. */
export const retentionPlan = (actor: System, communeId: string): Promise<RetentionLine[]> =>
  inCommune(actor, communeId, async (tx) => {
    const rules = await rulesOf(tx)
    return (await dueCounts(tx, rules)).map(({ field, dossiers, held }) => ({ fieldSlug: field, dossiers, held, rule: ruleFor(rules, field)! }))
  })

export type Erased = { dossiers: number; files: number; /** Left alone because nobody checked their rule. */ unverified: number }

/** So many dossiers are asked for at a time; each is erased in a transaction of its own. */
const BATCH = 200

/**
 * Erases what tells of people in closed dossiers whose time is over; rows, codes, dates and figures stay, the chain stays whole.
 * Rules that nobody has checked are applied only where the operator says so. A stop half-way leaves whole dossiers: start again.
 */
export async function applyRetention(actor: System, communeId: string, { unverified }: { unverified: boolean }): Promise<Erased> {
  const rules = await inCommune(actor, communeId, rulesOf)
  const applied = rules.filter(({ source }) => unverified || source !== null)
  const waiting = (await inCommune(actor, communeId, (tx) => dueCounts(tx, rules))).filter(({ field }) => !applied.includes(ruleFor(rules, field)!)).reduce((sum, { dossiers }) => sum + dossiers, 0)
  const done: Erased = { dossiers: 0, files: 0, unverified: waiting }
  const never = rules.filter((rule) => !applied.includes(rule)).map((rule) => ({ ...rule, years: FOR_EVER }))
  for (;;) {
    const due = await inCommune(actor, communeId, (tx) => dueForErasure(tx, [...applied, ...never], BATCH))
    for (const dossier of due) {
      done.files += await removeUnnamed(actor, communeId, await inCommune(actor, communeId, (tx) => eraseDossier(tx, dossier.id, ruleFor(rules, dossier.field)!)))
      done.dossiers += 1
    }
    if (due.length < BATCH) break
  }
  done.files += await removeUnnamed(actor, communeId, await inCommune(actor, communeId, (tx) => eraseExpiredDrafts(tx, 1000)))
  return done
}

/** An unchecked rule must still win over the one of every field, or that one would erase what it keeps. @unit years */
const FOR_EVER = 10_000

/** After the commit: a file goes only while no row names its content. */
async function removeUnnamed(actor: System, communeId: string, hashes: readonly string[]): Promise<number> {
  let removed = 0
  for (const sha256 of hashes) {
    if (await inCommune(actor, communeId, (tx) => isNamed(tx, sha256))) continue
    await removeFile(communeId, sha256)
    removed += 1
  }
  return removed
}
