import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PrintButton } from '@/components/documents/print-button'
import { Pairs } from '@/components/ui/lists'
import { Note } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { stageLabel } from '@/lib/dossiers/wording'
import { may } from '@/lib/identity/domain/permissions'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { reception, type ReceptionView } from '@/lib/interagency/queries/receptions'
import { refusalLabel, returnPlaceLabel } from '@/lib/interagency/wording'
import { longInstant } from '@/lib/kernel/format'
import { OfficerPage } from '../../../_components/officer-page'
import { KeptForm, KeptText } from '../../_components/kept-form'
import { ReceptionTag } from '../../_components/reception-tag'
import { handOutAction } from '../../actions'

export const metadata: Metadata = { title: 'Phiếu nhận hồ sơ cho xã khác' }

/** The counter's own slip for what another commune solves, and what that commune answered since. It prints as it stands. */
export default async function ReceptionPage({ params }: { params: Promise<{ id: string }> }) {
  const officer = await requireOfficer()
  const slip = (await reception(officer, (await params).id)) ?? notFound()
  const handsOut = may(officer, 'dossier.return-result', { communeId: officer.communeId }) && slip.resultAt !== null && slip.returnedAt === null && slip.returnPlace === 'here'
  return (
    <OfficerPage officer={officer}>
      <BackLink href="/can-bo/lien-thong?xem=xa-khac">Nộp cho xã khác</BackLink>
      <PageHeading title="Phiếu nhận hồ sơ cho xã khác" kicker={<span className="num">Số {slip.numberText}</span>} tags={<ReceptionTag reception={slip} />} actions={<PrintButton>In phiếu</PrintButton>} />
      {slip.state === 'refused' && <Note tone="vang" className="mb-3" title="Xã giải quyết không nhận"><p>{refusalLabel[slip.refusal ?? 'other'] ?? refusalLabel.other}. Mời người dân xem lại hồ sơ hoặc nộp nơi khác.</p></Note>}
      <div className="staff-columns">
        <Sheet title="Đã nhận"><Pairs ruled rows={takenIn(slip)} /><p className="soft mt-3">{pledge(slip)}</p></Sheet>
        <div className="grid content-start gap-3">
          <Sheet title="Ở xã giải quyết"><Pairs rows={answered(slip)} /></Sheet>
          {handsOut && (
            <Sheet title="Trả kết quả tại đây">
              <KeptForm action={handOutAction} submit="Trả kết quả" hidden={{ receptionId: slip.id }} label="Trả kết quả"><KeptText name="recipientName" label="Người nhận" defaultValue={slip.applicantName} autoComplete="off" /></KeptForm>
            </Sheet>
          )}
        </div>
      </div>
    </OfficerPage>
  )
}

const takenIn = (slip: ReceptionView) => [
  { label: 'Chủ hồ sơ', value: slip.applicantName }, { label: 'Thủ tục', value: slip.procedureName }, { label: 'Xã giải quyết', value: slip.solvingCommune }, { label: 'Nhận lúc', value: longInstant(slip.receivedAt) },
  { label: 'Người nhận', value: slip.receivedBy }, { label: 'Nhận kết quả', value: returnPlaceLabel[slip.returnPlace] },
]

const answered = (slip: ReceptionView) => [
  { label: 'Mã hồ sơ', value: slip.code === null ? 'chờ xã giải quyết cấp' : <span className="num">{slip.code}</span> },
  { label: 'Trạng thái', value: slip.stage === null ? 'chưa báo' : stageLabel[slip.stage] }, { label: 'Hẹn trả', value: slip.dueAt === null ? 'có khi xã giải quyết tiếp nhận' : longInstant(slip.dueAt) },
  ...(slip.resultAt === null ? [] : [{ label: 'Có kết quả', value: longInstant(slip.resultAt) }]), ...(slip.returnedAt === null ? [] : [{ label: 'Đã trả', value: longInstant(slip.returnedAt) }]),
]

const pledge = ({ code }: ReceptionView): string =>
  code === null ? 'Mã hồ sơ và ngày hẹn trả do xã giải quyết cấp, báo về đây và nhắn cho người nộp.' : 'Theo dõi hồ sơ bằng mã hồ sơ ở trang tra cứu.'
