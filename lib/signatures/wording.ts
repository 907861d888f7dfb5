import type { Authority, CertificateTime, SigningManner, SigningRole, Verdict } from './domain/signature'

/** What the mark on the paper says. */
export const markWords = {
  title: 'Thông tin chữ ký số',
  signedBy: 'Người ký',
  seal: 'Chữ ký số của cơ quan',
  time: 'Thời gian ký',
  number: 'Số',
  scan: 'Quét mã để kiểm tra văn bản, hoặc vào',
} as const

export const roleLabel = { leader: 'Lãnh đạo ký', seal: 'Cơ quan đóng dấu' } satisfies Record<SigningRole, string>
export const mannerLabel = { digital: 'Ký số', pen: 'Ký bút, đóng dấu mực' } satisfies Record<SigningManner, string>

/** The answer in one line, and what it means for whoever holds the paper. */
export const verdictWords = {
  good: { title: 'Chữ ký hợp lệ, nội dung không bị sửa', detail: 'Văn bản giữ nguyên từ lúc ký. Người ký có chứng thư số do tổ chức chứng thực mà hệ thống này biết cấp.' },
  unconfirmed: { title: 'Nội dung không bị sửa từ lúc ký, chưa xác nhận được người ký', detail: 'Văn bản giữ nguyên từ lúc ký, nhưng chưa có tổ chức chứng thực nào mà hệ thống này tin cậy bảo đảm người ký là ai.' },
  expired: { title: 'Chứng thư số không còn hạn vào lúc ký', detail: 'Nội dung không bị sửa, nhưng lúc ký chứng thư số đã hết hạn hoặc chưa có hiệu lực. Hỏi cơ quan đã cấp văn bản.' },
  changed: { title: 'Văn bản đã bị thay đổi sau khi ký', detail: 'Tệp này không còn như lúc ký. Đừng dùng tệp này; xin lại bản gốc từ cơ quan đã cấp.' },
  unsigned: { title: 'Tệp này không có chữ ký số', detail: 'Văn bản ký bút, đóng dấu mực rồi quét lại thì không có chữ ký số. Kiểm tra bằng số văn bản hoặc mã QR trên giấy.' },
  unreadable: { title: 'Không đọc được tệp này', detail: 'Chỉ kiểm tra được tệp PDF không đặt mật khẩu. Tải lại tệp từ nơi bạn nhận rồi thử lại.' },
} satisfies Record<Verdict, { title: string; detail: string }>

export const authorityWords = {
  known: 'Tổ chức chứng thực được tin cậy',
  demonstration: 'Chứng thư trình diễn, không có giá trị pháp lý',
  unknown: 'Chưa biết tổ chức cấp chứng thư này',
} satisfies Record<Authority, string>

export const certificateTimeWords = {
  valid: 'Còn hạn vào lúc ký',
  expired: 'Đã hết hạn vào lúc ký',
  'not-yet-valid': 'Chưa có hiệu lực vào lúc ký',
  unknown: 'Tệp không ghi lúc ký',
} satisfies Record<CertificateTime, string>

/** Whether the very bytes left this house. */
export const issuedWords = {
  issued: 'Đúng tệp do cơ quan này cấp, từng byte một.',
  'issued-earlier': 'Đúng tệp của cơ quan này, nhưng đã có bản mới hơn (ví dụ bản đã đóng dấu).',
  'not-issued': 'Tệp này không phải tệp gốc đã cấp trên hệ thống: có thể do nơi khác cấp, hoặc đã bị sửa, in ra rồi quét lại.',
} as const

/** No question is asked over the network, so this is said beside every verdict. */
export const notAsked = 'Chưa hỏi tổ chức chứng thực xem chứng thư có bị thu hồi hay không.'

/** Why something could not be signed, and what to do instead. */
export const signingProblem = {
  'signing-off': 'Máy chủ chưa có chứng thư số nên chưa ký số được. Ký bút rồi đóng dấu như thường, hoặc nhờ quản trị cài chứng thư theo hướng dẫn.',
  'no-certificate': 'Chưa có chứng thư số cho chức danh này. Ký bút rồi đóng dấu, hoặc nhờ quản trị cài chứng thư.',
  'certificate-not-valid': 'Chứng thư số đã hết hạn hoặc chưa có hiệu lực. Gia hạn chứng thư, hoặc ký bút rồi đóng dấu.',
  'key-not-opened': 'Không mở được tệp chứng thư số: mật khẩu của tệp không khớp. Nhờ quản trị xem lại.',
  'service-away': 'Dịch vụ ký số không trả lời. Chưa ký gì; thử lại sau ít phút.',
  'cannot-sign-file': 'Không ký được tệp này: tệp không phải PDF, đặt mật khẩu, hoặc bị hỏng. Trả lại bước trước để đính kèm tệp khác.',
  'no-file': 'Kết quả này chưa có tệp PDF. Ký bút rồi đóng dấu, hoặc trả lại bước trước để đính kèm tệp.',
  'file-changed': 'Tệp có chữ ký đã bị thay đổi. Trả lại bước trước để đính kèm tệp gốc.',
  'already-signed': 'Văn bản này đã ký.',
  'not-signed-by-leader': 'Lãnh đạo chưa ký số văn bản này nên chưa đóng dấu số được.',
  'proof-wrong': 'Mật khẩu hoặc mã xác thực chưa đúng. Chưa ký gì; nhập lại.',
  'proof-empty': 'Nhập mật khẩu hoặc mã 6 số trên điện thoại.',
  'code-used': 'Mã này đã dùng. Chờ mã mới rồi nhập lại.',
  'too-many-attempts': 'Đã thử quá nhiều lần. Chờ 15 phút rồi thử lại.',
  'nothing-chosen': 'Chọn ít nhất một văn bản.',
  'too-many': 'Mỗi lần ký không quá 50 văn bản.',
  'batch-over': 'Lần ký này đã quá 10 phút. Chọn lại và nhập lại mật khẩu.',
  'signature-wrong': 'Chữ ký nhận về không khớp với văn bản. Chưa ghi gì; ký lại.',
} as const satisfies Record<string, string>
export type SigningProblemCode = keyof typeof signingProblem

/** The sentence for a code of signing; undefined for codes of other contexts. */
export const saySigningProblem = (code: string): string | undefined => (Object.hasOwn(signingProblem, code) ? signingProblem[code as SigningProblemCode] : undefined)
