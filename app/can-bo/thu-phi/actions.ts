'use server'

import { redirect } from 'next/navigation'
import { officerAction } from '@/lib/identity/actions'
import { CloseDayInput, HandleNewsInput } from '@/lib/payments/inputs'
import { closeDay } from '@/lib/payments/use-cases/close-day'
import { handleNews } from '@/lib/payments/use-cases/receive-news'
import { sayProblem } from '@/lib/payments/wording'
import { type ActionState, idle } from '@/lib/platform/action'
import { textsOf } from '../_components/texts-of'

const close = officerAction(CloseDayInput, closeDay, sayProblem)
const handle = officerAction(HandleNewsInput, handleNews, sayProblem)

/** Closes the day, and shows the closing to be printed. */
export async function closeDayAction(_before: ActionState<never>, form: FormData): Promise<ActionState<never>> {
  const state = await close(idle, form)
  if (state.status === 'problem') return { ...state, values: textsOf(form) }
  if (state.status === 'idle') return idle
  redirect(`/can-bo/thu-phi/chot/${state.value.closingId}?xong=1`)
}

export async function handleNewsAction(_before: ActionState<never>, form: FormData): Promise<ActionState<never>> {
  const state = await handle(idle, form)
  if (state.status === 'problem') return { ...state, values: textsOf(form) }
  if (state.status === 'idle') return idle
  redirect('/can-bo/thu-phi?xong=tin')
}
