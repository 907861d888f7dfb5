'use server'

import { redirect } from 'next/navigation'
import { ConfirmDeliveryInput, PostResultsInput } from '@/lib/dossiers/inputs'
import { confirmDelivery } from '@/lib/dossiers/use-cases/close-parcel'
import { postResults } from '@/lib/dossiers/use-cases/post-result'
import { sayProblem } from '@/lib/dossiers/wording'
import { officerAction } from '@/lib/identity/actions'
import { type ActionState, idle } from '@/lib/platform/action'
import { onlyLines } from '../../ho-so/[code]/read-forms'
import { textsOf } from '../../_components/texts-of'
import { POST } from './_components/address'

const post = officerAction(PostResultsInput, postResults, sayProblem)
const deliver = officerAction(ConfirmDeliveryInput, confirmDelivery, sayProblem)
const filled = onlyLines('parcels', 'trackingNumber')

/** Everything that has a number goes; lines without one stay where they are. */
export async function postManyAction(_before: ActionState<never>, form: FormData): Promise<ActionState<never>> {
  const state = await post(idle, filled(form))
  if (state.status === 'idle') return idle
  if (state.status === 'problem') return { ...state, values: textsOf(form) }
  const { posted, left } = state.value
  redirect(`${POST}?${new URLSearchParams({ xong: String(posted), ...(left.length === 0 ? {} : { con: String(left.length) }) })}`)
}

/** The messenger brought the receipt. */
export async function deliveredAction(form: FormData): Promise<void> {
  const state = await deliver(idle, form)
  redirect(state.status === 'done' ? `${POST}?phat=${encodeURIComponent(state.value.code)}` : `${POST}?loi=1`)
}
