import { Button } from '@/components/ui/button'
import { DateBoxes, type TypedDate } from '@/components/ui/date-boxes'

type Props = {
  action: string
  typed: { from: TypedDate; to: TypedDate }
  errors: readonly { field: 'tu' | 'den'; message: string }[]
  /** What else of the address stays: comparison, field. */
  keep?: Readonly<Record<string, string | undefined>>
}

/** From day to day in a plain GET form: the address holds the answer and can be sent to a colleague. */
export function PeriodForm({ action, typed, errors, keep = {} }: Props) {
  const errorOf = (field: 'tu' | 'den') => errors.find((error) => error.field === field)?.message
  return (
    <form action={action} className="flex flex-wrap items-end gap-x-6 gap-y-4">
      {Object.entries(keep).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
      <DateBoxes name="tu" label="Từ ngày" defaultValue={typed.from} error={errorOf('tu')} className="!mt-0" />
      <DateBoxes name="den" label="Đến hết ngày" defaultValue={typed.to} error={errorOf('den')} className="!mt-0" />
      <Button variant="outlined">Xem số liệu</Button>
    </form>
  )
}
