import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/note'
import type { AccessKind } from '@/lib/audit/domain/access'
import { accessLabel } from '@/lib/audit/wording'
import { shortDay } from '@/lib/kernel/format'
import { localDateOf, localTimeOf } from '@/lib/kernel/local-date'

export type AccessLine = { id: string; at: Date; what: AccessKind; reason: string; code: string; name: string; title: string }

/** Who opened what, the latest first. Codes and officers only: a log of looking is no place to look. */
export const AccessTable = ({ rows, allHref }: { rows: AccessLine[]; allHref: string }) => (
  <DataTable
    caption="Nhật ký mở dữ liệu cá nhân" rows={rows} rowKey={(row) => row.id} stack tall
    empty={<EmptyState action={{ href: allHref, label: 'Xem tất cả' }}>Không có lần mở nào như vậy.</EmptyState>}
    columns={[
      { key: 'at', head: 'Lúc', width: 'w-36', cell: (row) => <time className="num" dateTime={row.at.toISOString()}>{localTimeOf(row.at)} {shortDay(localDateOf(row.at))}</time> },
      { key: 'who', head: 'Cán bộ', width: 'w-52', rowHead: true, cell: (row) => <>{row.name} <span className="soft block font-normal">{row.title}</span></> },
      { key: 'what', head: 'Việc', width: 'w-56', cell: (row) => accessLabel[row.what] },
      { key: 'code', head: 'Mã hồ sơ', width: 'w-46', cell: (row) => <a className="num" href={`${allHref}?ma=${encodeURIComponent(row.code)}`}>{row.code}</a> },
      { key: 'reason', head: 'Lý do', cell: (row) => row.reason },
    ]}
  />
)
