import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { CODE_MINUTES } from '@/lib/identity/domain/one-time-code'
import { askForCodeAction } from '../actions'

/** Where to send the code. What was typed comes back with the reason beside it. */
export const ContactForm = ({ tiep, typed, problem }: { tiep: string; typed: string; problem?: string }) => (
  <form action={askForCodeAction} noValidate className="mt-6">
    <input type="hidden" name="tiep" value={tiep} />
    <TextInput name="contact" label="Số điện thoại hoặc thư điện tử" hint={`Chúng tôi gửi mã 6 số, dùng một lần, trong ${CODE_MINUTES} phút. Không cần tạo tài khoản hay mật khẩu.`}
      error={problem} defaultValue={typed} autoComplete="tel" autoCapitalize="none" spellCheck={false} maxLength={254} />
    <div className="mt-5"><SubmitButton block="always">Gửi mã cho tôi</SubmitButton></div>
  </form>
)
