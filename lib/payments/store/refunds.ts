import 'server-only'
import { z } from 'zod'
import type { Tx } from '@/lib/platform/db'
import { refundMethods, refundStates, type RefundMethod, type RefundState } from '../domain/refund'

export type Refund = {
  id: string
  dossierId: string
  entryId: string
  amountVnd: number
  reason: string
  method: RefundMethod
  state: RefundState
  proposedBy: string | null
  proposedAt: Date
  decidedAt: Date | null
  decisionNote: string | null
  paidAt: Date | null
  refundEntryId: string | null
}
type Row = Omit<Refund, 'method' | 'state'> & { method: string; state: string }

export const refundFrom = ({ method, state, ...row }: Row): Refund => ({ ...row, method: z.enum(refundMethods).parse(method), state: z.enum(refundStates).parse(state) })

export const refundColumns = {
  id: true, dossierId: true, entryId: true, amountVnd: true, reason: true, method: true, state: true, proposedBy: true, proposedAt: true, decidedAt: true, decisionNote: true, paidAt: true, refundEntryId: true,
} as const

export const refundsOfDossier = async (tx: Tx, dossierId: string): Promise<Refund[]> =>
  (await tx.paymentRefund.findMany({ where: { communeId: tx.communeId, dossierId }, orderBy: { id: 'asc' }, select: refundColumns })).map(refundFrom)

/** Holds the refund while it is decided or paid out. */
export async function lockRefund(tx: Tx, id: string): Promise<Refund | null> {
  await tx.$executeRaw`select 1 from payment_refund where commune_id = ${tx.communeId}::uuid and id = ${id}::uuid for update`
  const row = await tx.paymentRefund.findFirst({ where: { communeId: tx.communeId, id }, select: refundColumns })
  return row === null ? null : refundFrom(row)
}

/** Holds an entry against another proposal at the same moment. */
export const lockEntryForRefund = (tx: Tx, entryId: string): Promise<unknown> =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('payment-refund:' || ${tx.communeId}::uuid || ':' || ${entryId}::uuid, 0))`

export type NewRefund = { id: string; dossierId: string; entryId: string; amountVnd: number; reason: string; method: RefundMethod; cause: string; proposedBy: string | null; at: Date }

export async function addRefund(tx: Tx, { at, ...refund }: NewRefund): Promise<void> {
  await tx.paymentRefund.createMany({ data: [{ communeId: tx.communeId, ...refund, state: 'proposed', proposedAt: at }], skipDuplicates: true })
}

export const writeDecision = (tx: Tx, id: string, decision: { state: 'approved' | 'rejected'; decidedBy: string; decisionNote: string | null; at: Date }): Promise<unknown> =>
  tx.paymentRefund.updateMany({ where: { communeId: tx.communeId, id, state: 'proposed' }, data: { state: decision.state, decidedBy: decision.decidedBy, decidedAt: decision.at, decisionNote: decision.decisionNote } })

export const writePaidOut = (tx: Tx, id: string, paid: { by: string; entryId: string; at: Date }): Promise<unknown> =>
  tx.paymentRefund.updateMany({ where: { communeId: tx.communeId, id, state: 'approved' }, data: { state: 'paid', paidBy: paid.by, paidAt: paid.at, refundEntryId: paid.entryId } })

/** How much of an entry has gone back so far. */
export async function paidBackVnd(tx: Tx, entryId: string): Promise<number> {
  const { _sum } = await tx.paymentRefund.aggregate({ where: { communeId: tx.communeId, entryId, state: 'paid' }, _sum: { amountVnd: true } })
  return _sum.amountVnd ?? 0
}
