'use client'

import { ProblemNote } from '../../../_components/problem-note'
import { useKeptForm } from '../../../_components/use-kept-form'
import type { ActionState } from '@/lib/platform/action'

type Props = { action: (before: ActionState<never>, form: FormData) => Promise<ActionState<never>>; paperId: string; name: string }

/** The number of one paper, typed as in the clerk's book. */
export function NumberForm({ action, paperId, name }: Props) {
  const { state, busy, form } = useKeptForm(action)
  const problem = state.status === 'problem' ? state : null
  return (
    <form {...form} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="paperId" value={paperId} />
      <input className="input input-code !w-24" name="number" inputMode="numeric" aria-label={`Số của ${name}`} aria-invalid={problem !== null || undefined} maxLength={7} defaultValue={problem?.values.number} />
      <button className="button button-outlined" disabled={busy}>Ghi số</button>
      {problem !== null && <ProblemNote code={problem.code} sentence={problem.fields.number ?? problem.sentence} />}
    </form>
  )
}
