import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { decideApproval, decidePayOut, decideProposal, type RefundProblem } from '../domain/refund'
import type { DecideRefundInput, PayRefundInput, ProposeRefundInput } from '../inputs'
import { caseFacts } from '../store/case-facts'
import { addEntry, findEntry } from '../store/ledger'
import { markRefunded } from '../store/records'
import { addRefund, lockEntryForRefund, lockRefund, paidBackVnd, refundsOfDossier, type Refund, writeDecision, writePaidOut } from '../store/refunds'

type Problem = RefundProblem | { code: 'forbidden' } | { code: 'not-found' }
export type RefundDone = { refundId: string; code: string; /** The entry that paid it out, where one did. */ entryId: string | null }

/** Money that was paid by mistake or for nothing: how much of which entry, and why. It waits for a leader. */
export const proposeRefund = (officer: Officer, input: z.output<typeof ProposeRefundInput>): Promise<Result<RefundDone, Problem>> => inCommune(officer, (tx) => proposeRefundIn(tx, officer, input, now()))

export async function proposeRefundIn(tx: Tx, officer: Officer, input: z.output<typeof ProposeRefundInput>, at: Date): Promise<Result<RefundDone, Problem>> {
  if (!may(officer, 'payment.propose-refund', { communeId: tx.communeId })) return fail({ code: 'forbidden' })
  await lockEntryForRefund(tx, input.entryId)
  const entry = await findEntry(tx, input.entryId)
  const facts = entry === null ? null : await caseFacts(tx, entry.dossierId)
  if (entry === null || entry.direction !== 'in' || facts === null) return fail({ code: 'not-found' })
  const before = (await refundsOfDossier(tx, entry.dossierId)).filter(({ entryId }) => entryId === entry.id)
  const decided = decideProposal(entry.amountVnd, before, input.amountVnd)
  if (!decided.ok) return decided
  const id = uuidv7()
  const { amountVnd, reason, method } = input
  await addRefund(tx, { id, dossierId: entry.dossierId, entryId: entry.id, amountVnd, reason, method, cause: `proposal:${id}`, proposedBy: officer.staffId, at })
  return ok({ refundId: id, code: facts.code, entryId: null })
}

/** The leader says yes or no, with a word where it is no. */
export const decideRefund = (officer: Officer, { refundId, decision, note }: z.output<typeof DecideRefundInput>): Promise<Result<RefundDone, Problem>> =>
  inCommune(officer, async (tx) => {
    if (!may(officer, 'payment.approve-refund', { communeId: tx.communeId })) return fail({ code: 'forbidden' })
    const found = await refundWithCode(tx, refundId)
    if (found === null) return fail({ code: 'not-found' })
    const decided = decideApproval(found.refund, officer.staffId)
    if (!decided.ok) return decided
    await writeDecision(tx, refundId, { state: decision === 'approve' ? 'approved' : 'rejected', decidedBy: officer.staffId, decisionNote: note, at: now() })
    return ok({ refundId, code: found.code, entryId: null })
  })

/** The collector gives the money back: one entry with its own number. Pressed twice, it goes once. */
export const payRefund = (officer: Officer, input: z.output<typeof PayRefundInput>): Promise<Result<RefundDone, Problem>> => inCommune(officer, (tx) => payRefundIn(tx, officer, input, now()))

export async function payRefundIn(tx: Tx, officer: Officer, { refundId, reference }: z.output<typeof PayRefundInput>, at: Date): Promise<Result<RefundDone, Problem>> {
  if (!may(officer, 'payment.collect', { communeId: tx.communeId })) return fail({ code: 'forbidden' })
  const found = await refundWithCode(tx, refundId)
  if (found === null) return fail({ code: 'not-found' })
  const { refund, code } = found
  const decided = decidePayOut(refund)
  if (!decided.ok) return decided
  const origin = (await findEntry(tx, refund.entryId))!
  // A refund in part is for the whole payment: it is booked on the first line, whose kind it takes.
  const lines = origin.lines.slice(0, 1).map((line) => ({ ...line, amountVnd: refund.amountVnd }))
  const entryId = await addEntry(tx, {
    direction: 'out', method: refund.method, amountVnd: refund.amountVnd, dossierId: refund.dossierId, collectorId: officer.staffId, lines, reference, cause: `refund:${refund.id}`, at,
  })
  await writePaidOut(tx, refund.id, { by: officer.staffId, entryId, at })
  if ((await paidBackVnd(tx, origin.id)) === origin.amountVnd) await markRefunded(tx, origin.id)
  return ok({ refundId, code, entryId })
}

async function refundWithCode(tx: Tx, id: string): Promise<{ refund: Refund; code: string } | null> {
  const refund = await lockRefund(tx, id)
  const facts = refund === null ? null : await caseFacts(tx, refund.dossierId)
  return refund === null || facts === null ? null : { refund, code: facts.code }
}
