import { type Vnd, vnd } from '@/lib/kernel/vnd'

/** phí pays for a service (fee), lệ phí is set by the state for a paper (charge). */
export type PaymentKind = 'fee' | 'charge'
export type PaymentState = 'owed' | 'paid' | 'exempt'
export type PaymentLine = { id: string; kind: PaymentKind; amountVnd: Vnd; basis: string; state: PaymentState; paidAt: Date | null }

/** What is still to be paid for a dossier. */
export const sumOwed = (lines: readonly Pick<PaymentLine, 'state' | 'amountVnd'>[]): Vnd =>
  vnd(lines.reduce((sum, { state, amountVnd }) => sum + (state === 'owed' ? amountVnd : 0), 0))
