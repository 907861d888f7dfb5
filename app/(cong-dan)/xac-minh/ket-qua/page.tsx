import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PrintButton } from '@/components/documents/print-button'
import { Note } from '@/components/ui/note'
import { BackLink, PageHeading, Section } from '@/components/ui/page-heading'
import { longInstant } from '@/lib/kernel/format'
import { now } from '@/lib/platform/clock'
import { verdictOf } from '@/lib/signatures/domain/signature'
import { issuedWords, notAsked, verdictWords } from '@/lib/signatures/wording'
import { chosenCommune } from '@/lib/units/queries/chosen-commune'
import { CitizenPage } from '../../_components/citizen-page'
import { keptCheck } from '../_components/kept-check'
import { PublicPaperView } from '../_components/public-paper-view'
import { SignatureReports } from '../_components/signature-reports'

export const metadata: Metadata = { title: 'Kết quả kiểm tra tệp', robots: { index: false } }

/** What was found in a file: the verdict in one line, whether it is ours, and every signature. */
export default async function CheckedFilePage() {
  const check = await keptCheck()
  if (check === null) redirect('/xac-minh?loi=over')
  const verdict = verdictOf(check.report)
  const issued = check.issued === null ? 'not-issued' : check.issued.latest ? 'issued' : 'issued-earlier'
  return (
    <CitizenPage commune={await chosenCommune()}>
      <div className="column pb-10">
        <BackLink href="/xac-minh">Kiểm tra giấy khác</BackLink>
        <div className="mt-5"><PageHeading title={verdictWords[verdict].title} kicker={check.name} lead={`Kiểm tra lúc ${longInstant(now())}`} /></div>
        <Note tone={verdict === 'good' ? 'cham' : 'vang'} className="mt-4"><p role="status">{verdictWords[verdict].detail}</p></Note>
        <Note tone={issued === 'not-issued' ? 'paper' : 'cham'} className="mt-3"><p>{issuedWords[issued]}</p></Note>
        {check.issued !== null && <div className="mt-4"><PublicPaperView paper={check.issued.paper} /></div>}
        {check.report.kind === 'signed' && <Section title="Chữ ký trong tệp"><SignatureReports signatures={check.report.signatures} /><p className="soft mt-3">{notAsked}</p></Section>}
        <div className="no-print mt-6"><PrintButton>In trang này</PrintButton></div>
      </div>
    </CitizenPage>
  )
}
