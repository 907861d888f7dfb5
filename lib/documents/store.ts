import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { localDateOf } from '@/lib/kernel/local-date'
import type { PlainTx, Prisma, Tx } from '@/lib/platform/db'
import { queue } from '@/lib/platform/outbox'
import type { GivenNumbering, Numbering, NumberingMode } from './domain/numbering'
import { type IssuerKind, paperNumber, type PaperForm } from './domain/official-paper'

/** "{number}/TTPVHCC": where the number goes is left open, because it is given by the statement that writes the row. */
export const numberPattern = (form: PaperForm, issuer: IssuerKind): string => paperNumber(form, 10, issuer).replace('10', '{number}')

/** Room for a pen, where a number is still to come. */
const ROOM = '\u00a0'.repeat(10)

export type NewPaper = { form: PaperForm; dossierId: string | null; numberPattern: string; issuedBy: string | null; issuedAt: Date; data: Record<string, unknown> }
export type IssuedPaper = { id: string; numberText: string }

const Issued = z.tuple([z.object({ id: z.uuid(), number_text: z.string() })])

/**
 * Gives a paper the next number of its kind and year, without gaps: the number is taken and the row written in one statement.
 * Where the commune has such papers numbered by its clerk or its document system, the paper waits for that number instead.
 */
export async function issuePaper(tx: Tx, paper: NewPaper): Promise<IssuedPaper> {
  const { form, dossierId, issuedBy, issuedAt, data } = paper
  const mode = await numberingOf(tx, form)
  if (mode !== 'series') return issueWaiting(tx, paper, mode)
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

async function issueWaiting(tx: Tx, { form, dossierId, issuedBy, issuedAt, data, numberPattern: pattern }: NewPaper, mode: GivenNumbering): Promise<IssuedPaper> {
  const [id, numberText] = [uuidv7(), pattern.replace('{number}', ROOM)]
  const year = Number(localDateOf(issuedAt).slice(0, 4))
  await tx.officialPaper.create({ data: { communeId: tx.communeId, id, dossierId, form, year, number: null, numberText, numbering: 'waiting', issuedAt, issuedBy, data: data as Prisma.InputJsonObject } })
  if (mode === 'document-system') await queue(tx, [{ key: `number-paper:${id}`, kind: 'number-paper', payload: { paperId: id } }])
  return { id, numberText }
}

/** Where the commune's papers of this kind get their numbers. */
export const numberingOf = async (tx: Tx, form: PaperForm): Promise<NumberingMode> =>
  ((await tx.paperNumbering.findFirst({ where: { communeId: tx.communeId, form }, select: { mode: true } }))?.mode ?? 'series') as NumberingMode

/** The setting of every kind that the commune has set. */
export async function numberings(tx: Tx): Promise<ReadonlyMap<PaperForm, NumberingMode>> {
  const rows = await tx.paperNumbering.findMany({ where: { communeId: tx.communeId } })
  return new Map(rows.map(({ form, mode }) => [form as PaperForm, mode as NumberingMode]))
}

export const saveNumbering = (tx: Tx, { form, mode, by, at }: { form: PaperForm; mode: NumberingMode; by: string; at: Date }): Promise<unknown> =>
  tx.paperNumbering.upsert({ where: { communeId_form: { communeId: tx.communeId, form } }, create: { communeId: tx.communeId, form, mode, changedBy: by, changedAt: at }, update: { mode, changedBy: by, changedAt: at } })

/** Papers of a kind and year that did not take their number from the own series. */
export const numberedElsewhere = async (tx: Tx, form: PaperForm, year: number): Promise<boolean> =>
  (await tx.officialPaper.findFirst({ where: { communeId: tx.communeId, form, year, numbering: { not: 'series' } }, select: { id: true } })) !== null

type GivenNumber = { paperId: string; number: string; numbering: GivenNumbering; by: string | null; at: Date }

/** Enters the number of a paper that waits for one; `duplicate`: another paper of its kind and year carries it. */
export async function giveNumber(tx: Tx, { paperId, number, numbering, by, at }: GivenNumber): Promise<'given' | 'duplicate' | 'not-waiting'> {
  const paper = await tx.officialPaper.findFirst({ where: { communeId: tx.communeId, id: paperId, numbering: 'waiting' } })
  if (paper === null) return 'not-waiting'
  // A number of the document system may be whole ("45/TB-UBND"); what is typed at the desk goes before the sign of the paper.
  const numberText = number.includes('/') ? number : paper.numberText.replace(ROOM, number.padStart(2, '0'))
  const taken = await tx.officialPaper.findFirst({ where: { communeId: tx.communeId, form: paper.form, year: paper.year, numberText, numbering: { not: 'waiting' } }, select: { id: true } })
  if (taken !== null) return 'duplicate'
  const { count } = await tx.officialPaper.updateMany({ where: { communeId: tx.communeId, id: paperId, numbering: 'waiting' }, data: { numberText, numbering, numberedBy: by, numberedAt: at } })
  return count === 0 ? 'not-waiting' : 'given'
}

export type PaperRow = {
  id: string
  dossierId: string | null
  form: PaperForm
  /** Null unless it is one of the own series. */
  number: number | null
  numberText: string
  numbering: Numbering
  issuedAt: Date
  issuedBy: string | null
  data: unknown
  /** Null until the first print. */
  printed: { sha256: string; size: number; templateVersion: string } | null
}

/** Null also where retention took its contents away: such a paper is a number and a day. */
export async function findPaper(tx: Tx, id: string): Promise<PaperRow | null> {
  const row = await tx.officialPaper.findFirst({ where: { communeId: tx.communeId, id, erasedAt: null } })
  if (row === null) return null
  const { sha256, size, templateVersion } = row
  return {
    id: row.id, dossierId: row.dossierId, form: row.form as PaperForm, number: row.number, numberText: row.numberText, numbering: row.numbering as Numbering, issuedAt: row.issuedAt, issuedBy: row.issuedBy, data: row.data,
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
