import type { Metadata } from 'next'
import { Note } from '@/components/ui/note'
import { DEMONSTRATION_PASSWORD } from '@/lib/identity/domain/demonstration'
import { demonstration, demonstrationAccount } from '@/lib/identity/queries/demonstration'
import { identitySentence } from '@/lib/identity/wording'
import { chosenCommune } from '@/lib/units/queries/chosen-commune'
import { DemonstrationAccounts } from './_components/demonstration-accounts'
import { PasswordForm } from './_components/password-form'
import { SignInFrame } from './_components/sign-in-frame'

export const metadata: Metadata = { title: 'Cán bộ đăng nhập' }

type Search = { tiep?: string; loi?: string; xa?: string; 'tai-khoan'?: string; 'da-thoat'?: string; 'da-thiet-lap'?: string }

/** First step of an officer's sign-in: the password. */
export default async function OfficerSignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { tiep = '', loi, xa: commune, 'tai-khoan': wanted, 'da-thoat': signedOut, 'da-thiet-lap': setUp } = await searchParams
  const chosen = await demonstrationAccount(wanted)
  const shown = await demonstration(commune, chosen?.communeName, (await chosenCommune())?.name)
  return (
    <SignInFrame title="Cán bộ đăng nhập" lead="Bước 1 trên 2: mật khẩu" aside={
      <>
        <Note title="Phiên làm việc">
          <p>Tự thoát sau 30 phút không làm gì, quản trị sau 15 phút. Đăng nhập lại sẽ về đúng trang đang làm.</p>
        </Note>
        {shown.accounts.length > 0 && <DemonstrationAccounts shown={shown} tiep={tiep} />}
      </>
    }>
      {signedOut !== undefined && <Note tone="cham" className="mt-4"><p role="status">Bạn đã thoát.</p></Note>}
      {setUp !== undefined && <Note tone="cham" className="mt-4"><p role="status">Đã thiết lập xong. Đăng nhập bằng mật khẩu mới; mã vừa nhập đã dùng, chờ mã kế tiếp.</p></Note>}
      {loi === 'het-gio' && <Note tone="vang" className="mt-4"><p role="status">{identitySentence({ code: 'sign-in-over' })}</p></Note>}
      <PasswordForm tiep={tiep} filled={chosen === null ? null : { username: chosen.username, password: DEMONSTRATION_PASSWORD }} />
      <p className="soft mt-5 text-base">Bước 2 cần mã 6 số trên điện thoại của bạn. Quên mật khẩu: gặp quản trị của xã.</p>
    </SignInFrame>
  )
}
