import { addFeeAction, assessAction } from '../../payment-actions'
import { DeedArea, DeedSelect, DeedText } from '../deed-fields'
import { DeedForm } from '../deed-form'
import type { PaymentPartProps } from './payment-tab'
import { Details } from '@/components/ui/details'
import { money, number } from '@/lib/kernel/format'
import type { LineView } from '@/lib/payments/queries/dossier-payments'
import { paymentKindLabel, personGroupLabel } from '@/lib/payments/wording'

/** The amount, or a group that pays less of it: with the reason, and the paper that proves it. */
export function AssessForm({ line, common, attachments }: { line: LineView } & PaymentPartProps) {
  const groups = line.groups.map(({ group, percentOff, legalBasis, verified }) => ({ value: group, label: `${personGroupLabel[group]}: ${percentOff === 100 ? 'miễn' : `giảm ${percentOff} %`}, ${legalBasis}${verified ? '' : ' (chưa kiểm chứng)'}` }))
  return (
    <Details plain summary={`Điều chỉnh mức thu: ${line.basis}`}>
      <DeedForm {...common} action={assessAction} submit="Ghi mức thu">
        <input type="hidden" name="paymentId" value={line.id} />
        <DeedText name="amountVnd" id={`${line.id}-amount`} label="Mức thu trước khi miễn, giảm" width="10" code inputMode="numeric" autoComplete="off" unit="đồng" defaultValue={number(line.beforeVnd)} />
        {groups.length > 0 && <DeedSelect name="group" id={`${line.id}-group`} label="Nhóm được miễn, giảm" optional empty="Không miễn, giảm" options={groups} />}
        {groups.length > 0 && (
          <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
            {attachments.length > 0 && <DeedSelect name="attachmentId" id={`${line.id}-file`} label="Giấy tờ chứng minh trong hồ sơ" optional empty="Không có" options={attachments.map(({ id, name }) => ({ value: id, label: name }))} className="!mt-0" />}
            <DeedText name="seenDocument" id={`${line.id}-seen`} label="Hoặc giấy tờ đã xem" optional hint="Ghi tên và số giấy tờ" className="!mt-0" />
          </div>
        )}
        <DeedArea name="reason" id={`${line.id}-reason`} label="Lý do" rows={2} />
        <p className="soft text-xs">Nhiều mức miễn, giảm thì chỉ áp dụng mức cao nhất. Đang thu {money(line.amountVnd)}.</p>
      </DeedForm>
    </Details>
  )
}

/** A fee that the province sets, or that the filing left out. */
export const AddFeeForm = ({ common }: PaymentPartProps) => (
  <Details plain summary="Thêm khoản thu">
    <DeedForm {...common} action={addFeeAction} submit="Thêm khoản thu">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <DeedSelect name="kind" id="them-kind" label="Loại khoản" options={(['charge', 'fee'] as const).map((value) => ({ value, label: paymentKindLabel[value] }))} width="20" className="!mt-0" />
        <DeedText name="amountVnd" id="them-amount" label="Số tiền" width="10" code inputMode="numeric" autoComplete="off" unit="đồng" className="!mt-0" />
      </div>
      <DeedText name="basis" id="them-basis" label="Căn cứ thu" hint="Ví dụ: Nghị quyết 12/2025/NQ-HĐND" />
      <p className="soft text-xs">Khoản này không dừng đồng hồ. Khoản phải nộp xong mới giải quyết tiếp thì dùng Yêu cầu nộp tiền ở Việc khác.</p>
    </DeedForm>
  </Details>
)
