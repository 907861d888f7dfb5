import { type Vnd, vnd } from '@/lib/kernel/vnd'

/** phí pays for a service (fee), lệ phí is set by the state for a paper (charge); an obligation (nghĩa vụ tài chính) is stated by an officer later. */
export const paymentKinds = ['fee', 'charge', 'obligation'] as const
export type PaymentKind = (typeof paymentKinds)[number]
/** `cancelled`: the dossier ended before anybody paid. */
export const paymentStates = ['owed', 'paid', 'exempt', 'refunded', 'cancelled'] as const
export type PaymentState = (typeof paymentStates)[number]
export type PaymentLine = { id: string; kind: PaymentKind; amountVnd: Vnd; basis: string; state: PaymentState; paidAt: Date | null }

/** Cash and transfers are taken by a person; a gateway tells by itself; the treasury's paper is shown to an officer. */
export const paymentMethods = ['cash', 'transfer', 'gateway', 'treasury'] as const
export type PaymentMethod = (typeof paymentMethods)[number]

/** One line of an entry of the ledger: what the money was for. */
export type EntryLine = { paymentId: string; kind: PaymentKind; name: string; amountVnd: number }

/** What is still to be paid for a dossier. */
export const sumOwed = (lines: readonly Pick<PaymentLine, 'state' | 'amountVnd'>[]): Vnd =>
  vnd(lines.reduce((sum, { state, amountVnd }) => sum + (state === 'owed' ? amountVnd : 0), 0))

/** How a dossier stands with its money: a dimension of its own, derived and never stored. */
export const paymentStandings = ['none', 'owed', 'paid', 'exempt', 'refunded'] as const
export type PaymentStanding = (typeof paymentStandings)[number]

/** The most urgent thing first: one line owed makes the dossier owe; a dossier is exempt only where nothing was paid. */
export function paymentStanding(lines: readonly Pick<PaymentLine, 'state'>[]): PaymentStanding {
  const has = (state: PaymentState): boolean => lines.some((line) => line.state === state)
  if (has('owed')) return 'owed'
  if (has('paid')) return 'paid'
  if (has('refunded')) return 'refunded'
  return has('exempt') ? 'exempt' : 'none'
}
