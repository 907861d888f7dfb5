'use server'

import { redirect } from 'next/navigation'
import { textsOf } from '@/app/can-bo/_components/texts-of'
import { officerAction } from '@/lib/identity/actions'
import { checkTemplate, readTemplate } from '@/lib/notifications/domain/template-text'
import { RestoreTemplateInput, SaveSettingInput, SaveTemplateInput } from '@/lib/notifications/inputs'
import { saveSetting } from '@/lib/notifications/use-cases/save-setting'
import { restoreTemplate, saveTemplate } from '@/lib/notifications/use-cases/save-template'
import { sayProblem, sayTextProblem } from '@/lib/notifications/wording'
import { type ActionState, idle } from '@/lib/platform/action'
import { TEMPLATES } from './_components/addresses'

const save = officerAction(SaveTemplateInput, saveTemplate, sayProblem)
const restore = officerAction(RestoreTemplateInput, restoreTemplate, sayProblem)
const set = officerAction(SaveSettingInput, saveSetting, sayProblem)

type State = ActionState<never>

/** Saves a text; one that cannot be sent comes back with what is amiss beside its field. */
export async function saveTemplateAction(_before: State, form: FormData): Promise<State> {
  const state = await save(idle, form)
  if (state.status === 'problem') return { ...state, fields: { ...state.fields, ...textFields(form) }, values: textsOf(form) }
  return redirect(`${TEMPLATES}?da-luu=1`)
}

/** The words of the product again. */
export async function restoreTemplateAction(_before: State, form: FormData): Promise<State> {
  const state = await restore(idle, form)
  return state.status === 'problem' ? { ...state, values: {} } : redirect(`${TEMPLATES}?da-luu=1`)
}

export async function saveSettingAction(_before: State, form: FormData): Promise<State> {
  const state = await set(idle, form)
  return state.status === 'problem' ? { ...state, values: textsOf(form) } : redirect(`${TEMPLATES}?da-luu=1`)
}

/** Where in the texts the use case found something, read by the same rules. */
function textFields(form: FormData): Record<string, string> {
  const read = SaveTemplateInput.safeParse(textsOf(form))
  if (!read.success) return {}
  const [body, subject] = [checkTemplate(read.data.template, read.data.body), readTemplate(read.data.channel === 'email' ? read.data.subject : '')]
  return { ...(body.ok ? {} : { body: sayTextProblem(body.problem) }), ...(subject.ok ? {} : { subject: sayTextProblem(subject.problem) }) }
}
