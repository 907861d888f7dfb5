'use client'

import type { ReactNode } from 'react'
import type { ActionState } from '@/lib/platform/action'
import { KeptSubmit } from './kept-submit'
import { ProblemNote } from './problem-note'
import { useKeptForm } from './use-kept-form'

type Props = { action: (before: ActionState<never>, form: FormData) => Promise<ActionState<never>>; submit: string; keys: string; hint: string; /** Not the one filled button of the page. */ quiet?: boolean; children: ReactNode }

/** A table to tick in, plain HTML inside; one press does the deed for all that is ticked. */
export function ManyForm({ action, submit, keys, hint, quiet, children }: Props) {
  const { state, busy, form } = useKeptForm(action)
  return (
    <form {...form} className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-3 border-b border-giay-300 px-3 py-1.5">
        <KeptSubmit busy={busy} keys={keys} variant={quiet ? 'outlined' : 'filled'}>{submit}</KeptSubmit>
        <span className="soft text-xs">{hint}</span>
        {state.status === 'problem' && <ProblemNote code={state.code} sentence={state.fields.dossierIds ?? state.sentence} />}
      </div>
      {children}
    </form>
  )
}
