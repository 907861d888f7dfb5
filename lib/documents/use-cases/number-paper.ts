import 'server-only'
import type { z } from 'zod'
import type { Officer, System } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { localDateOf } from '@/lib/kernel/local-date'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { documentSystemOf } from '../document-system'
import type { NumberPaperInput } from '../inputs'
import { findPaper, giveNumber } from '../store'

export type NumberProblem = { code: 'forbidden' } | { code: 'number-taken' } | { code: 'not-waiting' }

/** The records clerk enters the number of a paper that waits for one. From then on it can be printed. */
export async function numberPaper(officer: Officer, { paperId, number }: z.output<typeof NumberPaperInput>): Promise<Result<{ paperId: string }, NumberProblem>> {
  if (!may(officer, 'paper.number', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  const answer = await inCommune(officer, (tx) => giveNumber(tx, { paperId, number, numbering: 'typed', by: officer.staffId, at: now() }))
  if (answer === 'given') return ok({ paperId })
  return fail({ code: answer === 'duplicate' ? 'number-taken' : 'not-waiting' })
}

/** The document system has no number yet: the job is tried again, later and later, and the clerk may enter one meanwhile. */
export class NoNumberYet extends Error {}

/** Asks the document system for the number of a paper. Without one connected there is nothing to ask, and the clerk's list holds the paper. */
export async function fetchNumber(worker: System, communeId: string, { paperId, key }: { paperId: string; key: string }): Promise<void> {
  const system = documentSystemOf(communeId)
  const paper = await inCommune(worker, communeId, (tx) => findPaper(tx, paperId))
  if (system === null || paper === null || paper.numbering !== 'waiting') return
  const number = await system.numberFor({ key, form: paper.form, issuedOn: localDateOf(paper.issuedAt) })
  if (number === null) throw new NoNumberYet(`No number yet for paper ${paperId}`)
  const answer = await inCommune(worker, communeId, (tx) => giveNumber(tx, { paperId, number, numbering: 'document-system', by: null, at: now() }))
  if (answer === 'duplicate') throw new Error(`The document system gave paper ${paperId} a number that another paper has`)
}
