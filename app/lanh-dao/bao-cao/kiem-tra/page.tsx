import type { Metadata } from 'next'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Note } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { TextInput } from '@/components/ui/text-input'
import { checkTypedReport } from '@/lib/reports/domain/typed-report'
import { readTypedReport, type Query } from '@/lib/reports/inputs'
import { identityProblem, mendSentence, typedFigureField, typedFigureLabel } from '@/lib/reports/wording'

export const metadata: Metadata = { title: 'Kiểm tra số liệu' }

const groups = [
  { title: 'Nhận giải quyết', figures: ['received', 'carriedOver', 'new', 'online', 'direct'] },
  { title: 'Đã giải quyết', figures: ['settled', 'early', 'onTime', 'inTime', 'overdue'] },
  { title: 'Đang giải quyết', figures: ['pending', 'withinLimit', 'pendingOverdue'] },
] as const

/** Figures of a report from elsewhere, held against the same identities as our own. Nothing is stored. */
export default async function TypedReportPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { typed, report, errors } = readTypedReport(await searchParams)
  const asked = Object.keys(report).length > 0
  const { broken, mends } = checkTypedReport(report)
  return (
    <>
      <BackLink href="/lanh-dao/bao-cao/06a">Biểu II.06a</BackLink>
      <PageHeading title="Kiểm tra số liệu của báo cáo khác" lead="Nhập những số báo cáo có nêu, số nào không nêu thì để trống" />
      <form action="/lanh-dao/bao-cao/kiem-tra" className="staff-columns mt-3 !grid-cols-1 md:!grid-cols-3">
        {groups.map(({ title, figures }) => (
          <Sheet key={title} title={title}>
            {figures.map((figure) => (
              <TextInput key={figure} name={typedFigureField[figure]} label={typedFigureLabel[figure].replace(/^./u, (letter) => letter.toUpperCase())} width="10" code inputMode="numeric" autoComplete="off" defaultValue={typed[figure]} error={errors[figure]} />
            ))}
          </Sheet>
        ))}
        <div className="md:col-span-3"><Button>Kiểm tra</Button></div>
      </form>
      {asked && (
        <div className="mt-4 grid gap-3" role="status">
          {broken.length === 0 && <p className="done-text inline-flex items-center gap-2 font-semibold"><Icon name="circle-check" />Các số đã nhập không mâu thuẫn nhau</p>}
          {broken.length > 0 && (
            <Note tone="vang" title={`${broken.length} chỗ không thể cùng đúng`}>
              <ul className="list-disc pl-5">{broken.map((problem) => <li key={`${problem.name}${problem.right}`}>{identityProblem(problem)}.</li>)}</ul>
              {mends.map((mend) => <p key={mend.figure} className="mt-2"><b>{mendSentence(mend)}.</b></p>)}
            </Note>
          )}
        </div>
      )}
    </>
  )
}
