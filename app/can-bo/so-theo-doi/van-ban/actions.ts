'use server'

import { redirect } from 'next/navigation'
import { NumberPaperInput } from '@/lib/documents/inputs'
import { numberPaper } from '@/lib/documents/use-cases/number-paper'
import { paperProblemSentence } from '@/lib/documents/wording'
import { officerAction } from '@/lib/identity/actions'
import { type ActionState, idle } from '@/lib/platform/action'

const enter = officerAction(NumberPaperInput, numberPaper, ({ code }) => paperProblemSentence[code])

/** Enters a number, then shows the list of what still waits. */
export async function numberPaperAction(_before: ActionState<never>, form: FormData): Promise<ActionState<never>> {
  const state = await enter(idle, form)
  if (state.status !== 'done') return state
  redirect('/can-bo/so-theo-doi/van-ban?cho=so&xong=1')
}
