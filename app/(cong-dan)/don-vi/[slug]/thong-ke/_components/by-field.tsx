import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/note'
import { Section } from '@/components/ui/page-heading'
import { number, percent } from '@/lib/kernel/format'
import { onTimeRate, type Figures, type SettlementReport } from '@/lib/reports/domain/settlement'
import type { ReportGroup } from '@/lib/reports/queries/settlement-report'
import { nothingSettled } from '@/lib/reports/wording'

type Row = { key: string; name: string; figures: Figures }

/** Figures only: nothing here opens a dossier. */
export function ByField({ groups, total }: { groups: ReportGroup[]; total: SettlementReport }) {
  const rows: Row[] = groups.toSorted((a, b) => b.figures.received.total - a.figures.received.total)
  return (
    <Section title="Theo lĩnh vực">
      <div className="mt-3">
        <DataTable<Row>
          caption="Kết quả giải quyết hồ sơ theo lĩnh vực"
          tall
          rows={rows.length === 0 ? [] : [...rows, { key: 'tong', name: 'Cộng', figures: total }]}
          rowKey={({ key }) => key}
          empty={<EmptyState>Không phát sinh hồ sơ trong kỳ.</EmptyState>}
          columns={[
            { key: 'name', head: 'Lĩnh vực', rowHead: true, width: 'w-full md:w-auto', cell: (row) => <Name row={row} /> },
            { key: 'received', head: 'Nhận', numeric: true, drop: 1, cell: ({ figures }) => number(figures.received.total) },
            { key: 'settled', head: 'Đã giải quyết', numeric: true, drop: 1, cell: ({ figures }) => number(figures.settled.total) },
            { key: 'rate', head: 'Đúng hẹn', numeric: true, cell: ({ figures }) => <Rate figures={figures} /> },
            { key: 'late', head: 'Quá hạn', numeric: true, cell: ({ figures }) => <Late count={figures.settled.overdue + figures.pending.overdue} /> },
            { key: 'pending', head: 'Đang giải quyết', numeric: true, drop: 1, cell: ({ figures }) => number(figures.pending.total) },
          ]}
        />
      </div>
    </Section>
  )
}

/** On a phone three columns fit; what the others say stands under the name. */
const Name = ({ row: { name, figures } }: { row: Row }) => (
  <>
    {name}
    <span className="soft block text-base font-normal md:hidden">Nhận {number(figures.received.total)}, đã giải quyết {number(figures.settled.total)}, đang giải quyết {number(figures.pending.total)}</span>
  </>
)

function Rate({ figures }: { figures: Figures }) {
  const rate = onTimeRate(figures)
  if (rate !== null) return percent(rate)
  return <><span className="sr-only md:not-sr-only">{nothingSettled}</span><span className="md:hidden" aria-hidden="true">–</span></>
}

const Late = ({ count }: { count: number }) => (count === 0 ? <span className="zero">0</span> : <b className="late-text">{number(count)}</b>)
