'use server'

import { redirect } from 'next/navigation'
import { officerAction } from '@/lib/identity/actions'
import { type ActionState, idle } from '@/lib/platform/action'
import { SetPolicyInput } from '@/lib/workflow/inputs'
import { setPolicy } from '@/lib/workflow/use-cases/set-policy'
import { workflowSentence } from '@/lib/workflow/wording'

const set = officerAction(SetPolicyInput, setPolicy, workflowSentence)

export async function setPolicyAction(_before: ActionState<never>, form: FormData): Promise<ActionState<never>> {
  const state = await set(idle, form)
  if (state.status === 'done') redirect('/can-bo/buoc-qua-han?xong=quy-tac')
  return state.status === 'problem' ? state : idle
}
