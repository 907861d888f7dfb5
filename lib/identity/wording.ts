import { duration, phone } from '@/lib/kernel/format'
import type { Contact } from './domain/contact'
import { CODE_MINUTES } from './domain/one-time-code'
import type { Role } from './domain/permissions'

export const roleLabel = {
  'desk-officer': 'Cán bộ một cửa',
  'case-officer': 'Cán bộ thụ lý',
  'department-head': 'Trưởng phòng',
  'centre-director': 'Giám đốc Trung tâm',
  'records-clerk': 'Văn thư',
  'fee-collector': 'Thu phí',
  leader: 'Lãnh đạo UBND',
  administrator: 'Quản trị',
  'province-supervisor': 'Giám sát cấp tỉnh',
  overseer: 'Giám sát (HĐND, MTTQ)',
  'partner-officer': 'Cán bộ cơ quan phối hợp',
} satisfies Record<Role, string>

/** A problem of this context, as far as its sentence needs it. */
type Told = { code: string; waitSeconds?: number; triesLeft?: number; digits?: number; least?: number; most?: number }

const wait = (seconds = 60): string => (seconds < 60 ? `${seconds} giây` : duration(Math.ceil(seconds / 60)))

/** What to do next, for each problem of signing in. */
const sentences: Record<string, (told: Told) => string> = {
  'wrong-credentials': () => 'Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi nhập lại.',
  'too-many-attempts': ({ waitSeconds }) => `Đã thử quá nhiều lần. Chờ ${wait(waitSeconds)} rồi thử lại.`,
  'code-wrong': ({ triesLeft }) =>
    triesLeft === undefined
      ? 'Mã chưa khớp. Nhập mã đang hiện trên điện thoại; mã đổi sau mỗi 30 giây.'
      : `Mã chưa khớp. Xem lại tin nhắn mới nhất; còn ${triesLeft} lần nhập.`,
  'code-used': ({ waitSeconds }) => `Mã này vừa được dùng. Chờ ${wait(waitSeconds)} để có mã mới rồi nhập lại.`,
  'code-spent': () => 'Đã nhập 5 lần chưa khớp nên mã này không dùng được nữa. Bấm “Gửi lại mã” để nhận mã mới.',
  'code-expired': () => 'Mã đã hết hạn. Bấm “Gửi lại mã” để nhận mã mới.',
  'code-not-sent': () => 'Mã không gửi được tới đây. Xem lại số điện thoại, hoặc dùng thư điện tử.',
  'code-just-sent': ({ waitSeconds }) => `Vừa gửi một mã tới đây. Chờ ${wait(waitSeconds)} rồi mới gửi lại được.`,
  'sign-in-over': () => 'Đã quá 5 phút, hoặc tài khoản vừa thay đổi. Nhập lại tên đăng nhập và mật khẩu.',
  'no-post': () => 'Tài khoản này chưa được phân công ở xã nào. Gặp quản trị của xã để được phân công.',
  'contact-missing': () => 'Nhập số điện thoại hoặc thư điện tử của bạn.',
  'phone-digits': ({ digits }) => `Số điện thoại di động có 10 chữ số; bạn đã nhập ${digits} chữ số.`,
  'phone-landline': () => 'Đây là số máy bàn, không nhận được tin nhắn. Nhập số di động hoặc thư điện tử.',
  'phone-prefix': () => 'Số di động bắt đầu bằng 03, 05, 07, 08 hoặc 09. Xem lại các số đầu.',
  'email-shape': () => 'Thư điện tử có dạng ten@vidu.vn. Xem lại chữ @ và phần sau nó.',
  'password-short': ({ least }) => `Mật khẩu cần ít nhất ${least} ký tự.`,
  'password-long': ({ most }) => `Mật khẩu dài nhất ${most} ký tự.`,
  'password-guessable': () => 'Mật khẩu này dễ đoán: phần lớn là từ quen thuộc, tên xã, tên người, năm hoặc dãy phím. Ghép vài từ không liên quan đến nhau.',
  'link-over': () => 'Đường dẫn này đã dùng hoặc đã quá 24 giờ.',
  'own-account': () => 'Bạn không tự khóa hay tự đổi tài khoản của mình ở đây được. Nhờ một quản trị khác.',
  'username-taken': () => 'Tên đăng nhập này đã có người dùng. Chọn tên khác, ví dụ thêm tên xã.',
}

/** The sentence of a problem of this context; undefined where the code is not ours. */
export const identitySentence = (problem: { code: string }): string | undefined => sentences[problem.code]?.(problem)

/** The message that carries a one-time code. @param place "xã Tân Quới" */
export const oneTimeCodeMessage = (code: string, place: string): string =>
  `Mã đăng nhập Một Cửa ${place}: ${code}. Mã dùng một lần, trong ${CODE_MINUTES} phút. Không đưa mã này cho ai, kể cả người xưng là cán bộ.`

/** Told by mail when an unknown browser signs in. @param when "07:32 thứ Ba, 24/11/2026" */
export const newDeviceMessage = (when: string): string =>
  `Tài khoản cán bộ của bạn vừa đăng nhập Một Cửa từ một máy chưa dùng bao giờ, lúc ${when}. Nếu là bạn thì không phải làm gì. Nếu không phải, báo ngay quản trị của xã để khóa tài khoản.`

/** A contact as its owner reads it: `0912 000 326`. */
export const contactLabel = (contact: Contact): string => (contact.channel === 'sms' ? phone(contact.address) : contact.address)
