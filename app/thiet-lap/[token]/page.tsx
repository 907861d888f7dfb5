import type { Metadata } from 'next'
import { CitizenShell } from '@/components/layout/citizen-shell'
import { ButtonLink } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import { PageHeading } from '@/components/ui/page-heading'
import { setupView } from '@/lib/identity/queries/setup-link'
import { identitySentence } from '@/lib/identity/wording'
import { env } from '@/lib/platform/env'
import { SetupForm } from './_components/setup-form'
import { QrCode } from './_components/qr-code'

export const metadata: Metadata = { title: 'Thiết lập tài khoản', robots: { index: false } }

/** Where the holder of a one-time link sets a password and pairs an authenticator app. Looking does not use the link up. */
export default async function SetupPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const view = await setupView(token)
  return (
    <CitizenShell place="Thiết lập tài khoản cán bộ" exit={{ href: '/', label: 'Trang cho người dân' }} demo={env.mode === 'demo'}>
      <div className="column pt-6 pb-16">
        <PageHeading title="Thiết lập tài khoản" lead={view === null ? undefined : <>Tên đăng nhập của bạn là <b>{view.username}</b>. Làm ba việc dưới đây, mất khoảng 3 phút.</>} />
        {view === null ? (
          <Note tone="vang" title={identitySentence({ code: 'link-over' })} className="mt-6">
            <p>Nếu bạn đã thiết lập xong, đăng nhập bằng mật khẩu và mã 6 số. Nếu chưa, nhờ quản trị cấp đường dẫn mới; quản trị đầu tiên khởi động lại hệ thống để in đường dẫn mới.</p>
            <p className="mt-3"><ButtonLink href="/can-bo/dang-nhap" variant="outlined">Đến trang đăng nhập</ButtonLink></p>
          </Note>
        ) : (
          <SetupForm token={token} username={view.username} secret={view.totpSecret.replace(/(.{4})(?=.)/g, '$1 ')} qr={<QrCode text={view.totpUri} label="Mã QR để thêm vào ứng dụng xác thực" />} />
        )}
      </div>
    </CitizenShell>
  )
}
