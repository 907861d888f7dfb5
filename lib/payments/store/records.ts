import 'server-only'
import { z } from 'zod'
import { vnd } from '@/lib/kernel/vnd'
import type { Tx } from '@/lib/platform/db'
import { queue } from '@/lib/platform/outbox'
import { type EntryLine, paymentKinds, type PaymentKind, type PaymentLine, type PaymentMethod, type PaymentState } from '../domain/payment'
import { addEntry } from './ledger'

/** Money owed and taken for a dossier, in the order it was entered. */
export async function paymentsOfDossier(tx: Tx, dossierId: string): Promise<PaymentLine[]> {
  const rows = await tx.paymentRecord.findMany({ where: { communeId: tx.communeId, dossierId }, orderBy: { id: 'asc' } })
  return rows.map(({ id, kind, amountVnd, basis, state, paidAt }) => ({ id, kind: kind as PaymentKind, amountVnd: vnd(amountVnd), basis, state: state as PaymentState, paidAt }))
}

export type OwedLine = EntryLine & { obligationId: string | null; beforeAcceptance: boolean }
const OwedRows = z.array(z.object({ id: z.uuid(), kind: z.enum(paymentKinds), basis: z.string(), amount_vnd: z.int(), obligation_id: z.uuid().nullable(), before_acceptance: z.boolean().nullable() }))

/** What is owed now, held until the transaction ends: two who take the same money wait for each other, and the second finds nothing owed. */
export async function lockOwed(tx: Tx, dossierId: string): Promise<OwedLine[]> {
  const rows = await tx.$queryRaw`select id, kind, basis, amount_vnd, obligation_id, before_acceptance from payment_record
    where commune_id = ${tx.communeId}::uuid and dossier_id = ${dossierId}::uuid and state = 'owed' order by id for update`
  return OwedRows.parse(rows).map((row) => ({ paymentId: row.id, kind: row.kind, name: row.basis, amountVnd: row.amount_vnd, obligationId: row.obligation_id, beforeAcceptance: row.before_acceptance === true }))
}

type Taking = { dossierId: string; lines: readonly OwedLine[]; method: PaymentMethod; collectorId: string | null; reference: string | null; cause: string; at: Date }

/** Money came for these lines: one entry in the ledger, each line paid by it. Whatever waits for an obligation hears of it after the commit. */
export async function settleLines(tx: Tx, { dossierId, lines, method, collectorId, reference, cause, at }: Taking): Promise<string> {
  const amountVnd = lines.reduce((sum, line) => sum + line.amountVnd, 0)
  const kept = lines.map(({ paymentId, kind, name, amountVnd: part }) => ({ paymentId, kind, name, amountVnd: part }))
  const entryId = await addEntry(tx, { direction: 'in', method, amountVnd, dossierId, collectorId, lines: kept, reference, cause, at })
  await tx.paymentRecord.updateMany({
    where: { communeId: tx.communeId, dossierId, id: { in: lines.map(({ paymentId }) => paymentId) }, state: 'owed' },
    data: { state: 'paid', method, collectorId, paidAt: at, entryId },
  })
  await tellSettled(tx, dossierId, lines)
  return entryId
}

/** An obligation that is settled resumes its dossier. The handler lives with dossiers; the key is the payment. */
export const tellSettled = (tx: Tx, dossierId: string, lines: readonly { paymentId: string; obligationId: string | null }[]): Promise<void> =>
  queue(tx, lines.filter(({ obligationId }) => obligationId !== null).map(({ paymentId }) => ({ key: `payment-settled:${paymentId}`, kind: 'payment-settled', payload: { dossierId, paymentId } })))

/** Takes what is owed in cash. Answers how many lines were paid now: 0 the second time. */
export async function takeOwed(tx: Tx, dossierId: string, collectorId: string, at: Date): Promise<number> {
  const lines = await lockOwed(tx, dossierId)
  if (lines.length === 0) return 0
  await settleLines(tx, { dossierId, lines, method: 'cash', collectorId, reference: null, cause: causeOf(lines), at })
  return lines.length
}

/** The same lines can be paid once: their ids are the cause of the entry. */
export const causeOf = (lines: readonly { paymentId: string }[]): string => `lines:${lines.map(({ paymentId }) => paymentId).toSorted().join(',')}`

/** An officer states a financial obligation after reception; the clock waits for it. */
export async function addObligation(tx: Tx, obligation: { id: string; dossierId: string; kind: PaymentKind; amountVnd: number; basis: string }): Promise<void> {
  const { id, dossierId, kind, amountVnd, basis } = obligation
  await tx.paymentRecord.createMany({ data: [{ communeId: tx.communeId, id, dossierId, kind, amountVnd, basis, state: 'owed', obligationId: id }] })
}

/** Obligations of a dossier that nobody has settled yet, and when the last of the others was. */
export async function obligationsOf(tx: Tx, dossierId: string): Promise<{ id: string; amountVnd: number; basis: string; state: PaymentState; paidAt: Date | null }[]> {
  const rows = await tx.paymentRecord.findMany({ where: { communeId: tx.communeId, dossierId, obligationId: { not: null } }, orderBy: { id: 'asc' } })
  return rows.map(({ id, amountVnd, basis, state, paidAt }) => ({ id, amountVnd, basis, state: state as PaymentState, paidAt }))
}

/** Whether something is owed that the procedure wants before acceptance. */
export const owesBeforeAcceptance = async (tx: Tx, dossierId: string): Promise<boolean> =>
  (await tx.paymentRecord.findFirst({ where: { communeId: tx.communeId, dossierId, state: 'owed', beforeAcceptance: true }, select: { id: true } })) !== null

/** Where everything that an entry paid went back, its lines say so. */
export const markRefunded = (tx: Tx, entryId: string): Promise<unknown> =>
  tx.paymentRecord.updateMany({ where: { communeId: tx.communeId, entryId, state: 'paid' }, data: { state: 'refunded' } })

/** A fee beside those of the filing. */
export async function addLine(tx: Tx, { id, dossierId, kind, amountVnd, basis }: { id: string; dossierId: string; kind: PaymentKind; amountVnd: number; basis: string }): Promise<void> {
  await tx.paymentRecord.createMany({ data: [{ communeId: tx.communeId, id, dossierId, kind, amountVnd, basis, state: 'owed' }] })
}
