'use client'

import { useActionState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import type { ActionState } from '@/lib/platform/action'
import { finishSignInAction } from '../actions'

const before: ActionState<never> = { status: 'idle' }

/** Second step: six figures from the authenticator app. `filled` is the present code of a demonstration account. */
export function CodeForm({ filled }: { filled: string | null }) {
  const [state, send] = useActionState(finishSignInAction, before)
  const sentence = state.status === 'problem' ? (state.fields.code ?? state.sentence) : undefined
  return (
    <form action={send} noValidate className="mt-5">
      <ErrorSummary errors={sentence === undefined ? [] : [{ field: 'code', message: sentence }]} title="Chưa đăng nhập được" />
      <TextInput name="code" label="Mã 6 số" hint="Mở ứng dụng xác thực trên điện thoại, tìm dòng Một Cửa." error={sentence} inputMode="numeric" autoComplete="one-time-code"
        maxLength={12} width="10" code key={filled} defaultValue={filled ?? undefined} autoFocus />
      <div className="mt-6"><SubmitButton block="always" busyLabel="Đang kiểm tra…">Đăng nhập</SubmitButton></div>
    </form>
  )
}
