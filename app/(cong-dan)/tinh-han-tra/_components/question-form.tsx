import { Button } from '@/components/ui/button'
import { RadioGroup } from '@/components/ui/choices'
import { DateBoxes } from '@/components/ui/date-boxes'
import { Details } from '@/components/ui/details'
import { aria, Field } from '@/components/ui/field'
import { Select, TextInput } from '@/components/ui/text-input'
import { TIME_LIMIT_UNITS } from '@/lib/calendar/domain/time-limit'
import type { TypedForm } from '@/lib/calendar/inputs/typed-form'
import { unitLabel } from '@/lib/calendar/wording'
import type { Commune } from '@/lib/units/domain/commune'
import type { ChoiceGroup } from './procedure-choice'
import type { Question } from './read-question'

type Props = { question: Question; groups: readonly ChoiceGroup[]; communes: readonly Commune[]; commune: Commune | null }

/** The question as a plain GET form: the answer has an address that can be sent to somebody. */
export function QuestionForm({ question, groups, communes, commune }: Props) {
  const { form, byLimit, answer } = question
  const { errors } = form
  return (
    <form action="/tinh-han-tra" noValidate>
      <input type="hidden" name="tinh" value="1" />
      {communes.length > 1 && (
        <Select name="xa" label="Xã, phường nhận hồ sơ" empty="Chọn xã, phường" options={communes.map(({ slug, name }) => ({ value: slug, label: name }))} defaultValue={commune?.slug ?? ''} error={errors['xa']} />
      )}
      <RadioGroup
        name="cach"
        label="Tính theo"
        defaultValue={byLimit ? 'thoi-han' : 'thu-tuc'}
        options={[
          { value: 'thu-tuc', label: 'Thủ tục', reveal: <ProcedureSelect question={question} groups={groups} /> },
          { value: 'thoi-han', label: 'Thời hạn tự nhập', reveal: <LimitFields form={form} /> },
        ]}
      />
      <DateBoxes name="nhan" label="Ngày quầy nhận hồ sơ" hint="Nộp trực tuyến thì là ngày quầy chấp nhận hồ sơ" defaultValue={form.boxes('nhan')} error={errors['nhan']} />
      <TextInput name="gio" label="Giờ nhận" hint="Ví dụ 09:12" width="4" code inputMode="numeric" autoComplete="off" defaultValue={form.one('gio')} error={errors['gio']} />
      <Details summary="Hồ sơ có lúc tạm dừng, chờ bổ sung" className="mt-6" open={(answer?.pauses ?? 0) > 0 || Object.keys(errors).some((field) => field.startsWith('dung'))}>
        {Array.from({ length: question.pauseRows }, (_unused, at) => at + 1).map((row) =>
          row > 1 && row === question.pauseRows
            ? <Details key={row} plain flush summary="Thêm một lần tạm dừng"><PauseFields row={row} form={form} /></Details>
            : <PauseFields key={row} row={row} form={form} />)}
      </Details>
      <div className="mt-6"><Button block icon="calendar-check">Tính ngày hẹn trả</Button></div>
    </form>
  )
}

function ProcedureSelect({ question: { form, choice }, groups }: Pick<Props, 'question' | 'groups'>) {
  const field = { name: 'thu-tuc', label: 'Chọn thủ tục', hideLabel: true, error: form.errors['thu-tuc'] }
  return (
    <Field {...field}>
      <select {...aria(field)} name="thu-tuc" className="input" defaultValue={choice?.value ?? ''}>
        <option value="">Chọn thủ tục</option>
        {groups.map(({ field: name, choices }) => (
          <optgroup key={name} label={name}>{choices.map((each) => <option key={each.value} value={each.value}>{each.name}</option>)}</optgroup>
        ))}
      </select>
    </Field>
  )
}

function LimitFields({ form }: { form: TypedForm }) {
  const { errors } = form
  const units = TIME_LIMIT_UNITS.map((unit) => ({ value: unit, label: unitLabel[unit].charAt(0).toUpperCase() + unitLabel[unit].slice(1) }))
  return (
    <>
      <TextInput name="so" label="Bao nhiêu" hint="Trong ngày thì để trống" width="4" code inputMode="numeric" autoComplete="off" defaultValue={form.one('so')} error={errors['so']} />
      <Select name="don-vi" label="Đơn vị" empty="Chọn đơn vị" options={units} defaultValue={form.one('don-vi')} error={errors['don-vi']} />
      <TextInput name="gio-chot" label="Giờ chốt" optional hint="Nhận sau giờ này thì tính sang ngày làm việc tiếp theo, ví dụ 15:00" width="4" code inputMode="numeric" autoComplete="off" defaultValue={form.one('gio-chot')} error={errors['gio-chot']} />
    </>
  )
}

function PauseFields({ row, form }: { row: number; form: TypedForm }) {
  const [from, to] = [`dung${row}-tu`, `dung${row}-den`]
  const time = { width: '4' as const, code: true, inputMode: 'numeric' as const, autoComplete: 'off' }
  return (
    <fieldset className="mt-5 first:mt-1">
      <legend className="font-semibold">Lần {row}</legend>
      <DateBoxes name={from} label="Dừng từ ngày" defaultValue={form.boxes(from)} error={form.errors[from]} className="mt-2" />
      <TextInput name={`${from}-gio`} label="Dừng lúc" {...time} defaultValue={form.one(`${from}-gio`)} error={form.errors[`${from}-gio`]} className="mt-3" />
      <DateBoxes name={to} label="Tính tiếp từ ngày" hint="Còn đang chờ thì để trống" defaultValue={form.boxes(to)} error={form.errors[to]} className="mt-4" />
      <TextInput name={`${to}-gio`} label="Tính tiếp lúc" {...time} defaultValue={form.one(`${to}-gio`)} error={form.errors[`${to}-gio`]} className="mt-3" />
    </fieldset>
  )
}
