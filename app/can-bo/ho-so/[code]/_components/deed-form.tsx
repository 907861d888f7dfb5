'use client'

import { createContext, type ReactNode, useContext } from 'react'
import { Note } from '@/components/ui/note'
import type { ActionState } from '@/lib/platform/action'
import { KeptSubmit } from '../../../_components/kept-submit'
import { ProblemNote } from '../../../_components/problem-note'
import { useKeptForm } from '../../../_components/use-kept-form'

type Typed = { fields: Record<string, string>; values: Record<string, string> }
const Sent = createContext<Typed>({ fields: {}, values: {} })

/** What was typed into a field before, and what is amiss with it. */
export function useSent(name: string): { error: string | undefined; typed: string | undefined } {
  const { fields, values } = useContext(Sent)
  return { error: fields[name], typed: values[name] }
}
/** Everything that was sent; empty before. */
export const useSentValues = (): Record<string, string> => useContext(Sent).values

/** What is amiss with each field, beside what was sent. */
export const useSentProblem = (): Typed => useContext(Sent)

type Props = {
  action: (before: ActionState<never>, form: FormData) => Promise<ActionState<never>>
  dossierId: string
  version: number
  /** Names the deed: `Từ chối tiếp nhận`. */
  submit: string
  destructive?: boolean
  /** Back to the dossier without doing anything. */
  keepHref: string
  /** Why it cannot be done any more; what was typed stays to be read and copied. */
  blocked?: string
  /** Where the same form shows the paper it would issue; without it the deed issues none. */
  previewHref?: string
  /** The form has no field: the button takes the focus, Enter does the deed. */
  bare?: boolean
  children?: ReactNode
}

/** The form of one deed. A problem is said above it, and nothing typed is lost; without JavaScript the server says the same. */
export function DeedForm({ action, dossierId, version, submit, destructive, keepHref, blocked, previewHref, bare, children }: Props) {
  const { state, busy, form } = useKeptForm(action)
  const problem = state.status === 'problem' ? state : null
  return (
    <Sent value={problem ?? { fields: {}, values: {} }}>
      <form {...form} className="grid gap-3 [&>.field]:!mt-0">
        {blocked !== undefined && <Note tone="vang" title="Không làm được nữa"><p>{blocked}</p></Note>}
        {problem !== null && <ProblemNote key={problem.sentence} code={problem.code} sentence={problem.sentence} version={version} />}
        <input type="hidden" name="dossierId" value={dossierId} />
        <input type="hidden" name="version" value={version} />
        {children}
        <div className="button-row">
          {blocked === undefined && <KeptSubmit busy={busy} variant={destructive ? 'destructive' : 'filled'} autoFocus={bare}>{submit}</KeptSubmit>}
          {blocked === undefined && previewHref !== undefined && <button className="button button-outlined" formAction={previewHref} formMethod="post" formTarget="_blank">Xem trước văn bản</button>}
          <a className="button button-outlined" href={keepHref}>{destructive ? 'Giữ lại' : 'Để sau'}</a>
        </div>
      </form>
    </Sent>
  )
}
