import type { Metadata } from 'next'
import { said } from '@/app/(cong-dan)/_components/said'
import { Checkbox } from '@/components/ui/choices'
import { type FieldError, titleWithErrors } from '@/components/ui/error-summary'
import { Note } from '@/components/ui/note'
import { SubmitButton } from '@/components/ui/submit-button'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { partOf } from '@/lib/procedures/domain/application-form'
import { missingFrom } from '@/lib/procedures/domain/checklist'
import { validateForm } from '@/lib/procedures/domain/form-validation'
import { shownName } from '@/lib/procedures/domain/procedure'
import { type Filing, FilingScreen, openFiling } from '../../_components/filing-frame'
import { sendProblem } from '../../_components/problem-sentences'
import { submitAction } from '../../actions'
import { FiledAnswers, FiledPapers, ToPay } from './_components/filed-summary'
import { IfSentNow } from './_components/if-sent-now'

type Props = PageProps<'/don-vi/[slug]/nop-ho-so/[draftId]/kiem-tra'>

async function load({ params, searchParams }: Props) {
  const [{ slug, draftId }, asked] = await Promise.all([params, searchParams])
  const filing = await openFiling(slug, draftId, 'kiem-tra')
  const points = openPoints(filing)
  const pledge: FieldError[] = asked['cam-doan'] === undefined || points.length > 0 ? [] : [{ field: 'cam-doan', message: 'Đánh dấu vào ô cam đoan để gửi hồ sơ' }]
  const refused = asked.ban !== undefined ? sendProblem.unavailable : said(sendProblem, asked.loi)
  return { slug, draftId, filing, points, pledge, refused, isFull: filing.commune.filingMode === 'full' }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { points, pledge, isFull } = await load(props)
  return { title: titleWithErrors(isFull ? 'Xem lại trước khi gửi' : 'Xem lại hồ sơ', [...points, ...pledge]) }
}

/** What still stands in the way of sending, each with the way to it. */
function openPoints({ form, draft, checklist, files }: Filing): FieldError[] {
  const parts = validateForm(form, draft.answers, localDateOf(now())).map(({ slug, problems }) => ({
    field: `phan-${slug}`, message: `${partOf(form, slug)?.title ?? slug} (${problems.length} chỗ)`,
  }))
  const papers = missingFrom(checklist, new Set(files.flatMap(({ documentKey }) => documentKey ?? []))).map((document) => ({ field: 'giay-to', message: `Chưa có ${shownName(document)}` }))
  return [...parts, ...papers]
}

/** Everything that will be sent, each with its `Sửa`; then the pledge and the one button. */
export default async function CheckPage(props: Props) {
  const { slug, draftId, filing, points, pledge, refused, isFull } = await load(props)
  return (
    <FilingScreen
      filing={filing} screen="kiem-tra" section={isFull ? 'Xem lại và gửi' : 'Xem lại'} title={isFull ? 'Xem lại trước khi gửi' : 'Xem lại hồ sơ'}
      lead="Kết quả sẽ ghi đúng như dưới đây. Xem kỹ chữ và dấu." errors={[...points, ...pledge]} errorsTitle={points.length > 0 ? `Còn ${points.length} chỗ cần làm trước khi gửi` : undefined}
      notes={refused !== undefined && <Note tone="vang" title="Chưa gửi được" className="mt-5"><p role="alert">{refused}</p></Note>}
    >
      <FiledAnswers filing={filing} />
      <FiledPapers filing={filing} />
      <ToPay filing={filing} />
      {points.length === 0 ? (
        <form action={submitAction.bind(null, slug, draftId)} noValidate className="mt-8">
          <Checkbox
            name="cam-doan" value="yes" boxed error={pledge[0]?.message}
            label="Tôi cam đoan những điều khai trên là đúng và chịu trách nhiệm trước pháp luật."
          />
          <div className="mt-5"><SubmitButton block busyLabel="Đang gửi…">{isFull ? 'Gửi hồ sơ' : 'Lấy mã để nộp'}</SubmitButton></div>
          {isFull && <IfSentNow filing={filing} />}
        </form>
      ) : (
        <p className="mt-8">Làm xong {points.length} chỗ ở trên thì nút {isFull ? 'Gửi hồ sơ' : 'Lấy mã để nộp'} hiện ra ở đây.</p>
      )}
    </FilingScreen>
  )
}
