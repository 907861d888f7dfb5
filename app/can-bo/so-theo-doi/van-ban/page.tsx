import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NextRows } from '@/components/ui/data-table'
import { FilterBar, FilterChip, FilterMenu } from '@/components/ui/filters'
import { KeysFooter } from '@/components/ui/kbd'
import { Note } from '@/components/ui/note'
import { PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { type PaperForm, paperForms } from '@/lib/documents/domain/official-paper'
import { paperName, sayPaperProblem } from '@/lib/documents/wording'
import { issuedPapers } from '@/lib/dossiers/queries/issued-papers'
import { may } from '@/lib/identity/domain/permissions'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import type { Query } from '@/lib/reports/inputs'
import { OfficerPage } from '../../_components/officer-page'
import { QueueKeys } from '../../_components/queue-keys'
import { one, PAPERS } from '../_components/addresses'
import { BookTabs } from '../_components/book-tabs'
import { PapersTable } from './_components/papers-table'

export const metadata: Metadata = { title: 'Văn bản đã ra' }

const hints = [{ keys: ['J'], does: 'xuống' }, { keys: ['K'], does: 'lên' }, { keys: ['X'], does: 'chọn' }, { keys: ['Enter'], does: 'mở văn bản' }]
/** Kinds that a dossier's papers have; the book itself is printed on its own page. */
const kinds = paperForms.filter((form) => form !== 'dossier-register')

/** Papers that were issued: to print many at once, and for the records clerk to number those that wait for it. */
export default async function PapersPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [officer, query] = [await requireOfficer(), await searchParams]
  const here = { communeId: officer.communeId }
  if (!may(officer, 'register.read', here)) notFound()
  const form = kinds.find((kind) => kind === one(query, 'loai')) ?? null
  const [waiting, after] = [one(query, 'cho') === 'so', one(query, 'sau')]
  const { rows, next } = await issuedPapers(officer, { form, waiting, after })
  const problem = sayPaperProblem(one(query, 'loi'))
  return (
    <OfficerPage officer={officer} keys={hints}>
      <PageHeading title="Văn bản đã ra" lead="Chọn nhiều văn bản để in một lần, theo thứ tự trong danh sách." />
      <BookTabs at="papers" />
      {problem !== undefined && <Note tone="vang" className="mt-2"><p role="alert">{problem}</p></Note>}
      {one(query, 'xong') !== null && <Note tone="cham" className="mt-2"><p role="status">Đã ghi số. Văn bản in được từ bây giờ.</p></Note>}
      <Sheet flush className="mt-3">
        <FilterBar end={waiting ? 'Chờ lâu nhất trước' : 'Mới nhất trước'}>
          {waiting ? <FilterChip label="Chờ ghi số" removeHref={href(form, false)} /> : <a className="chip" href={href(form, true)}>Chờ ghi số</a>}
          {form === null
            ? <FilterMenu label="Loại văn bản" options={kinds.map((kind) => ({ href: href(kind, waiting), label: paperName[kind] }))} />
            : <FilterChip label={paperName[form]} removeHref={href(null, waiting)} />}
        </FilterBar>
        <PapersTable rows={rows} numbers={may(officer, 'paper.number', here)} waiting={waiting} />
        {(next !== null || after !== null) && <NextRows nextHref={next === null ? undefined : href(form, waiting, next)} firstHref={after === null ? undefined : href(form, waiting)} />}
      </Sheet>
      <KeysFooter hints={[...hints, { keys: ['?'], does: 'mọi phím tắt' }]} end={rows.length > 0 && `${rows.length} dòng`} />
      <QueueKeys />
    </OfficerPage>
  )
}

function href(form: PaperForm | null, waiting: boolean, after?: string): string {
  const query = new URLSearchParams({ ...(form === null ? {} : { loai: form }), ...(waiting ? { cho: 'so' } : {}), ...(after === undefined ? {} : { sau: after }) })
  return query.size === 0 ? PAPERS : `${PAPERS}?${query}`
}
