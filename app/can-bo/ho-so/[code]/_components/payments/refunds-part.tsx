import { decideRefundAction, payRefundAction } from '../../payment-actions'
import { DeedChoice, DeedText } from '../deed-fields'
import { DeedForm } from '../deed-form'
import type { PaymentPartProps } from './payment-tab'
import { Tag } from '@/components/ui/note'
import { money, tableInstant } from '@/lib/kernel/format'
import type { Refund } from '@/lib/payments/store/refunds'
import { refundMethodLabel, refundStateLabel } from '@/lib/payments/wording'

/** Money that goes back: what waits for whom. The leader decides here, the collector pays here. */
export function RefundsPart({ payments: { refunds, may }, common }: PaymentPartProps) {
  if (refunds.length === 0) return null
  return (
    <div className="border-t border-giay-200 px-3.5 py-3">
      <h3>Hoàn tiền</h3>
      <ul className="mt-1 grid gap-3">
        {refunds.map((refund) => (
          <li key={refund.id} className="grid gap-2">
            <p><b className="num">{money(refund.amountVnd)}</b>, {refundMethodLabel[refund.method].toLocaleLowerCase('vi')}. {refund.reason}. <Tag tone={refund.state === 'paid' ? 'done' : refund.state === 'rejected' ? 'plain' : 'care'}>{refundStateLabel[refund.state]}</Tag>{' '}
              <span className="soft text-xs">Đề nghị {tableInstant(refund.proposedAt)}{refund.decisionNote !== null && `. Lãnh đạo ghi: ${refund.decisionNote}`}</span></p>
            {refund.state === 'proposed' && may.approveRefund && <DecideForm refund={refund} common={common} />}
            {refund.state === 'approved' && may.collect && <PayForm refund={refund} common={common} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

type FormProps = { refund: Refund; common: PaymentPartProps['common'] }

const DecideForm = ({ refund, common }: FormProps) => (
  <DeedForm {...common} action={decideRefundAction} submit="Ghi quyết định">
    <input type="hidden" name="refundId" value={refund.id} />
    <DeedChoice name="decision" id={`${refund.id}-decision`} label="Lãnh đạo quyết định" inline defaultValue="approve" options={[{ value: 'approve', label: 'Duyệt hoàn' }, { value: 'reject', label: 'Không duyệt' }]} />
    <DeedText name="note" id={`${refund.id}-note`} label="Ý kiến" optional hint="Bắt buộc khi không duyệt" />
  </DeedForm>
)

const PayForm = ({ refund, common }: FormProps) => (
  <DeedForm {...common} action={payRefundAction} submit={`Đã hoàn ${money(refund.amountVnd)}`}>
    <input type="hidden" name="refundId" value={refund.id} />
    {refund.method === 'transfer' && <DeedText name="reference" id={`${refund.id}-reference`} label="Số ủy nhiệm chi" optional width="20" />}
  </DeedForm>
)
