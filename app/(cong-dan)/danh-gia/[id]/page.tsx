import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CitizenPage } from '@/app/(cong-dan)/_components/citizen-page'
import { said } from '@/app/(cong-dan)/_components/said'
import { keptTyped } from '@/app/(cong-dan)/_components/typed-answers'
import { requireViewer } from '@/app/(cong-dan)/tra-cuu/_components/viewer'
import { ButtonLink } from '@/components/ui/button'
import { ErrorSummary, type FieldError, titleWithErrors } from '@/components/ui/error-summary'
import { Note } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { trackedDossier } from '@/lib/dossiers/queries/tracked-dossier'
import { ratingInputSentence, ratingProblemSentence } from '@/lib/feedback/wording'
import { communeById } from '@/lib/units/queries/communes'
import { RatingForm } from './_components/rating-form'

type Props = PageProps<'/danh-gia/[id]'>

const fieldErrors: Record<string, FieldError> = {
  score: { field: 'diem', message: ratingInputSentence.score },
  comment: { field: 'gop-y', message: ratingInputSentence.comment },
}
const errorsOf = (problem: unknown): FieldError[] => (typeof problem === 'string' && Object.hasOwn(fieldErrors, problem) ? [fieldErrors[problem]!] : [])

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: titleWithErrors('Đánh giá sự phục vụ', errorsOf((await searchParams).loi)) }
}

/** Five steps and a word, once for each dossier, by its people or whoever holds its secret. */
export default async function RateDossierPage({ params, searchParams }: Props) {
  const [{ id }, asked] = await Promise.all([params, searchParams])
  const viewer = await requireViewer(id)
  const dossier = (await trackedDossier(viewer.dossier)) ?? redirect('/tra-cuu?loi=closed')
  const errors = errorsOf(asked.loi)
  const refused = said(ratingProblemSentence, asked.loi)
  const isOpen = dossier.stage === 'resolved' || dossier.stage === 'returned'
  return (
    <CitizenPage commune={await communeById(dossier.communeId)}>
      <div className="column pb-10">
        <BackLink href={`/tra-cuu/ho-so/${id}`}>Hồ sơ {dossier.code}</BackLink>
        {refused !== undefined && !dossier.isRated && <Note tone="vang" className="mt-3"><p role="alert">{refused}</p></Note>}
        <ErrorSummary errors={errors} />
        <PageHeading title={dossier.isRated ? 'Cảm ơn bạn đã đánh giá' : 'Bạn thấy việc phục vụ thế nào?'} lead={dossier.isRated ? 'Đánh giá đã được ghi, không kèm tên của bạn trong số liệu công khai.' : <>{dossier.procedureName}, mã <span className="num">{dossier.code}</span>.</>} />
        {dossier.isRated && <p className="mt-6"><ButtonLink variant="outlined" href={`/tra-cuu/ho-so/${id}`}>Về hồ sơ</ButtonLink></p>}
        {!dossier.isRated && !isOpen && <Note className="mt-6"><p>{ratingProblemSentence['not-yet']}</p></Note>}
        {!dossier.isRated && isOpen && <RatingForm id={id} typed={await keptTyped(`${id}/danh-gia`)} errors={errors} />}
      </div>
    </CitizenPage>
  )
}
