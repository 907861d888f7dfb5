'use client'

import { useActionState } from 'react'
import { PasswordInput } from '@/components/identity/password-input'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { ActionState } from '@/lib/platform/action'
import { startSignInAction } from '../actions'

type Props = { tiep: string; filled: { username: string; password: string } | null }
const before: ActionState<never> = { status: 'idle' }

/** First step. What was typed stays, except the password. */
export function PasswordForm({ tiep, filled }: Props) {
  const [state, send] = useActionState(startSignInAction, before)
  const failed = state.status === 'problem'
  const fields = failed ? state.fields : {}
  const errors = failed ? Object.entries(fields).map(([field, message]) => ({ field, message })) : []
  const shown = failed && errors.length === 0 ? [{ field: 'username', message: state.sentence }] : errors
  return (
    <form action={send} noValidate className="mt-5">
      <ErrorSummary errors={shown} title={errors.length === 0 ? 'Chưa đăng nhập được' : undefined} />
      <input type="hidden" name="tiep" value={tiep} />
      <TextInput name="username" label="Tên đăng nhập" error={fields.username} autoComplete="username" autoCapitalize="none" spellCheck={false}
        key={filled?.username} defaultValue={(failed ? state.values.username : undefined) ?? filled?.username} autoFocus={!filled} />
      <PasswordInput name="password" label="Mật khẩu" error={fields.password} autoComplete="current-password" key={`of ${filled?.username}`} defaultValue={filled?.password} />
      <div className="mt-6"><SubmitButton block="always" busyLabel="Đang kiểm tra…" autoFocus={filled !== null}>Tiếp tục</SubmitButton></div>
    </form>
  )
}
