'use server'

import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { officerAction } from '@/lib/identity/actions'
import type { Officer } from '@/lib/identity/domain/actor'
import { ok, type Problem, type Result } from '@/lib/kernel/result'
import { AddFeeInput, AssessInput, CollectInput, DecideRefundInput, NoteEReceiptInput, PayRefundInput, ProposeRefundInput } from '@/lib/payments/inputs'
import { addFee, assessPayment } from '@/lib/payments/use-cases/assess-payment'
import { collectPayment, noteReceipt } from '@/lib/payments/use-cases/collect-payment'
import { decideRefund, payRefund, proposeRefund } from '@/lib/payments/use-cases/refund-payment'
import { sayProblem } from '@/lib/payments/wording'
import { type ActionState, idle } from '@/lib/platform/action'
import { textsOf } from '../../_components/texts-of'

type State = ActionState<never>

/** Does it, and goes back to the money of the dossier, which says what was done; what stood in the way comes back with what was typed. */
function moneyAction<S extends z.ZodType, P extends Problem>(done: string, schema: S, useCase: (officer: Officer, input: z.output<S>) => Promise<Result<{ code: string; entryId?: string | null }, P>>) {
  const run = officerAction(schema, useCase, sayProblem)
  return async (_before: State, form: FormData): Promise<State> => {
    const state = await run(idle, form)
    if (state.status === 'idle') return idle
    if (state.status === 'problem') return { ...state, values: textsOf(form) }
    const { code, entryId } = state.value
    redirect(`/can-bo/ho-so/${encodeURIComponent(code)}?${new URLSearchParams({ tab: 'thu-phi', tien: done, ...(entryId == null ? {} : { phieu: entryId }) })}`)
  }
}

export const assessAction = moneyAction('muc-thu', AssessInput, async (officer, input) => {
  const assessed = await assessPayment(officer, input)
  return assessed.ok ? ok({ code: assessed.value.code }) : assessed
})
export const addFeeAction = moneyAction('them', AddFeeInput, addFee)
export const collectAction = moneyAction('thu', CollectInput, collectPayment)
export const noteReceiptAction = moneyAction('bien-lai', NoteEReceiptInput, noteReceipt)
export const proposeRefundAction = moneyAction('de-nghi-hoan', ProposeRefundInput, proposeRefund)
export const decideRefundAction = moneyAction('quyet-hoan', DecideRefundInput, decideRefund)
export const payRefundAction = moneyAction('hoan', PayRefundInput, payRefund)
