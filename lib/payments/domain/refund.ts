import { fail, ok, type Result } from '@/lib/kernel/result'

export const refundStates = ['proposed', 'approved', 'rejected', 'paid'] as const
export type RefundState = (typeof refundStates)[number]
export const refundMethods = ['cash', 'transfer'] as const
export type RefundMethod = (typeof refundMethods)[number]

/** What of an entry may still go back. Proposals count until they are rejected: two of them never promise the same money. */
export const refundableVnd = (entryVnd: number, refunds: readonly { amountVnd: number; state: RefundState }[]): number =>
  entryVnd - refunds.reduce((sum, { amountVnd, state }) => sum + (state === 'rejected' ? 0 : amountVnd), 0)

export type RefundProblem = { code: 'refund-too-much'; mostVnd: number } | { code: 'refund-not-waiting' } | { code: 'refund-not-approved' } | { code: 'own-proposal' }

export const decideProposal = (entryVnd: number, before: readonly { amountVnd: number; state: RefundState }[], amountVnd: number): Result<true, RefundProblem> => {
  const mostVnd = refundableVnd(entryVnd, before)
  return amountVnd > mostVnd ? fail({ code: 'refund-too-much', mostVnd }) : ok(true)
}

/** Who proposed does not approve. */
export function decideApproval(refund: { state: RefundState; proposedBy: string | null }, approverId: string): Result<true, RefundProblem> {
  if (refund.state !== 'proposed') return fail({ code: 'refund-not-waiting' })
  return refund.proposedBy === approverId ? fail({ code: 'own-proposal' }) : ok(true)
}

export const decidePayOut = (refund: { state: RefundState }): Result<true, RefundProblem> => (refund.state === 'approved' ? ok(true) : fail({ code: 'refund-not-approved' }))
