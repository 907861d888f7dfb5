import type { LocalDate } from '@/lib/kernel/local-date'
import { lastDay, monthPeriod, previousPeriod, quarterPeriod, yearPeriod, type Period } from '@/lib/reports/domain/period'
import { periodName } from '@/lib/reports/wording'

/** The periods people ask for, as links; any other is typed further down. */
export function PeriodLinks({ here, chosen, today }: { here: string; chosen: Period; today: LocalDate }) {
  const [month, year] = [monthPeriod(today), yearPeriod(today)]
  const isChosen = ({ from, to }: Period) => from === chosen.from && to === chosen.to
  return (
    <nav className="mt-4 flex flex-wrap gap-x-5" aria-label="Kỳ số liệu">
      {[month, previousPeriod(month), quarterPeriod(today), year, previousPeriod(year)].map((period) => (
        <a key={`${period.from}${period.to}`} className="inline-flex min-h-12 items-center" aria-current={isChosen(period) ? 'page' : undefined} href={`${here}?tu=${period.from}&den=${lastDay(period)}`}>
          {isChosen(period) ? <b>{periodName(period)}</b> : periodName(period)}
        </a>
      ))}
      <a className="inline-flex min-h-12 items-center" href="#ky-khac">Kỳ khác</a>
    </nav>
  )
}
