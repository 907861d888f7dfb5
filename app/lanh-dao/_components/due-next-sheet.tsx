import { BarChart, ChartKey } from '@/components/ui/charts'
import { DataTable, Figure } from '@/components/ui/data-table'
import { Details } from '@/components/ui/details'
import { Icon } from '@/components/ui/icon'
import { Sheet } from '@/components/ui/sheet'
import { dayMonth, number, tableDay, weekdayShort } from '@/lib/kernel/format'
import type { Period } from '@/lib/reports/domain/period'
import type { DueNext } from '@/lib/reports/queries/due-next'
import type { LeaderOverview } from '@/lib/reports/queries/leader-overview'
import { behindHref } from './addresses'

type Props = { next: DueNext; overview: LeaderOverview; period: Period }

/** What falls due on the next seven working days against what is done on an ordinary day. */
export function DueNextSheet({ next: { days, capacity, atRiskIds, atRiskFields }, overview, period }: Props) {
  const risk = behindHref(period, 'de-tre')
  const fieldName = new Map(overview.report.groups.map(({ key, name }) => [key, name]))
  const total = days.reduce((sum, { count }) => sum + count, 0)
  return (
    <Sheet title="Bảy ngày làm việc tới" aside={atRiskIds.length > 0 && <a className="care-text inline-flex items-center gap-1.5 font-semibold" href={risk}><Icon name="triangle-alert" />{number(atRiskIds.length)} hồ sơ dễ trễ</a>}>
      <BarChart
        id="han-tra"
        text={`${number(total)} hồ sơ đến hạn bảy ngày làm việc tới: ${days.map(({ on, count }) => `${tableDay(on)} ${count}`).join(', ')}`}
        capacity={capacity > 0 ? { value: capacity, label: '' } : undefined}
        bars={days.map(({ on, count, atRisk }) => ({ label: weekdayShort(on), sublabel: dayMonth(on), value: count, atRisk }))}
      />
      <ChartKey id="han-tra" items={[...(capacity > 0 ? [{ mark: 'target' as const, label: `sức làm thường ngày: ${capacity} hồ sơ` }] : []), { mark: 'bar', label: 'đến hạn' }, ...(atRiskIds.length > 0 ? [{ mark: 'risk' as const, label: 'dễ trễ' }] : [])]} />
      {atRiskFields.length > 0 && (
        <p className="mt-1.5 text-sm"><a href={risk}>{atRiskFields.map(({ fieldSlug, count }) => `${fieldName.get(fieldSlug) ?? 'Lĩnh vực khác'} ${count}`).join(', ')}</a>: thời gian còn lại ít hơn phần việc phía trước.</p>
      )}
      <Details plain flush summary="Mở hồ sơ theo từng ngày" className="mt-1 text-sm">
        <DataTable
          caption="Hồ sơ đến hạn theo ngày"
          rows={days}
          rowKey={({ on }) => on}
          columns={[
            { key: 'on', head: 'Đến hạn', rowHead: true, cell: ({ on }) => <span className="num">{tableDay(on)}</span> },
            { key: 'count', head: 'Hồ sơ', numeric: true, cell: ({ on, count }) => <Figure value={count} href={behindHref(period, 'within-limit', { dueOn: on })} /> },
            { key: 'risk', head: 'Dễ trễ', numeric: true, cell: ({ atRisk }) => <Figure value={atRisk} href={risk} /> },
          ]}
        />
      </Details>
    </Sheet>
  )
}
