import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import type { CollectInput, NoteEReceiptInput } from '../inputs'
import { caseFacts } from '../store/case-facts'
import { findEntry, noteEReceipt } from '../store/ledger'
import { causeOf, lockOwed, settleLines } from '../store/records'

export type Collected = { entryId: string; dossierId: string; code: string; amountVnd: number }
type EReceiptProblem = { code: 'has-e-receipt' } | { code: 'e-receipt-number-taken' }
type Problem = { code: 'forbidden' } | { code: 'not-found' } | { code: 'nothing-owed' } | { code: 'amount-changed' } | EReceiptProblem

class Refused extends Error {
  constructor(readonly problem: EReceiptProblem) {
    super(problem.code)
  }
}

/** The collector takes everything that is owed, in cash or as seen on the account; the second press finds nothing owed. */
export async function collectPayment(officer: Officer, input: CollectInput): Promise<Result<Collected, Problem>> {
  try {
    return await inCommune(officer, (tx) => collectPaymentIn(tx, officer, input, now()))
  } catch (fault) {
    // The money is not taken without the receipt that was typed with it: nothing was written.
    if (fault instanceof Refused) return fail(fault.problem)
    throw fault
  }
}

export async function collectPaymentIn(tx: Tx, officer: Officer, input: CollectInput, at: Date): Promise<Result<Collected, Problem>> {
  if (!may(officer, 'payment.collect', { communeId: tx.communeId })) return fail({ code: 'forbidden' })
  const facts = await caseFacts(tx, input.dossierId)
  if (facts === null) return fail({ code: 'not-found' })
  const lines = await lockOwed(tx, input.dossierId)
  if (lines.length === 0) return fail({ code: 'nothing-owed' })
  const amountVnd = lines.reduce((sum, line) => sum + line.amountVnd, 0)
  if (amountVnd !== input.owedVnd) return fail({ code: 'amount-changed' })
  const entryId = await settleLines(tx, { dossierId: input.dossierId, lines, method: input.method, collectorId: officer.staffId, reference: input.reference, cause: causeOf(lines), at })
  if (input.eReceiptSeries !== null && input.eReceiptNumber !== null) {
    const noted = await noteEReceipt(tx, { entryId, series: input.eReceiptSeries, number: input.eReceiptNumber, provider: null, notedBy: officer.staffId, at })
    if (noted !== 'noted') throw new Refused({ code: noted === 'has-one' ? 'has-e-receipt' : 'e-receipt-number-taken' })
  }
  return ok({ entryId, dossierId: input.dossierId, code: facts.code, amountVnd })
}

/** Series and number of the official receipt that was issued elsewhere for an entry. Once: a receipt is cancelled where it was issued. */
export const noteReceipt = (officer: Officer, { entryId, eReceiptSeries, eReceiptNumber }: z.output<typeof NoteEReceiptInput>): Promise<Result<{ code: string }, Exclude<Problem, { code: 'nothing-owed' } | { code: 'amount-changed' }>>> =>
  inCommune(officer, async (tx) => {
    if (!may(officer, 'payment.collect', { communeId: tx.communeId })) return fail({ code: 'forbidden' })
    const entry = await findEntry(tx, entryId)
    const facts = entry === null ? null : await caseFacts(tx, entry.dossierId)
    if (entry === null || entry.direction !== 'in' || facts === null) return fail({ code: 'not-found' })
    const noted = await noteEReceipt(tx, { entryId, series: eReceiptSeries, number: eReceiptNumber, provider: null, notedBy: officer.staffId, at: now() })
    return noted === 'noted' ? ok({ code: facts.code }) : fail({ code: noted === 'has-one' ? 'has-e-receipt' : 'e-receipt-number-taken' })
  })
