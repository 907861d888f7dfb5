import { DataTable, Figure } from '@/components/ui/data-table'
import { Sheet } from '@/components/ui/sheet'
import type { LateGroup } from '@/lib/dossiers/queries/late-steps'
import { lateHref } from './late-address'

/** With whom the late steps lie; each number opens its list. */
export const GroupTable = ({ groups }: { groups: LateGroup[] }) => (
  <Sheet flush title="Đang ở ai">
    <DataTable
      tall caption="Bước quá hạn theo người" rows={groups} rowKey={({ unitKey, assignee }) => `${unitKey}-${assignee?.id ?? 'none'}`} empty={<p className="soft px-3.5 py-2">Không có.</p>}
      columns={[
        { key: 'who', head: 'Người', rowHead: true, cell: ({ assignee, unitName }) => <>{assignee?.name ?? 'Chưa ai nhận'}<span className="soft block text-xs font-normal">{unitName}</span></> },
        { key: 'count', head: 'Số bước', numeric: true, cell: ({ count, unitKey, assignee }) => <Figure value={count} href={lateHref({ 'don-vi': unitKey, nguoi: assignee?.id ?? 'none' })} /> },
      ]}
    />
  </Sheet>
)
