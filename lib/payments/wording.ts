import { money } from '@/lib/kernel/format'
import type { NotificationOutcome } from './domain/gateway'
import type { PaymentKind, PaymentMethod, PaymentStanding, PaymentState } from './domain/payment'
import type { PersonGroup } from './domain/reductions'
import type { RefundMethod, RefundState } from './domain/refund'

export const paymentKindLabel = { fee: 'Phí', charge: 'Lệ phí', obligation: 'Nghĩa vụ tài chính' } satisfies Record<PaymentKind, string>
export const paymentStateLabel = { owed: 'Chưa nộp', paid: 'Đã nộp', exempt: 'Được miễn', refunded: 'Đã hoàn lại', cancelled: 'Không phải nộp nữa' } satisfies Record<PaymentState, string>
export const paymentMethodLabel = { cash: 'Tiền mặt', transfer: 'Chuyển khoản', gateway: 'Thanh toán trực tuyến', treasury: 'Nộp tại Kho bạc, ngân hàng' } satisfies Record<PaymentMethod, string>
export const paymentStandingLabel = { none: 'Không thu', owed: 'Chưa nộp đủ', paid: 'Đã nộp', exempt: 'Được miễn', refunded: 'Đã hoàn lại' } satisfies Record<PaymentStanding, string>

export const personGroupLabel = {
  child: 'Trẻ em',
  'poor-household': 'Người thuộc hộ nghèo',
  elderly: 'Người cao tuổi',
  disabled: 'Người khuyết tật',
  merit: 'Người có công với cách mạng',
  'minority-in-hardship': 'Đồng bào dân tộc thiểu số ở xã đặc biệt khó khăn',
  'border-or-island': 'Người ở xã biên giới, đặc khu',
  orphan: 'Người từ 16 đến dưới 18 tuổi mồ côi cả cha và mẹ',
  'vneid-five-papers': 'Tài khoản VNeID mức 2, đủ 05 giấy tờ cơ bản, nộp trực tuyến',
  'online-filing': 'Nộp hồ sơ trực tuyến',
  'step-parent': 'Cha dượng, mẹ kế nhận con riêng',
  'close-relative': 'Cô, cậu, dì, chú, bác ruột nhận cháu',
  'child-in-need': 'Nhận trẻ khuyết tật, nhiễm HIV/AIDS, mắc bệnh hiểm nghèo',
  'farm-loan': 'Thế chấp vay vốn phát triển nông nghiệp, nông thôn',
} satisfies Record<PersonGroup, string>

export const refundStateLabel = { proposed: 'Chờ lãnh đạo duyệt', approved: 'Đã duyệt, chờ chi', rejected: 'Không duyệt', paid: 'Đã hoàn' } satisfies Record<RefundState, string>
export const refundMethodLabel = { cash: 'Tiền mặt', transfer: 'Chuyển khoản' } satisfies Record<RefundMethod, string>

export const notificationOutcomeLabel = {
  applied: 'Đã ghi có',
  refused: 'Ngân hàng từ chối',
  'too-late': 'Đến sau khi khoản này đã xong',
  'paid-twice': 'Nộp hai lần, phải hoàn lại',
  'amount-differs': 'Số tiền không khớp, phải hoàn lại',
  'unknown-intent': 'Không rõ của hồ sơ nào',
} satisfies Record<NotificationOutcome, string>

/** Why money goes back although nobody asked for it. */
export const surplusReason = {
  'paid-twice': 'Tiền đến cho khoản đã nộp rồi',
  'amount-differs': 'Số tiền đến không khớp số phải nộp',
} as const

/** Where nobody can collect money by transfer or online, the page says how else. */
export const PAY_AT_THE_DESK = 'Nộp tiền mặt tại quầy của Bộ phận Một cửa, trong giờ làm việc.'

/** Said on paper and on screens: the confirmation is ours and no tax receipt. */
export const NOT_A_TAX_RECEIPT = 'Phiếu này chỉ xác nhận việc thu tiền tại quầy, không phải biên lai thu thuế, phí, lệ phí theo pháp luật về thuế.'

/** Why something could not be done, and what to do instead. */
export const problemSentence = {
  'not-found': 'Không tìm thấy khoản này. Tải lại trang để xem mới nhất.',
  'nothing-owed': 'Hồ sơ này không còn khoản nào phải nộp. Tải lại trang để xem mới nhất.',
  'amount-changed': 'Số phải nộp vừa thay đổi. Tải lại trang, xem lại số tiền rồi thu.',
  'already-paid': 'Khoản này đã nộp nên không sửa mức thu được nữa. Muốn trả lại tiền, đề nghị hoàn phí.',
  'amount-not-set': 'Mức thu do HĐND tỉnh quy định. Nhập số tiền trước khi miễn, giảm.',
  'group-not-for-this-fee': 'Chưa có quy định miễn, giảm khoản này cho nhóm đã chọn. Chọn nhóm khác.',
  'proof-missing': 'Nhóm này phải có giấy tờ chứng minh. Chọn giấy tờ trong hồ sơ, hoặc ghi tên giấy tờ đã xem.',
  'attachment-unknown': 'Không tìm thấy giấy tờ này trong hồ sơ. Chọn lại.',
  'refund-not-waiting': 'Đề nghị hoàn này đã được xử lý. Tải lại trang để xem mới nhất.',
  'refund-not-approved': 'Đề nghị hoàn này chưa được lãnh đạo duyệt, hoặc đã chi rồi. Tải lại trang để xem mới nhất.',
  'own-proposal': 'Người đề nghị không tự duyệt. Nhờ lãnh đạo khác.',
  'nothing-to-close': 'Từ lần chốt trước đến nay chưa thu, chi khoản nào.',
  'has-e-receipt': 'Lần thu này đã ghi biên lai điện tử.',
  'e-receipt-number-taken': 'Ký hiệu và số biên lai này đã ghi cho lần thu khác. Xem lại số.',
  'already-handled': 'Việc này đã có người xử lý. Tải lại trang để xem mới nhất.',
  'dossier-ended': 'Hồ sơ đã kết thúc nên không thu tiền nữa.',
  'no-gateway': 'Nơi này chưa mở thanh toán trực tuyến. Nộp bằng cách khác ghi bên dưới.',
  'has-owed': 'Còn khoản chưa nộp. Ghi nhận nộp tiền trước.',
} as const satisfies Record<string, string>

type Said = { code: string; mostVnd?: number; expectedVnd?: number; countedVnd?: number; proofs?: readonly string[] }

/** The sentence for a problem of any use case of this context. */
export function sayProblem(problem: Said): string | undefined {
  if (problem.code === 'forbidden') return 'Bạn không có quyền làm việc này. Nhờ người thu phí hoặc lãnh đạo.'
  if (problem.code === 'refund-too-much') {
    return problem.mostVnd === undefined || problem.mostVnd <= 0 ? 'Lần thu này đã hoàn hết, không còn gì để hoàn.' : `Chỉ hoàn được nhiều nhất ${money(problem.mostVnd)} của lần thu này.`
  }
  if (problem.code === 'difference-unexplained' && problem.expectedVnd !== undefined && problem.countedVnd !== undefined) {
    const difference = problem.countedVnd - problem.expectedVnd
    return `Đếm được ${money(problem.countedVnd)}, sổ ghi ${money(problem.expectedVnd)}: ${difference > 0 ? 'thừa' : 'thiếu'} ${money(Math.abs(difference))}. Đếm lại, hoặc ghi lý do chênh lệch.`
  }
  if (problem.code === 'proof-missing' && problem.proofs !== undefined && problem.proofs.length > 0) return `Cần ${problem.proofs.join(' hoặc ').toLocaleLowerCase('vi')}. Chọn giấy tờ trong hồ sơ, hoặc ghi tên giấy tờ đã xem.`
  return (problemSentence as Record<string, string>)[problem.code]
}

/** What is amiss with what was typed, and how to mend it. */
export const inputSentence = {
  amount: 'Ghi số tiền bằng chữ số, ví dụ 8000.',
  amountAboveZero: 'Ghi số tiền lớn hơn 0, bằng chữ số.',
  amountTooLarge: 'Số tiền quá lớn. Ghi nhiều nhất 1.000.000.000 đồng.',
  basis: 'Ghi căn cứ thu, ví dụ Nghị quyết 12/2025/NQ-HĐND.',
  line: 'Không rõ khoản nào. Tải lại trang rồi thử lại.',
  group: 'Chọn nhóm được miễn, giảm.',
  reason: 'Ghi lý do để người sau đọc hiểu.',
  tooLong: (most: number): string => `Ghi không quá ${most} chữ.`,
  method: 'Chọn cách nộp tiền.',
  reference: 'Ghi số chứng từ hoặc mã giao dịch của ngân hàng.',
  eReceiptSeries: 'Ghi ký hiệu biên lai, ví dụ 01BLP0-001.',
  eReceiptNumber: 'Số biên lai có nhiều nhất 7 chữ số.',
  eReceiptBoth: 'Ghi đủ cả ký hiệu và số biên lai.',
  counted: 'Ghi số tiền mặt đã đếm, bằng chữ số. Không có đồng nào thì ghi 0.',
  decision: 'Chọn duyệt hay không duyệt.',
  rejection: 'Ghi vì sao không duyệt.',
} as const
