'use server'

import { redirect } from 'next/navigation'
import { ApproveStepsInput } from '@/lib/dossiers/inputs'
import { approveSteps } from '@/lib/dossiers/use-cases/approve-step'
import { officerAction } from '@/lib/identity/actions'
import { idle } from '@/lib/platform/action'
import { approvalsAddress } from './_components/approvals-address'

const approve = officerAction(ApproveStepsInput, approveSteps, () => undefined)

/** Approves the chosen results and comes back to the list, which says what was done and what was not. */
export async function approveAction(form: FormData): Promise<never> {
  return redirect(approvalsAddress(await approve(idle, form)))
}
