import 'server-only'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import type { Action } from '@/lib/dossiers/domain/transitions'
import type { Changed } from '@/lib/dossiers/use-cases/change'
import { sayProblem } from '@/lib/dossiers/wording'
import { officerAction } from '@/lib/identity/actions'
import type { Officer } from '@/lib/identity/domain/actor'
import type { Problem, Result } from '@/lib/kernel/result'
import { type ActionState, idle } from '@/lib/platform/action'
import { textsOf } from '../../_components/texts-of'

type Read = (form: FormData) => FormData
const asTyped: Read = (form) => form

/**
 * A deed of the dossier screen: does it, then goes back to the dossier, which says what was done and links the paper that
 * came of it. What stood in the way comes back as state, with everything that was typed.
 */
export function deedAction<S extends z.ZodType, P extends Problem>(
  deed: Action, schema: S, useCase: (officer: Officer, input: z.output<S>) => Promise<Result<Changed, P>>, read: Read = asTyped,
) {
  const run = officerAction(schema, useCase, sayProblem)
  return async (_before: ActionState<never>, form: FormData): Promise<ActionState<never>> => {
    const state = await run(idle, read(form))
    if (state.status === 'idle') return idle
    if (state.status === 'problem') return { ...state, values: textsOf(form) }
    const { code, papers } = state.value
    const paper = papers[0]
    redirect(`/can-bo/ho-so/${encodeURIComponent(code)}?${new URLSearchParams({ xong: deed, ...(paper === undefined ? {} : { giay: paper.id }) })}`)
  }
}
