import { noteReceiptAction, proposeRefundAction } from '../../payment-actions'
import { DeedArea, DeedChoice, DeedText } from '../deed-fields'
import { DeedForm } from '../deed-form'
import type { PaymentPartProps } from './payment-tab'
import { DataTable } from '@/components/ui/data-table'
import { Details } from '@/components/ui/details'
import { money, number, tableInstant } from '@/lib/kernel/format'
import type { EntryView } from '@/lib/payments/queries/dossier-payments'
import { NOT_A_TAX_RECEIPT, paymentMethodLabel, refundMethodLabel } from '@/lib/payments/wording'

/** Money that came and went, each with its confirmation to print. Nothing here is ever changed. */
export function EntriesPart({ payments: { entries, may }, common, code }: PaymentPartProps) {
  if (entries.length === 0) return null
  return (
    <div className="border-t border-giay-200">
      <DataTable
        caption="Sổ thu, chi của hồ sơ" showCaption rows={entries} rowKey={({ id }) => id} stack
        columns={[
          { key: 'number', head: 'Số phiếu', width: 'w-32', rowHead: true, cell: ({ id, numberText }) => <a className="num" href={`/can-bo/ho-so/${encodeURIComponent(code)}/phieu-thu/${id}`} target="_blank" rel="noreferrer">{numberText}</a> },
          { key: 'at', head: 'Lúc', width: 'w-28', cell: ({ occurredAt }) => <span className="num">{tableInstant(occurredAt)}</span> },
          { key: 'method', head: 'Cách nộp', cell: ({ method, reference, direction, lines }) => <>{direction === 'out' ? 'Hoàn, ' : ''}{paymentMethodLabel[method]}{reference !== null && <span className="soft num"> {reference}</span>}{lines.length === 0 && <span className="care-text"> không khớp khoản nào</span>}</> },
          { key: 'who', head: 'Người thu', width: 'w-44', cell: ({ collectorName }) => collectorName ?? 'Cổng thanh toán' },
          { key: 'receipt', head: 'Biên lai điện tử', width: 'w-36', cell: ({ receipt }) => (receipt === null ? '' : <span className="num">{receipt.series} {receipt.number}</span>) },
          { key: 'amount', head: 'Số tiền', width: 'w-32', numeric: true, cell: ({ amountVnd, direction }) => `${direction === 'out' ? '−' : ''}${money(amountVnd)}` },
        ]}
      />
      <div className="px-3.5 py-2.5">
        <p className="soft text-xs">{NOT_A_TAX_RECEIPT}</p>
        {entries.filter(({ direction }) => direction === 'in').map((entry) => (
          <div key={entry.id}>
            {may.collect && entry.receipt === null && <ReceiptForm entry={entry} common={common} />}
            {may.proposeRefund && entry.refundableVnd > 0 && <RefundForm entry={entry} common={common} />}
          </div>
        ))}
      </div>
    </div>
  )
}

type FormProps = { entry: EntryView; common: PaymentPartProps['common'] }

const ReceiptForm = ({ entry, common }: FormProps) => (
  <Details plain summary={`Ghi biên lai điện tử cho phiếu ${entry.numberText}`}>
    <DeedForm {...common} action={noteReceiptAction} submit="Ghi biên lai">
      <input type="hidden" name="entryId" value={entry.id} />
      <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
        <DeedText name="eReceiptSeries" id={`${entry.id}-series`} label="Ký hiệu" width="10" className="!mt-0" />
        <DeedText name="eReceiptNumber" id={`${entry.id}-number`} label="Số" width="10" inputMode="numeric" className="!mt-0" />
      </div>
    </DeedForm>
  </Details>
)

const RefundForm = ({ entry, common }: FormProps) => (
  <Details plain summary={`Đề nghị hoàn tiền của phiếu ${entry.numberText}`}>
    <DeedForm {...common} action={proposeRefundAction} submit="Đề nghị hoàn">
      <input type="hidden" name="entryId" value={entry.id} />
      <DeedText name="amountVnd" id={`${entry.id}-amount`} label="Số tiền hoàn" hint={`Nhiều nhất ${money(entry.refundableVnd)}`} width="10" code inputMode="numeric" autoComplete="off" unit="đồng" defaultValue={number(entry.refundableVnd)} />
      <DeedChoice name="method" id={`${entry.id}-method`} label="Cách hoàn" inline defaultValue="cash" options={(['cash', 'transfer'] as const).map((value) => ({ value, label: refundMethodLabel[value] }))} />
      <DeedArea name="reason" id={`${entry.id}-reason`} label="Lý do" hint="Lãnh đạo đọc để duyệt" rows={2} />
    </DeedForm>
  </Details>
)
