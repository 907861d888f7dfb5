import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DataTable, NextRows } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { lateSteps } from '@/lib/dossiers/queries/late-steps'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { tableInstant } from '@/lib/kernel/format'
import { lateBy } from '@/lib/workflow/wording'
import { policyView } from '@/lib/workflow/queries/policy'
import { OfficerPage } from '../_components/officer-page'
import { dossierHref } from '../_components/queue-address'
import { GroupTable } from './_components/group-table'
import { PolicySheet } from './_components/policy-sheet'
import { lateHref, type LateQuery } from './_components/late-address'

export const metadata: Metadata = { title: 'Bước quá hạn' }

/** Where the house is slow: steps past their own time, with whom, and since when. Says nothing about the dossier's due date. */
export default async function LateStepsPage({ searchParams }: { searchParams: Promise<LateQuery> }) {
  const officer = await requireOfficer()
  const query = await searchParams
  const late = (await lateSteps(officer, { with: query.nguoi ?? null, unitKey: query['don-vi'] ?? null, after: query.sau ?? null })) ?? notFound()
  const narrowed = query.nguoi !== undefined || query['don-vi'] !== undefined
  return (
    <OfficerPage officer={officer}>
      <BackLink href="/can-bo">Hàng việc</BackLink>
      <PageHeading title="Bước quá hạn" lead="Bước làm lâu hơn thời gian nội bộ của quy trình. Hạn trả cho người dân là chuyện khác, xem ở cột cuối." />
      <div className="staff-columns mt-3">
        <div className="grid min-w-0 content-start gap-3">
          <Sheet flush title={narrowed ? 'Các bước đã chọn' : 'Mọi bước quá hạn'} note={`${late.isCapped ? 'hơn ' : ''}${late.total} bước`} aside={narrowed && <a href="/can-bo/buoc-qua-han">Xem tất cả</a>}>
            <DataTable
              caption="Bước quá hạn, lâu nhất trước" rows={late.rows} rowKey={({ code }) => code} stack
              empty={<EmptyState action={narrowed ? { href: '/can-bo/buoc-qua-han', label: 'Xem tất cả' } : { href: '/can-bo', label: 'Về hàng việc' }}>Không có bước nào quá hạn.</EmptyState>}
              columns={[
                { key: 'late', head: 'Quá', width: 'w-28', cell: ({ standing }) => <span className="care-text num">{lateBy(standing)}</span> },
                { key: 'code', head: 'Mã hồ sơ', width: 'w-46', rowHead: true, cell: ({ code }) => <a className="num" href={dossierHref(code)}>{code}</a> },
                { key: 'step', head: 'Bước', clip: true, cell: ({ stepName, procedureName }) => <span title={procedureName}>{stepName}</span> },
                { key: 'who', head: 'Đang ở', width: 'w-40', clip: true, cell: ({ assignee, unitName }) => assignee?.name ?? <span className="soft">Chưa ai nhận, {unitName}</span> },
                { key: 'since', head: 'Vào bước', width: 'w-26', cell: ({ since }) => <span className="num">{tableInstant(since)}</span> },
                { key: 'due', head: 'Hẹn trả hồ sơ', width: 'w-30', cell: ({ dossierDueAt }) => (dossierDueAt === null ? <span className="soft">không quy định</span> : <span className="num">{tableInstant(dossierDueAt)}</span>) },
              ]}
            />
            {(late.next !== null || query.sau !== undefined) && <NextRows nextHref={late.next === null ? undefined : lateHref({ ...query, sau: late.next })} firstHref={query.sau === undefined ? undefined : lateHref({ ...query, sau: undefined })} />}
          </Sheet>
        </div>
        <aside className="grid content-start gap-2.5">
          <GroupTable groups={late.groups} />
          <PolicySheet policy={await policyView(officer)} officer={officer} />
        </aside>
      </div>
    </OfficerPage>
  )
}
