'use client'

import type { ReactNode } from 'react'
import { KeptSubmit } from '../../_components/kept-submit'
import { ProblemNote } from '../../_components/problem-note'
import { useKeptForm } from '../../_components/use-kept-form'
import { sealManyAction } from '../actions'

/** The table inside is plain HTML; what is ticked in it is sealed with one press. */
export function SealForm({ children }: { children: ReactNode }) {
  const { state, busy, form } = useKeptForm(sealManyAction)
  return (
    <form {...form} className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-3 border-b border-giay-300 px-3 py-1.5">
        <KeptSubmit busy={busy} keys="T">Vào số, đóng dấu mục đã chọn</KeptSubmit>
        <span className="soft text-xs">Số lấy tiếp theo từng sổ. Muốn ghi số khác thì mở hồ sơ.</span>
        {state.status === 'problem' && <ProblemNote code={state.code} sentence={state.fields.dossierIds ?? state.sentence} />}
      </div>
      {children}
    </form>
  )
}
