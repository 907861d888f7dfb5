import { DataTable, NextRows } from '@/components/ui/data-table'
import { Tabs } from '@/components/ui/filters'
import { EmptyState } from '@/components/ui/note'
import { PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import type { Officer } from '@/lib/identity/domain/actor'
import { partnerLegs } from '@/lib/interagency/queries/partner-legs'
import { longInstant, tableInstant } from '@/lib/kernel/format'
import { LegTag } from './leg-tag'

const HOME = '/can-bo/lien-thong'

/** What the commune gave to this partner: its code, the work, the partner's own day. */
export async function PartnerDesk({ officer, over, after }: { officer: Officer; over: boolean; after: string | null }) {
  const { rows, next } = await partnerLegs(officer, { over, after })
  const here = over ? `${HOME}?xem=da-xong` : HOME
  return (
    <>
      <PageHeading title="Việc được giao" lead="Xã giao phần việc nào, bạn thấy phần việc ấy và giấy tờ kèm theo." />
      <Sheet flush label="Việc được giao">
        <Tabs label="Việc được giao" tabs={[{ href: HOME, label: 'Đang làm', current: !over }, { href: `${HOME}?xem=da-xong`, label: 'Đã xong', current: over }]} />
        <DataTable
          caption={over ? 'Việc đã xong' : 'Việc đang làm'} rows={rows} rowKey={({ id }) => id} stack
          empty={<EmptyState>{over ? 'Chưa có việc nào kết thúc.' : 'Không có việc nào đang chờ. Khi xã giao việc, việc hiện ở đây.'}</EmptyState>}
          columns={[
            { key: 'name', head: 'Việc', rowHead: true, cell: ({ id, name }) => <a href={`${HOME}/viec/${id}`}>{name}</a> },
            { key: 'code', head: 'Mã hồ sơ', width: 'w-48', cell: ({ code }) => <span className="num">{code}</span> },
            { key: 'procedure', head: 'Thủ tục', clip: true, cell: ({ procedureName }) => procedureName },
            { key: 'given', head: 'Giao lúc', width: 'w-28', drop: 1, cell: ({ handedOverAt }) => <span className="num">{tableInstant(handedOverAt)}</span> },
            { key: 'due', head: over ? 'Xong lúc' : 'Hạn', width: 'w-44', cell: ({ dueAt, finishedAt }) => <span className="num">{over ? (finishedAt === null ? '' : tableInstant(finishedAt)) : dueAt === null ? 'không quy định' : longInstant(dueAt)}</span> },
            { key: 'state', head: 'Tình trạng', width: 'w-48', bare: true, cell: ({ state, isLate }) => <span className="flex flex-wrap gap-1"><LegTag state={state} isLate={isLate} /></span> },
          ]}
        />
        {(next !== null || after !== null) && <NextRows nextHref={next === null ? undefined : `${here}${over ? '&' : '?'}sau=${next}`} firstHref={after === null ? undefined : here} />}
      </Sheet>
    </>
  )
}
