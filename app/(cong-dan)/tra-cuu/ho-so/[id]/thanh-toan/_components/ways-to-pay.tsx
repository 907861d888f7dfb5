import { v7 as uuidv7 } from 'uuid'
import { payAction } from '../actions'
import { QrCode } from '@/components/documents/qr-code'
import { Pairs } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-heading'
import { SubmitButton } from '@/components/ui/submit-button'
import { qrPath } from '@/lib/documents/render/qr'
import { money } from '@/lib/kernel/format'
import type { PaymentPage } from '@/lib/payments/queries/payment-page'
import { PAY_AT_THE_DESK } from '@/lib/payments/wording'
import { type Commune, serviceCentreName } from '@/lib/units/domain/commune'

/** Online first, then a transfer from any banking app, then the desk. */
export function WaysToPay({ page: { gateway, transfer, owedVnd }, dossierId, commune }: { page: PaymentPage; dossierId: string; commune: Commune | null }) {
  return (
    <>
      {gateway !== null && (
        <Section title="Thanh toán trực tuyến" id="truc-tuyen">
          <p className="mt-2">Trả qua {gateway}, kết quả ghi vào hồ sơ ngay khi ngân hàng báo.</p>
          <form action={payAction.bind(null, dossierId)} className="mt-4">
            <input type="hidden" name="key" value={uuidv7()} />
            <SubmitButton block busyLabel="Đang mở…">Thanh toán {money(owedVnd)}</SubmitButton>
          </form>
        </Section>
      )}
      {transfer !== null && (
        <Section title="Chuyển khoản" id="chuyen-khoan">
          <div className="mt-3 flex flex-wrap items-center gap-6">
            <QrCode {...qrPath(transfer.payload)} label={`Mã VietQR nộp ${money(transfer.amountVnd)}`} />
            <div className="min-w-60 flex-1">
              <Pairs ruled rows={[
                { label: 'Ngân hàng', value: transfer.bankName },
                { label: 'Số tài khoản', value: <span className="num">{transfer.accountNumber}</span> },
                { label: 'Chủ tài khoản', value: transfer.holder },
                { label: 'Số tiền', value: <span className="num">{money(transfer.amountVnd)}</span> },
                { label: 'Nội dung', value: <span className="num">{transfer.purpose}</span> },
              ]} />
            </div>
          </div>
          <p className="soft mt-3">Quét mã bằng ứng dụng ngân hàng, hoặc chép lại. Giữ nguyên nội dung để tiền được ghi đúng hồ sơ; người thu phí xác nhận khi thấy tiền về.</p>
        </Section>
      )}
      <Section title="Tại quầy" id="tai-quay"><p className="mt-2">{PAY_AT_THE_DESK}{commune !== null && ` ${serviceCentreName(commune)}, ${commune.address}.`}</p></Section>
    </>
  )
}
