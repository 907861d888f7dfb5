import type { Metadata } from 'next'
import { SubmitButton } from '@/components/ui/submit-button'
import { EmptyState } from '@/components/ui/note'
import { PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { waitingForLeader } from '@/lib/dossiers/queries/waiting-for-leader'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { number } from '@/lib/kernel/format'
import type { Query } from '@/lib/reports/inputs'
import { awaitingApproval } from '@/lib/reports/queries/awaiting-approval'
import { NotForYou } from '../_components/not-for-you'
import { ApprovalTable } from './_components/approval-table'
import { WaitingSheet } from './_components/waiting-sheet'
import { WhatWasDone } from './_components/what-was-done'
import { approveAction } from './actions'

export const metadata: Metadata = { title: 'Chờ duyệt' }

/** Results laid before a leader: one or many approved with one press. */
export default async function ApprovalsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [officer, query] = [await requireOfficer(), await searchParams]
  const waiting = await awaitingApproval(officer)
  if (!waiting.ok) return <NotForYou what="Chờ duyệt" />
  const rows = waiting.value
  return (
    <>
      <PageHeading title={rows.length === 0 ? 'Không có kết quả chờ duyệt' : `${number(rows.length)} kết quả chờ duyệt`} lead={rows.length === 0 ? undefined : 'Gấp nhất trước'} />
      <WhatWasDone query={query} />
      <form action={approveAction} className="mt-3">
        <Sheet flush foot={rows.length > 0 && <div className="flex flex-wrap items-center gap-4"><SubmitButton icon="signature" busyLabel="Đang duyệt…">Phê duyệt các kết quả đã chọn</SubmitButton><span className="soft">Người trình và người duyệt là hai người khác nhau. Muốn trả lại bước trước thì mở hồ sơ.</span></div>}>
          {rows.length === 0 ? <EmptyState action={{ href: '/lanh-dao', label: 'Về tổng quan' }}>Mọi kết quả trình lên đã được duyệt.</EmptyState> : <ApprovalTable rows={rows} />}
        </Sheet>
      </form>
      <WaitingSheet waiting={await waitingForLeader(officer)} />
    </>
  )
}
