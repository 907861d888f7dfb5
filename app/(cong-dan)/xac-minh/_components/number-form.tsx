import { DateBoxes } from '@/components/ui/date-boxes'
import { SubmitButton } from '@/components/ui/submit-button'
import { Select, TextInput } from '@/components/ui/text-input'
import type { Commune } from '@/lib/units/domain/commune'
import { kindOptions } from './words'
import type { Asked } from './read-asked'

/** Kind, number and day, as they stand on the paper. A plain GET form: the answer has an address that can be printed and sent on. */
export const NumberForm = ({ asked, errors, communes }: { asked: Asked; errors: Readonly<Record<string, string>>; communes: readonly Commune[] }) => (
  <form method="get" action="/xac-minh" noValidate>
    <Select name="xa" label="Xã, phường cấp giấy" options={communes.map(({ slug, name, province }) => ({ value: slug, label: `${name}, ${province.name}` }))} empty="Chọn xã, phường" defaultValue={asked.xa} error={errors.xa} />
    <Select name="loai" label="Loại giấy" options={kindOptions} defaultValue={asked.loai ?? 'result'} error={errors.loai} />
    <TextInput name="so" label="Số" hint="Ở đầu giấy, ví dụ 12/2026 hoặc 412/TTPVHCC" width="20" code defaultValue={asked.so} error={errors.so} autoComplete="off" maxLength={60} />
    <DateBoxes name="ngay" label="Ngày trên giấy" defaultValue={asked.ngay} error={errors.ngay} />
    <div className="mt-6"><SubmitButton busyLabel="Đang tìm…">Kiểm tra theo số</SubmitButton></div>
  </form>
)
