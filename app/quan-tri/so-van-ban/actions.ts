'use server'

import { redirect } from 'next/navigation'
import { SetNumberingInput } from '@/lib/documents/inputs'
import { setNumbering } from '@/lib/documents/use-cases/set-numbering'
import { paperProblemSentence } from '@/lib/documents/wording'
import { officerAction } from '@/lib/identity/actions'
import { idle } from '@/lib/platform/action'

const set = officerAction(SetNumberingInput, setNumbering, ({ code }) => paperProblemSentence[code])

/** Saves where a kind gets its numbers, then shows the page anew with what became of it. */
export async function setNumberingAction(form: FormData): Promise<void> {
  const state = await set(idle, form)
  const kind = String(form.get('form') ?? '')
  redirect(`/quan-tri/so-van-ban?${new URLSearchParams(state.status === 'done' ? { xong: kind } : { loai: kind, loi: state.status === 'problem' ? state.code : '' })}`)
}
