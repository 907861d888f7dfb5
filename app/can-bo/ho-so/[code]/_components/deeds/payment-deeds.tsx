import { requestPaymentAction, settlePaymentAction } from '../../actions'
import { DeedArea, DeedDay, DeedSelect, DeedText } from '../deed-fields'
import { DeedForm } from '../deed-form'
import type { DeedProps } from '../deed-panel'
import { money } from '@/lib/kernel/format'
import { paymentKindLabel } from '@/lib/payments/wording'

const kinds = (['obligation', 'fee', 'charge'] as const).map((value) => ({ value, label: paymentKindLabel[value] }))

/** What is to be paid before the dossier goes on, with the paper it rests on. */
export const RequestPaymentDeed = ({ common }: DeedProps) => (
  <DeedForm {...common} action={requestPaymentAction} submit="Yêu cầu nộp tiền">
    <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
      <DeedSelect name="kind" label="Loại khoản" options={kinds} defaultValue="obligation" width="20" className="!mt-0" />
      <DeedText name="amountVnd" label="Số tiền" width="10" code inputMode="numeric" autoComplete="off" unit="đồng" className="!mt-0" autoFocus />
    </div>
    <DeedArea name="basis" label="Khoản gì, theo văn bản nào" hint="Ví dụ: Tiền sử dụng đất, Thông báo số 12/TB-CCT ngày 20/11/2026. Người dân đọc được" rows={2} />
    <p className="soft mt-3 text-xs">Đồng hồ dừng từ bây giờ và chạy lại từ lúc tiền đến. Người nộp được báo tin và nộp trên trang theo dõi hồ sơ, tại quầy hoặc tại Kho bạc.</p>
  </DeedForm>
)

/** The citizen shows the paper of the treasury or the bank; what came online or at the desk resumes the clock by itself. */
export function SettlePaymentDeed({ dossier, common }: DeedProps) {
  const owed = dossier.payments.filter(({ state }) => state === 'owed')
  return (
    <DeedForm {...common} action={settlePaymentAction} submit="Xác nhận đã nộp">
      {owed.length > 0 && <ul className="grid gap-1">{owed.map(({ id, kind, amountVnd, basis }) => <li key={id}><b className="num">{money(amountVnd)}</b>, {paymentKindLabel[kind].toLocaleLowerCase('vi')}: {basis}</li>)}</ul>}
      <DeedText name="document" label="Chứng từ đã xem" hint="Ví dụ: Giấy nộp tiền số 0123456, Kho bạc khu vực VII" autoFocus />
      <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
        <DeedDay name="paidAt" label="Ngày nộp ghi trên chứng từ" optional hint="Để trống nếu nộp hôm nay" />
        <DeedText name="paidAt-time" label="Lúc" width="4" hint="ví dụ 08:05" />
      </div>
      <p className="soft mt-3 text-xs">Tiền nộp trực tuyến hoặc tại quầy thu phí tự làm đồng hồ chạy lại, không cần xác nhận ở đây.</p>
    </DeedForm>
  )
}
