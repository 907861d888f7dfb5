import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OtherPeriod } from '@/components/reports/other-period'
import { ButtonLink } from '@/components/ui/button'
import { NextRows } from '@/components/ui/data-table'
import { FilterBar, FilterChip, FilterMenu, Segments } from '@/components/ui/filters'
import { KeysFooter } from '@/components/ui/kbd'
import { Note } from '@/components/ui/note'
import { PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { periodSegments } from '@/app/lanh-dao/_components/period-segments'
import { sayPaperProblem } from '@/lib/documents/wording'
import { registerFields, registerPage } from '@/lib/dossiers/queries/register'
import { may } from '@/lib/identity/domain/permissions'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { type Query, readPeriod } from '@/lib/reports/inputs'
import { periodName } from '@/lib/reports/wording'
import { OfficerPage } from '../_components/officer-page'
import { QueueKeys } from '../_components/queue-keys'
import { BOOK, bookFilter, bookHref, one } from './_components/addresses'
import { BookTabs } from './_components/book-tabs'
import { RegisterTable } from './_components/register-table'

export const metadata: Metadata = { title: 'Sổ theo dõi hồ sơ' }

const hints = [{ keys: ['J'], does: 'xuống' }, { keys: ['K'], does: 'lên' }, { keys: ['Enter'], does: 'mở' }]

/** The book of followed dossiers (Mẫu 07) by field and period, on screen, on paper and as a sheet. Looking is noted for each dossier. */
export default async function RegisterPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [officer, query] = [await requireOfficer(), await searchParams]
  const here = { communeId: officer.communeId }
  if (!may(officer, 'register.read', here)) notFound()
  const today = localDateOf(now())
  const { period, choice, typed, errors } = readPeriod(query, today)
  const fields = await registerFields()
  const field = fields.find(({ slug }) => slug === one(query, 'linh-vuc')) ?? null
  const [slug, after] = [field?.slug ?? null, one(query, 'sau')]
  const { rows, next } = await registerPage(officer, bookFilter(period, slug), after)
  const problem = sayPaperProblem(one(query, 'loi'))
  return (
    <OfficerPage officer={officer} keys={hints}>
      <PageHeading
        title="Sổ theo dõi hồ sơ" lead={`${field?.name ?? 'Mọi lĩnh vực'}, ${periodName(period)}`}
        actions={may(officer, 'register.export', here) && (
          <>
            <ButtonLink variant="outlined" icon="printer" href={bookHref(period, slug, {}, '/pdf')} target="_blank">In Mẫu 07</ButtonLink>
            <ButtonLink variant="outlined" icon="download" href={bookHref(period, slug, {}, '/xlsx')}>Tải bảng tính</ButtonLink>
          </>
        )}
      />
      <BookTabs at="book" />
      {problem !== undefined && <Note tone="vang" className="mt-2"><p role="alert">{problem}</p></Note>}
      <div className="my-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Segments small label="Kỳ" options={periodSegments(BOOK, choice, today).map((option) => (slug === null ? option : { ...option, href: `${option.href}&linh-vuc=${slug}` }))} />
        <OtherPeriod action={BOOK} typed={typed} errors={errors} start />
      </div>
      <Sheet flush>
        <FilterBar end="Theo thứ tự nhận. Số điện thoại được che; bản in có đủ.">
          {field === null
            ? <FilterMenu label="Lĩnh vực" options={fields.map(({ slug: each, name }) => ({ href: bookHref(period, each), label: name }))} />
            : <FilterChip label={field.name} removeHref={bookHref(period, null)} />}
        </FilterBar>
        <RegisterTable rows={rows} />
        {(next !== null || after !== null) && <NextRows nextHref={next === null ? undefined : bookHref(period, slug, { sau: next })} firstHref={after === null ? undefined : bookHref(period, slug)} />}
      </Sheet>
      <KeysFooter hints={[...hints, { keys: ['?'], does: 'mọi phím tắt' }]} end={rows.length > 0 && `${rows.length} dòng`} />
      <QueueKeys />
    </OfficerPage>
  )
}
