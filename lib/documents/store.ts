import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { PlainTx, Tx } from '@/lib/platform/db'
import { type IssuerKind, paperNumber, type PaperForm } from './domain/official-paper'

/** "{number}/TTPVHCC": where the number goes is left open, because it is given by the statement that writes the row. */
export const numberPattern = (form: PaperForm, issuer: IssuerKind): string => paperNumber(form, 10, issuer).replace('10', '{number}')

export type NewPaper = { form: PaperForm; dossierId: string | null; numberPattern: string; issuedBy: string | null; issuedAt: Date; data: Record<string, unknown> }
export type IssuedPaper = { id: string; numberText: string }

const Issued = z.tuple([z.object({ id: z.uuid(), number_text: z.string() })])

/** Gives a paper the next number of its kind and year, without gaps: the number is taken and the row written in one statement. */
export async function issuePaper(tx: Tx, paper: NewPaper): Promise<IssuedPaper> {
  const { form, dossierId, issuedBy, issuedAt, data } = paper
  const rows = await tx.$queryRaw`
    with year as (select extract(year from ${issuedAt}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::int as year),
      taken as materialized (select year, mc_next_number(${tx.communeId}::uuid, ${form}, year) as number from year)
    insert into official_paper (commune_id, id, dossier_id, form, year, number, number_text, issued_at, issued_by, data)
    select ${tx.communeId}::uuid, ${uuidv7()}::uuid, ${dossierId}::uuid, ${form}, year, number,
      replace(${paper.numberPattern}, '{number}', lpad(number::text, greatest(2, length(number::text)), '0')), ${issuedAt}::timestamptz, ${issuedBy}::uuid, ${JSON.stringify(data)}::jsonb
    from taken returning id, number_text`
  const [row] = Issued.parse(rows)
  return { id: row.id, numberText: row.number_text }
}

export type PaperRow = {
  id: string
  dossierId: string | null
  form: PaperForm
  number: number
  numberText: string
  issuedAt: Date
  issuedBy: string | null
  data: unknown
  /** Null until the first print. */
  printed: { sha256: string; size: number; templateVersion: string } | null
}

export async function findPaper(tx: Tx, id: string): Promise<PaperRow | null> {
  const row = await tx.officialPaper.findFirst({ where: { communeId: tx.communeId, id } })
  if (row === null) return null
  const { sha256, size, templateVersion } = row
  return {
    id: row.id, dossierId: row.dossierId, form: row.form as PaperForm, number: row.number, numberText: row.numberText, issuedAt: row.issuedAt, issuedBy: row.issuedBy, data: row.data,
    printed: sha256 === null ? null : { sha256, size: size!, templateVersion: templateVersion! },
  }
}

/** Notes the bytes of the first print; of several first prints at once only one is noted, and all of them serve its bytes. */
export async function notePrint(tx: Tx, id: string, print: { sha256: string; size: number; templateVersion: string; at: Date }): Promise<void> {
  const { sha256, size, templateVersion, at } = print
  await tx.officialPaper.updateMany({ where: { communeId: tx.communeId, id, sha256: null }, data: { sha256, size, templateVersion, renderedAt: at } })
}

export type AttachmentKind = 'paper' | 'supplement' | 'result'
export type ScanState = 'clean' | 'unscanned' | 'quarantined'
export type NewAttachment = {
  draftId: string | null
  dossierId: string | null
  documentKey: string | null
  kind: AttachmentKind
  name: string
  mime: string
  size: number
  sha256: string
  scan: ScanState
  at: Date
}

/** In the scope of a commune (officers), or in that of the citizen whose draft it is. */
export async function addAttachment(tx: PlainTx, communeId: string, attachment: NewAttachment): Promise<string> {
  const { at, ...columns } = attachment
  const id = uuidv7()
  await tx.attachment.createMany({ data: [{ communeId, id, ...columns, createdAt: at }] })
  return id
}

type SameFile = Pick<NewAttachment, 'draftId' | 'dossierId' | 'documentKey' | 'sha256'>

/** The file of a draft that holds the same bytes for the same paper already. Waits for whoever adds to this draft at the same moment. */
export async function sameInDraft(tx: PlainTx, communeId: string, { draftId, documentKey, sha256 }: SameFile): Promise<string | null> {
  await tx.$executeRaw`select id from draft where commune_id = ${communeId}::uuid and id = ${draftId}::uuid for update`
  return (await tx.attachment.findFirst({ where: { communeId, draftId, documentKey, sha256, removedAt: null }, select: { id: true } }))?.id ?? null
}

/** The same among the supplements of a dossier. */
export async function sameInDossier(tx: Tx, { dossierId, documentKey, sha256 }: SameFile): Promise<string | null> {
  await tx.$executeRaw`select id from dossier where commune_id = ${tx.communeId}::uuid and id = ${dossierId}::uuid for update`
  return (await tx.attachment.findFirst({ where: { communeId: tx.communeId, dossierId, documentKey, sha256, kind: 'supplement', removedAt: null }, select: { id: true } }))?.id ?? null
}

/** A file that was to answer a request and was taken out before the answer went. Its row stays. */
export const removeSupplementFile = async (tx: Tx, { id, dossierId }: { id: string; dossierId: string }, at: Date): Promise<boolean> =>
  (await tx.attachment.updateMany({ where: { communeId: tx.communeId, id, dossierId, kind: 'supplement', removedAt: null }, data: { removedAt: at } })).count > 0

/** All files of a draft that is thrown away. */
export const removeAllFromDraft = (tx: PlainTx, { communeId, draftId }: { communeId: string; draftId: string }, at: Date): Promise<unknown> =>
  tx.attachment.updateMany({ where: { communeId, draftId, dossierId: null, removedAt: null }, data: { removedAt: at } })

/** A file taken out of a draft keeps its row: what was handed in once can be told later. */
export const removeFromDraft = async (tx: PlainTx, where: { communeId: string; id: string; draftId: string }, at: Date): Promise<boolean> =>
  (await tx.attachment.updateMany({ where: { ...where, dossierId: null, removedAt: null }, data: { removedAt: at } })).count > 0
