import { Button, ButtonLink, ButtonRow } from '@/components/ui/button'
import { CheckboxList, RadioGroup } from '@/components/ui/choices'
import { DateBoxes } from '@/components/ui/date-boxes'
import { Sheet } from '@/components/ui/sheet'
import { TextInput } from '@/components/ui/text-input'
import { sessionFields, type ChangeKind } from '@/lib/calendar/inputs/change-form'
import type { TypedForm } from '@/lib/calendar/inputs/typed-form'
import { SESSION_NAMES } from '@/lib/calendar/domain/working-calendar'
import { changeKindHint, sessionLabel } from '@/lib/calendar/wording'
import { CALENDAR } from './addresses'
import { DecisionFields } from './decision-fields'

type Props = { kind: ChangeKind; form: TypedForm; errors: Readonly<Record<string, string>> }

/** One kind of change as a GET form: its next page shows what it would move, and saves nothing yet. */
export function ChangeForm({ kind, form, errors }: Props) {
  const Fields = { 'dong-cua': ClosureFields, nghi: RangeFields, 'hoan-doi': SwapFields, 'nhu-thuong': RangeFields, gio: HoursFields }[kind]
  return (
    <form action={`${CALENDAR}/them`} noValidate className="calendar-form staff-columns staff-columns-half">
      <input type="hidden" name="loai" value={kind} />
      <input type="hidden" name="xem" value="1" />
      <Sheet title="Ngày nào" step={1}>
        <p className="soft">{changeKindHint[kind]}</p>
        <Fields kind={kind} form={form} errors={errors} />
      </Sheet>
      <Sheet title="Theo văn bản nào" step={2} foot={
        <ButtonRow><Button icon="eye">Xem hồ sơ nào đổi hạn</Button><ButtonLink variant="text" href={CALENDAR}>Thôi</ButtonLink></ButtonRow>
      }>
        <DecisionFields values={{ so: form.one('so'), nguon: form.one('nguon'), ngay: form.boxes('ngay-ban-hanh') }} errors={errors} />
      </Sheet>
    </form>
  )
}

function RangeFields({ kind, form, errors }: Props) {
  return (
    <>
      <DateBoxes name="tu" label="Từ ngày" defaultValue={form.boxes('tu')} error={errors['tu']} />
      <DateBoxes name="den" label="Đến ngày" hint="Một ngày thì để trống" defaultValue={form.boxes('den')} error={errors['den']} />
      <TextInput name="ten" label={kind === 'nghi' ? 'Tên ngày nghỉ' : 'Vì sao'} autoComplete="off" maxLength={200} defaultValue={form.one('ten')} error={errors['ten']} />
    </>
  )
}

function ClosureFields(props: Props) {
  const { form, errors } = props
  const part = form.one('pham-vi') === 'buoi' ? 'buoi' : 'ca-ngay'
  const sessions = <CheckboxList name="buoi" label="Buổi nào" hideLabel inline options={SESSION_NAMES.map((name) => ({ value: name, label: sessionLabel[name] }))} defaultValue={form.all('buoi')} error={errors['buoi']} />
  return (
    <>
      <RangeFields {...props} />
      <RadioGroup name="pham-vi" label="Đóng cửa" defaultValue={part} options={[{ value: 'ca-ngay', label: 'Cả ngày' }, { value: 'buoi', label: 'Một, hai buổi', reveal: sessions }]} />
    </>
  )
}

const SwapFields = ({ form, errors }: Props) => (
  <>
    <DateBoxes name="tu" label="Ngày được nghỉ" defaultValue={form.boxes('tu')} error={errors['tu']} />
    <DateBoxes name="bu" label="Ngày làm bù" hint="Giờ làm việc theo ngày được nghỉ" defaultValue={form.boxes('bu')} error={errors['bu']} />
    <TextInput name="ten" label="Nhân dịp" hint="Ví dụ Nghỉ liền Quốc khánh" autoComplete="off" maxLength={200} defaultValue={form.one('ten')} error={errors['ten']} />
  </>
)

const weekdays = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'].map((label, at) => ({ value: String(at + 1), label }))

function HoursFields({ form, errors }: Props) {
  const time = { width: '4' as const, code: true, inputMode: 'numeric' as const, autoComplete: 'off' }
  return (
    <>
      <DateBoxes name="tu" label="Hiệu lực từ ngày" defaultValue={form.boxes('tu')} error={errors['tu']} />
      <DateBoxes name="den" label="Đến hết ngày" hint="Chưa định thì để trống" defaultValue={form.boxes('den')} error={errors['den']} />
      <CheckboxList name="thu" label="Các thứ" inline options={weekdays} defaultValue={form.all('thu')} error={errors['thu']} />
      {SESSION_NAMES.map((name) => {
        const field = sessionFields[name]
        return (
          <fieldset key={name} className="grid grid-cols-[auto_auto_1fr] items-end gap-x-3">
            <legend className="font-semibold">{sessionLabel[name]}</legend>
            <TextInput name={`${field}-mo`} label="Mở cửa" {...time} defaultValue={form.one(`${field}-mo`)} error={errors[`${field}-mo`]} />
            <TextInput name={`${field}-dong`} label="Đóng cửa" {...time} defaultValue={form.one(`${field}-dong`)} error={errors[`${field}-dong`]} />
            <CheckboxList name={`${field}-nhan`} label="Tính hạn" hideLabel options={[{ value: 'chi-nhan', label: 'Chỉ tiếp nhận, không tính hạn' }]} defaultValue={form.all(`${field}-nhan`)} />
          </fieldset>
        )
      })}
      <div className="flex gap-3">
        <TextInput name="mua-tu" label="Theo mùa, từ" hint="Ví dụ 1/10; cả năm thì để trống" width="4" code autoComplete="off" defaultValue={form.one('mua-tu')} error={errors['mua-tu']} />
        <TextInput name="mua-den" label="Đến hết" hint="Ví dụ 31/3" width="4" code autoComplete="off" defaultValue={form.one('mua-den')} error={errors['mua-den']} />
      </div>
    </>
  )
}
