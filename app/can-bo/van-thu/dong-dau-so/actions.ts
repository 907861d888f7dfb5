'use server'

import { redirect } from 'next/navigation'
import type { SigningLine } from '@/components/signatures/signing-batch'
import { openSigningBatch, signNext, signRest } from '@/lib/dossiers/use-cases/sign-batch'
import { officerAction } from '@/lib/identity/actions'
import { type ActionState, idle } from '@/lib/platform/action'
import { BatchInput, SigningInput } from '@/lib/signatures/inputs'
import { saySigningProblem } from '@/lib/signatures/wording'
import { signingLines } from '../../_components/signing-lines'

const say = ({ code }: { code: string }) => saySigningProblem(code)
const open = officerAction(SigningInput, (officer, input) => openSigningBatch(officer, input, 'seal'), say)
const next = officerAction(BatchInput, signNext, say)
const rest = officerAction(BatchInput, signRest, say)

/** Proves who seals, writes down what was chosen, and goes to the page that seals it. */
export async function openSealBatchAction(_before: ActionState<never>, form: FormData): Promise<ActionState<never>> {
  const state = await open(idle, form)
  if (state.status !== 'done') return state.status === 'idle' ? idle : state
  redirect(`/can-bo/van-thu/dong-dau-so?dot=${state.value.batchId}`)
}

/** Seals one more paper of the batch. */
export async function sealNextAction(_before: ActionState<SigningLine[]>, form: FormData): Promise<ActionState<SigningLine[]>> {
  const state = await next(idle, form)
  return state.status === 'done' ? { status: 'done', value: signingLines(state.value) } : state
}

/** Seals all that is left and comes back. */
export async function sealRestAction(form: FormData): Promise<never> {
  const state = await rest(idle, form)
  return redirect(`/can-bo/van-thu/dong-dau-so?${new URLSearchParams({ dot: String(form.get('batchId') ?? ''), ...(state.status === 'problem' ? { loi: state.code } : {}) })}`)
}
