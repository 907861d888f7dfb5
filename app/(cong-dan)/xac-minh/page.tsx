import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FileField } from '@/components/ui/file-field'
import { Note } from '@/components/ui/note'
import { BackLink, PageHeading, Section } from '@/components/ui/page-heading'
import { SubmitButton } from '@/components/ui/submit-button'
import { checkByNumber } from '@/lib/dossiers/use-cases/check-paper'
import { clientAddress } from '@/lib/identity/client-address'
import { chosenCommune } from '@/lib/units/queries/chosen-commune'
import { activeCommunes } from '@/lib/units/queries/communes'
import { CitizenPage } from '../_components/citizen-page'
import { said } from '../_components/said'
import { AnswerByNumber } from './_components/answer-by-number'
import { NumberForm } from './_components/number-form'
import { readAsked } from './_components/read-asked'
import { checkProblem } from './_components/words'

export const metadata: Metadata = { title: 'Kiểm tra giấy tờ', description: 'Giấy này có đúng do xã, phường cấp không, ai ký, có bị sửa sau khi ký không.' }

/** Anybody who holds a paper or a file asks here whether it is what it claims to be. */
export default async function VerifyPage({ searchParams }: PageProps<'/xac-minh'>) {
  const [search, chosen, communes] = await Promise.all([searchParams, chosenCommune(), activeCommunes()])
  const { asked, input, errors } = readAsked(search)
  const found = input === null ? null : await checkByNumber(input, clientAddress(await headers()))
  const problem = said(checkProblem, found !== null && !found.ok ? found.problem.code : search.loi)
  return (
    <CitizenPage commune={chosen}>
      <div className="column pb-10">
        <BackLink href="/">Trang đầu</BackLink>
        {problem !== undefined && <Note tone="vang" className="mt-3"><p role="alert">{problem}</p></Note>}
        <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        <div className="mt-5"><PageHeading title="Kiểm tra giấy tờ" lead="Giấy có mã QR thì quét mã là nhanh nhất. Không có mã thì kiểm tra theo số, hoặc gửi tệp PDF." /></div>
        {found?.ok === true && <AnswerByNumber papers={found.value} />}
        <Section title="Gửi tệp PDF" id="tep">
          <p className="soft mt-1">Cho biết ai ký, lúc nào, tệp có bị sửa không. Tệp chỉ được đọc rồi bỏ đi, không lưu lại.</p>
          <form action="/xac-minh/tep" method="post" encType="multipart/form-data" className="mt-3">
            <FileField name="tep" label="Tệp cần kiểm tra" hint="PDF, nặng không quá 20 MB" accept="application/pdf" />
            <div className="mt-4"><SubmitButton busyLabel="Đang kiểm tra…">Kiểm tra tệp</SubmitButton></div>
          </form>
        </Section>
        <Section title="Kiểm tra theo số" id="so-giay">
          <NumberForm asked={{ ...asked, xa: asked.xa ?? chosen?.slug }} errors={errors} communes={communes} />
        </Section>
      </div>
    </CitizenPage>
  )
}
