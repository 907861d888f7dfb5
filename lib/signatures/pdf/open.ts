import { PDFDocument } from 'pdf-lib'
import { isTame } from './tame'

/** A PDF to look into, or null where it cannot be read without risk or at all: broken, encrypted, or no PDF. */
export async function openPdf(bytes: Buffer): Promise<PDFDocument | null> {
  if (!isTame(bytes)) return null
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    return document.getPageCount() > 0 ? document : null
  } catch {
    // Whatever the parser stumbles over, the answer is the same: this file cannot be judged.
    return null
  }
}
