import type { MenuOption } from '@/components/ui/filters'
import { monthPeriod, quarterOf, quarterPeriod, reportPeriod, yearPeriod, type Period } from '@/lib/reports/domain/period'
import { periodName } from '@/lib/reports/wording'
import type { LocalDate } from '@/lib/kernel/local-date'
import { periodHref } from '../../../_components/addresses'

/** Calendar periods, and those of official reports (15th to 14th), of the present year; other days are typed. */
export function reportPeriods(path: string, chosen: Period, today: LocalDate): MenuOption[] {
  const year = Number(today.slice(0, 4))
  const quarters = Array.from({ length: quarterOf(today) }, (_unused, at) => at + 1)
  const option = (label: string, period: Period): MenuOption => ({ href: periodHref(path, period), label, current: period.from === chosen.from && period.to === chosen.to })
  return [
    option(periodName(monthPeriod(today)), monthPeriod(today)),
    option(periodName(quarterPeriod(today)), quarterPeriod(today)),
    option(periodName(yearPeriod(today)), yearPeriod(today)),
    ...quarters.map((quarter) => {
      const period = reportPeriod('quarter', year, quarter)
      return option(`Kỳ báo cáo quý ${['I', 'II', 'III', 'IV'][quarter - 1]} (${periodName(period)})`, period)
    }),
    option(`Kỳ báo cáo năm (${periodName(reportPeriod('year', year, 1))})`, reportPeriod('year', year, 1)),
  ]
}
