import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Details } from '@/components/ui/details'
import { Pairs } from '@/components/ui/lists'
import { EmptyState, Note } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { sayUploadProblem } from '@/lib/documents/wording'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { partnerLeg } from '@/lib/interagency/queries/partner-legs'
import { longInstant } from '@/lib/kernel/format'
import { OfficerPage } from '../../../_components/officer-page'
import { LegTag } from '../../_components/leg-tag'
import { LegPapers, OwnFiles, SendOwnFile } from '../../_components/leg-files'
import { KeptArea, KeptForm, KeptText } from '../../_components/kept-form'
import { acceptLegAction, finishLegAction, returnLegAction } from '../../actions'

export const metadata: Metadata = { title: 'Việc được giao' }

/** One part at its partner: what is asked, the papers that came with it, and the two answers there are. */
export default async function LegPage({ params, searchParams }: { params: Promise<{ legId: string }>; searchParams: Promise<{ 'loi-tep'?: string }> }) {
  const [officer, { legId }, { 'loi-tep': fileProblem }] = [await requireOfficer(), await params, await searchParams]
  const leg = (await partnerLeg(officer, legId)) ?? notFound()
  const isStopped = leg.stage !== 'received' && leg.stage !== 'in-progress' && (leg.state === 'handed-over' || leg.state === 'accepted')
  const hidden = { legId }
  return (
    <OfficerPage officer={officer}>
      <BackLink href="/can-bo/lien-thong">Việc được giao</BackLink>
      <PageHeading title={leg.name} kicker={<span className="num">{leg.code}</span>} tags={<LegTag state={leg.state} isLate={leg.isLate} />} />
      {isStopped && <Note tone="vang" className="mb-3"><p>Hồ sơ này đã kết thúc ở xã, không cần làm tiếp.</p></Note>}
      <div className="staff-columns">
        <div className="grid min-w-0 content-start gap-3">
          <Sheet title="Giấy tờ xã giao kèm" flush><LegPapers legId={legId} papers={leg.papers} /></Sheet>
          {!isStopped && leg.state === 'handed-over' && (
            <Sheet title="Nhận việc">
              <KeptForm action={acceptLegAction} submit="Đã nhận đủ, bắt đầu làm" hidden={hidden} label="Nhận việc"><p className="soft">Hạn tính từ lúc xã giao. Thiếu giấy tờ hoặc không thuộc phần việc của mình thì trả lại bên dưới.</p></KeptForm>
            </Sheet>
          )}
          {!isStopped && leg.state === 'accepted' && (
            <Sheet title="Kết thúc việc">
              <SendOwnFile legId={legId} files={leg.ownFiles} problem={sayUploadProblem(fileProblem)} />
              <KeptForm action={finishLegAction} submit="Đã làm xong" hidden={hidden} label="Kết thúc việc">
                <KeptArea name="note" id="ket-qua" label="Kết quả" hint="Đã làm gì, kết quả thế nào" rows={3} />
                <KeptText name="partnerCode" label="Số văn bản hoặc mã của cơ quan" width="20" autoComplete="off" optional />
              </KeptForm>
            </Sheet>
          )}
          {!isStopped && (leg.state === 'handed-over' || leg.state === 'accepted') && (
            <Details summary="Trả lại cho xã"><KeptForm action={returnLegAction} submit="Trả lại cho xã" variant="destructive" hidden={hidden} label="Trả lại cho xã"><KeptArea name="note" id="ly-do" label="Lý do" hint="Thiếu gì, sai ở đâu, cần làm lại thế nào" rows={3} /></KeptForm></Details>
          )}
          {leg.finishNote !== null && <Sheet title="Đã trả lời xã"><p>{leg.finishNote}</p>{leg.partnerCode !== null && <p className="soft">Số {leg.partnerCode}</p>}<OwnFiles legId={legId} files={leg.ownFiles} /></Sheet>}
        </div>
        <aside className="grid content-start gap-2.5">
          <Sheet title="Việc được giao" late={leg.isLate && leg.finishedAt === null}>
            <Pairs rows={[
              { label: 'Thủ tục', value: leg.procedureName }, { label: 'Giao lúc', value: longInstant(leg.handedOverAt) }, { label: 'Người giao', value: leg.handedOverBy },
              { label: 'Hạn của cơ quan', value: leg.dueAt === null ? 'không quy định' : longInstant(leg.dueAt) },
              ...(leg.acceptedAt === null ? [] : [{ label: 'Nhận lúc', value: longInstant(leg.acceptedAt) }]), ...(leg.finishedAt === null ? [] : [{ label: 'Kết thúc', value: longInstant(leg.finishedAt) }]),
            ]} />
          </Sheet>
          <Sheet title="Xã nói thêm">{leg.instruction === null ? <EmptyState>Không có.</EmptyState> : <p>{leg.instruction}</p>}</Sheet>
        </aside>
      </div>
    </OfficerPage>
  )
}
