import type { Metadata } from 'next'
import { cache } from 'react'
import { ErrorSummary, titleWithErrors } from '@/components/ui/error-summary'
import { Note } from '@/components/ui/note'
import { BackLink, PageHeading, RuledSection } from '@/components/ui/page-heading'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { chosenCommune } from '@/lib/units/queries/chosen-commune'
import { activeCommunes } from '@/lib/units/queries/communes'
import { CitizenPage } from '../_components/citizen-page'
import { Answer } from './_components/answer'
import { procedureChoices } from './_components/procedure-choice'
import { QuestionForm } from './_components/question-form'
import { readQuestion } from './_components/read-question'

const TITLE = 'Tính ngày hẹn trả'
type Search = Promise<Record<string, string | string[] | undefined>>

/** Once per request: the title of the page speaks of errors as well. */
const load = cache(async (search: Search) => {
  const [typed, communes, chosen, at] = [await search, await activeCommunes(), await chosenCommune(), now()]
  const commune = typed['xa'] === undefined ? chosen : (communes.find(({ slug }) => slug === typed['xa']) ?? null)
  const groups = await procedureChoices(localDateOf(at), commune?.id ?? null)
  const question = await readQuestion(typed, commune, groups, at)
  const errors = Object.entries(question.form.errors).map(([field, message]) => ({ field, message }))
  return { communes, commune, groups, question, errors, today: localDateOf(at) }
})

export async function generateMetadata({ searchParams }: PageProps<'/tinh-han-tra'>): Promise<Metadata> {
  return { title: titleWithErrors(TITLE, (await load(searchParams)).errors), description: 'Biết ngày nhận kết quả và cách tính từng ngày, theo lịch làm việc của xã, phường.' }
}

/** Anybody may check the day on a slip: which procedure or limit, received when; the answer comes with its reasons. */
export default async function DueDatePage({ searchParams }: PageProps<'/tinh-han-tra'>) {
  const { communes, commune, groups, question, errors, today } = await load(searchParams)
  const { answer } = question
  const form = <QuestionForm question={question} groups={groups} communes={communes} commune={commune} />
  const lead = answer === null ? 'Cách tính giống hệt phiếu hẹn: từng ngày được tính hay không, vì sao.' : undefined
  return (
    <CitizenPage commune={commune}>
      <BackLink href="/">Trang đầu</BackLink>
      <div className={answer === null ? 'column' : 'columns-side'}>
        <div>
          <PageHeading title={TITLE} lead={lead} />
          <ErrorSummary errors={errors} />
          {answer !== null && commune !== null ? <Answer answer={answer} commune={commune} today={today} /> : form}
          <Note tone="paper" className="mt-8"><p>Ngày ghi trên phiếu hẹn là ngày chính thức. Phiếu khác ngày tính ở đây thì hỏi quầy: lịch của xã có thể đã đổi sau khi in phiếu.</p></Note>
        </div>
        {answer !== null && <RuledSection title="Tính lại" id="tinh-lai">{form}</RuledSection>}
      </div>
    </CitizenPage>
  )
}
