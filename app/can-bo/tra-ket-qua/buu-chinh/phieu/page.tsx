import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import '../../sheets.css'
import { PrintButton } from '@/components/documents/print-button'
import { EmptyState } from '@/components/ui/note'
import { BackLink } from '@/components/ui/page-heading'
import { handedToPostOn } from '@/lib/dossiers/queries/parcels'
import { may } from '@/lib/identity/domain/permissions'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { paperDay, shortDay } from '@/lib/kernel/format'
import { localDateOf, localTimeOf, parseLocalDate } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { committeeName } from '@/lib/units/domain/commune'
import { communeById } from '@/lib/units/queries/communes'
import { OfficerPage } from '../../../_components/officer-page'
import { POST } from '../_components/address'

export const metadata: Metadata = { title: 'Phiếu bàn giao bưu chính' }

/** The sheet that goes with the bag: the desk and the messenger sign it, each keeps one. */
export default async function HandoverSheetPage({ searchParams }: { searchParams: Promise<{ ngay?: string }> }) {
  const officer = await requireOfficer()
  if (!may(officer, 'dossier.return-result', { communeId: officer.communeId })) notFound()
  const on = parseLocalDate((await searchParams).ngay ?? '') ?? localDateOf(now())
  const [rows, commune] = await Promise.all([handedToPostOn(officer, on), communeById(officer.communeId)])
  return (
    <OfficerPage officer={officer}>
      <div className="no-print flex flex-wrap items-center justify-between gap-3">
        <BackLink href={POST}>Trả qua bưu chính</BackLink>
        <form className="flex items-center gap-2"><label htmlFor="ngay">Ngày bàn giao</label><input id="ngay" type="date" name="ngay" className="input !mt-0 !w-44" defaultValue={on} /><button className="button button-outlined">Xem</button></form>
        {rows.length > 0 && <PrintButton>In phiếu</PrintButton>}
      </div>
      {rows.length === 0 ? <EmptyState action={{ href: POST, label: 'Về trả qua bưu chính' }}>Ngày {shortDay(on)} chưa bàn giao bưu gửi nào.</EmptyState> : (
        <article className="signed-sheet">
          <p>{commune === null ? '' : committeeName(commune)}</p>
          <h1>PHIẾU BÀN GIAO KẾT QUẢ CHO BƯU CHÍNH</h1>
          <p className="signed-sheet-day">{paperDay(on)}</p>
          <table>
            <thead><tr><th scope="col">TT</th><th scope="col">Mã hồ sơ</th><th scope="col">Người nhận, địa chỉ</th><th scope="col">Số kết quả</th><th scope="col">Mã bưu gửi</th><th scope="col">Giờ</th></tr></thead>
            <tbody>{rows.map((row, at) => (
              <tr key={`${row.dossierId}${row.trackingNumber}`}>
                <td className="num">{at + 1}</td><td className="num">{row.code}</td><td>{[row.recipientName, row.address].filter(Boolean).join(', ')}</td><td className="num">{row.resultNumber}</td>
                <td className="num">{row.trackingNumber}</td><td className="num">{row.handedOverAt === null ? '' : localTimeOf(row.handedOverAt)}</td>
              </tr>
            ))}</tbody>
          </table>
          <p>Tổng cộng: {rows.length} bưu gửi.</p>
          <div className="signed-sheet-hands"><p><b>NGƯỜI GIAO</b><br />(ký, ghi rõ họ tên)</p><p><b>BƯU TÁ NHẬN</b><br />(ký, ghi rõ họ tên)</p></div>
        </article>
      )}
    </OfficerPage>
  )
}
