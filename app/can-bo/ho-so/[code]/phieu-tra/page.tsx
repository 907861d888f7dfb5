import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import '../../../tra-ket-qua/sheets.css'
import { PrintButton } from '@/components/documents/print-button'
import { BackLink } from '@/components/ui/page-heading'
import { dossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { recordAccess } from '@/lib/dossiers/use-cases/record-access'
import { may } from '@/lib/identity/domain/permissions'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { paperDay } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { committeeName } from '@/lib/units/domain/commune'
import { communeById } from '@/lib/units/queries/communes'
import { OfficerPage } from '../../../_components/officer-page'

export const metadata: Metadata = { title: 'Phiếu trả kết quả' }

/** What whoever fetches a result signs. The desk keeps it. */
export default async function ReturnSheetPage({ params }: { params: Promise<{ code: string }> }) {
  const officer = await requireOfficer()
  if (!may(officer, 'dossier.return-result', { communeId: officer.communeId })) notFound()
  const [dossier, commune] = [(await dossierDetail(officer, decodeURIComponent((await params).code))) ?? notFound(), await communeById(officer.communeId)]
  if (dossier.stage !== 'resolved' && dossier.stage !== 'returned') notFound()
  await recordAccess(officer, { dossierId: dossier.id, what: 'dossier' })
  const on = localDateOf(dossier.returnedAt ?? now())
  return (
    <OfficerPage officer={officer}>
      <div className="no-print flex flex-wrap items-center justify-between gap-3">
        <BackLink href={`/can-bo/ho-so/${encodeURIComponent(dossier.code)}?lam=return-result`}>Về hồ sơ</BackLink>
        <PrintButton>In phiếu</PrintButton>
      </div>
      <article className="signed-sheet">
        <p>{commune === null ? '' : committeeName(commune)}</p>
        <h1>PHIẾU TRẢ KẾT QUẢ</h1>
        <p className="signed-sheet-day">{paperDay(on)}</p>
        <p>Mã hồ sơ: <b className="num">{dossier.code}</b></p>
        <p>Thủ tục: {dossier.procedure.name}</p>
        <p>Chủ hồ sơ: {dossier.applicant?.fullName}</p>
        <p>Kết quả: {dossier.result?.number == null ? '' : `số ${dossier.result.number}, `}{dossier.result?.summary}</p>
        <p>Người nhận: {dossier.result?.returnedTo ?? '…………………………………………………………'}</p>
        <p>Giấy tờ đã xuất trình: ………………………………………………………</p>
        <p>Tôi đã nhận đủ kết quả nêu trên.</p>
        <div className="signed-sheet-hands"><p><b>NGƯỜI NHẬN</b><br />(ký, ghi rõ họ tên)</p><p><b>NGƯỜI TRẢ KẾT QUẢ</b><br />{officer.name}</p></div>
      </article>
    </OfficerPage>
  )
}
