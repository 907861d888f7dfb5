import 'server-only'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import { calendarOf } from '@/lib/calendar/store'
import { type PaperData, type PaperForm, paperNumber } from '@/lib/documents/domain/official-paper'
import { renderPaper } from '@/lib/documents/render/render-paper'
import { findPaper } from '@/lib/documents/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { fail, ok, type Problem, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { paperData } from '../queries/paper-data'
import type { Changed } from './change'
import { recordAccess } from './record-access'

type Seen<P extends Problem> = Result<{ dossierId: string; form: PaperForm; data: PaperData[PaperForm] }, P | { code: 'no-paper' }>

/** Carries what was seen out of a transaction that must leave nothing behind. */
class Undo<P extends Problem> extends Error {
  constructor(readonly seen: Seen<P>) {
    super('preview')
  }
}

/**
 * The paper that a deed would issue, with a mark across each page. The deed itself is done, with every rule it asks, and
 * undone: nothing is written, no number is taken, nobody is told. What stands in its way is the answer here too.
 */
export const previewOf =
  <I, P extends Problem>(deed: (tx: Tx, officer: Officer, input: I, at: Date, calendar: CalendarAt) => Promise<Result<Changed, P>>) =>
  async (officer: Officer, input: I): Promise<Result<Uint8Array, P | { code: 'no-paper' }>> => {
    const calendar = await calendarOf(officer.communeId)
    return previewPaper(officer, (tx) => deed(tx, officer, input, now(), calendar))
  }

async function previewPaper<P extends Problem>(officer: Officer, deed: (tx: Tx) => Promise<Result<Changed, P>>): Promise<Result<Uint8Array, P | { code: 'no-paper' }>> {
  const seen = await lookAndUndo(officer, deed)
  if (!seen.ok) return seen
  const { dossierId, form, data } = seen.value
  await recordAccess(officer, { dossierId, what: 'dossier' })
  const head = { ...data.head, number: paperNumber(form, null, data.head.issuerKind), watermark: 'preview' as const }
  return ok((await renderPaper(form, { ...data, head } as PaperData[PaperForm])).bytes)
}

async function lookAndUndo<P extends Problem>(officer: Officer, deed: (tx: Tx) => Promise<Result<Changed, P>>): Promise<Seen<P>> {
  try {
    return await inCommune(officer, async (tx): Promise<never> => {
      const answer = await deed(tx)
      if (!answer.ok) throw new Undo<P>(answer)
      const paper = answer.value.papers[0] === undefined ? null : await findPaper(tx, answer.value.papers[0].id)
      throw new Undo<P>(paper === null ? fail({ code: 'no-paper' }) : ok({ dossierId: answer.value.dossierId, form: paper.form, data: await paperData(tx, paper) }))
    })
  } catch (fault) {
    if (fault instanceof Undo) return (fault as Undo<P>).seen
    throw fault
  }
}
