'use client'

import type { ReactNode } from 'react'
import type { ActionState } from '@/lib/platform/action'
import { KeptSubmit } from './kept-submit'
import { ProblemNote } from './problem-note'
import { useKeptForm } from './use-kept-form'

type Props = { action: (before: ActionState<never>, form: FormData) => Promise<ActionState<never>>; submit: string; keys: string; /** Sent as `viec` where the action does several things. */ value?: string; hint: string; /** Not the one filled button of the page. */ quiet?: boolean; /** What else may be done to what is ticked: sent as `viec`. */ also?: { submit: string; keys: string; value: string }; children: ReactNode }

/** A table to tick in, plain HTML inside; one press does the deed for all that is ticked. */
export function ManyForm({ action, submit, keys, value, hint, quiet, also, children }: Props) {
  const { state, busy, form } = useKeptForm(action)
  return (
    <form {...form} className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-3 border-b border-giay-300 px-3 py-1.5">
        <KeptSubmit busy={busy} keys={keys} variant={quiet ? 'outlined' : 'filled'} {...(value === undefined ? {} : { name: 'viec', value })}>{submit}</KeptSubmit>
        {also !== undefined && <KeptSubmit busy={busy} keys={also.keys} variant="outlined" name="viec" value={also.value}>{also.submit}</KeptSubmit>}
        <span className="soft text-xs">{hint}</span>
        {state.status === 'problem' && <ProblemNote code={state.code} sentence={state.fields.dossierIds ?? state.sentence} />}
      </div>
      {children}
    </form>
  )
}
