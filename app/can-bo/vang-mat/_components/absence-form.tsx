'use client'

import { DateBoxes } from '@/components/ui/date-boxes'
import { type Option, Select, TextArea } from '@/components/ui/text-input'
import type { LocalDate } from '@/lib/kernel/local-date'
import { KeptSubmit } from '../../_components/kept-submit'
import { ProblemNote } from '../../_components/problem-note'
import { useKeptForm } from '../../_components/use-kept-form'
import { recordAbsenceAction } from '../actions'

type Props = { today: LocalDate; /** Chosen at first. */ self: string; people: Option[]; colleagues: Option[] }

/** Who, from when to when, who acts meanwhile, and why. */
export function AbsenceForm({ today, self, people, colleagues }: Props) {
  const { state, busy, form } = useKeptForm(recordAbsenceAction)
  const problem = state.status === 'problem' ? state : null
  const typed = problem?.values ?? {}
  const day = (name: string) => (problem === null ? boxes(today) : { day: typed[`${name}-day`], month: typed[`${name}-month`], year: typed[`${name}-year`] })
  return (
    <form {...form} className="grid gap-3 [&>.field]:!mt-0">
      {problem !== null && Object.keys(problem.fields).length === 0 && <ProblemNote key={problem.sentence} code={problem.code} sentence={problem.sentence} />}
      {people.length === 1
        ? <input type="hidden" name="staffId" value={people[0]!.value} />
        : <Select name="staffId" label="Người vắng" options={people} defaultValue={typed.staffId ?? self} key={`nguoi${typed.staffId}`} error={problem?.fields.staffId} />}
      <DateBoxes name="fromDay" label="Vắng từ ngày" defaultValue={day('fromDay')} error={problem?.fields.fromDay} />
      <DateBoxes name="toDay" label="Đến hết ngày" defaultValue={day('toDay')} error={problem?.fields.toDay} />
      <Select name="substituteId" label="Người làm thay" hint="Chỉ làm thay các bước xử lý hồ sơ" empty="Chọn người" options={colleagues} defaultValue={typed.substituteId} key={`thay${typed.substituteId}`} error={problem?.fields.substituteId} />
      <TextArea name="reason" label="Lý do" hint="Ví dụ: nghỉ phép năm" rows={2} defaultValue={typed.reason} error={problem?.fields.reason} />
      <div className="button-row"><KeptSubmit busy={busy}>Ghi ngày vắng</KeptSubmit></div>
    </form>
  )
}

function boxes(day: LocalDate) {
  const [year, month, date] = day.split('-')
  return { day: String(Number(date)), month: String(Number(month)), year }
}
