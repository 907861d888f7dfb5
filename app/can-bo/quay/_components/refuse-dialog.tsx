'use client'

import type { RefObject } from 'react'
import { RefusalFields } from '@/components/dossiers/refusal-fields'
import { TextInput } from '@/components/ui/text-input'
import { KeptSubmit } from '../../_components/kept-submit'
import { ProblemNote } from '../../_components/problem-note'
import { useKeptForm } from '../../_components/use-kept-form'
import { refuseAtDeskAction } from '../actions'
import type { IntakePaper } from './intake-types'
import { WrittenPaper } from './written-paper'

type Props = { dialog: RefObject<HTMLDialogElement | null>; procedureCode: string; procedureName: string; papers: readonly IntakePaper[]; personName: string; onDone: () => void }

/** Someone who may not be received is told why in writing (Mẫu 03); the visit is counted, without a code. */
export function RefuseDialog({ dialog, procedureCode, procedureName, papers, personName, onDone }: Props) {
  const { state, busy, form, forget } = useKeptForm(refuseAtDeskAction)
  const problem = state.status === 'problem' ? state : null
  const close = () => {
    dialog.current?.close()
    if (state.status === 'done') onDone()
    forget()
  }
  return (
    <dialog className="dialog !w-[min(860px,calc(100vw-32px))]" ref={dialog} aria-labelledby="tu-choi">
      <div className="dialog-body">
        <h2 id="tu-choi">Từ chối tiếp nhận?</h2>
        <p className="soft">{procedureName}. Lượt đến được đếm, không cấp mã hồ sơ.</p>
        {state.status === 'done' ? <WrittenPaper paper={state.value.paper} name="Mở phiếu (Mẫu 03)" onNext={close} /> : (
          <form {...form} className="grid gap-3 [&>.field]:!mt-0">
            {problem !== null && <ProblemNote code={problem.code} sentence={problem.sentence} />}
            <input type="hidden" name="procedureCode" value={procedureCode} />
            <TextInput name="fullName" id="tu-choi-ten" label="Họ và tên người đến" defaultValue={personName} key={personName} error={problem?.fields.fullName} autoComplete="off" />
            <RefusalFields papers={papers.map(({ key, name }) => ({ key, name }))} errors={problem?.fields} typed={problem?.values} />
            <div className="button-row"><KeptSubmit busy={busy} variant="destructive">Từ chối, in Mẫu 03</KeptSubmit><button type="button" className="button button-outlined" onClick={close}>Quay lại tiếp nhận</button></div>
          </form>
        )}
      </div>
    </dialog>
  )
}
