import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Note } from '@/components/ui/note'
import { demonstrationAccount } from '@/lib/identity/queries/demonstration'
import { readPending } from '@/lib/identity/sign-in-state'
import { startAgain } from '@/lib/identity/use-cases/sign-in-officer'
import { CodeForm } from '../_components/code-form'
import { FreshCode } from '../_components/fresh-code'
import { SignInFrame } from '../_components/sign-in-frame'

export const metadata: Metadata = { title: 'Nhập mã 6 số' }

/** Second step of an officer's sign-in. Whoever comes without the first goes back to it. */
export default async function SecondFactorPage() {
  const pending = await readPending()
  if (pending === null) redirect(startAgain(''))
  const shown = await demonstrationAccount(pending.username)
  return (
    <SignInFrame title="Nhập mã 6 số" lead="Bước 2 trên 2: mã trên điện thoại" aside={
      <>
        {shown && (
          <Note tone="cham" title="Môi trường trình diễn">
            <p>Mã lúc này của {shown.name} là <b className="num">{shown.code}</b>, đã điền sẵn; còn dùng được <FreshCode key={shown.code} seconds={shown.secondsLeft} />.</p>
            <p>Mỗi mã chỉ dùng một lần. <a href="/demo/hop-thu">Xem mã của mọi tài khoản trình diễn</a></p>
          </Note>
        )}
        <Note title="Mã không khớp, đổi hoặc mất điện thoại?">
          <p>Bật giờ tự động trên điện thoại rồi nhập mã mới.</p>
          <p>Đổi hoặc mất điện thoại: gặp quản trị của xã để được cấp đường dẫn thiết lập lại. Không ai, kể cả quản trị, được hỏi mã của bạn.</p>
        </Note>
      </>
    }>
      <CodeForm filled={shown?.code ?? null} />
      <p className="mt-5 text-base"><a className="inline-flex min-h-11 items-center" href={`/can-bo/dang-nhap?${new URLSearchParams({ tiep: pending.tiep })}`}>Đăng nhập bằng tài khoản khác</a></p>
    </SignInFrame>
  )
}
