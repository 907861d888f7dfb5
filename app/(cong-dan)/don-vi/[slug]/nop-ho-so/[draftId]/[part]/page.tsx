import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { keptTyped } from '@/app/(cong-dan)/_components/typed-answers'
import { FormFields, shownFields } from '@/components/procedures/form-field'
import { Details } from '@/components/ui/details'
import { titleWithErrors } from '@/components/ui/error-summary'
import { Note, SavedLine } from '@/components/ui/note'
import { SubmitButton } from '@/components/ui/submit-button'
import { localDateOf, localTimeOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { fieldsOfPart, partOf } from '@/lib/procedures/domain/application-form'
import { validatePart, warningsOfPart } from '@/lib/procedures/domain/form-validation'
import { fieldProblemLink } from '@/lib/procedures/wording'
import { screenOf } from '../../_components/filing-addresses'
import { FilingScreen, openFiling } from '../../_components/filing-frame'
import { savePartAction } from '../../actions'

type Props = PageProps<'/don-vi/[slug]/nop-ho-so/[draftId]/[part]'>

async function load({ params, searchParams }: Props) {
  const [{ slug, draftId, part: partSlug }, asked] = await Promise.all([params, searchParams])
  const filing = await openFiling(slug, draftId, partSlug)
  const part = partOf(filing.form, partSlug) ?? notFound()
  const waiting = await keptTyped(screenOf(draftId, partSlug))
  const answers = { ...filing.draft.answers, ...waiting }
  const wasAsked = askedBefore(asked['xem-lai'])
  const problems = validatePart(filing.form, part.slug, answers, localDateOf(now())).filter(({ field }) => wasAsked(field))
  const isMore = asked['xem-lai'] !== undefined && fieldsOfPart(part, answers).some(({ name }) => !wasAsked(name))
  const note = asked.ban !== undefined ? 'busy' : Object.keys(waiting).length > 0 ? 'kept' : isMore ? 'more' : null
  return { slug, draftId, filing, part, answers, problems, note, toCheck: asked['tro-lai'] === 'kiem-tra' } as const
}

/** "1": everything is looked at; a list of questions: only those, because the others come up with the answers just given; nothing: the first visit. */
function askedBefore(value: string | string[] | undefined): (field: string) => boolean {
  if (typeof value !== 'string') return () => false
  const names = new Set(value.split(','))
  return (field) => value === '1' || names.has(field)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { part, problems } = await load(props)
  return { title: titleWithErrors(part.title, problems) }
}

/** One screen of questions. What was typed is always there, also after an error, a lost line or a new sign-in. */
export default async function QuestionPage(props: Props) {
  const { slug, draftId, filing, part, answers, problems, note, toCheck } = await load(props)
  const warnings = filing.draft.visited.includes(part.slug) ? warningsOfPart(filing.form, part.slug, answers) : []
  return (
    <FilingScreen
      filing={filing} screen={part.slug} section={part.section} title={part.title} backHref={toCheck ? `${filing.base}/kiem-tra` : undefined}
      notes={note === null ? null : <Note tone={note === 'busy' ? 'vang' : 'cham'} title={said[note].title} className="mt-5"><p>{said[note].sentence}</p></Note>} errors={problems.map((problem) => ({ field: problem.field, message: fieldProblemLink(problem) }))}
    >
      <form action={savePartAction.bind(null, slug, draftId, part.slug)} noValidate className="mt-6">
        <div><FormFields fields={part.fields} answers={answers} problems={problems} warnings={warnings} /></div>
        <input type="hidden" name="da-hoi" value={shownFields(part.fields, answers).map(({ name }) => name).join(',')} />
        {toCheck && <input type="hidden" name="tro-lai" value="kiem-tra" />}
        <div className="mt-8"><SubmitButton block busyLabel="Đang lưu…">Tiếp tục</SubmitButton></div>
      </form>
      <div className="mt-4"><SavedLine>Đã lưu lúc {localTimeOf(filing.draft.updatedAt)}. Mất mạng hay tắt máy cũng không mất.</SavedLine></div>
      {part.why !== undefined && <div className="mt-6"><Details summary="Vì sao hỏi điều này?" icon="circle-question-mark"><p>{part.why}</p></Details></div>}
    </FilingScreen>
  )
}

const said = {
  busy: { title: 'Chưa lưu được', sentence: 'Hệ thống đang bận. Những gì bạn gõ vẫn còn dưới đây; chờ một phút rồi bấm Tiếp tục.' },
  kept: { title: 'Bạn vừa đăng nhập lại', sentence: 'Những gì bạn gõ trước đó vẫn còn dưới đây. Bấm Tiếp tục để lưu.' },
  more: { title: 'Thêm vài câu hỏi', sentence: 'Câu trả lời vừa rồi cần thêm vài điều dưới đây.' },
} as const
