import type { ComponentProps } from 'react'
import { cx } from '@/components/ui/cx'
import { Icon } from '@/components/ui/icon'
import { PeriodForm } from './period-form'

type Props = ComponentProps<typeof PeriodForm> & { /** Opens to the right: the chip stands at the left of the page. */ start?: boolean }

/** From day to day, behind a chip beside the usual periods; stays open where something must be mended. */
export const OtherPeriod = ({ start, ...form }: Props) => (
  <details className={cx('menu no-print max-sm:w-full', !start && 'menu-end')} open={form.errors.length > 0}>
    <summary className="chip">Từ ngày, đến ngày<Icon name="chevron-down" /></summary>
    <div className="menu-list !max-h-none w-[min(92vw,22rem)] !p-4"><PeriodForm {...form} /></div>
  </details>
)
