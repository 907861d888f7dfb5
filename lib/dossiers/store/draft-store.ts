import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { type PlainTx, reference, type Tx } from '@/lib/platform/db'
import type { DraftModel as DraftRow } from '@/lib/platform/prisma-client/models/Draft'
import type { ReturnChannel } from '../domain/dossier'
import { openAnswers, sealAnswers } from './sealed-answers'

/** A filing in the making. Only its owner sees it (`inCitizen`); officers only after it was handed over with a code. */
export type Draft = {
  communeId: string
  id: string
  citizenId: string
  procedureCode: string
  versionId: string
  variantId: string
  formId: string
  answers: Record<string, string>
  returnChannel: ReturnChannel
  visited: string[]
  isHandedOver: boolean
  createdAt: Date
  updatedAt: Date
  expiresAt: Date
  /** Set once filed. */
  dossierId: string | null
}

/** A draft waits this long for its owner. @unit days */
export const DRAFT_DAYS = 30
export const draftExpiry = (at: Date): Date => new Date(at.getTime() + DRAFT_DAYS * 86_400_000)

const fromRow = ({ answers, returnChannel, handOverHash, ...row }: DraftRow): Draft => ({
  ...row,
  answers: openAnswers(answers),
  returnChannel: returnChannel as ReturnChannel,
  isHandedOver: handOverHash !== null,
})

/** In the scope of its owner. Null where it is someone else's, unknown, or past its days. */
export async function findDraft(tx: PlainTx, communeId: string, id: string, at: Date): Promise<Draft | null> {
  const row = await tx.draft.findFirst({ where: { communeId, id, expiresAt: { gt: at } } })
  return row === null ? null : fromRow(row)
}

const Opened = z.object({
  draft: z.object({
    commune_id: z.string(), id: z.string(), citizen_id: z.string(), procedure_code: z.string(), version_id: z.string(), variant_id: z.string(), form_id: z.string(), answers: z.unknown(),
    return_channel: z.string(), visited: z.array(z.string()), hand_over_hash: z.string().nullable(), created_at: z.coerce.date(), updated_at: z.coerce.date(), expires_at: z.coerce.date(), dossier_id: z.string().nullable(),
  }),
  files: z.array(z.object({ documentKey: z.string().nullable(), name: z.string() })),
})

export type DraftFiles = readonly { documentKey: string | null; name: string }[]

/** A citizen's own draft with its files, in one statement of its own. Null where it is someone else's, unknown, or past its days. */
export async function openDraft(citizenId: string, communeId: string, id: string, at: Date): Promise<{ draft: Draft; files: DraftFiles } | null> {
  const rows = await reference().$queryRaw<unknown[]>`select draft, files from mc_open_draft(${citizenId}::uuid, ${communeId}::uuid, ${id}::uuid)`
  if (rows.length === 0) return null
  const { draft: row, files } = Opened.parse(rows[0])
  if (row.expires_at <= at) return null
  const draft = fromRow({
    communeId: row.commune_id, id: row.id, citizenId: row.citizen_id, procedureCode: row.procedure_code, versionId: row.version_id, variantId: row.variant_id, formId: row.form_id,
    answers: row.answers as DraftRow['answers'], returnChannel: row.return_channel, visited: row.visited, handOverHash: row.hand_over_hash, createdAt: row.created_at, updatedAt: row.updated_at,
    expiresAt: row.expires_at, dossierId: row.dossier_id,
  })
  return { draft, files }
}

/** In the scope of the commune. Null where no draft of this commune was handed over with that code, or its days are over. */
export async function findHandedOver(tx: Tx, handOverHash: string, at: Date): Promise<Draft | null> {
  const row = await tx.draft.findFirst({ where: { communeId: tx.communeId, handOverHash, expiresAt: { gt: at } } })
  return row === null ? null : fromRow(row)
}

/** In the scope of the commune: a draft that was handed over, to be received. */
export async function findHandedOverById(tx: Tx, id: string, at: Date): Promise<Draft | null> {
  const row = await tx.draft.findFirst({ where: { communeId: tx.communeId, id, handOverHash: { not: null }, expiresAt: { gt: at } } })
  return row === null ? null : fromRow(row)
}

export type NewDraft = Pick<Draft, 'communeId' | 'citizenId' | 'procedureCode' | 'versionId' | 'variantId' | 'formId' | 'answers' | 'returnChannel'>

export async function createDraft(tx: PlainTx, draft: NewDraft, at: Date): Promise<string> {
  const id = uuidv7()
  await tx.draft.create({ data: { ...draft, id, answers: sealAnswers(draft.answers), visited: [], createdAt: at, updatedAt: at, expiresAt: draftExpiry(at) } })
  return id
}

export type DraftChange = Partial<Pick<Draft, 'answers' | 'variantId' | 'versionId' | 'returnChannel' | 'visited'>>

/** Keeps what was typed. Answers false where the draft was filed or is gone. */
export async function saveDraft(tx: PlainTx, communeId: string, id: string, { answers, ...change }: DraftChange, at: Date): Promise<boolean> {
  const { count } = await tx.draft.updateMany({
    where: { communeId, id, dossierId: null },
    data: { ...change, ...(answers === undefined ? {} : { answers: sealAnswers(answers) }), updatedAt: at, expiresAt: draftExpiry(at) },
  })
  return count > 0
}

export const noteHandOver = async (tx: PlainTx, communeId: string, id: string, handOverHash: string, at: Date): Promise<boolean> =>
  (await tx.draft.updateMany({ where: { communeId, id, dossierId: null }, data: { handOverHash, updatedAt: at, expiresAt: draftExpiry(at) } })).count > 0

export const removeDraft = async (tx: PlainTx, communeId: string, id: string): Promise<boolean> =>
  (await tx.draft.deleteMany({ where: { communeId, id, dossierId: null } })).count > 0
