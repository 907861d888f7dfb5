import type { Metadata } from 'next'
import { feeInShort } from '@/lib/procedures/wording'
import { Icon } from '@/components/ui/icon'
import { LinkRows } from '@/components/ui/lists'
import { EmptyState, Note } from '@/components/ui/note'
import { BackLink, PageHeading, Section } from '@/components/ui/page-heading'
import { SearchBox } from '@/components/ui/text-input'
import { limitWords } from '@/lib/calendar/wording'
import { lifeEvents } from '@/lib/procedures/domain/life-events'
import { findProcedures, type FoundProcedure } from '@/lib/procedures/queries/find-procedures'
import { chosenCommune } from '@/lib/units/queries/chosen-commune'
import { CitizenPage } from '../_components/citizen-page'

export const metadata: Metadata = { title: 'Tất cả thủ tục' }

const text = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '')

/** Search and catalogue in one: a question typed gives the best answers first, nothing typed gives all by field. */
export default async function ProceduresPage({ searchParams }: PageProps<'/thu-tuc'>) {
  const [commune, params] = await Promise.all([chosenCommune(), searchParams])
  const typed = text(params.q).slice(0, 200)
  const event = lifeEvents.find(({ slug }) => slug === params.viec)
  const all = await findProcedures({ typed, fieldSlug: text(params['linh-vuc']) || undefined, communeId: commune?.id })
  const found = event === undefined ? all : event.procedures.flatMap((code) => all.filter(({ version }) => version.procedureCode === code))
  return (
    <CitizenPage commune={commune}>
      <div className="column">
        <BackLink href="/">Trang đầu</BackLink>
        <PageHeading title={event?.title ?? (typed === '' ? 'Tất cả thủ tục' : 'Kết quả tìm')} lead={event === undefined && typed === '' ? `${found.length} thủ tục cấp xã đang có hiệu lực.` : event?.summary} />
        <form action="/thu-tuc" className="mt-5" role="search">
          <SearchBox name="q" label="Tìm thủ tục" defaultValue={typed} placeholder="Ví dụ: khai sinh" maxLength={200}><Icon name="search" /></SearchBox>
        </form>
        {event !== undefined ? <LinkRows className="mt-3" rows={found.map(rowOf)} /> : typed === '' ? <ByField found={found} /> : <Results typed={typed} found={found} />}
      </div>
    </CitizenPage>
  )
}

const rowOf = ({ version }: FoundProcedure) => ({
  href: `/thu-tuc/${version.procedureCode}`,
  title: version.content.plainName,
  detail: `${limitWords(version.variants[0]!.limits.every).replace(/^./u, (letter) => letter.toUpperCase())} · ${feeInShort(version.variants[0]!.fees)}`,
})

function Results({ typed, found }: { typed: string; found: FoundProcedure[] }) {
  if (found.length === 0) {
    return (
      <EmptyState action={{ href: '/thu-tuc', label: 'Xem tất cả thủ tục' }}>
        Chưa tìm thấy thủ tục nào cho “{typed}”. Thử gõ ngắn hơn, ví dụ “kết hôn”, hoặc xem theo lĩnh vực.
      </EmptyState>
    )
  }
  return (
    <>
      {found.every(({ match }) => match === 'close') && <Note tone="paper">Không có chữ nào khớp hẳn với “{typed}”. Dưới đây là những thủ tục gần nhất.</Note>}
      <LinkRows className="mt-3" rows={found.slice(0, 20).map(rowOf)} />
    </>
  )
}

function ByField({ found }: { found: FoundProcedure[] }) {
  const fields = [...new Map(found.map(({ version }) => [version.fieldSlug, version.fieldName]))]
  return fields.map(([slug, name]) => (
    <Section key={slug} id={slug} title={name}>
      <LinkRows className="mt-3" rows={found.filter(({ version }) => version.fieldSlug === slug).map(rowOf)} />
    </Section>
  ))
}
