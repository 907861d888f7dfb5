import type { TabLink } from '@/components/ui/filters'
import type { LocalDate } from '@/lib/kernel/local-date'
import { quarterPeriod } from '@/lib/reports/domain/period'
import { periodChoices, type PeriodChoice } from '@/lib/reports/inputs'
import { romanQuarter } from '@/lib/reports/wording'

/** `Hôm nay · Tháng này · Quý IV · Năm 2026` */
export function periodSegments(path: string, choice: PeriodChoice | null, today: LocalDate): TabLink[] {
  const label = { 'hom-nay': 'Hôm nay', 'thang-nay': 'Tháng này', quy: `Quý ${romanQuarter(quarterPeriod(today))}`, nam: `Năm ${today.slice(0, 4)}` } satisfies Record<PeriodChoice, string>
  return periodChoices.map((one) => ({ href: `${path}?ky=${one}`, label: label[one], current: one === choice }))
}
