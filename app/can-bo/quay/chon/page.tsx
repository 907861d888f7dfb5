import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LinkRows } from '@/components/ui/lists'
import { EmptyState } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { SearchBox } from '@/components/ui/text-input'
import { may } from '@/lib/identity/domain/permissions'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { findProcedures } from '@/lib/procedures/queries/find-procedures'
import { OfficerPage } from '../../_components/officer-page'

export const metadata: Metadata = { title: 'Chọn thủ tục' }

/** The picker of the counter as plain links, case by case: for a browser without JavaScript. */
export default async function ChooseProcedurePage({ searchParams }: { searchParams: Promise<{ tim?: string }> }) {
  const officer = await requireOfficer()
  if (!may(officer, 'dossier.receive', { communeId: officer.communeId })) notFound()
  const { tim = '' } = await searchParams
  const found = await findProcedures({ typed: tim, communeId: officer.communeId })
  const rows = found.flatMap(({ version }) => version.variants.map((variant) => ({
    href: `/can-bo/quay?${new URLSearchParams({ 'thu-tuc': version.procedureCode, 'truong-hop': variant.id })}`, title: version.content.plainName, detail: `${version.procedureCode}, ${version.fieldName}. ${variant.name}`,
  })))
  return (
    <OfficerPage officer={officer}>
      <BackLink href="/can-bo/quay">Tiếp nhận</BackLink>
      <PageHeading title="Chọn thủ tục" />
      <form className="mb-3 max-w-120"><SearchBox name="tim" label="Tìm thủ tục" defaultValue={tim} /></form>
      <Sheet>{rows.length === 0 ? <EmptyState action={{ href: '/can-bo/quay/chon', label: 'Xem cả danh sách' }}>Không có thủ tục nào khớp.</EmptyState> : <LinkRows rows={rows} />}</Sheet>
    </OfficerPage>
  )
}
