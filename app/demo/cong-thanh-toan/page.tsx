import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CitizenShell } from '@/components/layout/citizen-shell'
import { RadioGroup } from '@/components/ui/choices'
import { Pairs } from '@/components/ui/lists'
import { Note } from '@/components/ui/note'
import { PageHeading } from '@/components/ui/page-heading'
import { SubmitButton } from '@/components/ui/submit-button'
import { money } from '@/lib/kernel/format'
import { openOrder } from '@/lib/payments/providers/local-gateway'
import { decideAction } from './actions'

export const metadata: Metadata = { title: 'Cổng thanh toán trình diễn', robots: { index: false } }

const options = [
  { value: 'pay', label: 'Trả đủ' },
  { value: 'refuse', label: 'Ngân hàng từ chối' },
  { value: 'pay-less', label: 'Trả thiếu 1.000 đồng', hint: 'Để xem cổng báo số tiền không khớp' },
  { value: 'pay-twice', label: 'Trừ tiền hai lần', hint: 'Để xem khoản thừa được hoàn lại' },
]

/** The bank of the demonstration: no money moves. It tells the house by its own way, also when this page is closed at once. */
export default async function DemoGatewayPage({ searchParams }: { searchParams: Promise<{ don?: string; xong?: string }> }) {
  const { don = '', xong } = await searchParams
  const order = openOrder(don)
  if (!order.ok) notFound()
  const { merchantName, amountVnd, purpose, dossierId } = order.value
  const back = `/tra-cuu/ho-so/${dossierId}/thanh-toan?ve=1`
  return (
    <CitizenShell place="Ngân hàng Trình diễn" exit={{ href: back, label: 'Về trang nộp phí' }} demo>
      <div className="column pt-6 pb-16">
        <PageHeading title="Cổng thanh toán trình diễn" lead="Không có tiền thật. Chọn điều ngân hàng sẽ làm." />
        <div className="mt-5"><Pairs ruled rows={[{ label: 'Trả cho', value: merchantName }, { label: 'Số tiền', value: <b className="num">{money(amountVnd)}</b> }, { label: 'Nội dung', value: <span className="num">{purpose}</span> }]} /></div>
        {xong === undefined ? (
          <form action={decideAction.bind(null, don)} className="mt-6">
            <RadioGroup name="decision" label="Ngân hàng" options={options} defaultValue="pay" />
            <div className="mt-6"><SubmitButton block busyLabel="Đang gửi…">Xác nhận</SubmitButton></div>
          </form>
        ) : (
          <Note tone="cham" title="Ngân hàng đã ghi nhận" className="mt-6">
            <p role="status">Kết quả được báo thẳng về xã. Đóng trang này cũng không mất gì.</p>
            <p><a href={back}>Về trang nộp phí</a></p>
          </Note>
        )}
      </div>
    </CitizenShell>
  )
}
