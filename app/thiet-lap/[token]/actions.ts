'use server'

import { redirect } from 'next/navigation'
import { visitorAction } from '@/lib/identity/actions'
import { SetupInput } from '@/lib/identity/inputs'
import { finishSetup } from '@/lib/identity/use-cases/finish-setup'
import { identitySentence } from '@/lib/identity/wording'
import type { ActionState } from '@/lib/platform/action'

const finish = visitorAction(SetupInput, (_visitor, typed) => finishSetup(typed), identitySentence)

/** Sets up the account and goes to the sign-in. Passwords are never sent back; a problem of the whole stands at its field. */
export async function finishSetupAction(_before: ActionState<never>, form: FormData): Promise<ActionState<never>> {
  const state = await finish({ status: 'idle' }, form)
  if (state.status === 'done') redirect('/can-bo/dang-nhap?da-thiet-lap=1')
  if (state.status === 'idle') return state
  const field = state.code.startsWith('password-') ? 'password' : 'code'
  return { ...state, values: {}, fields: state.code === 'see-fields' ? state.fields : { [field]: state.sentence } }
}
