'use client'

import type { RefObject } from 'react'
import { MissingLines } from '@/components/dossiers/missing-lines'
import { TextArea, TextInput } from '@/components/ui/text-input'
import { KeptSubmit } from '../../_components/kept-submit'
import { ProblemNote } from '../../_components/problem-note'
import { useKeptForm } from '../../_components/use-kept-form'
import { contactAction } from '../actions'
import type { IntakePaper } from './intake-types'
import { WrittenPaper } from './written-paper'

type Props = { dialog: RefObject<HTMLDialogElement | null>; procedureCode: string; procedureName: string; papers: readonly IntakePaper[]; missing: readonly IntakePaper[]; personName: string; onDone: () => void }

/** Someone whose papers are not complete goes home with a list of everything (Mẫu 02); the visit is counted, without a code. */
export function ContactDialog({ dialog, procedureCode, procedureName, papers, missing, personName, onDone }: Props) {
  const { state, busy, form, forget } = useKeptForm(contactAction)
  const problem = state.status === 'problem' ? state : null
  const close = () => {
    dialog.current?.close()
    if (state.status === 'done') onDone()
    forget()
  }
  const typed = Object.fromEntries(papers.flatMap((paper, at) => (missing.includes(paper) ? [[`missing.${at}.sentence`, 'Chưa nộp.']] : [])))
  return (
    <dialog className="dialog !w-[min(860px,calc(100vw-32px))]" ref={dialog} aria-labelledby="bo-sung">
      <div className="dialog-body">
        <h2 id="bo-sung">Chưa nhận được: yêu cầu bổ sung</h2>
        <p className="soft">{procedureName}. Lượt đến được đếm, chưa cấp mã hồ sơ.</p>
        {state.status === 'done'
          ? <WrittenPaper paper={state.value.paper} name="Mở phiếu (Mẫu 02)" onNext={close} />
          : (
            <form {...form} className="grid gap-3 [&>.field]:!mt-0">
              {problem !== null && <ProblemNote code={problem.code} sentence={problem.sentence} />}
              <input type="hidden" name="procedureCode" value={procedureCode} />
              <TextInput name="fullName" id="bo-sung-ten" label="Họ và tên người đến" defaultValue={personName} key={personName} error={problem?.fields.fullName} autoComplete="off" />
              <MissingLines key={missing.map(({ key }) => key).join()} papers={papers.map(({ key, name }) => ({ key, name }))} typed={typed} />
              <TextArea name="reason" id="bo-sung-ly-do" label="Lý do chung" defaultValue="Hồ sơ chưa đủ thành phần theo quy định." rows={2} error={problem?.fields.reason} />
              <div className="button-row"><KeptSubmit busy={busy}>Ghi lượt đến, in Mẫu 02</KeptSubmit><button type="button" className="button button-outlined" onClick={close}>Quay lại tiếp nhận</button></div>
            </form>
          )}
      </div>
    </dialog>
  )
}
