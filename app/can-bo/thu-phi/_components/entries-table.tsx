import { DataTable } from '@/components/ui/data-table'
import { money, tableInstant } from '@/lib/kernel/format'
import type { DayEntry } from '@/lib/payments/queries/collector-day'
import { paymentMethodLabel } from '@/lib/payments/wording'
import { dossierHref } from '../../_components/queue-address'

/** Entry by entry, oldest first, each with its confirmation and its dossier. */
export const EntriesTable = ({ entries }: { entries: DayEntry[] }) => (
  <DataTable
    caption="Các khoản đã thu, đã hoàn" rows={entries} rowKey={({ id }) => id} stack
    columns={[
      { key: 'number', head: 'Số phiếu', width: 'w-26', rowHead: true, cell: ({ id, numberText, code }) => <a className="num" href={`${dossierHref(code)}/phieu-thu/${id}`} target="_blank" rel="noreferrer">{numberText}</a> },
      { key: 'at', head: 'Lúc', width: 'w-28', cell: ({ occurredAt }) => <span className="num">{tableInstant(occurredAt)}</span> },
      { key: 'code', head: 'Hồ sơ', width: 'w-52', cell: ({ code }) => <a className="num" href={`${dossierHref(code)}?tab=thu-phi`}>{code}</a> },
      { key: 'who', head: 'Chủ hồ sơ', clip: true, drop: 1, cell: ({ applicantName }) => applicantName },
      { key: 'method', head: 'Cách nộp', width: 'w-32', drop: 2, cell: ({ method, direction }) => `${direction === 'out' ? 'Hoàn, ' : ''}${paymentMethodLabel[method].toLocaleLowerCase('vi')}` },
      { key: 'amount', head: 'Số tiền', width: 'w-30', numeric: true, cell: ({ amountVnd, direction }) => `${direction === 'out' ? '−' : ''}${money(amountVnd)}` },
    ]}
  />
)
