import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/lib/platform/db'
import type { Outcome } from '../domain/events'

export type ResultDraft = { outcome: Outcome; summary: string; number: string | null; attachmentId: string | null; preparedBy: string; preparedAt: Date }
export type ResultRow = { outcome: Outcome; number: string | null; preparedBy: string; signedBy: string | null }

export async function findResult(tx: Tx, dossierId: string): Promise<ResultRow | null> {
  const row = await tx.dossierResult.findFirst({ where: { communeId: tx.communeId, dossierId }, select: { outcome: true, number: true, preparedBy: true, signedBy: true } })
  return row === null ? null : { ...row, outcome: row.outcome as Outcome }
}

/** What was prepared for signature; settled anew after a hand-back, it replaces the first draft and loses its signature. */
export async function writeResultDraft(tx: Tx, dossierId: string, draft: ResultDraft): Promise<void> {
  const unsigned = { ...draft, signedAt: null, signedBy: null }
  await tx.dossierResult.upsert({
    where: { communeId_dossierId: { communeId: tx.communeId, dossierId } },
    create: { communeId: tx.communeId, dossierId, ...unsigned },
    update: unsigned,
  })
}

const update = (tx: Tx, dossierId: string, data: { signedAt?: Date; signedBy?: string; sealedAt?: Date; sealedBy?: string; number?: string; returnedTo?: string; returnedById?: string }) =>
  tx.dossierResult.updateMany({ where: { communeId: tx.communeId, dossierId }, data })

export const writeSignature = (tx: Tx, dossierId: string, signedBy: string, signedAt: Date) => update(tx, dossierId, { signedBy, signedAt })
export const writeSeal = (tx: Tx, dossierId: string, number: string, sealedBy: string, sealedAt: Date) => update(tx, dossierId, { number, sealedBy, sealedAt })
export const writeReturn = (tx: Tx, dossierId: string, returnedTo: string, returnedById: string) => update(tx, dossierId, { returnedTo, returnedById })

const Taken = z.tuple([z.object({ number: z.int() })])

/** The next number of the commune's own series, where the records clerk types none. Gap-free while the transaction stands. */
export async function nextResultNumber(tx: Tx, series: string, year: number): Promise<string> {
  const [{ number }] = Taken.parse(await tx.$queryRaw`select mc_next_number(${tx.communeId}::uuid, ${series}, ${year}::int) as number`)
  return `${number}/${year}`
}
