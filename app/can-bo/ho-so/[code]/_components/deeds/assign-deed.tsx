import { assignAction } from '../../actions'
import { DeedSelect } from '../deed-fields'
import { DeedForm } from '../deed-form'
import type { DeedProps } from '../deed-panel'
import { staffForStep } from '@/lib/dossiers/queries/staff-for-step'

/** Gives the step at hand to one of the people whose work it is. */
export async function AssignDeed({ dossier, officer, common }: DeedProps) {
  const step = dossier.steps.find(({ state }) => state === 'now')
  const people = step === undefined ? [] : await staffForStep(officer, step)
  return (
    <DeedForm {...common} action={assignAction} submit="Phân công">
      <p className="soft mb-2">{step === undefined ? 'Hồ sơ chưa tới bước nào.' : `Bước đang chờ: ${step.name}.`}</p>
      <DeedSelect name="staffId" label="Giao cho" width="20" empty="Chọn người" autoFocus defaultValue={dossier.assignee?.id} options={people.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` }))} />
    </DeedForm>
  )
}
