import type { Metadata } from 'next'
import './print.css'
import { OtherPeriod } from '@/components/reports/other-period'
import { ButtonLink } from '@/components/ui/button'
import { FilterMenu } from '@/components/ui/filters'
import { Note } from '@/components/ui/note'
import { PageHeading } from '@/components/ui/page-heading'
import { may } from '@/lib/identity/domain/permissions'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { readPeriod, type Query } from '@/lib/reports/inputs'
import { CHECKS, formSheet } from '@/lib/reports/queries/form-06a'
import { sameHand } from '@/lib/reports/queries/same-hand'
import { identityProblem, periodName } from '@/lib/reports/wording'
import { communeById } from '@/lib/units/queries/communes'
import { NotForYou } from '../../_components/not-for-you'
import { Checks } from './_components/checks'
import { FormFoot } from './_components/form-foot'
import { FormTable } from './_components/form-table'
import { FormNotes } from './_components/form-notes'
import { reportPeriods } from './_components/report-periods'
import { SameHandNote } from './_components/same-hand-note'
import { PrintButton } from './_components/print-button'

export const metadata: Metadata = { title: 'Biểu II.06a' }

/** The official form, opened cell by cell on the screen and black on white on paper. */
export default async function Form06aPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [officer, query] = [await requireOfficer(), await searchParams]
  if (!may(officer, 'figures.read', { communeId: officer.communeId })) return <NotForYou what="Biểu II.06a" />
  const today = localDateOf(now())
  const { period, typed, errors } = readPeriod(query, today, 'quy')
  const commune = (await communeById(officer.communeId))!
  const sheet = (await formSheet(officer, commune.slug, period))!
  return (
    <div className="form-06a">
      <div className="no-print">
        <PageHeading title={`Biểu II.06a, ${periodName(period)}`} actions={<><ButtonLink variant="outlined" icon="list-checks" href="/lanh-dao/bao-cao/kiem-tra">Kiểm tra số liệu nơi khác</ButtonLink><PrintButton /></>} />
        <div className="my-2 flex flex-wrap items-center gap-x-4 gap-y-2">
          <FilterMenu label={`Kỳ: ${periodName(period)}`} options={reportPeriods('/lanh-dao/bao-cao/06a', period, today)} />
          <OtherPeriod action="/lanh-dao/bao-cao/06a" typed={typed} errors={errors} start />
          <Checks sheet={sheet} checks={CHECKS} />
        </div>
        {sheet.broken.map(({ of, problem }) => <Note key={`${of}${problem.name}`} tone="vang" title={`${of}: chưa khớp`}><p>{identityProblem(problem)}</p></Note>)}
      </div>
      <FormTable sheet={sheet} period={period} commune={commune} />
      <FormNotes sheet={sheet} period={period} />
      <SameHandNote sameHand={await sameHand(officer, period)} />
      <FormFoot commune={commune} asOf={now()} />
    </div>
  )
}
