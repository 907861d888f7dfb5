'use server'

import { redirect } from 'next/navigation'
import { officerAction } from '@/lib/identity/actions'
import { type ActionState, idle } from '@/lib/platform/action'
import { EndAbsenceInput, RecordAbsenceInput } from '@/lib/workflow/inputs'
import { endAbsence } from '@/lib/workflow/use-cases/end-absence'
import { recordAbsence } from '@/lib/workflow/use-cases/record-absence'
import { fieldOfProblem, workflowSentence } from '@/lib/workflow/wording'
import { withDay } from '../ho-so/[code]/read-forms'
import { textsOf } from '../_components/texts-of'

const record = officerAction(RecordAbsenceInput, recordAbsence, workflowSentence)
const end = officerAction(EndAbsenceInput, endAbsence, workflowSentence)
const [from, to] = [withDay('fromDay'), withDay('toDay')]

/** Enters days away; what stands in the way is said at its field, and everything typed stays. */
export async function recordAbsenceAction(_before: ActionState<never>, form: FormData): Promise<ActionState<never>> {
  const state = await record(idle, to(from(form)))
  if (state.status === 'done') redirect('/can-bo/vang-mat?xong=ghi')
  if (state.status === 'idle') return idle
  const field = fieldOfProblem[state.code]
  return { ...state, fields: field === undefined ? state.fields : { ...state.fields, [field]: state.sentence }, values: textsOf(form) }
}

/** Back early, or entered by mistake. */
export async function endAbsenceAction(_before: ActionState<never>, form: FormData): Promise<ActionState<never>> {
  const state = await end(idle, form)
  if (state.status === 'done') redirect('/can-bo/vang-mat?xong=ket-thuc')
  return state
}
