import 'server-only'
import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import type { PaperData, PaperForm } from '../domain/official-paper'
import { type View, printableView } from './text'
import { compilePdf, templateVersion } from './typst'
import { controlSheetView, dossierRegisterView, resultCoverView } from './views/books'
import { apologyView, discontinuationView, refusalView, supplementRequestView } from './views/letters'
import { receiptSlipView } from './views/receipt-slip'

const views: { [F in PaperForm]: (data: PaperData[F]) => View } = {
  'receipt-slip': receiptSlipView,
  'supplement-request': supplementRequestView,
  refusal: refusalView,
  apology: apologyView,
  discontinuation: discontinuationView,
  'control-sheet': controlSheetView,
  'dossier-register': dossierRegisterView,
  'result-cover': resultCoverView,
}

export type RenderedPaper = { bytes: Uint8Array; templateVersion: string }

/**
 * A paper as PDF/A-2a with its faces inside. The same form, data and template version give the same bytes on any machine.
 * The compile itself is native and holds the event loop for some milliseconds (the README has figures). A turn of the loop
 * comes first: requests get their share between two papers, and only then can Node free the native memory of the last one.
 */
export async function renderPaper<F extends PaperForm>(form: F, data: PaperData[F]): Promise<RenderedPaper> {
  await turnOfTheLoop()
  const bytes = compilePdf(form, printableView(views[form](data)), data.head.issuedAt)
  return { bytes, templateVersion: templateVersion(form) }
}
