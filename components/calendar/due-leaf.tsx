import { monthName, monthYear, weekdayName } from '@/lib/kernel/format'
import type { LocalDate } from '@/lib/kernel/local-date'
import { cx } from '../ui/cx'

type Props = {
  on: LocalDate
  /** `16/10 âm lịch`, under the tear line; elders plan by it. Not on the small leaf. */
  lunar?: string
  late?: boolean
  /** `normal` 128 wide for citizens, `medium` 112 for the intake screen, `small` 88 beside a sentence. */
  size?: 'normal' | 'medium' | 'small'
}

/** The promised day as the block calendar on the wall. Never without the words beside it: `17:30 thứ Năm, 26/11/2026`. */
export function DueLeaf({ on, lunar, late, size = 'normal' }: Props) {
  return (
    <time dateTime={on} className={cx('leaf', size !== 'normal' && `leaf-${size}`, late && 'leaf-late')}>
      <span className="leaf-month">{size === 'small' ? monthName(on) : monthYear(on)}</span>
      <span className="leaf-day">{on.slice(8)}</span>
      <span className="leaf-weekday">{weekdayName(on)}</span>
      {lunar && size !== 'small' && <span className="leaf-lunar">{lunar}</span>}
    </time>
  )
}
