import { longInstant } from '@/lib/kernel/format'
import type { MessageFailure } from './domain/failure'
import type { AnyTemplate, HoldReason, MessageChannel, MessageFacts, MessageState, Template } from './domain/message'
import { fillTemplate, type Placeholder, type TextProblem } from './domain/template-text'

export const messageChannelLabel = { sms: 'Tin nhắn', zalo: 'Zalo', email: 'Thư điện tử' } satisfies Record<MessageChannel, string>
export const messageStateLabel = {
  queued: 'Chờ gửi', sending: 'Đang gửi', sent: 'Đã gửi', failed: 'Chưa gửi được', merged: 'Đã nói trong tin khác', 'no-gateway': 'Chưa có cổng gửi',
} satisfies Record<MessageState, string>
export const holdReasonLabel = { 'quiet-hours': 'đang giờ yên lặng', 'one-an-hour': 'mỗi giờ một tin, sẽ gộp' } satisfies Record<HoldReason, string>

/** After "Chưa gửi được: ". */
export const failureLabel = {
  'number-unknown': 'số điện thoại không tồn tại',
  'mailbox-unknown': 'địa chỉ thư không tồn tại',
  'mailbox-full': 'hộp thư của người nhận đã đầy',
  blocked: 'người nhận chặn tin',
  'not-on-zalo': 'số này không dùng Zalo',
  refused: 'cổng gửi không nhận tin này',
  'gave-up': 'đã thử nhiều lần mà cổng gửi không trả lời',
} satisfies Record<MessageFailure, string>

type Told = { channel: MessageChannel; template: string; recipient: string; state: MessageState; failure: MessageFailure | null; held: HoldReason | null; sendAfter: Date | null }

/** One line of what was told, for officers: what, over which way, to whom, and what became of it. */
export function messageSentence({ channel, template, recipient, state, failure, held, sendAfter }: Told): string {
  const what = `${messageName(template)} (${messageChannelLabel[channel].toLocaleLowerCase('vi')} ${recipient})`
  switch (state) {
    case 'sent': return `Đã báo: ${what}`
    case 'merged': return `Đã báo trong tin sau: ${what}`
    case 'failed': return `Chưa gửi được: ${failure === null ? messageStateLabel.failed.toLocaleLowerCase('vi') : failureLabel[failure]}. ${what}. Gọi điện hoặc báo trực tiếp`
    case 'no-gateway': return `Chưa có cổng gửi: ${what}. Gọi điện hoặc báo trực tiếp`
    case 'sending': return `Đang gửi: ${what}`
    case 'queued': return `Chờ gửi${sendAfter === null ? '' : ` lúc ${longInstant(sendAfter)}`}${held === null ? '' : `, ${holdReasonLabel[held]}`}: ${what}`
  }
}

/** In lists of what was sent. */
export const templateLabel = {
  submitted: 'Đã nhận hồ sơ nộp trực tuyến',
  received: 'Đã tiếp nhận, hẹn trả',
  'supplement-requested': 'Yêu cầu bổ sung',
  'supplement-near': 'Nhắc: sắp hết hạn bổ sung',
  'supplement-passed': 'Nhắc: đã hết hạn bổ sung',
  refused: 'Không tiếp nhận',
  resolved: 'Có kết quả',
  'result-waiting': 'Nhắc: kết quả chưa có người nhận',
  'result-posted': 'Đã gửi kết quả qua bưu chính',
  'result-sent-back': 'Bưu gửi chuyển hoàn',
  returned: 'Đã trả kết quả',
  withdrawn: 'Đã rút hồ sơ',
  discontinued: 'Dừng giải quyết',
  apology: 'Xin lỗi, hẹn lại',
  'verification-extended': 'Gia hạn để xác minh',
  'procedure-corrected': 'Sửa thủ tục ghi nhầm',
  'payment-requested': 'Yêu cầu nộp tiền',
} satisfies Record<Template, string>

const otherLabel = {
  'one-time-code': 'Mã đăng nhập', 'new-device': 'Báo đăng nhập máy lạ', 'officer-digest': 'Việc trong ngày', 'officer-warning': 'Nhắc hạn cho cán bộ',
} satisfies Record<Exclude<AnyTemplate, Template>, string>

/** Any message by its name; one of an older version of the product by the word it was kept under. */
export const messageName = (template: string): string => ({ ...templateLabel, ...otherLabel } as Record<string, string>)[template] ?? template

/**
 * The texts as they come with the product; a commune may put its own in their place. Braces hold placeholders, square brackets a piece
 * that is left out where it has nothing to say. First what happened, then what to do, then where to look.
 */
export const defaultText: Record<Template, string> = {
  submitted: 'Đã nhận hồ sơ {mã hồ sơ} ({thủ tục}).[ {cơ quan} kiểm tra và trả lời trước {trả lời trước}.][ Mã bí mật: {mã bí mật}.] Theo dõi tại {trang tra cứu}.',
  received: 'Hồ sơ {mã hồ sơ} ({thủ tục}) đã được tiếp nhận.[ Hẹn trả kết quả: {hẹn trả}, {nơi nhận}.][ {không có thời hạn}][ Mã bí mật: {mã bí mật}.] Theo dõi tại {trang tra cứu}.',
  'supplement-requested': 'Hồ sơ {mã hồ sơ} cần bổ sung:[ {giấy tờ còn thiếu}.][ {thời hạn tạm dừng}][ Nộp chậm nhất {ngày cuối bổ sung}.] Cách nộp bổ sung: {trang tra cứu}.',
  'supplement-near': 'Nhắc: hồ sơ {mã hồ sơ} còn chờ bạn bổ sung.[ Nộp chậm nhất {ngày cuối bổ sung}.][ Còn thiếu: {giấy tờ còn thiếu}.] Cách nộp bổ sung: {trang tra cứu}.',
  'supplement-passed': 'Hồ sơ {mã hồ sơ} đã quá ngày bổ sung[ {ngày cuối bổ sung}] mà chưa nhận được giấy tờ.[ Còn thiếu: {giấy tờ còn thiếu}.] Gọi {cơ quan} để được hướng dẫn, nếu không hồ sơ có thể bị dừng giải quyết.',
  refused: 'Hồ sơ {mã hồ sơ} ({thủ tục}) không được tiếp nhận.[ Lý do: {lý do}.] Xem phiếu từ chối và việc nên làm tiếp tại {trang tra cứu}.',
  resolved: 'Hồ sơ {mã hồ sơ} ({thủ tục}) đã có kết quả[ {kết quả từ chối}]. Nhận {nơi nhận}.',
  'result-waiting': 'Nhắc: kết quả hồ sơ {mã hồ sơ} ({thủ tục}) đang chờ bạn. Nhận {nơi nhận}, mang theo căn cước và giấy hẹn. Không đến được thì gọi {cơ quan}.',
  'result-posted': 'Kết quả hồ sơ {mã hồ sơ} đã gửi qua bưu chính[, mã bưu gửi {mã bưu gửi}]. Nhân viên bưu chính gọi trước khi giao.',
  'result-sent-back': 'Bưu chính chưa giao được kết quả hồ sơ {mã hồ sơ} và đã chuyển về {cơ quan}. Gọi hoặc đến nhận tại quầy trả kết quả.',
  returned: 'Đã trả kết quả hồ sơ {mã hồ sơ}. Nếu bạn chưa nhận được, gọi {cơ quan} ngay. Mời bạn đánh giá tại {trang tra cứu}.',
  withdrawn: 'Hồ sơ {mã hồ sơ} đã được rút theo đề nghị. Giấy tờ đã nộp nhận lại tại {cơ quan}.',
  discontinued: 'Hồ sơ {mã hồ sơ} đã dừng giải quyết.[ Lý do: {lý do}.] Xem thông báo tại {trang tra cứu}.',
  apology: '{cơ quan} xin lỗi bạn: hồ sơ {mã hồ sơ} chưa kịp trả đúng hẹn.[ Lý do: {lý do}.][ Hẹn lại: {hẹn lại}.] Theo dõi tại {trang tra cứu}.',
  'verification-extended': 'Hồ sơ {mã hồ sơ} cần xác minh thêm nên thời hạn được gia hạn theo quy định.[ Hẹn trả mới: {hẹn trả}.][ Lý do: {lý do}.] Theo dõi tại {trang tra cứu}.',
  'payment-requested': 'Hồ sơ {mã hồ sơ} ({thủ tục}) có khoản phải nộp[: {số tiền}].[ {lý do}.][ {thời hạn tạm dừng}] Cách nộp: {trang tra cứu}.',
  'procedure-corrected': 'Hồ sơ {mã hồ sơ} đã được sửa lại theo đúng thủ tục: {thủ tục}.[ Hẹn trả kết quả: {hẹn trả}.] Bạn không phải nộp lại giấy tờ. Theo dõi tại {trang tra cứu}.',
}

/** The text of the product for one dossier. */
export const messageText = Object.fromEntries(
  Object.entries(defaultText).map(([template, text]) => [template, (facts: MessageFacts) => fillTemplate(text, facts)]),
) as Record<Template, (facts: MessageFacts) => string>

/** E-mails have a subject; text messages do not. */
export const defaultSubject = (template: Template): string => `${templateLabel[template]}: hồ sơ {mã hồ sơ}`
export const messageSubject = (template: Template, code: string): string => `${templateLabel[template]}: hồ sơ ${code}`

/** What a placeholder stands for, for whoever edits texts. */
export const placeholderMeaning = {
  'mã hồ sơ': 'mã in trên giấy hẹn',
  'thủ tục': 'tên thủ tục dễ hiểu',
  'cơ quan': 'tên nơi tiếp nhận và trả kết quả',
  'trang tra cứu': 'địa chỉ trang theo dõi hồ sơ',
  'mã bí mật': 'mã dùng cùng mã hồ sơ để tra cứu',
  'trả lời trước': 'lúc chậm nhất quầy trả lời hồ sơ trực tuyến',
  'hẹn trả': 'ngày giờ hẹn trả kết quả',
  'không có thời hạn': 'câu nói thay khi thủ tục không quy định thời hạn',
  'giấy tờ còn thiếu': 'mọi thứ phải bổ sung, đánh số',
  'thời hạn tạm dừng': 'câu nói thêm khi thời hạn dừng trong lúc chờ',
  'ngày cuối bổ sung': 'ngày chậm nhất phải bổ sung, nếu có',
  'số tiền': 'phí, lệ phí còn phải nộp',
  'lý do': 'lý do cán bộ đã ghi',
  'hẹn lại': 'ngày giờ hẹn lại trong thư xin lỗi',
  'kết quả từ chối': 'câu nói thêm khi kết quả là không giải quyết',
  'nơi nhận': 'nhận kết quả ở đâu',
  'mã bưu gửi': 'mã theo dõi của bưu chính',
} satisfies Record<Placeholder, string>

/** What is amiss with a text, and how to mend it. */
export function sayTextProblem(problem: TextProblem): string {
  switch (problem.code) {
    case 'unknown-placeholder': return `Không có chỗ điền nào tên {${problem.name}}. Chọn một tên trong danh sách chỗ điền.`
    case 'bracket-open': return 'Có dấu ngoặc chưa đóng hoặc lồng nhau. Mỗi ngoặc mở cần một ngoặc đóng, ngoặc vuông không nằm trong ngoặc vuông.'
    case 'placeholder-missing': return `Tin này phải có {${problem.name}}, nếu không người đọc không biết việc gì.`
  }
}

export const inputSentence = {
  body: 'Ghi nội dung tin.',
  bodyLong: 'Nội dung dài quá 1000 chữ. Viết ngắn lại.',
  subject: 'Ghi tiêu đề thư.',
  subjectLong: 'Tiêu đề dài quá 200 chữ. Viết ngắn lại.',
  time: 'Ghi giờ và phút, ví dụ 21:00.',
  workingDays: 'Ghi số ngày từ 1 đến 60.',
  times: 'Ghi số lần từ 0 đến 10.',
} as const

const problemSentence = {
  'text-changed': 'Người khác vừa lưu nội dung mới. Mở lại trang để xem rồi sửa tiếp.',
  'text-refused': 'Có chỗ cần xem lại trong nội dung tin.',
} as const
export const sayProblem = ({ code }: { code: string }): string | undefined => (problemSentence as Record<string, string>)[code]
