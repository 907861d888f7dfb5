import 'server-only'
import { paperNumber } from '@/lib/documents/domain/official-paper'
import { renderPaper } from '@/lib/documents/render/render-paper'
import { issuePaper, numberPattern, type IssuedPaper } from '@/lib/documents/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { receptionOf, subjectOf, type Dossier } from '../domain/dossier'
import { controlSheetData } from '../queries/control-sheet-data'
import { findDossier } from '../store/dossier-store'
import { folderOf } from '../store/folder'
import { officeOf } from '../store/office'
import type { ControlSheetFacts } from '../store/paper-facts'
import { recordAccess } from './record-access'

type Problem = { code: 'not-found' } | { code: 'forbidden' } | { code: 'not-received' }

/** The sheet as the events tell it up to now, with a mark across each page: for looking, nothing is kept and no number taken. */
export async function previewControlSheet(officer: Officer, code: string): Promise<Result<Uint8Array, Problem>> {
  const seen = await inCommune(officer, async (tx) => {
    const found = await sheetOf(tx, officer, { code })
    if (!found.ok) return found
    const { hotline: _hotline, ...office } = await officeOf(tx)
    const head = { ...office, number: paperNumber('control-sheet', null, office.issuerKind), issuedAt: now(), signing: 'ink' as const, watermark: 'preview' as const }
    const data = await controlSheetData(tx, found.value, await folderOf(tx, found.value.id), head)
    return data === null ? fail({ code: 'not-received' as const }) : ok({ data, dossierId: found.value.id })
  })
  if (!seen.ok) return seen
  await recordAccess(officer, { dossierId: seen.value.dossierId, what: 'dossier' })
  return ok((await renderPaper('control-sheet', seen.value.data)).bytes)
}

/** Gives out Mẫu 06 with its number: the hand-overs up to now, for good. Later ones come with a later sheet. */
export const issueControlSheet = (officer: Officer, { dossierId }: { dossierId: string }): Promise<Result<IssuedPaper & { code: string }, Problem>> =>
  inCommune(officer, (tx) => issueControlSheetIn(tx, officer, { dossierId }, now()))

export async function issueControlSheetIn(tx: Tx, officer: Officer, { dossierId }: { dossierId: string }, at: Date): Promise<Result<IssuedPaper & { code: string }, Problem>> {
  const found = await sheetOf(tx, officer, { id: dossierId })
  if (!found.ok) return found
  const head = await officeOf(tx)
  const events = await tx.dossierEvent.count({ where: { communeId: tx.communeId, dossierId } })
  const paper = await issuePaper(tx, {
    form: 'control-sheet', dossierId, numberPattern: numberPattern('control-sheet', head.issuerKind), issuedBy: officer.staffId, issuedAt: at, data: { head, events } satisfies ControlSheetFacts,
  })
  return ok({ ...paper, code: found.value.code })
}

async function sheetOf(tx: Tx, officer: Officer, key: { id: string } | { code: string }): Promise<Result<Dossier, Problem>> {
  const dossier = await findDossier(tx, key)
  if (dossier === null) return fail({ code: 'not-found' })
  if (!may(officer, 'dossier.control-sheet', subjectOf(dossier))) return fail({ code: 'forbidden' })
  return receptionOf(dossier) === null ? fail({ code: 'not-received' }) : ok(dossier)
}
