'use server'

import { redirect } from 'next/navigation'
import { takeDossier } from '@/lib/dossiers/use-cases/take-dossier'
import { sayProblem } from '@/lib/dossiers/wording'
import { officerAction } from '@/lib/identity/actions'
import { type ActionState, idle } from '@/lib/platform/action'
import { forEachOf, ManyInput } from './_components/many'

const take = officerAction(ManyInput, forEachOf(takeDossier), sayProblem)

/** Takes what was ticked in the queue, then shows the queue anew with what became of it. */
export async function takeManyAction(_before: ActionState<never>, form: FormData): Promise<ActionState<never>> {
  const state = await take(idle, form)
  if (state.status !== 'done') return state
  redirect(`/can-bo?${new URLSearchParams({ xong: String(state.value.done), khong: String(state.value.failed) })}`)
}
