import 'server-only'
import { buffer } from 'node:stream/consumers'
import { PDFDocument } from 'pdf-lib'
import type { z } from 'zod'
import type { PrintManyInput } from '@/lib/documents/inputs'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { paperPdf } from './paper-pdf'

export type PrintedMany = { bytes: Uint8Array; papers: number; /** Gone or of another commune: left out. */ leftOut: number }

/**
 * Many papers as one file, in the order they were ticked. Each is printed as it would be alone: bytes kept at its first print,
 * its opening noted. The file is put together for the printer and not kept.
 */
export async function printMany(officer: Officer, { paperIds }: z.output<typeof PrintManyInput>): Promise<Result<PrintedMany, { code: 'forbidden' | 'not-found' }>> {
  if (!may(officer, 'dossier.read', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  const whole = await PDFDocument.create()
  const ids = [...new Set(paperIds)]
  let papers = 0
  for (const id of ids) {
    const printed = await paperPdf(officer, id)
    if (!printed.ok) continue
    const one = await PDFDocument.load(await buffer(printed.value.stream))
    for (const page of await whole.copyPages(one, one.getPageIndices())) whole.addPage(page)
    papers += 1
  }
  return papers === 0 ? fail({ code: 'not-found' }) : ok({ bytes: await whole.save(), papers, leftOut: ids.length - papers })
}
