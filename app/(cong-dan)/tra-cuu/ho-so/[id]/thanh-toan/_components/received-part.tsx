import { LinkRows } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-heading'
import { longInstant, money } from '@/lib/kernel/format'
import type { PaymentPage } from '@/lib/payments/queries/payment-page'
import { paymentMethodLabel, refundStateLabel } from '@/lib/payments/wording'

/** What was received, each with its confirmation, and what goes back. */
export function ReceivedPart({ page: { received, refunds }, dossierId }: { page: PaymentPage; dossierId: string }) {
  if (received.length === 0) return null
  return (
    <Section title="Đã nhận" id="da-nhan">
      <LinkRows className="mt-3" rows={received.map(({ id, numberText, amountVnd, method, at, surplus }) => ({
        href: `/tra-cuu/ho-so/${dossierId}/phieu-thu/${id}`, icon: 'receipt',
        title: <>Phiếu xác nhận thu <span className="num">{numberText}</span>: <span className="num">{money(amountVnd)}</span></>,
        detail: `${paymentMethodLabel[method]}, ${longInstant(at)}${surplus ? '. Không khớp khoản phải nộp, sẽ hoàn lại' : ''}`,
      }))} />
      {refunds.length > 0 && <ul className="mt-4 grid gap-1">{refunds.map(({ id, amountVnd, state }) => <li key={id}>Hoàn lại <b className="num">{money(amountVnd)}</b>: {refundStateLabel[state].toLocaleLowerCase('vi')}</li>)}</ul>}
      <p className="soft mt-4 text-base">Phiếu xác nhận thu không thay biên lai thu phí, lệ phí.</p>
    </Section>
  )
}
