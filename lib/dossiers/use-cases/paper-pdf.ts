import 'server-only'
import { findPaper, type PaperRow } from '@/lib/documents/store'
import { printPaper, type PrintedPaper } from '@/lib/documents/use-cases/print-paper'
import { recordAccess } from '@/lib/audit/store'
import { usualReason } from '@/lib/audit/wording'
import { type Officer, type System, visitor } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import type { TrackingGrant } from '@/lib/identity/tracking-grants'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { inCommune } from '@/lib/platform/db'
import { openFile } from '@/lib/platform/files'
import { signaturesOfPaper } from '@/lib/signatures/store'
import { paperData } from '../queries/paper-data'

type NotFound = { code: 'not-found' }

/** A paper of the officer's commune, for reading and printing; the opening is noted. */
export async function paperPdf(officer: Officer, paperId: string): Promise<Result<PrintedPaper, NotFound>> {
  const paper = await inCommune(officer, async (tx) => {
    const found = may(officer, 'dossier.read', { communeId: officer.communeId }) ? await findPaper(tx, paperId) : null
    if (found !== null && found.dossierId !== null) await recordAccess(tx, { dossierId: found.dossierId, staffId: officer.staffId, what: 'paper', reason: usualReason, objectId: found.id })
    return found
  })
  return paper === null ? fail({ code: 'not-found' }) : ok(await print(officer, officer.communeId, paper))
}

/** A paper of the dossier whose secret the reader holds, or which is the reader's own: the page asked before it made the grant. */
export async function grantedPaperPdf({ communeId, dossierId }: TrackingGrant, paperId: string): Promise<Result<PrintedPaper, NotFound>> {
  const paper = await inCommune(visitor, communeId, (tx) => findPaper(tx, paperId))
  return paper === null || paper.dossierId !== dossierId ? fail({ code: 'not-found' }) : ok(await print(visitor, communeId, paper))
}

/** Renders ahead of the first reader; a paper that was printed already stays as it is. */
export async function prerenderPaper(worker: System, communeId: string, paperId: string): Promise<void> {
  const paper = await inCommune(worker, communeId, (tx) => findPaper(tx, paperId))
  if (paper === null || paper.printed !== null || paper.numbering === 'waiting') return
  const { stream } = await print(worker, communeId, paper)
  stream.destroy()
}

/** The hash of a paper's first print, made now where there is none yet. */
export async function printForWorker(communeId: string, paperId: string): Promise<string> {
  await prerenderPaper(house, communeId, paperId)
  const paper = await inCommune(house, communeId, (tx) => findPaper(tx, paperId))
  if (paper?.printed == null) throw new Error(`Paper ${paperId} cannot be printed`)
  return paper.printed.sha256
}

const house: System = { kind: 'system', name: 'print' }

/** A paper that was signed digitally is given out as it was signed; its first print stays beside it. */
async function print(actor: Officer | System | typeof visitor, communeId: string, paper: PaperRow): Promise<PrintedPaper> {
  const [signed] = await inCommune(actor, communeId, (tx) => signaturesOfPaper(tx, paper.id))
  if (signed === undefined) return printPaper(actor, communeId, paper, () => inCommune(actor, communeId, (tx) => paperData(tx, paper)))
  return { form: paper.form, numberText: paper.numberText, ...(await openFile(communeId, signed.sha256After)) }
}
