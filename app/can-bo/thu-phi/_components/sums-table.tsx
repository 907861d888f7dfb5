import { DataTable } from '@/components/ui/data-table'
import { money } from '@/lib/kernel/format'
import type { ClosingSum, DayTotals } from '@/lib/payments/domain/closing'
import { paymentKindLabel, paymentMethodLabel } from '@/lib/payments/wording'

const kindWords = (kind: ClosingSum['kind']): string => (kind === 'unmatched' ? 'Không khớp khoản nào' : paymentKindLabel[kind])

/** Sums by kind and way of paying; cash, which lies in the drawer, at the foot. */
export function SumsTable({ totals }: { totals: DayTotals }) {
  return (
    <DataTable
      caption="Cộng theo loại khoản và cách nộp" rows={[...totals.sums]} rowKey={({ direction, method, kind }) => `${direction}${method}${kind}`}
      columns={[
        { key: 'kind', head: 'Khoản', rowHead: true, cell: ({ kind, method, direction }) => <>{direction === 'out' && 'Hoàn '}{direction === 'out' ? kindWords(kind).toLocaleLowerCase('vi') : kindWords(kind)}<span className="soft">, {paymentMethodLabel[method].toLocaleLowerCase('vi')}</span></> },
        { key: 'amount', head: 'Số tiền', width: 'w-30', numeric: true, cell: ({ amountVnd, direction }) => `${direction === 'out' ? '−' : ''}${money(amountVnd)}` },
      ]}
      foot={<tr><th scope="row">Tiền mặt phải có</th><td className="figure">{money(totals.expectedVnd)}</td></tr>}
    />
  )
}
