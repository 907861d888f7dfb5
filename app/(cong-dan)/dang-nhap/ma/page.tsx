import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { titleWithErrors } from '@/components/ui/error-summary'
import { Note } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { CODE_MINUTES, RESEND_SECONDS } from '@/lib/identity/domain/one-time-code'
import { signInCommune } from '@/lib/identity/queries/sign-in-commune'
import { readCitizenSignIn } from '@/lib/identity/sign-in-state'
import { contactLabel } from '@/lib/identity/wording'
import { localTimeOf } from '@/lib/kernel/local-date'
import { env } from '@/lib/platform/env'
import { CitizenPage } from '../../_components/citizen-page'
import { problemOf, toMend } from '../_components/problem'
import { ProblemAt } from '../_components/problem-at'
import { askAgainAction, typeCodeAction } from '../actions'

type Props = { searchParams: Promise<{ loi?: string }> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const problem = problemOf(await readCitizenSignIn(), (await searchParams).loi)
  return { title: titleWithErrors('Nhập mã 6 số', toMend(problem) === undefined ? [] : [problem]) }
}

/** Second step of a citizen's sign-in: the code. Whoever asked for none goes back to the first. */
export default async function OneTimeCodePage({ searchParams }: Props) {
  const state = await readCitizenSignIn()
  if (state?.request === undefined) redirect('/dang-nhap')
  const problem = problemOf(state, (await searchParams).loi)
  const { contact, sentAt } = state.request
  return (
    <CitizenPage commune={await signInCommune(state.tiep)}>
      <BackLink href={`/dang-nhap${state.tiep === '' ? '' : `?${new URLSearchParams({ tiep: state.tiep })}`}`}>Đổi số điện thoại hoặc thư điện tử</BackLink>
      <div className="max-w-[460px]">
        <ProblemAt field="code" problem={problem} />
        <PageHeading title="Nhập mã 6 số" lead={<>Đã gửi tới <b className="num">{contactLabel(contact)}</b> lúc {localTimeOf(new Date(sentAt))}. Mã dùng được {CODE_MINUTES} phút.</>} />
        <form action={typeCodeAction} noValidate className="mt-6">
          <TextInput name="code" label="Mã trong tin nhắn" error={toMend(problem)} inputMode="numeric" autoComplete="one-time-code" maxLength={12} width="10" code autoFocus={problem === null} />
          <div className="mt-5"><SubmitButton block="always" busyLabel="Đang kiểm tra…">Đăng nhập</SubmitButton></div>
        </form>
        {env.mode === 'demo' && <Note tone="cham" title="Môi trường trình diễn" className="mt-6"><p>Tin nhắn không gửi ra ngoài. Đọc mã trong <a href="/demo/hop-thu">hộp thư trình diễn</a>.</p></Note>}
        <form action={askAgainAction} className="mt-8 border-t border-line pt-5">
          <p className="soft">Chưa nhận được? Xem cả mục tin nhắn lạ hoặc thư rác. Sau {RESEND_SECONDS} giây có thể gửi lại.</p>
          <div className="mt-3"><Button variant="outlined" icon="refresh-cw">Gửi lại mã</Button></div>
        </form>
      </div>
    </CitizenPage>
  )
}
