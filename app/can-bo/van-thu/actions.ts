'use server'

import { redirect } from 'next/navigation'
import { sealStep } from '@/lib/dossiers/use-cases/seal-step'
import { sayProblem } from '@/lib/dossiers/wording'
import { officerAction } from '@/lib/identity/actions'
import { type ActionState, idle } from '@/lib/platform/action'
import { forEachOf, ManyInput } from '../_components/many'

const seal = officerAction(ManyInput, forEachOf((officer, ref) => sealStep(officer, { ...ref, number: null })), sayProblem)

/** Numbers and seals what was ticked, numbers in the order of the list, then shows the list anew with what became of it. */
export async function sealManyAction(_before: ActionState<never>, form: FormData): Promise<ActionState<never>> {
  const state = await seal(idle, form)
  if (state.status !== 'done') return state
  redirect(`/can-bo/van-thu?${new URLSearchParams({ xong: String(state.value.done), khong: String(state.value.failed) })}`)
}
