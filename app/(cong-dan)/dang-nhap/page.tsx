import type { Metadata } from 'next'
import { titleWithErrors } from '@/components/ui/error-summary'
import { Note } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { returnPath } from '@/lib/identity/domain/return-path'
import { currentCitizen } from '@/lib/identity/queries/current-citizen'
import { signInCommune } from '@/lib/identity/queries/sign-in-commune'
import { readCitizenSignIn } from '@/lib/identity/sign-in-state'
import { hasGateway } from '@/lib/notifications/providers/provider'
import { CitizenPage } from '../_components/citizen-page'
import { ContactForm } from './_components/contact-form'
import { problemOf, toMend } from './_components/problem'
import { ProblemAt } from './_components/problem-at'
import { SignedIn } from './_components/signed-in'

type Props = { searchParams: Promise<{ tiep?: string; loi?: string; 'da-thoat'?: string }> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const problem = problemOf(await readCitizenSignIn(), (await searchParams).loi)
  return { title: titleWithErrors('Đăng nhập', toMend(problem) === undefined ? [] : [problem]) }
}

/** First step of a citizen's sign-in: where to send the code. */
export default async function CitizenSignInPage({ searchParams }: Props) {
  const { tiep: wanted, loi, 'da-thoat': signedOut } = await searchParams
  const tiep = returnPath(wanted, '')
  const [state, citizen, commune] = await Promise.all([readCitizenSignIn(), currentCitizen(), signInCommune(tiep)])
  const problem = problemOf(state, loi)
  const form = !hasGateway() ? <NoGateway /> : <ContactForm tiep={tiep} typed={state?.typed ?? ''} problem={toMend(problem)} />
  return (
    <CitizenPage commune={commune}>
      <BackLink href={tiep === '' ? '/' : tiep} />
      <div className="max-w-[460px]">
        <ProblemAt field="contact" problem={problem} />
        <PageHeading title="Đăng nhập" lead="Để giữ hồ sơ đang làm dở và xem mọi hồ sơ của bạn trên máy nào cũng được." />
        {signedOut !== undefined && <Note tone="cham" className="mt-5"><p role="status">Bạn đã thoát. Người dùng máy sau bạn không xem được hồ sơ nào.</p></Note>}
        {citizen === null ? form : <SignedIn contact={citizen.contact} tiep={tiep} />}
        <Note title="Chỉ muốn xem hồ sơ?" className="mt-8">
          <p>Không cần đăng nhập, chỉ cần mã hồ sơ và mã bí mật. <a className="whitespace-nowrap" href="/tra-cuu">Tra cứu hồ sơ</a></p>
        </Note>
        <p className="mt-4"><a className="inline-flex min-h-11 items-center" href="/can-bo/dang-nhap">Cán bộ đăng nhập ở đây</a></p>
      </div>
    </CitizenPage>
  )
}

const NoGateway = () => (
  <Note tone="vang" title="Chưa gửi được mã" className="mt-6">
    <p>Cổng này chưa nối với tổng đài tin nhắn nên chưa đăng nhập bằng mã được. Bạn vẫn tra cứu hồ sơ bằng mã hồ sơ và mã bí mật, hoặc đến quầy để được giúp.</p>
  </Note>
)
