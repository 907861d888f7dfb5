import { Note } from '@/components/ui/note'
import { money } from '@/lib/kernel/format'
import type { PaymentPage } from '@/lib/payments/queries/payment-page'

const REFRESH = 4

type Props = { page: PaymentPage; dossierId: string; /** Came back from the gateway just now. */ back: boolean }

/** What became of the payment begun last. Coming back proves nothing: the page asks again until the bank has told us. */
export function WaitingPart({ page: { latest, owedVnd }, dossierId, back }: Props) {
  if (latest === null) return null
  const here = `/tra-cuu/ho-so/${dossierId}/thanh-toan`
  if (latest.waiting && back) {
    return (
      <Note tone="cham" title="Đang chờ xác nhận" className="mt-5">
        <meta httpEquiv="refresh" content={String(REFRESH)} />
        <p role="status">Ngân hàng chưa báo kết quả của lần thanh toán <span className="num">{money(latest.amountVnd)}</span>. Trang này tự tải lại. Bạn có thể đóng trang: tiền đã trả không mất, kết quả vẫn được ghi vào hồ sơ.</p>
        <p><a href={`${here}?ve=1`}>Xem lại ngay</a></p>
      </Note>
    )
  }
  if (latest.state === 'paid') return back && owedVnd === 0 ? <Note tone="cham" title="Đã nhận tiền" className="mt-5"><p role="status">Ngân hàng đã xác nhận <span className="num">{money(latest.amountVnd)}</span>. Bạn không phải làm gì nữa.</p></Note> : null
  if (latest.state === 'refused') return back ? <Note tone="vang" title="Ngân hàng từ chối" className="mt-5"><p role="alert">Chưa có đồng nào bị trừ cho hồ sơ này. Thử lại, hoặc nộp bằng cách khác bên dưới.</p></Note> : null
  if (latest.state === 'returned') return <Note tone="vang" title="Số tiền đến không khớp" className="mt-5"><p role="alert">Tiền đã đến nhưng không khớp khoản phải nộp nên sẽ được hoàn lại. Khoản phải nộp vẫn còn như bên dưới.</p></Note>
  if (latest.waiting) return <Note tone="cham" className="mt-5"><p>Bạn đã bắt đầu thanh toán <span className="num">{money(latest.amountVnd)}</span>. Nếu đã trả tiền ở ngân hàng, <a href={`${here}?ve=1`}>xem kết quả</a> trước khi trả lần nữa.</p></Note>
  return null
}
