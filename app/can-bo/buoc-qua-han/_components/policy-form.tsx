'use client'

import { Checkbox } from '@/components/ui/choices'
import { Details } from '@/components/ui/details'
import { TextInput } from '@/components/ui/text-input'
import { KeptSubmit } from '../../_components/kept-submit'
import { ProblemNote } from '../../_components/problem-note'
import { useKeptForm } from '../../_components/use-kept-form'
import { setPolicyAction } from '../actions'

/** A leader changes the rule and names the decision that allows it. */
export function PolicyForm({ mayActTwice }: { mayActTwice: boolean }) {
  const { state, busy, form } = useKeptForm(setPolicyAction)
  const problem = state.status === 'problem' ? state : null
  return (
    <Details plain flush summary="Đổi quy tắc" open={problem !== null} className="mt-1 -mb-2 text-xs">
      <form {...form} className="grid gap-2 [&>.field]:!mt-0">
        {problem !== null && problem.fields.decision === undefined && <ProblemNote code={problem.code} sentence={problem.sentence} />}
        <Checkbox name="mayActTwice" label="Cho phép người giải quyết tự ký" defaultChecked={mayActTwice} />
        <TextInput name="decision" label="Văn bản quy định" hint="Báo cáo đếm số hồ sơ như vậy" error={problem?.fields.decision} defaultValue={problem?.values.decision} />
        <div><KeptSubmit busy={busy} variant="outlined">Lưu quy tắc</KeptSubmit></div>
      </form>
    </Details>
  )
}
