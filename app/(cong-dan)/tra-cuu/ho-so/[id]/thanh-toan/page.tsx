import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CitizenPage } from '@/app/(cong-dan)/_components/citizen-page'
import { said } from '@/app/(cong-dan)/_components/said'
import { requireViewer } from '@/app/(cong-dan)/tra-cuu/_components/viewer'
import { Note } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { money } from '@/lib/kernel/format'
import { paymentPage } from '@/lib/payments/queries/payment-page'
import { problemSentence } from '@/lib/payments/wording'
import { communeById } from '@/lib/units/queries/communes'
import { OwedPart } from './_components/owed-part'
import { ReceivedPart } from './_components/received-part'
import { WaitingPart } from './_components/waiting-part'
import { WaysToPay } from './_components/ways-to-pay'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ loi?: string; ve?: string }> }
export const metadata: Metadata = { title: 'Nộp phí, lệ phí' }

const refusal: Record<string, string> = { ...problemSentence, unavailable: 'Hệ thống đang bận, chưa bắt đầu thanh toán. Chờ một phút rồi bấm lại.' }

/** What is owed, the ways to pay it, and what came. The address proves nothing: only what the bank told us counts. */
export default async function PaymentPage({ params, searchParams }: Props) {
  const [{ id }, asked] = await Promise.all([params, searchParams])
  const viewer = await requireViewer(id)
  const page = (await paymentPage(viewer.dossier)) ?? redirect('/tra-cuu?loi=closed')
  const commune = await communeById(viewer.dossier.communeId)
  const sentence = said(refusal, asked.loi)
  return (
    <CitizenPage commune={commune}>
      <div className="column pb-10">
        <BackLink href={`/tra-cuu/ho-so/${id}`}>Hồ sơ {page.code}</BackLink>
        {sentence !== undefined && <Note tone="vang" title="Chưa thanh toán được" className="mt-3"><p role="alert">{sentence}</p></Note>}
        <PageHeading title={page.owedVnd > 0 ? `Cần nộp ${money(page.owedVnd)}` : 'Phí, lệ phí của hồ sơ'} lead={page.procedureName} />
        <WaitingPart page={page} dossierId={id} back={asked.ve !== undefined} />
        <OwedPart page={page} />
        {page.owedVnd > 0 && <WaysToPay page={page} dossierId={id} commune={commune} />}
        <ReceivedPart page={page} dossierId={id} />
      </div>
    </CitizenPage>
  )
}
