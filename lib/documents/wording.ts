import { type LocalDate, localDateOf, localTimeOf } from '@/lib/kernel/local-date'
import type { NumberingMode } from './domain/numbering'
import type { ApplicantTitle, DiscontinuationCause, IssuerKind, Outcome, PaperForm, SlipCopy } from './domain/official-paper'

/** For screens and file lists. */
export const paperName = {
  'receipt-slip': 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  'supplement-request': 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
  refusal: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
  apology: 'Phiếu xin lỗi và đề nghị gia hạn thời gian giải quyết',
  discontinuation: 'Thông báo dừng giải quyết hồ sơ',
  'control-sheet': 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
  'dossier-register': 'Sổ theo dõi hồ sơ',
  'result-cover': 'Phiếu trả kết quả giải quyết hồ sơ',
} satisfies Record<PaperForm, string>

/** "Mẫu 01" … "Mẫu 07" of Thông tư 03/2025/TT-VPCP; null: a paper of our own. */
export const paperMark = {
  'receipt-slip': 'Mẫu 01',
  'supplement-request': 'Mẫu 02',
  refusal: 'Mẫu 03',
  apology: 'Mẫu 04',
  discontinuation: 'Mẫu 05',
  'control-sheet': 'Mẫu 06',
  'dossier-register': 'Mẫu 07',
  'result-cover': null,
} satisfies Record<PaperForm, string | null>

/** The title as printed, line by line. */
export const paperTitle = {
  'receipt-slip': ['GIẤY TIẾP NHẬN HỒ SƠ', 'VÀ HẸN TRẢ KẾT QUẢ'],
  'supplement-request': ['PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ'],
  refusal: ['PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ'],
  apology: ['PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN', 'THỜI GIAN GIẢI QUYẾT'],
  discontinuation: ['THÔNG BÁO', 'DỪNG GIẢI QUYẾT HỒ SƠ'],
  'control-sheet': ['PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ'],
  'dossier-register': ['SỔ THEO DÕI HỒ SƠ'],
  'result-cover': ['PHIẾU TRẢ KẾT QUẢ GIẢI QUYẾT HỒ SƠ'],
} satisfies Record<PaperForm, readonly string[]>

/** The bold lines of the head, broken where a reader would pause. */
export const issuerHeadLines = {
  'service-centre': ['TRUNG TÂM PHỤC VỤ', 'HÀNH CHÍNH CÔNG'],
  'one-stop-desk': ['BỘ PHẬN TIẾP NHẬN', 'VÀ TRẢ KẾT QUẢ'],
} satisfies Record<IssuerKind, readonly string[]>

export const issuerShortName = {
  'service-centre': 'Trung tâm Phục vụ hành chính công',
  'one-stop-desk': 'Bộ phận Tiếp nhận và Trả kết quả',
} satisfies Record<IssuerKind, string>

export const slipCopyLabel = {
  office: { 'service-centre': 'Liên 1: lưu tại Trung tâm', 'one-stop-desk': 'Liên 1: lưu tại Bộ phận' },
  submitter: { 'service-centre': 'Liên 2: giao người nộp hồ sơ', 'one-stop-desk': 'Liên 2: giao người nộp hồ sơ' },
} satisfies Record<SlipCopy, Record<IssuerKind, string>>

export const outcomeLabel = {
  early: 'Trước hạn',
  'on-time': 'Đúng hạn',
  overdue: 'Quá hạn',
} satisfies Record<Outcome, string>

export const idLabel = (title: ApplicantTitle): string => (title === 'Tổ chức' ? 'Số định danh tổ chức' : 'Số định danh cá nhân')

const NB = '\u00a0'

/** "ngày 05 tháng 3 năm 2026": as offices write it, with a zero before days under 10 and before January and February only. */
export function writtenDay(day: LocalDate): string {
  const [year, month, date] = day.split('-')
  return `ngày${NB}${date} tháng${NB}${Number(month) < 3 ? month : Number(month)} năm${NB}${year}`
}

/** "09 giờ 12 phút, ngày 20 tháng 11 năm 2026", on the clock in Việt Nam. */
export function writtenMoment(instant: Date): string {
  const [hours, minutes] = localTimeOf(instant).split(':')
  return `${hours}${NB}giờ${NB}${minutes}${NB}phút, ${writtenDay(localDateOf(instant))}`
}

/** "20/11/2026": for the narrow columns of books and sheets. */
export const shortDay = (day: LocalDate): string => day.split('-').reverse().join('/')

/** "09 giờ 12 phút, ngày 20/11/2026": as the control sheet has it printed. */
export function sheetMoment(instant: Date): string {
  const [hours, minutes] = localTimeOf(instant).split(':')
  return `${hours}${NB}giờ${NB}${minutes}${NB}phút, ngày${NB}${shortDay(localDateOf(instant))}`
}

/** "09:12 20/11/2026" */
export const shortMoment = (instant: Date): string => `${localTimeOf(instant)} ${shortDay(localDateOf(instant))}`

/** Why a dossier was stopped, to the person it belongs to. */
export function discontinuationSentence(cause: DiscontinuationCause, title: ApplicantTitle): string {
  switch (cause.kind) {
    case 'requested':
      return `theo đề nghị dừng giải quyết hồ sơ của ${title} ${writtenDay(cause.requestedOn)}.`
    case 'not-supplemented':
      return (
        `${title} không bổ sung, hoàn thiện hồ sơ trong thời hạn ghi tại Phiếu yêu cầu bổ sung số ${cause.requestNumber} ` +
        `(đến hết ${writtenDay(cause.supplementBy)}).`
      )
    case 'by-law':
      return cause.basis
  }
}

/** What may go wrong with a file that a citizen sends, and what to do about it. */
export const uploadProblemSentence = {
  'file-empty': 'Tệp này trống, không có gì bên trong. Chụp lại hoặc chọn tệp khác.',
  'file-too-large': 'Tệp nặng quá 20 MB. Chụp lại bằng điện thoại, hoặc lưu PDF nhẹ hơn rồi gửi.',
  'upload-too-large': 'Các ảnh gửi cùng lúc nặng quá 40 MB. Gửi từng ảnh một.',
  'file-kind-unknown': 'Chỉ nhận ảnh (JPG, PNG, HEIC) và tệp PDF. Tệp vừa gửi không phải ảnh hay PDF, dù tên có thể ghi vậy.',
  'image-unreadable': 'Không mở được ảnh này. Chụp lại rồi gửi.',
  'storage-full': 'Máy chủ đang hết chỗ chứa nên chưa nhận được tệp. Các tệp trước vẫn còn; thử lại sau ít phút.',
  'no-file': 'Chưa chọn ảnh hoặc tệp nào. Bấm Chụp ảnh hoặc Chọn tệp có sẵn.',
  'too-many-files': 'Hồ sơ đã có nhiều tệp quá mức. Gộp các trang vào một tệp PDF rồi gửi.',
  'upload-broken': 'Đường truyền bị ngắt giữa chừng nên chưa nhận được tệp. Gửi lại.',
  'nothing-asked': 'Hồ sơ này không còn chờ bổ sung. Tải lại trang để xem mới nhất.',
  unavailable: 'Hệ thống đang bận, chưa lưu được tệp. Chờ một phút rồi gửi lại.',
} as const
export type UploadProblemCode = keyof typeof uploadProblemSentence

/** The sentence for a code that came back in an address; undefined for anything else. */
export const sayUploadProblem = (code: string | string[] | undefined): string | undefined =>
  typeof code === 'string' && Object.hasOwn(uploadProblemSentence, code) ? uploadProblemSentence[code as UploadProblemCode] : undefined

export const numberingLabel = {
  series: 'Dãy số riêng, không khuyết số',
  typed: 'Văn thư ghi số',
  'document-system': 'Lấy số từ hệ thống quản lý văn bản',
} satisfies Record<NumberingMode, string>

/** What stands across a page that is not the paper itself. */
export const watermarkText = { preview: 'BẢN XEM TRƯỚC', waiting: 'CHƯA VÀO SỐ' } as const

export const paperProblemSentence: Readonly<Record<string, string>> = {
  forbidden: 'Bạn không có quyền làm việc này.',
  'number-taken': 'Số này đã ghi cho một văn bản cùng loại trong năm. Xem lại sổ rồi ghi số khác.',
  'not-waiting': 'Văn bản này đã có số. Tải lại trang để xem.',
  'numbered-this-year': 'Năm nay loại này đã có văn bản lấy số cách khác nên dãy số riêng sẽ trùng. Đổi lại từ ngày 01 tháng 01 năm sau.',
  'no-papers': 'Chọn ít nhất một văn bản rồi bấm In.',
  'too-many-papers': 'Mỗi lần in không quá 50 văn bản. Bỏ bớt rồi in làm nhiều lần.',
  'not-found': 'Không còn văn bản nào trong số đã chọn. Tải lại trang rồi chọn lại.',
  'too-many-rows': 'Kỳ này có quá nhiều dòng để đưa vào một tệp. Chọn kỳ ngắn hơn hoặc một lĩnh vực.',
}

/** The columns of Mẫu 07 as a sheet has them, address and telephone apart. @unit width: characters */
export const registerHeads = [
  { label: 'STT', width: 7 },
  { label: 'Mã hồ sơ', width: 26 },
  { label: 'Tên thủ tục hành chính', width: 50 },
  { label: 'Tên tổ chức, cá nhân', width: 28 },
  { label: 'Địa chỉ', width: 40 },
  { label: 'Số điện thoại', width: 15 },
  { label: 'Cơ quan chủ trì giải quyết', width: 28 },
  { label: 'Nhận hồ sơ', width: 18 },
  { label: 'Hẹn trả kết quả', width: 18 },
  { label: 'Trả kết quả', width: 18 },
  { label: 'Phương thức nhận kết quả', width: 18 },
  { label: 'Ký nhận', width: 26 },
] as const

/** The sentence for a code that came back in an address; undefined for anything else. */
export const sayPaperProblem = (code: string | null): string | undefined =>
  code !== null && Object.hasOwn(paperProblemSentence, code) ? paperProblemSentence[code] : undefined
