'use server'

import { redirect } from 'next/navigation'
import { ShareOutInput } from '@/lib/dossiers/inputs'
import { shareOutDossiers } from '@/lib/dossiers/use-cases/share-out'
import { takeDossier } from '@/lib/dossiers/use-cases/take-dossier'
import { sayProblem } from '@/lib/dossiers/wording'
import { officerAction } from '@/lib/identity/actions'
import { ok } from '@/lib/kernel/result'
import { type ActionState, idle } from '@/lib/platform/action'
import { forEachOf, ManyInput } from './_components/many'
import { shareHref } from './_components/queue-address'

const take = officerAction(ManyInput, forEachOf(takeDossier), sayProblem)
const choose = officerAction(ManyInput, async (_officer, { dossierIds }) => ok(dossierIds), sayProblem)
const share = officerAction(ShareOutInput, shareOutDossiers, sayProblem)

/** Does to what was ticked in the queue what the pressed button says: takes it, or goes to see who would get it. */
export async function manyAction(before: ActionState<never>, form: FormData): Promise<ActionState<never>> {
  return form.get('viec') === SHARE ? previewShares(form) : takeMany(before, form)
}

const SHARE = 'chia'

async function takeMany(_before: ActionState<never>, form: FormData): Promise<ActionState<never>> {
  const state = await take(idle, form)
  if (state.status !== 'done') return state
  redirect(`/can-bo?${new URLSearchParams({ xong: String(state.value.done), khong: String(state.value.failed) })}`)
}

async function previewShares(form: FormData): Promise<ActionState<never>> {
  const state = await choose(idle, form)
  if (state.status !== 'done') return state
  redirect(shareHref(state.value))
}

/** Gives out what the preview shows, then shows the queue with what became of it. */
export async function shareOutAction(_before: ActionState<never>, form: FormData): Promise<ActionState<never>> {
  const state = await share(idle, form)
  if (state.status !== 'done') return state
  redirect(`/can-bo?${new URLSearchParams({ cua: 'phong', chia: String(state.value.done), khong: String(state.value.failed) })}`)
}
