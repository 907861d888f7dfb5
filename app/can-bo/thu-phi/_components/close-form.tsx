'use client'

import { Button } from '@/components/ui/button'
import { TextArea, TextInput } from '@/components/ui/text-input'
import { number } from '@/lib/kernel/format'
import { KeptSubmit } from '../../_components/kept-submit'
import { ProblemNote } from '../../_components/problem-note'
import { useKeptForm } from '../../_components/use-kept-form'
import { closeDayAction } from '../actions'

/** The drawer is counted, then compared: the sum is not typed in for the counter. */
export function CloseForm({ expectedVnd }: { expectedVnd: number }) {
  const { state, busy, form } = useKeptForm(closeDayAction)
  const problem = state.status === 'problem' ? state : null
  return (
    <form {...form} className="mt-2 grid gap-3 [&>.field]:!mt-0">
      {problem !== null && <ProblemNote key={problem.sentence} code={problem.code} sentence={problem.sentence} />}
      <TextInput name="countedVnd" label="Tiền mặt đã đếm" hint={`ví dụ ${number(Math.max(expectedVnd, 8000))}`} error={problem?.fields.countedVnd} defaultValue={problem?.values.countedVnd} inputMode="numeric" autoComplete="off" width="10" code unit="đồng" />
      <TextArea name="explanation" label="Lý do chênh lệch" optional hint="Bắt buộc khi đếm khác sổ" error={problem?.fields.explanation} defaultValue={problem?.values.explanation} rows={2} />
      <p className="soft text-xs">Chốt rồi không sửa được. Khoản thu sau đó vào lần chốt sau.</p>
      <div className="button-row"><KeptSubmit busy={busy}>Chốt sổ</KeptSubmit><Button type="reset" variant="text">Xóa nhập</Button></div>
    </form>
  )
}
