import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PrintButton } from '@/components/documents/print-button'
import { Pairs } from '@/components/ui/lists'
import { Note } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { longInstant, money } from '@/lib/kernel/format'
import { amountInWords } from '@/lib/payments/domain/amount-in-words'
import { closingView } from '@/lib/payments/queries/collector-day'
import { OfficerPage } from '../../../_components/officer-page'
import { EntriesTable } from '../../_components/entries-table'
import { SumsTable } from '../../_components/sums-table'

export const metadata: Metadata = { title: 'Chốt sổ thu phí' }
type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ xong?: string }> }

/** One closing, to be printed and signed. Its figures are those of the entries bound to it. */
export default async function ClosingPage({ params, searchParams }: Props) {
  const officer = await requireOfficer()
  const closing = (await closingView(officer, (await params).id)) ?? notFound()
  const { cashInVnd, cashOutVnd, countedVnd } = closing
  const expectedVnd = cashInVnd - cashOutVnd
  const difference = countedVnd - expectedVnd
  return (
    <OfficerPage officer={officer}>
      <BackLink href="/can-bo/thu-phi">Thu phí</BackLink>
      <PageHeading title={`Chốt sổ thu phí số ${closing.numberText}`} lead={`${closing.collectorName}, ${longInstant(closing.closedAt)}`} actions={<PrintButton>In</PrintButton>} />
      {(await searchParams).xong !== undefined && <Note tone="cham" className="no-print mb-3"><p role="status">Đã chốt sổ. Lần chốt này không sửa được nữa.</p></Note>}
      <div className="grid gap-3">
        <Sheet title="Tiền mặt">
          <Pairs ruled rows={[
            { label: 'Đã thu', value: <span className="num">{money(cashInVnd)}</span> }, { label: 'Đã hoàn', value: <span className="num">{money(cashOutVnd)}</span> },
            { label: 'Phải có', value: <><b className="num">{money(expectedVnd)}</b>{expectedVnd >= 0 && ` (${amountInWords(expectedVnd)})`}</> }, { label: 'Đếm được', value: <b className="num">{money(countedVnd)}</b> },
            { label: 'Chênh lệch', value: difference === 0 ? 'Khớp' : `${difference > 0 ? 'Thừa' : 'Thiếu'} ${money(Math.abs(difference))}: ${closing.explanation ?? ''}` },
          ]} />
        </Sheet>
        <Sheet title="Cộng theo loại khoản" flush><SumsTable totals={closing.totals} /></Sheet>
        <Sheet title="Chi tiết" note={`${closing.entries.length} lần thu, hoàn`} flush><EntriesTable entries={closing.entries} /></Sheet>
        <div className="mt-4 hidden grid-cols-2 text-center print:grid"><p><b>Người thu phí</b><br /><i>(Ký và ghi rõ họ tên)</i><br /><br /><br />{closing.collectorName}</p><p><b>Người nhận bàn giao</b><br /><i>(Ký và ghi rõ họ tên)</i></p></div>
      </div>
    </OfficerPage>
  )
}
