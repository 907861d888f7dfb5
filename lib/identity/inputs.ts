import { z } from 'zod'

/** Longer texts are nobody's name or password, and hashing them would only cost time. */
const LONGEST = 300

const text = (missing: string) => z.string(missing).trim().min(1, missing).max(LONGEST, missing)

/** Passwords keep their blanks. */
const password = (missing: string) => z.string(missing).min(1, missing).max(LONGEST, `Mật khẩu dài nhất ${LONGEST} ký tự`)

/** Where to go afterwards; checked by `returnPath` when it is used. */
const tiep = z.string().max(LONGEST * 4).optional()

export const SignInInput = z.object({ username: text('Nhập tên đăng nhập'), password: password('Nhập mật khẩu'), tiep })
export type SignInInput = z.output<typeof SignInInput>

/** Six figures; blanks between them are how authenticator apps show them. */
const sixFigures = (missing: string) =>
  z.string(missing).transform((typed) => typed.normalize('NFKC').replace(/[\s.-]/g, '')).pipe(z.string().min(1, missing).regex(/^\d{6}$/, 'Mã gồm đúng 6 chữ số'))

export const TotpInput = z.object({ code: sixFigures('Nhập 6 số đang hiện trên ứng dụng xác thực') })
export type TotpInput = z.output<typeof TotpInput>

export const OneTimeCodeInput = z.object({ code: sixFigures('Nhập 6 số trong tin nhắn vừa gửi') })

export const SwitchPostInput = z.object({ staffId: z.uuid() })

export const SetupInput = z
  .object({
    token: z.string().min(20).max(LONGEST),
    password: password('Nhập mật khẩu mới'),
    again: password('Nhập lại mật khẩu mới'),
    code: sixFigures('Nhập 6 số đang hiện trên ứng dụng xác thực'),
  })
  .refine(({ password, again }) => password.normalize('NFKC') === again.normalize('NFKC'), { path: ['again'], error: 'Hai lần nhập khác nhau. Nhập lại mật khẩu ở ô này.' })
export type SetupInput = z.output<typeof SetupInput>
