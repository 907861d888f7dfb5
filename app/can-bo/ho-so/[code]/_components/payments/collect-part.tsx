import { collectAction } from '../../payment-actions'
import { DeedChoice, DeedText } from '../deed-fields'
import { DeedForm } from '../deed-form'
import type { PaymentPartProps } from './payment-tab'
import { QrCode } from '@/components/documents/qr-code'
import { qrPath } from '@/lib/documents/render/qr'
import { money } from '@/lib/kernel/format'

/** Takes what is owed, in cash or as seen on the account; beside it the code that the citizen may scan at the desk. */
export function CollectPart({ payments: { owedVnd, transfer, may }, common, code }: PaymentPartProps) {
  if (owedVnd === 0) return null
  return (
    <div className="flex flex-wrap items-start gap-x-10 gap-y-4 border-t border-giay-200 px-3.5 py-3">
      <div className="min-w-64 flex-1">
        <h3>Còn phải nộp <span className="num">{money(owedVnd)}</span></h3>
        {may.collect ? (
          <div className="mt-2">
            <DeedForm {...common} action={collectAction} submit={`Thu ${money(owedVnd)}`}>
              <input type="hidden" name="owedVnd" value={owedVnd} />
              <DeedChoice name="method" id="thu-method" label="Cách nộp" inline defaultValue="cash" options={[{ value: 'cash', label: 'Tiền mặt' }, { value: 'transfer', label: 'Chuyển khoản, đã thấy tiền về' }]} />
              <DeedText name="reference" id="thu-reference" label="Mã giao dịch" optional hint="Chỉ cần khi chuyển khoản" width="20" />
              <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
                <DeedText name="eReceiptSeries" id="thu-series" label="Ký hiệu biên lai điện tử" optional width="10" className="!mt-0" />
                <DeedText name="eReceiptNumber" id="thu-number" label="Số biên lai" optional width="10" inputMode="numeric" className="!mt-0" />
              </div>
            </DeedForm>
          </div>
        ) : <p className="soft mt-1">Người thu phí thu khoản này tại quầy.</p>}
        <p className="mt-3 text-xs"><a href={`/can-bo/ho-so/${encodeURIComponent(code)}/phieu-nop`} target="_blank" rel="noreferrer">In phiếu hướng dẫn nộp tiền</a></p>
      </div>
      {transfer !== null && (
        <figure className="flex-none text-xs">
          <QrCode {...qrPath(transfer.payload)} label={`Mã VietQR nộp ${money(transfer.amountVnd)}`} />
          <figcaption className="mt-1 max-w-52">Người nộp quét bằng ứng dụng ngân hàng. {transfer.bankName}, tài khoản <span className="num">{transfer.accountNumber}</span>, nội dung <span className="num">{transfer.purpose}</span></figcaption>
        </figure>
      )}
    </div>
  )
}
