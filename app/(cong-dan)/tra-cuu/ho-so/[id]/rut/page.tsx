import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CitizenPage } from '@/app/(cong-dan)/_components/citizen-page'
import { said } from '@/app/(cong-dan)/_components/said'
import { ownersOnly } from '@/app/(cong-dan)/tra-cuu/_components/owners-only'
import { ButtonLink, ButtonRow } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-input'
import { trackedDossier } from '@/lib/dossiers/queries/tracked-dossier'
import { problemSentence } from '@/lib/dossiers/wording'
import { communeById } from '@/lib/units/queries/communes'
import { AtTheCounter } from '../_components/at-the-counter'
import { withdrawAction } from '../actions'

export const metadata: Metadata = { title: 'Rút hồ sơ' }

const refusal: Record<string, string> = {
  ...problemSentence,
  'not-now': 'Hồ sơ đã giải quyết xong hoặc đã dừng nên không rút được nữa.',
  unavailable: 'Hệ thống đang bận, chưa rút được. Chờ một phút rồi bấm lại.',
}

/** Asks once more, because it cannot be undone. */
export default async function WithdrawPage({ params, searchParams }: PageProps<'/tra-cuu/ho-so/[id]/rut'>) {
  const [{ id }, asked] = await Promise.all([params, searchParams])
  const viewer = await ownersOnly(id, 'rut')
  const dossier = (await trackedDossier(viewer.dossier)) ?? redirect('/tra-cuu?loi=closed')
  if (dossier.stage === 'withdrawn') redirect(`/tra-cuu/ho-so/${id}`)
  const commune = await communeById(dossier.communeId)
  const sentence = said(refusal, asked.loi)
  return (
    <CitizenPage commune={commune}>
      <div className="column pb-10">
        <BackLink href={`/tra-cuu/ho-so/${id}`}>Hồ sơ {dossier.code}</BackLink>
        {sentence !== undefined && <Note tone="vang" title="Chưa rút được" className="mt-3"><p role="alert">{sentence}</p></Note>}
        <PageHeading title="Rút hồ sơ này?" lead={<>{dossier.procedureName}, mã <span className="num">{dossier.code}</span>. Rút rồi thì cơ quan dừng giải quyết và không mở lại được; khi cần, bạn nộp hồ sơ mới.</>} />
        {viewer.owner === null ? <AtTheCounter commune={commune} deed="rút" /> : (
          <form action={withdrawAction.bind(null, id)} noValidate className="mt-6">
            <div><TextArea name="ly-do" label="Lý do" optional hint="Ví dụ: ghi nhầm tên, không còn cần nữa" rows={3} maxLength={1000} /></div>
            <ButtonRow className="mt-8">
              <SubmitButton variant="destructive" busyLabel="Đang rút…">Rút hồ sơ</SubmitButton>
              <ButtonLink variant="outlined" href={`/tra-cuu/ho-so/${id}`}>Giữ lại</ButtonLink>
            </ButtonRow>
          </form>
        )}
      </div>
    </CitizenPage>
  )
}
