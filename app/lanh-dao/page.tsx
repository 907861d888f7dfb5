import type { Metadata } from 'next'
import { Segments } from '@/components/ui/filters'
import { PageHeading } from '@/components/ui/page-heading'
import { OtherPeriod } from '@/components/reports/other-period'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { readPeriod, type Query } from '@/lib/reports/inputs'
import { leaderOverview } from '@/lib/reports/queries/leader-overview'
import { asOfWords, runningName } from '@/lib/reports/wording'
import { BalanceSheet } from './_components/balance-sheet'
import { DueNextSheet } from './_components/due-next-sheet'
import { FieldSheet } from './_components/field-sheet'
import { LateSheet } from './_components/late-sheet'
import { NotForYou } from './_components/not-for-you'
import { periodSegments } from './_components/period-segments'
import { RateSheet } from './_components/rate-sheet'

export const metadata: Metadata = { title: 'Tổng quan' }

/** Rate, late dossiers and balance within one screen; each figure opens its dossiers. */
export default async function LeaderPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [officer, query] = [await requireOfficer(), await searchParams]
  const { period, choice, typed, errors } = readPeriod(query, localDateOf(now()))
  const comparison = query.so === 'cung-ky' ? 'last-year' : 'previous'
  const overview = await leaderOverview(officer, period, comparison)
  if (!overview.ok) return <NotForYou />
  const shown = { overview: overview.value, period }
  return (
    <>
      <PageHeading
        title={runningName(period, overview.value.asOf)}
        lead={asOfWords(period, overview.value.asOf)}
        actions={
          <>
            <Segments label="Kỳ" options={periodSegments('/lanh-dao', choice, localDateOf(overview.value.asOf))} />
            <OtherPeriod action="/lanh-dao" typed={typed} errors={errors} keep={{ so: comparison === 'last-year' ? 'cung-ky' : undefined }} />
          </>
        }
      />
      <div className="staff-columns staff-columns-lead mt-2"><RateSheet {...shown} /><LateSheet {...shown} /></div>
      <BalanceSheet {...shown} />
      <div className={shown.overview.next === null ? 'staff-columns !grid-cols-1' : 'staff-columns staff-columns-half'}>
        {shown.overview.next !== null && <DueNextSheet next={shown.overview.next} {...shown} />}
        <FieldSheet {...shown} comparison={comparison} />
      </div>
    </>
  )
}
