import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/lib/platform/db'
import type { Outcome } from '../domain/events'

export type ResultDraft = { outcome: Outcome; summary: string; number: string | null; attachmentId: string | null; /** Of a denial: why, and by which rule of law. */ denialReason?: string | null; legalBasis?: string | null; preparedBy: string; preparedAt: Date }
export type ResultRow = { outcome: Outcome; number: string | null; preparedBy: string; signedBy: string | null }

export async function findResult(tx: Tx, dossierId: string): Promise<ResultRow | null> {
  const row = await tx.dossierResult.findFirst({ where: { communeId: tx.communeId, dossierId }, select: { outcome: true, number: true, preparedBy: true, signedBy: true } })
  return row === null ? null : { ...row, outcome: row.outcome as Outcome }
}

/** What was prepared for signature; settled anew after a hand-back, it replaces the first draft and loses its signature. */
export async function writeResultDraft(tx: Tx, dossierId: string, draft: ResultDraft): Promise<void> {
  const unsigned = { ...draft, signedAt: null, signedBy: null }
  // A number that was taken for the first draft stays with the result: the series has no gaps.
  const { number, ...rest } = unsigned
  await tx.dossierResult.upsert({
    where: { communeId_dossierId: { communeId: tx.communeId, dossierId } },
    create: { communeId: tx.communeId, dossierId, ...unsigned },
    update: number === null ? rest : unsigned,
  })
}

const update = (tx: Tx, dossierId: string, data: { signedAt?: Date | null; signedBy?: string | null; sealedAt?: Date; sealedBy?: string; number?: string; attachmentId?: string; returnedTo?: string; returnedById?: string | null }) =>
  tx.dossierResult.updateMany({ where: { communeId: tx.communeId, dossierId }, data })

export const writeSignature = (tx: Tx, dossierId: string, signedBy: string, signedAt: Date) => update(tx, dossierId, { signedBy, signedAt })
/** The approval was taken back before the result left the house. */
export const withdrawSignature = (tx: Tx, dossierId: string) => update(tx, dossierId, { signedBy: null, signedAt: null })
export const writeSeal = (tx: Tx, dossierId: string, number: string, sealedBy: string, sealedAt: Date) => update(tx, dossierId, { number, sealedBy, sealedAt })
export const writeReturn = (tx: Tx, dossierId: string, returnedTo: string, returnedById: string | null) => update(tx, dossierId, { returnedTo, returnedById })

/** Filled in before anybody signs digitally, because the signed bytes cannot take it later. */
export const writeNumber = (tx: Tx, dossierId: string, number: string) => update(tx, dossierId, { number })
/** The file that stands as the result from now on: signed, or the scan of what was signed by pen. */
export const writeResultFile = (tx: Tx, dossierId: string, attachmentId: string) => update(tx, dossierId, { attachmentId })

export type ResultFile = { attachmentId: string; name: string; mime: string; sha256: string }

/** The file of the result as it stands now. */
export async function findResultFile(tx: Tx, dossierId: string): Promise<ResultFile | null> {
  const result = await tx.dossierResult.findFirst({ where: { communeId: tx.communeId, dossierId }, select: { attachmentId: true } })
  if (result?.attachmentId == null) return null
  const file = await tx.attachment.findFirst({ where: { communeId: tx.communeId, id: result.attachmentId, dossierId, removedAt: null, scan: { not: 'quarantined' } }, select: { id: true, name: true, mime: true, sha256: true } })
  return file === null ? null : { attachmentId: file.id, name: file.name, mime: file.mime, sha256: file.sha256 }
}

const Taken = z.tuple([z.object({ number: z.int() })])

/** The next number of the commune's own series, where the records clerk types none. Gap-free while the transaction stands. */
export async function nextResultNumber(tx: Tx, series: string, year: number): Promise<string> {
  const [{ number }] = Taken.parse(await tx.$queryRaw`select mc_next_number(${tx.communeId}::uuid, ${series}, ${year}::int) as number`)
  return `${number}/${year}`
}

/** When the result was laid before whoever signs; null where there is none yet. */
export const findPreparedAt = async (tx: Tx, dossierId: string): Promise<Date | null> =>
  (await tx.dossierResult.findFirst({ where: { communeId: tx.communeId, dossierId }, select: { preparedAt: true } }))?.preparedAt ?? null
