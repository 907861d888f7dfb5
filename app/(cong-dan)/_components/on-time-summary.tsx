import { RuledSection } from '@/components/ui/page-heading'
import { visitor } from '@/lib/identity/domain/actor'
import { dayMonth, number, percent, shortDay } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { onTimeRate } from '@/lib/reports/domain/settlement'
import { periodOf } from '@/lib/reports/inputs'
import { settlementReport } from '@/lib/reports/queries/settlement-report'
import type { Commune } from '@/lib/units/domain/commune'

/** Does this commune keep its word? This month's rate in public, the late ones counted and not hidden. */
export async function OnTimeSummary({ commune }: { commune: Commune }) {
  const today = localDateOf(now())
  const period = periodOf('thang-nay', today)
  const report = await settlementReport(visitor, { commune: commune.slug, ...period })
  const rate = report === null ? null : onTimeRate(report.total)
  if (report === null || rate === null) return null
  const { settled } = report.total
  return (
    <RuledSection title="Xã làm có đúng hẹn không?">
      <p className="flex items-center gap-3">
        <b className="num text-3xl text-cham-800">{percent(rate)}</b>
        <span className="text-base leading-snug">hồ sơ xong đúng hẹn, từ {dayMonth(period.from)} đến {shortDay(today)}</span>
      </p>
      <p className="soft mt-2 text-base">
        {number(settled.early + settled.onTime)} trên {number(settled.total - settled.noLimit)} hồ sơ. <a href={`/don-vi/${commune.slug}/thong-ke`}>{settled.overdue > 0 ? `${number(settled.overdue)} hồ sơ xong trễ, xem số liệu` : 'Xem số liệu'}</a>.
      </p>
    </RuledSection>
  )
}
