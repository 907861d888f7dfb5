import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState, Note } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { sharePreview } from '@/lib/dossiers/queries/share-preview'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { duration } from '@/lib/kernel/format'
import { OfficerPage } from '../_components/officer-page'
import { dossierHref } from '../_components/queue-address'
import { PeopleTable } from './people-table'
import { ShareForm } from './share-form'

export const metadata: Metadata = { title: 'Phân công công bằng' }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const why = { 'nobody-there': 'Không có ai làm được hôm nay', 'has-owner': 'Đã có người nhận', 'not-yours': 'Thuộc đơn vị khác' } as const

/** Who would get what, before anything is given out: the most urgent first, each to whoever has the least in hand. */
export default async function SharePage({ searchParams }: { searchParams: Promise<{ hs?: string }> }) {
  const officer = await requireOfficer()
  const ids = ((await searchParams).hs ?? '').split(',').filter((id) => UUID.test(id)).slice(0, 100)
  const plan = (await sharePreview(officer, ids)) ?? notFound()
  const given = plan.rows.filter(({ to }) => to !== null)
  return (
    <OfficerPage officer={officer}>
      <BackLink href="/can-bo?cua=phong">Hàng việc</BackLink>
      <PageHeading title="Phân công công bằng" lead="Xem ai nhận việc nào rồi bấm. Chưa giao gì cho đến khi bấm." />
      {plan.rows.length === 0
        ? <EmptyState action={{ href: '/can-bo?cua=phong', label: 'Chọn hồ sơ trong hàng việc' }}>Chưa chọn hồ sơ nào còn đang làm.</EmptyState>
        : (
          <div className="staff-columns mt-3">
            <div className="grid min-w-0 content-start gap-3">
              <Sheet flush label="Ai nhận việc nào">
                <DataTable
                  caption="Ai nhận việc nào" rows={[...plan.rows]} rowKey={({ code }) => code} stack
                  columns={[
                    { key: 'code', head: 'Mã hồ sơ', width: 'w-46', rowHead: true, cell: ({ code }) => <a className="num" href={dossierHref(code)}>{code}</a> },
                    { key: 'step', head: 'Bước', clip: true, cell: ({ stepName, procedureName }) => <span title={procedureName}>{stepName}</span> },
                    { key: 'minutes', head: 'Thời gian bước', width: 'w-32', numeric: true, cell: ({ minutes }) => duration(minutes) },
                    { key: 'to', head: 'Giao cho', width: 'w-56', cell: ({ to, left }) => (to === null ? <span className="care-text">{left === null ? '' : why[left]}</span> : <b>{to.name}</b>) },
                  ]}
                />
              </Sheet>
              {given.length === 0
                ? <Note tone="vang"><p>Không giao được hồ sơ nào. {why['nobody-there']}: ghi người thay cho người vắng ở trang <a href="/can-bo/vang-mat">Vắng mặt</a>.</p></Note>
                : <ShareForm shares={given.map(({ dossierId, version, to }) => `${dossierId}:${version}:${to!.staffId}`)} />}
            </div>
            <aside className="grid content-start gap-2.5"><PeopleTable people={plan.people} /></aside>
          </div>
        )}
    </OfficerPage>
  )
}
