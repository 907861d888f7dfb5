import { Icon } from '@/components/ui/icon'
import { yearAddress } from './addresses'

/** The year before, this one, the year after. */
export const YearSwitch = ({ year, years }: { year: number; years: { first: number; last: number } }) => (
  <nav className="year-switch" aria-label="Năm">
    {year > years.first && <a href={yearAddress(year - 1)} rel="prev" aria-keyshortcuts="["><Icon name="chevron-left" label={`Năm ${year - 1}`} /></a>}
    <b>{year}</b>
    {year < years.last && <a href={yearAddress(year + 1)} rel="next" aria-keyshortcuts="]"><Icon name="chevron-right" label={`Năm ${year + 1}`} /></a>}
  </nav>
)
