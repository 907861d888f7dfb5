import { assignAction } from '../../actions'
import { DeedSelect } from '../deed-fields'
import { DeedForm } from '../deed-form'
import type { DeedProps } from '../deed-panel'
import { FairDeed } from './fair-deed'
import { type StaffForStep, staffForStep } from '@/lib/dossiers/queries/staff-for-step'
import { may } from '@/lib/identity/domain/permissions'
import { shortDay } from '@/lib/kernel/format'
import { loadWords } from '@/lib/workflow/wording'

/** Gives the step at hand to one of the people whose work it is: to whoever has the least in hand, or to whom the head chooses. */
export async function AssignDeed({ dossier, officer, common }: DeedProps) {
  const step = dossier.steps.find(({ state }) => state === 'now')
  const people = step === undefined ? [] : await staffForStep(officer, step)
  const fairest = people.find(({ isFairest }) => isFairest)
  const sharesOut = common.blocked === undefined && dossier.assignee === null && fairest !== undefined && may(officer, 'dossier.assign-fairly', { communeId: officer.communeId, unitKey: step?.unitKey })
  return (
    <>
      <p className="soft mb-2">{step === undefined ? 'Hồ sơ chưa tới bước nào.' : `Bước đang chờ: ${step.name}.`}</p>
      {sharesOut && <FairDeed dossierId={dossier.id} version={dossier.version} name={fairest.name} load={loadWords(fairest.openMinutes)} />}
      <DeedForm {...common} action={assignAction} submit="Phân công">
        <DeedSelect name="staffId" label={sharesOut ? 'Hoặc tự chọn người' : 'Giao cho'} width="20" empty="Chọn người" autoFocus={!sharesOut} defaultValue={dossier.assignee?.id} options={people.map((person) => ({ value: person.id, label: optionWords(person) }))} />
      </DeedForm>
    </>
  )
}

const optionWords = ({ name, title, openMinutes, awayUntil }: StaffForStep): string =>
  `${name}, ${title}: ${awayUntil === null ? loadWords(openMinutes) : `vắng đến ${shortDay(awayUntil)}`}`
