import type { ApiScope, ExchangeEvent } from './domain/api'
import type { LegState } from './domain/leg'
import type { PartnerKind } from './domain/partner'
import type { WebhookEvent } from './domain/webhook'

export const legStateLabel = {
  planned: 'Chưa giao', 'handed-over': 'Đã giao, chờ nhận', accepted: 'Đã nhận, đang làm', done: 'Đã xong', returned: 'Bị trả lại', cancelled: 'Đã rút lại',
} satisfies Record<LegState, string>

export const partnerKindLabel = {
  tax: 'Thuế', land: 'Đăng ký đất đai', police: 'Công an', insurance: 'Bảo hiểm xã hội', health: 'Y tế', province: 'Sở, cơ quan cấp tỉnh', other: 'Cơ quan khác',
} satisfies Record<PartnerKind, string>

export const receptionStateLabel = { waiting: 'Chờ xã giải quyết trả lời', acknowledged: 'Xã giải quyết đã nhận', refused: 'Không được nhận' } as const
export const returnPlaceLabel = { here: 'Tại quầy xã này', solving: 'Tại xã giải quyết' } as const

export const scopeLabel = { 'dossiers:write': 'Gửi hồ sơ vào', 'events:write': 'Báo việc xảy ra với hồ sơ', 'status:read': 'Xem trạng thái hồ sơ' } satisfies Record<ApiScope, string>
export const webhookEventLabel = {
  received: 'Nộp, tiếp nhận', supplement: 'Bổ sung', progress: 'Chuyển bước, đổi hạn, xin lỗi', legs: 'Việc của cơ quan phối hợp', result: 'Có kết quả, trả kết quả', ended: 'Từ chối, rút, dừng, hủy',
} satisfies Record<WebhookEvent, string>
export const exchangeEventLabel = {
  'supplement-received': 'Giấy tờ bổ sung đã đến', 'payment-settled': 'Đã thu phí ở nơi khác', withdrawn: 'Người dân rút hồ sơ', 'result-returned': 'Đã trả kết quả ở nơi khác',
} satisfies Record<ExchangeEvent, string>

/** What is amiss with what was typed or sent, and how to mend it. */
export const inputSentence = {
  key: 'Trang này mở quá lâu. Tải lại trang rồi bấm lại.',
  tooLong: (most: number): string => `Ghi không quá ${most} chữ.`,
  day: 'Ghi đủ ngày, tháng, năm.',
  limit: 'Ghi số ngày hoặc giờ bằng chữ số, từ 1 trở lên; không có thời hạn thì để trống.',
  partner: 'Chọn cơ quan phối hợp.',
  legName: 'Ghi việc nhờ cơ quan ấy làm, ví dụ Xác định nghĩa vụ tài chính.',
  instruction: 'Ghi điều cần nói thêm, hoặc để trống.',
  reason: 'Ghi lý do để bên kia hiểu và biết phải làm gì.',
  outcome: 'Ghi đã làm gì, kết quả thế nào.',
  partnerCode: 'Ghi số văn bản hoặc mã bên cơ quan, hoặc để trống.',
  partnerName: 'Ghi tên cơ quan.',
  partnerKind: 'Chọn loại cơ quan.',
  commune: 'Chọn xã giải quyết.',
  mandate: 'Ghi giấy tờ ủy quyền, ví dụ Giấy ủy quyền chứng thực số 88 ngày 12/11/2026.',
  recipient: 'Ghi họ tên người nhận kết quả.',
  tokenName: 'Đặt tên để sau này nhận ra, ví dụ Hệ thống của tỉnh.',
  scopes: 'Chọn ít nhất một việc được làm.',
  days: 'Ghi số ngày có hiệu lực, từ 1 đến 730.',
  token: 'Chọn khóa mà địa chỉ nhận tin thuộc về.',
  url: 'Ghi địa chỉ đầy đủ, ví dụ https://hethong.tinh.gov.vn/nhan-tin.',
  events: 'Chọn ít nhất một loại tin.',
  fileName: 'Ghi tên tệp.',
  base64: 'Tệp gửi kèm phải là base64.',
  files: 'Mỗi lần không quá 10 tệp; gửi tiếp các tệp còn lại sau.',
  instant: 'Ghi ngày giờ theo ISO 8601, ví dụ 2026-11-25T08:05:00+07:00.',
  amount: 'Ghi số tiền bằng đồng, số nguyên từ 1.',
  reference: 'Ghi mã giao dịch.',
} as const

/** Why something could not be done, and what to do instead. */
const sentences: Record<string, string> = {
  forbidden: 'Bạn không có quyền làm việc này.',
  'not-found': 'Không tìm thấy. Tải lại trang rồi thử lại.',
  stale: 'Hồ sơ vừa được người khác cập nhật. Tải lại trang để xem mới nhất rồi làm tiếp.',
  'dossier-not-open': 'Hồ sơ này không còn đang giải quyết, không giao việc cho cơ quan phối hợp được.',
  'no-legs-in-procedure': 'Thủ tục này không quy định việc của cơ quan phối hợp. Thêm từng việc bên dưới.',
  'already-planned': 'Việc theo thủ tục đã lập rồi.',
  'leg-not-now': 'Việc này đã sang trạng thái khác. Tải lại trang để xem mới nhất.',
  'earlier-turn-open': 'Việc ở lượt trước chưa xong. Chờ xong rồi giao việc này.',
  'partner-not-valid': 'Cơ quan này không hoạt động vào hôm nay. Chọn cơ quan khác.',
  'paper-unknown': 'Có giấy tờ không thuộc hồ sơ này. Tải lại trang rồi chọn lại.',
  'same-key-other-content': 'Lần bấm này đã ghi một nội dung khác. Tải lại trang rồi nhập lại.',
  'own-commune': 'Đây là xã của bạn. Dùng Tiếp nhận, in phiếu.',
  'commune-unknown': 'Không có xã này trên hệ thống. Chọn xã khác.',
  'procedure-not-in-force': 'Thủ tục này hiện không còn hiệu lực ở xã giải quyết. Chọn thủ tục khác.',
  'papers-missing': 'Còn thiếu giấy tờ bắt buộc. Đánh dấu giấy tờ đã có, hoặc hướng dẫn người dân bổ sung.',
  'not-answered': 'Xã giải quyết chưa báo có kết quả, chưa trả được.',
  'already-handed-out': 'Kết quả này đã trả rồi.',
  'address-refused': 'Địa chỉ này không nhận được tin: phải là https, tên miền công khai, không phải địa chỉ trong mạng nội bộ.',
  'day-before-start': 'Ngày kết thúc phải sau ngày bắt đầu.',
  'token-ended': 'Khóa này đã thu hồi hoặc hết hạn. Tạo khóa mới.',
}
export const sayProblem = ({ code }: { code: string }): string | undefined => sentences[code]

/** Why the solving commune did not take it in, for the counter that sent it. */
export const refusalLabel: Record<string, string> = {
  'procedure-not-in-force': 'Thủ tục không còn hiệu lực ở xã giải quyết',
  'variant-unknown': 'Trường hợp này không có ở xã giải quyết',
  'papers-missing': 'Thiếu giấy tờ bắt buộc',
  'commune-unknown': 'Xã giải quyết không còn trên hệ thống',
  'not-competent': 'Không thuộc thẩm quyền',
  'not-eligible': 'Không đủ điều kiện',
  incomplete: 'Không bổ sung đủ giấy tờ',
  duplicate: 'Đã có hồ sơ cùng nội dung',
  other: 'Lý do khác, xem phiếu từ chối',
}

const apiSentences: Record<string, string> = {
  'token-unknown': 'Thiếu khóa, hoặc khóa không còn hiệu lực. Gửi tiêu đề Authorization: Bearer … với khóa mà quản trị của xã đã cấp.',
  'scope-missing': 'Khóa này không được làm việc này. Nhờ quản trị của xã cấp khóa có quyền phù hợp.',
  'too-many-requests': 'Quá nhiều yêu cầu. Chờ theo Retry-After rồi gửi lại.',
  'idempotency-key-missing': 'Gửi tiêu đề Idempotency-Key, từ 8 đến 100 ký tự chữ, số, gạch; mỗi việc một khóa riêng để gửi lại không bị ghi hai lần.',
  'same-key-other-content': 'Idempotency-Key này đã dùng cho một nội dung khác. Dùng khóa mới cho việc mới.',
  'code-taken': 'Mã hồ sơ này đã có trong sổ của xã. Xem trạng thái ở GET /dossiers/{code}.',
  'procedure-not-in-force': 'Thủ tục này không còn hiệu lực. Xem danh mục ở GET /procedures.',
  'variant-unknown': 'Thủ tục không có trường hợp này. Xem các trường hợp ở GET /procedures/{code}.',
  'papers-missing': 'Chưa đủ thành phần hồ sơ bắt buộc.',
  'nothing-owed': 'Hồ sơ này không còn khoản nào phải nộp.',
  'amount-differs': 'Số tiền khác số đang phải nộp. Gửi đúng tổng số phải nộp.',
  'instant-impossible': 'Lúc ghi không thể đúng: ở sau lúc này, hoặc trước khi có kết quả.',
  'dossier-not-open': 'Hồ sơ đã có kết quả hoặc đã dừng, không nhận thêm tệp.',
}
export const apiProblemSentence = (code: string): string | undefined => apiSentences[code]
