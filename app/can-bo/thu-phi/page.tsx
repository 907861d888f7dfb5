import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EmptyState, Note } from '@/components/ui/note'
import { PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { money } from '@/lib/kernel/format'
import { collectorDay } from '@/lib/payments/queries/collector-day'
import { OfficerPage } from '../_components/officer-page'
import { CloseForm } from './_components/close-form'
import { ClosingsTable } from './_components/closings-table'
import { EntriesTable } from './_components/entries-table'
import { NewsSheet } from './_components/news-sheet'
import { RefundsSheet } from './_components/refunds-sheet'
import { SumsTable } from './_components/sums-table'

export const metadata: Metadata = { title: 'Thu phí' }

/** A collector's day: what was taken since the last closing, what waits for somebody, and the end of the day. */
export default async function CollectorPage({ searchParams }: { searchParams: Promise<{ xong?: string }> }) {
  const officer = await requireOfficer()
  const day = (await collectorDay(officer)) ?? notFound()
  const { xong } = await searchParams
  const { entries, totals, closings } = day
  return (
    <OfficerPage officer={officer}>
      <PageHeading title="Thu phí" lead={day.may.collect ? 'Các khoản bạn đã thu, đã hoàn từ lần chốt sổ trước. Thu tiền ở thẻ Thu phí của từng hồ sơ.' : 'Việc chờ xử lý về phí, lệ phí của xã.'} />
      {xong !== undefined && <Note tone="cham" className="mb-3"><p role="status">{xong === 'tin' ? 'Đã ghi nhận việc xử lý.' : 'Đã chốt sổ.'}</p></Note>}
      <div className="staff-columns">
        <div className="grid min-w-0 content-start gap-3">
          {day.may.collect && <Sheet title="Từ lần chốt trước" note={entries.length === 0 ? undefined : `${entries.length} lần thu, hoàn`} flush>{entries.length === 0 ? <EmptyState>Chưa thu, hoàn khoản nào từ lần chốt trước.</EmptyState> : <EntriesTable entries={entries} />}</Sheet>}
          <RefundsSheet refunds={day.refunds} may={day.may} />
          <NewsSheet news={day.news} may={day.may} />
          <Sheet title="Các lần chốt sổ" flush><ClosingsTable closings={closings} /></Sheet>
        </div>
        {day.may.collect && (
          <aside className="grid content-start gap-2.5">
            <Sheet title="Cộng" flush><SumsTable totals={totals} /></Sheet>
            {entries.length > 0 && <Sheet title="Chốt sổ cuối ngày"><p>Tiền mặt phải có: <b className="num">{money(totals.expectedVnd)}</b></p><CloseForm expectedVnd={totals.expectedVnd} /></Sheet>}
          </aside>
        )}
      </div>
    </OfficerPage>
  )
}
