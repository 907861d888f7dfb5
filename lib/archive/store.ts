import 'server-only'
import { z } from 'zod'
import { encryptField } from '@/lib/platform/crypto'
import type { Tx } from '@/lib/platform/db'
import { type RetentionRule, rulesInForce } from './domain/retention'

export async function rulesOf(tx: Tx): Promise<RetentionRule[]> {
  const own = await tx.retentionRule.findMany({ where: { communeId: tx.communeId }, select: { fieldSlug: true, years: true, source: true } })
  return rulesInForce(own)
}

export const saveRule = (tx: Tx, { fieldSlug, years, source }: RetentionRule, at: Date): Promise<unknown> =>
  tx.retentionRule.upsert({
    where: { communeId_fieldSlug: { communeId: tx.communeId, fieldSlug } },
    create: { communeId: tx.communeId, fieldSlug, years, source, changedAt: at }, update: { years, source, changedAt: at },
  })

/** At most one open hold for a dossier: a second one changes nothing. */
export const openHold = (tx: Tx, { dossierId, reason, by, at }: { dossierId: string; reason: string; by: string | null; at: Date }): Promise<unknown> =>
  tx.legalHold.createMany({ data: [{ communeId: tx.communeId, dossierId, reason, placedBy: by, placedAt: at }], skipDuplicates: true })

export const closeHold = async (tx: Tx, { dossierId, by, at }: { dossierId: string; by: string | null; at: Date }): Promise<boolean> =>
  (await tx.legalHold.updateMany({ where: { communeId: tx.communeId, dossierId, releasedAt: null }, data: { releasedBy: by, releasedAt: at } })).count > 0

const Erased = z.tuple([z.object({ hashes: z.array(z.string()) })])

/** Erases what tells of people in one dossier and writes down that it did; answers the contents that no row names any more. */
export async function eraseDossier(tx: Tx, dossierId: string, { fieldSlug, years, source }: RetentionRule): Promise<string[]> {
  const rows = await tx.$queryRaw`select mc_erase_dossier(${dossierId}::uuid, ${fieldSlug}, ${years}::int, ${source}, ${encryptField('đã xóa theo thời hạn')}) as hashes`
  return Erased.parse(rows)[0].hashes
}

/** Drafts that expired without being filed, with their files. */
export async function eraseExpiredDrafts(tx: Tx, limit: number): Promise<string[]> {
  return Erased.parse(await tx.$queryRaw`select mc_erase_expired_drafts(${limit}::int) as hashes`)[0].hashes
}

const Named = z.tuple([z.object({ named: z.boolean() })])

export async function isNamed(tx: Tx, sha256: string): Promise<boolean> {
  return Named.parse(await tx.$queryRaw`select mc_is_named(${tx.communeId}::uuid, ${sha256}) as named`)[0].named
}
