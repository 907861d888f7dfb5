import 'server-only'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { officerAction } from '@/lib/identity/actions'
import type { Officer } from '@/lib/identity/domain/actor'
import { sayProblem } from '@/lib/interagency/wording'
import type { Problem, Result } from '@/lib/kernel/result'
import { type ActionState, idle } from '@/lib/platform/action'
import { textsOf } from '../../_components/texts-of'

type Read = (form: FormData) => FormData

/** Does a deed and goes on to the page that shows it; what stood in the way comes back as state, with everything that was typed. */
export function exchangeAction<S extends z.ZodType, V, P extends Problem>(
  schema: S, useCase: (officer: Officer, input: z.output<S>) => Promise<Result<V, P>>, next: (value: V, form: FormData) => string,
  { read = (form) => form, say = sayProblem, fieldOf = (path) => path }: { read?: Read; say?: (problem: P) => string | undefined; /** Under which name the screen has the field that is amiss. */ fieldOf?: (path: string) => string } = {},
) {
  const run = officerAction(schema, useCase, say)
  return async (_before: ActionState<never>, form: FormData): Promise<ActionState<never>> => {
    const state = await run(idle, read(form))
    if (state.status === 'idle') return idle
    if (state.status === 'problem') return { ...state, fields: Object.fromEntries(Object.entries(state.fields).map(([path, sentence]) => [fieldOf(path), sentence])), values: textsOf(form) }
    redirect(next(state.value, form))
  }
}
