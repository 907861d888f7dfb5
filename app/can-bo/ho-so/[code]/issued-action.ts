import 'server-only'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { sayProblem } from '@/lib/dossiers/wording'
import { officerAction } from '@/lib/identity/actions'
import type { Officer } from '@/lib/identity/domain/actor'
import type { Problem, Result } from '@/lib/kernel/result'
import { type ActionState, idle } from '@/lib/platform/action'

/** A paper that changes nothing about the dossier: issues it, then shows it among what went out. */
export function issuedAction<S extends z.ZodType, P extends Problem>(schema: S, useCase: (officer: Officer, input: z.output<S>) => Promise<Result<{ code: string }, P>>) {
  const run = officerAction(schema, useCase, sayProblem)
  return async (_before: ActionState<never>, form: FormData): Promise<ActionState<never>> => {
    const state = await run(idle, form)
    if (state.status !== 'done') return state.status === 'idle' ? idle : state
    redirect(`/can-bo/ho-so/${encodeURIComponent(state.value.code)}?tab=van-ban`)
  }
}
