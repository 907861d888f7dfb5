import { Icon } from '@/components/ui/icon'
import { TextInput, Select } from '@/components/ui/text-input'
import type { ReactNode } from 'react'
import type { Trust } from './intake-state'
import type { TypedPerson } from './intake-types'

type Props = {
  /** First part of the field names: `counter`, `behalf`. */
  part: 'counter' | 'behalf'
  person: TypedPerson
  trust?: Trust
  organisation?: boolean
  errors: Record<string, string | undefined>
  onChange: (person: TypedPerson) => void
  /** Beside the number: dossiers of the same person. */
  children?: ReactNode
}

const sexes = [{ value: 'female', label: 'Nữ' }, { value: 'male', label: 'Nam' }]

/** Who it is, in the order of the card. What a scanner may have garbled is marked until someone has looked. */
export function PersonFields({ part, person, trust = {}, organisation, errors, onChange, children }: Props) {
  const field = (name: keyof TypedPerson) => ({
    name: `${part}.${name}`, id: `${part}-${name}`, value: person[name], autoComplete: 'off', className: '!mt-0', error: errors[`${part}.${name}`],
    hint: trust[name] === 'check' ? <Check words={name === 'sex' ? 'Xem lại' : 'Đối chiếu với thẻ'} /> : undefined,
    onChange: (event: { target: { value: string } }) => onChange({ ...person, [name]: event.target.value }),
  })
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-2.5">
      <div className="col-span-2"><TextInput {...field('fullName')} label={organisation ? 'Tên tổ chức' : 'Họ và tên'} keys={part === 'counter' ? 'H' : undefined} aria-keyshortcuts={part === 'counter' ? 'H' : undefined} spellCheck={false} /></div>
      {organisation
        ? <div className="col-span-2"><TextInput {...field('idNumber')} label="Mã số tổ chức" code /></div>
        : (
        <div className="col-span-2 grid grid-cols-[1fr_112px_70px] gap-2">
          <TextInput {...field('idNumber')} label="Số định danh" inputMode="numeric" code />
          <TextInput {...field('birth')} label="Ngày sinh" inputMode="numeric" code />
          <Select {...field('sex')} label="Giới tính" empty="–" options={sexes} />
        </div>
      )}
      <div className="col-span-2"><TextInput {...field('address')} label={organisation ? 'Trụ sở' : 'Nơi cư trú'} /></div>
      <div className={part === 'counter' ? undefined : 'col-span-2'}><TextInput {...field('phone')} label="Điện thoại" keys={part === 'counter' ? 'D' : undefined} aria-keyshortcuts={part === 'counter' ? 'D' : undefined} inputMode="tel" code /></div>
      {children}
    </div>
  )
}

const Check = ({ words }: { words: string }) => <span className="care-text inline-flex items-center gap-1"><Icon name="circle-alert" size="small" />{words}</span>
