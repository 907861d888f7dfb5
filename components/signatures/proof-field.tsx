import { PasswordInput } from '@/components/identity/password-input'

/** Shows anew who sits at the screen, once for everything that is ticked. */
export const ProofField = ({ error }: { error?: string }) => (
  <PasswordInput name="proof" label="Mật khẩu, hoặc mã 6 số trên điện thoại" hint="Nhập một lần cho tất cả văn bản đã chọn" error={error} autoComplete="current-password" />
)
