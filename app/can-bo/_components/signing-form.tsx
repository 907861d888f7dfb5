'use client'

import type { ReactNode } from 'react'
import { ProofField } from '@/components/signatures/proof-field'
import { SelectAll } from '@/components/signatures/select-all'
import type { ActionState } from '@/lib/platform/action'
import { KeptSubmit } from './kept-submit'
import { ProblemNote } from './problem-note'
import { useKeptForm } from './use-kept-form'

type Props = { action: (before: ActionState<never>, form: FormData) => Promise<ActionState<never>>; submit: string; hint: string; children: ReactNode }

/** Tables to tick in, and below them the proof of who signs: what was ticked stays ticked when the password was wrong. */
export function SigningForm({ action, submit, hint, children }: Props) {
  const { state, busy, form } = useKeptForm(action)
  const problem = state.status === 'problem' ? state : null
  const isProof = problem !== null && ['proof-wrong', 'proof-empty', 'code-used'].includes(problem.code)
  return (
    <form {...form} className="grid gap-3">
      {problem !== null && !isProof && <ProblemNote code={problem.code} sentence={problem.fields.dossierIds ?? problem.fields.proof ?? problem.sentence} />}
      <SelectAll label="Chọn tất cả văn bản ký được" />
      {children}
      <div className="sheet sheet-body grid max-w-xl gap-3">
        <ProofField error={isProof ? problem.sentence : undefined} />
        <div className="flex flex-wrap items-center gap-3"><KeptSubmit busy={busy} icon="signature">{submit}</KeptSubmit><span className="soft text-sm">{hint}</span></div>
      </div>
    </form>
  )
}
