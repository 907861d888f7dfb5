import { DateBoxes } from '@/components/ui/date-boxes'
import { TextInput } from '@/components/ui/text-input'

type Props = { values: { so: string; nguon: string; ngay: { day: string; month: string; year: string } }; errors: Readonly<Record<string, string | undefined>> }

/** By which decision: number, date and source, without which no calendar changes. */
export const DecisionFields = ({ values, errors }: Props) => (
  <>
    <TextInput name="so" label="Số, ký hiệu văn bản" hint="Ví dụ 12/TB-UBND" width="20" autoComplete="off" defaultValue={values.so} error={errors['so']} />
    <DateBoxes name="ngay-ban-hanh" label="Ngày ban hành" defaultValue={values.ngay} error={errors['ngay-ban-hanh']} />
    <TextInput name="nguon" label="Tên văn bản, nơi ban hành" hint="Ví dụ Thông báo của UBND xã" autoComplete="off" maxLength={200} defaultValue={values.nguon} error={errors['nguon']} />
  </>
)
