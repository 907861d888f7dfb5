import 'server-only'
import { vnd } from '@/lib/kernel/vnd'
import type { Tx } from '@/lib/platform/db'
import type { PaymentKind, PaymentLine, PaymentState } from './domain/payment'

/** Money owed and taken for a dossier, in the order it was entered. */
export async function paymentsOfDossier(tx: Tx, dossierId: string): Promise<PaymentLine[]> {
  const rows = await tx.paymentRecord.findMany({ where: { communeId: tx.communeId, dossierId }, orderBy: { id: 'asc' } })
  return rows.map(({ id, kind, amountVnd, basis, state, paidAt }) => ({ id, kind: kind as PaymentKind, amountVnd: vnd(amountVnd), basis, state: state as PaymentState, paidAt }))
}

/** Takes what is owed in cash. Answers how many lines were paid now: 0 the second time. */
export const takeOwed = async (tx: Tx, dossierId: string, collectorId: string, paidAt: Date): Promise<number> =>
  (await tx.paymentRecord.updateMany({ where: { communeId: tx.communeId, dossierId, state: 'owed' }, data: { state: 'paid', method: 'cash', collectorId, paidAt } })).count
