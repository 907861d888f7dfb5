'use client'

import { type ReactNode, useActionState } from 'react'
import { PasswordInput } from '@/components/identity/password-input'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Section } from '@/components/ui/page-heading'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { ActionState } from '@/lib/platform/action'
import { finishSetupAction } from '../actions'

const before: ActionState<never> = { status: 'idle' }

/** Password, authenticator app, and the code that proves they are paired; one form, one answer. */
export function SetupForm({ token, username, secret, qr }: { token: string; username: string; secret: string; qr: ReactNode }) {
  const [state, send] = useActionState(finishSetupAction, before)
  const fields = state.status === 'problem' ? state.fields : {}
  const errors = Object.entries(fields).map(([field, message]) => ({ field, message }))
  return (
    <form action={send} noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="username" autoComplete="username" value={username} />
      <Section title="1. Đặt mật khẩu">
        <div className="mt-3">
          <PasswordInput name="password" label="Mật khẩu mới" hint="Ít nhất 8 ký tự. Vài từ không liên quan ghép lại thì dễ nhớ và khó đoán; tránh tên xã, tên mình, năm sinh." error={fields.password} autoComplete="new-password" />
          <PasswordInput name="again" label="Nhập lại mật khẩu" error={fields.again} autoComplete="new-password" />
        </div>
      </Section>
      <Section title="2. Thêm vào ứng dụng xác thực">
        <p className="mt-3">Mở Google Authenticator, Microsoft Authenticator hoặc ứng dụng tương tự trên điện thoại, bấm thêm tài khoản rồi quét mã này.</p>
        <div className="mt-4">{qr}</div>
        <p className="mt-3">Không quét được thì nhập khóa: <b className="num break-all !whitespace-normal">{secret}</b></p>
      </Section>
      <Section title="3. Nhập mã đang hiện">
        <div className="mt-3">
          <TextInput name="code" label="Mã 6 số" hint="Mã đổi sau mỗi 30 giây." error={fields.code} inputMode="numeric" autoComplete="one-time-code" maxLength={12} width="10" code />
        </div>
      </Section>
      <div className="mt-8"><SubmitButton block>Hoàn tất thiết lập</SubmitButton></div>
    </form>
  )
}
