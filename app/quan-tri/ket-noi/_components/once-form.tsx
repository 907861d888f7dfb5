'use client'

import type { ReactNode } from 'react'
import { KeptSubmit } from '../../../can-bo/_components/kept-submit'
import { ProblemNote } from '../../../can-bo/_components/problem-note'
import { useKeptForm } from '../../../can-bo/_components/use-kept-form'
import { SentValues } from '../../../can-bo/lien-thong/_components/kept-form'
import { Note } from '@/components/ui/note'
import type { ActionState } from '@/lib/platform/action'

type Shown = { name: string; secret: string }
type Props = { action: (before: ActionState<Shown>, form: FormData) => Promise<ActionState<Shown>>; submit: string; /** What is shown, before its name. */ shows: string; label: string; children: ReactNode }

/** A form whose answer is shown once: it is to be copied now. Whoever loses it makes a new one. */
export function OnceForm({ action, submit, shows, label, children }: Props) {
  const { state, busy, form } = useKeptForm(action)
  const problem = state.status === 'problem' ? state : null
  if (state.status === 'done') {
    return (
      <Note tone="vang" title={`${shows}: ${state.value.name}`}>
        <p role="status">Chép lại ngay và cất nơi an toàn. Rời trang này là không xem lại được; mất thì tạo cái mới.</p>
        <p className="mt-2 select-all break-all font-mono" data-once>{state.value.secret}</p>
        <p className="mt-2"><a href="/quan-tri/ket-noi" className="button button-outlined">Đã chép xong</a></p>
      </Note>
    )
  }
  return (
    <SentValues value={problem ?? { fields: {}, values: {} }}>
      <form {...form} className="grid gap-3 [&>.field]:!mt-0" aria-label={label}>
        {problem !== null && <ProblemNote key={problem.sentence} code={problem.code} sentence={problem.sentence} />}
        {children}
        <div className="button-row"><KeptSubmit busy={busy}>{submit}</KeptSubmit></div>
      </form>
    </SentValues>
  )
}
