'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { sealStep } from '@/lib/dossiers/use-cases/seal-step'
import { sayProblem } from '@/lib/dossiers/wording'
import { officerAction } from '@/lib/identity/actions'
import type { Officer } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { type ActionState, idle } from '@/lib/platform/action'

const SealManyInput = z.object({ dossierIds: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.uuid()).min(1, 'Chọn ít nhất một kết quả.').max(100, 'Mỗi lần không quá 100 kết quả.')) })

/** One after the other, each in its own transaction: numbers follow the order of the list, and one that cannot be sealed holds up no other. */
async function sealMany(officer: Officer, { dossierIds }: z.output<typeof SealManyInput>): Promise<Result<{ sealed: number; failed: number }, { code: 'not-found' }>> {
  let sealed = 0
  const problems: { code: string }[] = []
  for (const dossierId of dossierIds) {
    const answer = await sealStep(officer, { dossierId, number: null })
    if (answer.ok) sealed += 1
    else problems.push(answer.problem)
  }
  return sealed === 0 && problems.length === 1 ? fail(problems[0] as { code: 'not-found' }) : ok({ sealed, failed: problems.length })
}

const seal = officerAction(SealManyInput, sealMany, sayProblem)

/** Numbers and seals what was ticked, then shows the list anew with what became of it. */
export async function sealManyAction(_before: ActionState<never>, form: FormData): Promise<ActionState<never>> {
  const state = await seal(idle, form)
  if (state.status !== 'done') return state
  redirect(`/can-bo/van-thu?${new URLSearchParams({ xong: String(state.value.sealed), khong: String(state.value.failed) })}`)
}
