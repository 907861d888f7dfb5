'use server'

import { redirect } from 'next/navigation'
import { signingLines } from '@/app/can-bo/_components/signing-lines'
import type { SigningLine } from '@/components/signatures/signing-batch'
import { openSigningBatch, signNext, signRest } from '@/lib/dossiers/use-cases/sign-batch'
import { officerAction } from '@/lib/identity/actions'
import { type ActionState, idle } from '@/lib/platform/action'
import { BatchInput, SigningInput } from '@/lib/signatures/inputs'
import { saySigningProblem } from '@/lib/signatures/wording'

const say = ({ code }: { code: string }) => saySigningProblem(code)
const open = officerAction(SigningInput, (officer, input) => openSigningBatch(officer, input, 'leader'), say)
const next = officerAction(BatchInput, signNext, say)
const rest = officerAction(BatchInput, signRest, say)

/** Proves who signs, writes down what was chosen, and goes to the page that signs it. */
export async function openBatchAction(_before: ActionState<never>, form: FormData): Promise<ActionState<never>> {
  const state = await open(idle, form)
  if (state.status !== 'done') return state.status === 'idle' ? idle : state
  redirect(`/lanh-dao/ky-so?dot=${state.value.batchId}`)
}

/** Signs one more paper of the batch. */
export async function signNextAction(_before: ActionState<SigningLine[]>, form: FormData): Promise<ActionState<SigningLine[]>> {
  const state = await next(idle, form)
  return state.status === 'done' ? { status: 'done', value: signingLines(state.value) } : state
}

/** Signs all that is left and comes back. */
export async function signRestAction(form: FormData): Promise<never> {
  const state = await rest(idle, form)
  return redirect(`/lanh-dao/ky-so?${new URLSearchParams({ dot: String(form.get('batchId') ?? ''), ...(state.status === 'problem' ? { loi: state.code } : {}) })}`)
}
