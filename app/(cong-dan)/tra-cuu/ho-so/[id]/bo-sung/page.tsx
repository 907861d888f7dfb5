import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CitizenPage } from '@/app/(cong-dan)/_components/citizen-page'
import { keptTyped } from '@/app/(cong-dan)/_components/typed-answers'
import { ownersOnly } from '@/app/(cong-dan)/tra-cuu/_components/owners-only'
import { ErrorSummary, type FieldError, titleWithErrors } from '@/components/ui/error-summary'
import { Note } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { sayUploadProblem } from '@/lib/documents/wording'
import { type SupplementInHand, supplementInHand } from '@/lib/dossiers/queries/supplement-in-hand'
import { problemSentence } from '@/lib/dossiers/wording'
import { longDay } from '@/lib/kernel/format'
import { communeById } from '@/lib/units/queries/communes'
import { AtTheCounter } from '../_components/at-the-counter'
import { AskedFor } from './_components/asked-for'
import { SendAnswer } from './_components/send-answer'

type Props = PageProps<'/tra-cuu/ho-so/[id]/bo-sung'>

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: titleWithErrors('Bổ sung giấy tờ', (await searchParams).loi === undefined ? [] : ['']) }
}

/** What was asked for, beside what has arrived of it; then one button sends all of it. */
export default async function SupplementPage({ params, searchParams }: Props) {
  const [{ id }, asked] = await Promise.all([params, searchParams])
  const viewer = await ownersOnly(id, 'bo-sung')
  const commune = await communeById(viewer.dossier.communeId)
  const inHand = viewer.owner === null ? null : await supplementInHand(viewer.owner, viewer.dossier)
  if (viewer.owner !== null && inHand === null) redirect(`/tra-cuu/ho-so/${id}`)
  const problem = problemOf(asked, inHand)
  const { 'loi-nhan': note } = await keptTyped(`${id}/bo-sung`)
  return (
    <CitizenPage commune={commune}>
      <div className="column pb-10">
        <BackLink href={`/tra-cuu/ho-so/${id}`}>Hồ sơ</BackLink>
        {typeof problem === 'string' && <Note tone="vang" title="Chưa gửi được" className="mt-3"><p role="alert">{problem}</p></Note>}
        <ErrorSummary errors={typeof problem === 'string' ? [] : problem} />
        <PageHeading title="Bổ sung giấy tờ" lead={inHand?.deadlineOn == null ? 'Gửi đủ một lần để hồ sơ đi tiếp ngay.' : `Gửi đủ một lần, chậm nhất ${longDay(inHand.deadlineOn)}.`} />
        {inHand === null ? <AtTheCounter commune={commune} deed="gửi bổ sung" /> : (
          <>
            <p className="mt-4">Lý do: {inHand.reason}</p>
            {inHand.items.map((item) => <AskedFor key={item.key} item={item} action={`/tra-cuu/ho-so/${id}/bo-sung/tep`} error={errorOf(problem, `tep-${item.key}`)} />)}
            <SendAnswer id={id} inHand={inHand} note={note} error={errorOf(problem, 'loi-nhan')} />
          </>
        )}
      </div>
    </CitizenPage>
  )
}

const errorOf = (problem: string | FieldError[], field: string): string | undefined => (typeof problem === 'string' ? undefined : problem.find((each) => each.field === field)?.message)

/** At a field where it belongs to one, else a sentence above the page. */
function problemOf(asked: Awaited<Props['searchParams']>, inHand: SupplementInHand | null): string | FieldError[] {
  const { loi, o } = asked
  if (loi === 'items-missing') {
    const open = inHand?.items.filter(({ files }) => files.length === 0) ?? []
    return open.length === 0 ? [] : [...open.map(({ key, name }) => ({ field: `tep-${key}`, message: `Chưa có ${name}` })), { field: 'loi-nhan', message: 'Không gửi được ảnh thì ghi lý do vào lời nhắn' }]
  }
  if (loi === 'note-too-long') return [{ field: 'loi-nhan', message: 'Ghi lời nhắn không quá 1000 chữ' }]
  const upload = sayUploadProblem(loi)
  if (upload !== undefined && typeof o === 'string' && inHand?.items.some(({ key }) => key === o)) return [{ field: `tep-${o}`, message: upload }]
  return upload ?? (typeof loi === 'string' && Object.hasOwn(problemSentence, loi) ? problemSentence[loi as keyof typeof problemSentence] : [])
}
