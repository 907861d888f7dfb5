import 'server-only'
import { Readable } from 'node:stream'
import type { Actor } from '@/lib/identity/domain/actor'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { openFile, putFile } from '@/lib/platform/files'
import { must } from '@/lib/kernel/result'
import type { PaperData, PaperForm } from '../domain/official-paper'
import { renderPaper } from '../render/render-paper'
import { findPaper, notePrint, type PaperRow } from '../store'

const LARGEST_PAPER = 50_000_000

export type PrintedPaper = { form: PaperForm; numberText: string; size: number; stream: Readable }

/**
 * The bytes of a paper. Rendered at the first print from what `gather` tells, kept, and served again ever after: a reprint is
 * the same paper, also when the template or a name has changed since. One that still waits for its number is shown with a
 * mark across the page and not kept. Whoever calls has asked whether the reader may.
 */
export async function printPaper(actor: Actor, communeId: string, paper: PaperRow, gather: () => Promise<PaperData[PaperForm]>): Promise<PrintedPaper> {
  if (paper.numbering === 'waiting') return marked(paper, await gather())
  const printed = paper.printed ?? (await firstPrint(actor, communeId, paper, await gather()))
  const { stream, size } = await openFile(communeId, printed.sha256)
  return { form: paper.form, numberText: paper.numberText, size, stream }
}

async function marked(paper: PaperRow, data: PaperData[PaperForm]): Promise<PrintedPaper> {
  const { bytes } = await renderPaper(paper.form, { ...data, head: { ...data.head, watermark: 'waiting' } } as PaperData[PaperForm])
  return { form: paper.form, numberText: paper.numberText, size: bytes.byteLength, stream: Readable.from(Buffer.from(bytes)) }
}

/** Two first prints at once: the row takes one of them, and that one is answered by both. */
async function firstPrint(actor: Actor, communeId: string, paper: PaperRow, data: PaperData[PaperForm]): Promise<NonNullable<PaperRow['printed']>> {
  const { bytes, templateVersion } = await renderPaper(paper.form, data)
  const { sha256, size } = must(await putFile(communeId, bytes, LARGEST_PAPER))
  const row = await inCommune(actor, communeId, async (tx) => {
    await notePrint(tx, paper.id, { sha256, size, templateVersion, at: now() })
    return findPaper(tx, paper.id)
  })
  return row!.printed!
}
