'use server'

import { visitorAction } from '@/lib/identity/actions'
import { SignInInput, TotpInput } from '@/lib/identity/inputs'
import { finishSignIn, startSignIn } from '@/lib/identity/use-cases/sign-in-officer'
import { identitySentence } from '@/lib/identity/wording'
import { deliverAccountMessage } from '@/lib/notifications/use-cases/deliver-account-message'
import type { ActionState } from '@/lib/platform/action'

const start = visitorAction(SignInInput, startSignIn, identitySentence)
const finish = visitorAction(TotpInput, (_visitor, typed) => finishSignIn(typed, deliverAccountMessage), identitySentence)

export const startSignInAction = async (before: ActionState<never>, form: FormData): Promise<ActionState<never>> => withoutSecrets(await start(before, form))
export const finishSignInAction = async (before: ActionState<never>, form: FormData): Promise<ActionState<never>> => withoutSecrets(await finish(before, form))

/** A password is never sent back to the page, not even to the one that typed it. */
const withoutSecrets = (state: ActionState<never>): ActionState<never> =>
  state.status === 'problem' ? { ...state, values: { username: state.values.username ?? '' } } : state
