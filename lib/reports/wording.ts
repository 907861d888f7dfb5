import { dayMonth, listDay, number, shortDay } from '@/lib/kernel/format'
import { localDateOf, localTimeOf } from '@/lib/kernel/local-date'
import { cellNames, type Cell, type Outcome } from './domain/facts'
import type { BrokenIdentity, Mend } from './domain/identities'
import type { FormColumn } from './domain/form-06a'
import { lastDay, quarterOf, wholeMonths, type Period } from './domain/period'
import type { TypedFigure } from './domain/typed-report'

/** What a figure counts, as a heading of the list behind it. */
export const cellLabel = {
  received: 'Nhận giải quyết',
  'carried-over': 'Kỳ trước chuyển sang',
  new: 'Nhận trong kỳ',
  online: 'Nhận trực tuyến tại cổng này',
  desk: 'Nhận tại quầy',
  post: 'Nhận qua bưu chính',
  'national-portal': 'Nhận từ Cổng Dịch vụ công quốc gia',
  'inter-agency': 'Liên thông',
  settled: 'Đã giải quyết',
  early: 'Trước hạn',
  'on-time': 'Đúng hạn',
  overdue: 'Đã giải quyết, quá hạn',
  'settled-no-limit': 'Đã giải quyết, không quy định thời hạn',
  'in-time': 'Đã giải quyết trước hạn và đúng hạn',
  'with-limit': 'Đã giải quyết, có thời hạn',
  withdrawn: 'Rút hồ sơ',
  'withdrawn-past-due': 'Rút khi đã quá hạn',
  discontinued: 'Dừng giải quyết',
  'discontinued-past-due': 'Dừng khi đã quá hạn',
  'discontinued-early': 'Dừng trước hạn',
  ended: 'Rút, dừng giải quyết',
  pending: 'Đang giải quyết',
  'within-limit': 'Đang giải quyết, trong hạn',
  'pending-overdue': 'Đang giải quyết, quá hạn',
  'pending-no-limit': 'Đang giải quyết, không quy định thời hạn',
  paused: 'Tạm dừng, chờ bổ sung',
  late: 'Trễ hẹn',
  submitted: 'Chờ tiếp nhận',
  refused: 'Từ chối tiếp nhận',
  voided: 'Hủy vì nhập nhầm',
  'withdrawn-unreceived': 'Rút trước khi tiếp nhận',
  'form-4': 'Nhận trực tuyến',
  'form-5': 'Nhận trực tiếp, bưu chính',
  'form-7': 'Đã giải quyết, theo biểu',
  'form-8': 'Trước hạn, theo biểu',
  'form-9': 'Đúng hạn, theo biểu',
  'form-10': 'Quá hạn, theo biểu',
  'form-12': 'Trong hạn, theo biểu',
} as const satisfies Record<Cell, string>

/** How an address names a cell. */
export const cellSlug = {
  received: 'nhan', 'carried-over': 'ky-truoc', new: 'nhan-moi', online: 'truc-tuyen', desk: 'tai-quay', post: 'buu-chinh', 'national-portal': 'cong-quoc-gia',
  'inter-agency': 'lien-thong', settled: 'da-xong', early: 'truoc-han', 'on-time': 'dung-han', overdue: 'xong-tre', 'settled-no-limit': 'xong-khong-han',
  'in-time': 'xong-dung-hen', 'with-limit': 'xong-co-han', withdrawn: 'rut', 'withdrawn-past-due': 'rut-qua-han', discontinued: 'dung', 'discontinued-past-due': 'dung-qua-han',
  'discontinued-early': 'dung-truoc-han', ended: 'rut-dung', pending: 'dang-lam', 'within-limit': 'trong-han', 'pending-overdue': 'dang-tre', 'pending-no-limit': 'khong-han',
  paused: 'tam-dung', late: 'tre', submitted: 'cho-nhan', refused: 'tu-choi', voided: 'huy', 'withdrawn-unreceived': 'rut-chua-nhan',
  'form-4': 'cot-4', 'form-5': 'cot-5', 'form-7': 'cot-7', 'form-8': 'cot-8', 'form-9': 'cot-9', 'form-10': 'cot-10', 'form-12': 'cot-12',
} as const satisfies Record<Cell, string>

export const cellOfSlug = (slug: string): Cell | null => cellNames.find((cell) => cellSlug[cell] === slug) ?? null

/** What the on-time rate is, said wherever it stands alone. */
export const rateDefinition = 'Hồ sơ xong trước hạn và đúng hạn, chia cho hồ sơ đã xong có quy định thời hạn. Hạn là ngày hẹn sau khi trừ thời gian chờ bổ sung; xin lỗi, hẹn lại không làm hồ sơ trễ thành đúng hạn.'
/** Instead of a rate where nothing was settled. */
export const nothingSettled = 'Không phát sinh'

/** `Tháng 11/2026`, `Quý IV/2026`, `6 tháng đầu năm 2012`, `Năm 2026`, `Ngày 25/11/2026`, `15/06/2026 – 14/09/2026`. */
export function periodName(period: Period): string {
  const [year, month, count] = [period.from.slice(0, 4), Number(period.from.slice(5, 7)), wholeMonths(period)]
  const last = lastDay(period)
  if (count === 1) return `Tháng ${month}/${year}`
  if (count === 3 && month % 3 === 1) return `Quý ${romanQuarter(period)}/${year}`
  if (count === 12 && month === 1) return `Năm ${year}`
  if ((count === 6 || count === 9) && month === 1) return `${count} tháng đầu năm ${year}`
  if (period.from === last) return `Ngày ${shortDay(period.from)}`
  return `${period.from.slice(0, 4) === last.slice(0, 4) ? dayMonth(period.from) : shortDay(period.from)} – ${shortDay(last)}`
}

export const romanQuarter = ({ from }: Period): string => ['I', 'II', 'III', 'IV'][quarterOf(from) - 1]!

/** `tháng 10`, for "so với tháng 10"; other periods by their days. */
export const shortPeriodName = (period: Period): string => {
  if (wholeMonths(period) === 1) return `tháng ${Number(period.from.slice(5, 7))}`
  const name = periodName(period)
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** Head of each printed column of II.06a. */
export const columnLabel = {
  3: 'Tổng số', 4: 'Trực tuyến', 5: 'Trực tiếp, bưu chính', 6: 'Từ kỳ trước',
  7: 'Tổng số', 8: 'Trước hạn', 9: 'Đúng hạn', 10: 'Quá hạn',
  11: 'Tổng số', 12: 'Trong hạn', 13: 'Quá hạn',
} as const satisfies Record<FormColumn, string>

const identitySentence: Record<string, string> = {
  received: 'Tổng số nhận phải bằng kỳ trước chuyển sang cộng nhận trong kỳ',
  new: 'Nhận trong kỳ phải bằng tổng các kênh nhận',
  settled: 'Đã giải quyết phải bằng trước hạn, đúng hạn và quá hạn cộng lại',
  'settled-parts': 'Số trước hạn, đúng hạn không thể nhiều hơn số đã giải quyết',
  'in-time': 'Trước và đúng hạn phải bằng trước hạn cộng đúng hạn',
  pending: 'Đang giải quyết phải bằng trong hạn cộng quá hạn',
  balance: 'Tổng số nhận phải bằng đã giải quyết cộng đang giải quyết, rút và dừng',
  'withdrawn-past-due': 'Số rút khi quá hạn không thể nhiều hơn số rút',
  'discontinued-past-due': 'Số dừng khi quá hạn không thể nhiều hơn số dừng',
  paused: 'Số tạm dừng không thể nhiều hơn số đang giải quyết',
  'inter-agency': 'Số liên thông không thể nhiều hơn số nhận',
  'carry-over': 'Kỳ trước chuyển sang phải bằng số đang giải quyết cuối kỳ trước',
  'form-received': 'Cột (3) phải bằng (4) + (5) + (6)',
  'form-settled': 'Cột (7) phải bằng (8) + (9) + (10)',
  'form-pending': 'Cột (11) phải bằng (12) + (13)',
  'form-balance': 'Cột (3) phải bằng (7) + (11)',
  'form-total': 'Dòng tổng số phải bằng các dòng trên cộng lại',
}

/** `Đã giải quyết phải bằng … : 396 và 431, lệch 35`. */
export function identityProblem({ name, left, right, difference }: BrokenIdentity): string {
  if (name.startsWith('whole:')) return `Số hồ sơ phải là số nguyên từ 0 trở lên, không phải ${left}`
  return `${identitySentence[name] ?? name}: ${number(left)} và ${number(right)}, lệch ${number(Math.abs(difference))}`
}

export const typedFigureLabel = {
  received: 'tổng số nhận', carriedOver: 'kỳ trước chuyển sang', new: 'nhận trong kỳ', online: 'trực tuyến', direct: 'trực tiếp, bưu chính', settled: 'đã giải quyết', early: 'trước hạn',
  onTime: 'đúng hạn', inTime: 'trước và đúng hạn', overdue: 'quá hạn', pending: 'đang giải quyết', withinLimit: 'đang giải quyết trong hạn', pendingOverdue: 'đang giải quyết quá hạn',
} as const satisfies Record<TypedFigure, string>

/** How the form of the check names its fields. */
export const typedFigureField = {
  received: 'nhan', carriedOver: 'ky-truoc', new: 'nhan-moi', online: 'truc-tuyen', direct: 'truc-tiep', settled: 'da-xong', early: 'truoc-han', onTime: 'dung-han', inTime: 'truoc-va-dung-han',
  overdue: 'qua-han', pending: 'dang-lam', withinLimit: 'trong-han', pendingOverdue: 'dang-qua-han',
} as const satisfies Record<TypedFigure, string>

/** `Nếu đã giải quyết là 431 thì các số khớp nhau`. */
export const mendSentence = ({ figure, instead }: Mend<TypedFigure>): string => `Nếu ${typedFigureLabel[figure]} là ${number(instead)} thì các số khớp nhau`

/** Heading of a running period: `Tháng 11 đến hôm nay`; of a closed one its name. */
export function runningName(period: Period, asOf: Date): string {
  const today = localDateOf(asOf)
  if (today < period.from || today >= period.to) return periodName(period)
  if (lastDay(period) === period.from) return `Hôm nay, ${listDay(today)}`
  if (lastDay(period) === today) return periodName(period)
  return `${wholeMonths(period) === 1 ? `Tháng ${Number(period.from.slice(5, 7))}` : periodName(period)} đến hôm nay`
}

/** `01/11 – 25/11/2026, tính lúc 10:05`; of a closed period when it was closed. */
export function asOfWords(period: Period, asOf: Date): string {
  const today = localDateOf(asOf)
  const running = today < period.to
  const last = running && today >= period.from ? today : lastDay(period)
  const days = period.from === last ? shortDay(last) : `${period.from.slice(0, 4) === last.slice(0, 4) ? dayMonth(period.from) : shortDay(period.from)} – ${shortDay(last)}`
  return running ? `${days}, tính lúc ${localTimeOf(asOf)}` : `${days}, số liệu đến hết ngày ${shortDay(last)}`
}

/** How an address names those that are likely to be late: no figure of a report, but opened like one. */
export const atRiskSlug = 'de-tre'

/** What became of a dossier that has no due moment to be judged by, as a tag. */
export const endedLabel = {
  withdrawn: 'Đã rút', 'withdrawn-past-due': 'Rút khi quá hạn', discontinued: 'Đã dừng', 'discontinued-early': 'Dừng trước hạn', 'discontinued-past-due': 'Dừng khi quá hạn',
  submitted: 'Chờ tiếp nhận', refused: 'Từ chối tiếp nhận', 'withdrawn-unreceived': 'Rút trước khi nhận', voided: 'Nhập nhầm, đã hủy',
} as const satisfies Partial<Record<Outcome, string>>

const approvalSentence: Record<string, string> = {
  'same-hand': 'Kết quả do chính bạn trình phải để lãnh đạo khác duyệt.',
  'not-now': 'Hồ sơ không còn ở bước phê duyệt: đã được duyệt, trả lại hoặc đang tạm dừng.',
  stale: 'Hồ sơ vừa được người khác cập nhật. Xem lại danh sách dưới đây rồi duyệt tiếp.',
  forbidden: 'Chỉ lãnh đạo được phê duyệt kết quả.',
  'not-found': 'Không tìm thấy hồ sơ. Xem lại danh sách dưới đây.',
  'see-fields': 'Chọn ít nhất một kết quả rồi bấm phê duyệt.',
  'signed-out': 'Phiên làm việc đã hết. Đăng nhập lại rồi duyệt tiếp; chưa kết quả nào được duyệt.',
  unavailable: 'Hệ thống đang bận, chưa duyệt được kết quả nào. Chờ một phút rồi bấm lại.',
}

/** Why results were not approved, in words that say what to do. */
export const approvalProblem = (code: string): string => (Object.hasOwn(approvalSentence, code) ? approvalSentence[code] : undefined) ?? 'Chưa duyệt được. Xem lại danh sách dưới đây rồi thử lại.'
