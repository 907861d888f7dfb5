import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/note'
import { money, tableInstant } from '@/lib/kernel/format'
import type { ClosingRow } from '@/lib/payments/queries/collector-day'

/** The last closings, the latest first. A difference shows. */
export const ClosingsTable = ({ closings }: { closings: ClosingRow[] }) => (
  <DataTable
    caption="Các lần chốt sổ gần đây" rows={closings} rowKey={({ id }) => id} stack empty={<EmptyState>Chưa chốt sổ lần nào.</EmptyState>}
    columns={[
      { key: 'number', head: 'Số', width: 'w-28', rowHead: true, cell: ({ id, numberText }) => <a className="num" href={`/can-bo/thu-phi/chot/${id}`}>{numberText}</a> },
      { key: 'at', head: 'Lúc', width: 'w-28', cell: ({ closedAt }) => <span className="num">{tableInstant(closedAt)}</span> },
      { key: 'who', head: 'Người thu', clip: true, cell: ({ collectorName }) => collectorName },
      { key: 'cash', head: 'Tiền mặt', width: 'w-32', numeric: true, cell: ({ cashInVnd, cashOutVnd }) => money(cashInVnd - cashOutVnd) },
      { key: 'difference', head: 'Chênh lệch', width: 'w-32', numeric: true, cell: ({ cashInVnd, cashOutVnd, countedVnd }) => differenceWords(countedVnd - (cashInVnd - cashOutVnd)) },
    ]}
  />
)

const differenceWords = (differenceVnd: number) =>
  differenceVnd === 0 ? <span className="soft">khớp</span> : <span className="late-text">{differenceVnd > 0 ? 'thừa' : 'thiếu'} {money(Math.abs(differenceVnd))}</span>
