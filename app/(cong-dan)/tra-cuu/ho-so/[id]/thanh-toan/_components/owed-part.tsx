import { SummaryList } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-heading'
import { money, shortDay } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import type { PaymentPage } from '@/lib/payments/queries/payment-page'
import { paymentKindLabel, paymentStateLabel } from '@/lib/payments/wording'

/** Line by line: what for, how much, and how it stands. */
export function OwedPart({ page }: { page: PaymentPage }) {
  if (page.lines.length === 0) return <p className="mt-5">Hồ sơ này không phải nộp khoản nào.</p>
  return (
    <Section title="Các khoản" id="khoan">
      <SummaryList rows={page.lines.map(({ kind, basis, amountVnd, beforeVnd, state, paidAt }) => ({
        label: paymentKindLabel[kind],
        value: <><b className="num">{money(amountVnd)}</b>, {paymentStateLabel[state].toLocaleLowerCase('vi')}{state === 'paid' && paidAt !== null && <> ngày <span className="num">{shortDay(localDateOf(paidAt))}</span></>}</>,
        detail: <>{basis}{beforeVnd !== amountVnd && <>. Mức đầu <span className="num">{money(beforeVnd)}</span>, đã miễn, giảm</>}</>,
      }))} />
    </Section>
  )
}
