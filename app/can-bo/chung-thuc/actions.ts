'use server'

import { SettleOnTheSpotInput } from '@/lib/dossiers/inputs'
import { type SettledOnTheSpot, settleOnTheSpot } from '@/lib/dossiers/use-cases/settle-on-the-spot'
import { sayProblem } from '@/lib/dossiers/wording'
import { officerAction } from '@/lib/identity/actions'
import type { ActionState } from '@/lib/platform/action'
import { addPerson, text } from '../quay/_components/read-intake'

const settle = officerAction(SettleOnTheSpotInput, settleOnTheSpot, sayProblem)

export async function settleAction(before: ActionState<SettledOnTheSpot>, form: FormData): Promise<ActionState<SettledOnTheSpot>> {
  const read = new FormData()
  for (const name of ['idempotencyKey', 'procedureCode', 'subject', 'pages', 'copies', 'exemption', 'withSlip']) read.set(name, text(form, name))
  addPerson(read, form, 'counter', 'applicant')
  return settle(before, read)
}
