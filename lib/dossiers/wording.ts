import { dayRange } from '@/lib/calendar/domain/day-range'
import type { ExplanationLine } from '@/lib/calendar/domain/explanation'
import { limitWords } from '@/lib/calendar/wording'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import { permissions } from '@/lib/identity/domain/permissions'
import { dayMonth, listDay, longInstant, money, weekdayName } from '@/lib/kernel/format'
import { localDateOf, localTimeOf } from '@/lib/kernel/local-date'
import type { Awaiting, Channel, PauseReason, ReturnChannel, Stage, StepKey } from './domain/dossier'
import type { DiscontinuationCause, DossierEvent, IdentityCheck, Outcome, Recipient, RefusalReason } from './domain/events'
import { transitionOf, type Action } from './domain/transitions'
import type { Urgency } from './domain/urgency'

export const stageLabel = {
  submitted: 'Chờ tiếp nhận',
  received: 'Đã tiếp nhận',
  'in-progress': 'Đang giải quyết',
  resolved: 'Đã có kết quả',
  returned: 'Đã trả kết quả',
  refused: 'Không tiếp nhận',
  withdrawn: 'Đã rút',
  discontinued: 'Đã dừng giải quyết',
  voided: 'Đã hủy do nhập nhầm',
} satisfies Record<Stage, string>

export const pauseLabel = { supplement: 'Tạm dừng, chờ bổ sung', payment: 'Tạm dừng, chờ nộp phí', 'other-agency': 'Tạm dừng, chờ cơ quan khác' } satisfies Record<PauseReason, string>
export const awaitingLabel = { none: '', supplement: 'Chờ bổ sung', payment: 'Chờ nộp phí' } satisfies Record<Awaiting, string>
export const channelLabel = { online: 'Trực tuyến', desk: 'Tại quầy', post: 'Bưu chính', 'national-portal': 'Cổng quốc gia' } satisfies Record<Channel, string>
export const returnChannelLabel = { desk: 'Tại quầy', post: 'Qua bưu chính', online: 'Bản điện tử' } satisfies Record<ReturnChannel, string>
export const urgencyLabel = { overdue: 'Quá hạn', today: 'Hôm nay', tomorrow: 'Ngày mai', within: 'Trong hạn', paused: 'Tạm dừng' } satisfies Record<Urgency, string>
export const outcomeLabel = { granted: 'Giải quyết', denied: 'Không giải quyết, có văn bản trả lời' } satisfies Record<Outcome, string>

export const stepLabel = { settle: 'Giải quyết', appraise: 'Thẩm định', approve: 'Phê duyệt', seal: 'Vào số, đóng dấu' } satisfies Record<StepKey, string>

export const refusalReasonLabel = {
  'not-competent': 'Không thuộc thẩm quyền của xã',
  'not-eligible': 'Không đủ điều kiện',
  incomplete: 'Không bổ sung đủ giấy tờ',
  duplicate: 'Đã có hồ sơ cùng nội dung',
  other: 'Lý do khác',
} satisfies Record<RefusalReason, string>

export const discontinuationCauseLabel = { 'not-supplemented': 'Hết thời hạn mà không bổ sung', 'by-law': 'Dừng theo quy định của pháp luật' } satisfies Record<DiscontinuationCause, string>

export const recipientLabel = { applicant: 'Chủ hồ sơ', submitter: 'Người nộp', mandatary: 'Người được ủy quyền', post: 'Gửi bưu chính', online: 'Gửi bản điện tử' } satisfies Record<Recipient, string>
export const identityCheckLabel = {
  'personal-id': 'Đã xem căn cước',
  'slip-qr': 'Đã quét mã trên giấy hẹn',
  'known-person': 'Cán bộ biết người nhận',
  post: 'Nhân viên bưu chính ký nhận',
  online: 'Tải bằng mã bí mật',
} satisfies Record<IdentityCheck, string>

/** On buttons: a verb and what it is done to. */
export const actionLabel = {
  accept: 'Tiếp nhận, hẹn trả',
  refuse: 'Từ chối tiếp nhận',
  'request-intake-supplement': 'Yêu cầu bổ sung',
  'request-supplement': 'Yêu cầu bổ sung',
  'supply-intake-supplement': 'Ghi nhận bổ sung',
  'supply-supplement': 'Ghi nhận bổ sung',
  take: 'Nhận giải quyết',
  assign: 'Phân công',
  settle: 'Trình kết quả',
  appraise: 'Thẩm định xong, trình ký',
  approve: 'Phê duyệt',
  seal: 'Vào số, đóng dấu',
  'hand-back': 'Trả lại bước đầu',
  'return-result': 'Trả kết quả',
  withdraw: 'Rút hồ sơ',
  discontinue: 'Dừng giải quyết',
  apologise: 'Xin lỗi, hẹn lại',
  void: 'Hủy hồ sơ nhập nhầm',
} satisfies Record<Action, string>

/** 7 → "7"; 100 → "99+": counts are not made beyond. */
export const countLabel = (count: number): string => (count > 99 ? '99+' : String(count))

/** "tại quầy trả kết quả của Trung tâm" */
export const returnPlace = { desk: 'tại quầy trả kết quả của Trung tâm', post: 'qua bưu chính, tại địa chỉ đã ghi', online: 'bản điện tử trên trang tra cứu' } satisfies Record<ReturnChannel, string>

/** "03 ngày làm việc": as slips print it, with a zero before one figure so that none can be added. */
export const limitOnPaper = (limit: TimeLimit | null): string => limitWords(limit).replace(/^(\d)(?= )/, '0$1')

/** "không thu"; "8.000 đ (đã nộp)"; "50.000 đ (nộp khi nhận kết quả)" */
export function feeOnPaper(fees: readonly { amountVnd: number; state: 'owed' | 'paid' | 'exempt' }[]): string {
  const due = fees.filter(({ state, amountVnd }) => state !== 'exempt' && amountVnd > 0)
  if (due.length === 0) return fees.some(({ state }) => state === 'exempt') ? 'được miễn' : 'không thu'
  const total = money(due.reduce((sum, { amountVnd }) => sum + amountVnd, 0))
  return `${total} (${due.every(({ state }) => state === 'paid') ? 'đã nộp' : 'chưa nộp'})`
}

/** Why this day, in one sentence for the slip: "không tính ngày nhận 20/11; 21–22/11 nghỉ; 23/11 ngày 1; …". */
export function explanationSentence(lines: readonly ExplanationLine[]): string | null {
  const runs: ExplanationLine[][] = []
  for (const line of lines) {
    const last = runs.at(-1)?.at(-1)
    if (last !== undefined && last.kind === line.kind && (line.kind === 'day-off' || line.kind === 'counted' || line.kind === 'paused')) runs.at(-1)!.push(line)
    else runs.push([line])
  }
  const words = runs.map(runWords).filter((text) => text !== '')
  return words.length === 0 ? null : words.join('; ')
}

function runWords(run: readonly ExplanationLine[]): string {
  const [first, last] = [run[0]!, run.at(-1)!]
  const days = dayRange(first.on, last.on)
  switch (first.kind) {
    case 'received': return first.reason.charAt(0).toLocaleLowerCase('vi') + first.reason.slice(1)
    case 'day-off': return `${days} nghỉ hằng tuần`
    case 'paused': return `${days} tạm dừng`
    case 'counted': return first.index === undefined ? `${days} ${first.reason.toLocaleLowerCase('vi')}` : first.index === last.index ? `${days} ngày ${first.index}` : `${days} ngày ${first.index}–${last.index}`
    case 'due': return `${weekdayName(first.on)} ${dayMonth(first.on)} ${first.reason.charAt(0).toLocaleLowerCase('vi')}${first.reason.slice(1)}`
    default: return `${days} ${first.reason.charAt(0).toLocaleLowerCase('vi')}${first.reason.slice(1)}`
  }
}

/** What a line of the story needs to know beside its event. Names of officers in office are public. */
export type StoryContext = {
  /** Numbers of the papers issued at the instant of the event: "371/TTPVHCC". */
  paperNumber: string | null
  staffName: (staffId: string) => string
  stepName: (position: number) => string
}

/** One line of "Diễn biến" for officers: what became true, the paper with its number, and what it did to the clock. */
export function storyLine(event: DossierEvent, { paperNumber, staffName, stepName }: StoryContext): string {
  const paper = (mark: string): string => (paperNumber === null ? '' : ` (${mark} số ${paperNumber})`)
  switch (event.type) {
    case 'dossier-submitted': return `Nộp trực tuyến, trả lời trước ${longInstant(event.acceptBy)}`
    case 'dossier-received': return `Tiếp nhận${paper('Mẫu 01')}${event.due === null ? ', không quy định thời hạn' : `, hẹn ${localTimeOf(event.due.dueAt)} ${listDay(event.due.dueOn)}`}`
    case 'dossier-refused': return `Từ chối tiếp nhận${paper('Mẫu 03')}: ${refusalReasonLabel[event.reason].toLocaleLowerCase('vi')}`
    case 'supplement-requested': return `Yêu cầu bổ sung${event.round > 1 ? ` lần ${event.round}` : ''}${paper('Mẫu 02')}${event.atIntake ? '' : ', đồng hồ dừng'}`
    case 'supplement-received': return event.due === null ? 'Nhận bổ sung' : `Nhận bổ sung, đồng hồ chạy lại, hạn ${localTimeOf(event.due.dueAt)} ${listDay(event.due.dueOn)}`
    case 'step-taken': return `${staffName(event.assigneeId)} nhận giải quyết`
    case 'dossier-assigned': return `Phân công cho ${staffName(event.assigneeId)}`
    case 'step-finished': return `${stepLabel[event.step]} xong, chuyển bước: ${stepName(event.next)}`
    case 'step-handed-back': return `Trả lại bước: ${stepName(event.to)}`
    case 'dossier-resolved': return event.step === 'on-the-spot' ? 'Giải quyết ngay tại quầy' : `${stepLabel[event.step]} xong, có kết quả${event.outcome === 'denied' ? ' (không giải quyết)' : ''}`
    case 'result-returned': return `Trả kết quả: ${recipientLabel[event.recipient].toLocaleLowerCase('vi')}, ${identityCheckLabel[event.identityCheck].toLocaleLowerCase('vi')}`
    case 'dossier-withdrawn': return `Rút hồ sơ theo đề nghị${paper('Mẫu 05')}${event.pastDue ? ', khi đã quá hạn' : ''}`
    case 'dossier-discontinued': return `Dừng giải quyết${paper('Mẫu 05')}${event.pastDue ? ', khi đã quá hạn' : ''}`
    case 'dossier-voided': return 'Hủy hồ sơ nhập nhầm'
    case 'due-date-moved': return `Lịch làm việc đổi (${event.decision}): hạn mới ${localTimeOf(event.due.dueAt)} ${listDay(event.due.dueOn)}`
    case 'apology-issued': return `Xin lỗi${paper('Mẫu 04')}, hẹn lại ${listDay(event.promisedOn)}`
  }
}

/** The same for the citizen, in plain words; null where a change inside the house says nothing to them. */
export function plainStoryLine(event: DossierEvent, stepName: (position: number) => string): string | null {
  switch (event.type) {
    case 'dossier-submitted': return 'Bạn đã nộp hồ sơ trực tuyến'
    case 'dossier-received': return 'Quầy tiếp nhận đã nhận đủ giấy tờ'
    case 'dossier-refused': return 'Hồ sơ không được tiếp nhận'
    case 'supplement-requested': return 'Cần bạn bổ sung giấy tờ'
    case 'supplement-received': return 'Đã nhận giấy tờ bạn bổ sung'
    case 'step-taken': return `Bắt đầu giải quyết: ${stepName(0)}`
    case 'dossier-assigned': return null
    case 'step-finished': return `Chuyển sang: ${stepName(event.next)}`
    case 'step-handed-back': return `Xem lại một lần nữa: ${stepName(event.to)}`
    case 'dossier-resolved': return event.outcome === 'denied' ? 'Đã có văn bản trả lời: không giải quyết' : 'Đã có kết quả'
    case 'result-returned': return 'Đã trả kết quả'
    case 'dossier-withdrawn': return 'Hồ sơ đã rút theo đề nghị của bạn'
    case 'dossier-discontinued': return 'Hồ sơ dừng giải quyết'
    case 'dossier-voided': return 'Hồ sơ này nhập nhầm và đã hủy'
    case 'due-date-moved': return `Lịch làm việc thay đổi, hẹn trả ${listDay(event.due.dueOn)}`
    case 'apology-issued': return `Chúng tôi xin lỗi vì chậm trễ và hẹn lại ${listDay(event.promisedOn)}`
  }
}

/** What the citizen can do now; null where there is nothing but to wait. */
export function whatNow(dossier: { stage: Stage; awaiting: Awaiting; returnChannel: ReturnChannel; acceptBy: Date | null }): string | null {
  if (dossier.awaiting === 'supplement') return 'Nộp giấy tờ còn thiếu ghi bên dưới, ở trang này hoặc tại quầy. Thời hạn giải quyết tính tiếp từ lúc giấy tờ đến.'
  switch (dossier.stage) {
    case 'submitted': return dossier.acceptBy === null ? null : `Chưa phải làm gì. Quầy tiếp nhận trả lời trước ${localTimeOf(dossier.acceptBy)} ${listDay(localDateOf(dossier.acceptBy))}.`
    case 'resolved': return dossier.returnChannel === 'desk' ? 'Mang căn cước và giấy hẹn đến quầy trả kết quả.' : dossier.returnChannel === 'post' ? 'Nhân viên bưu chính sẽ gọi trước khi giao.' : 'Tải kết quả bên dưới.'
    case 'returned': return 'Mời bạn đánh giá, chỉ một phút.'
    case 'refused': return 'Xem phiếu từ chối bên dưới: phiếu ghi lý do và việc nên làm tiếp.'
    case 'withdrawn': case 'discontinued': return 'Giấy tờ đã nộp nhận lại tại quầy. Khi cần, bạn nộp hồ sơ mới.'
    default: return null
  }
}

/** Why something could not be done, and what to do instead. Codes that are not here have a sentence in platform/action. */
export const problemSentence = {
  'not-found': 'Không tìm thấy hồ sơ. Xem lại mã hồ sơ rồi thử lại.',
  stale: 'Hồ sơ vừa được người khác cập nhật. Tải lại trang để xem mới nhất rồi làm tiếp.',
  'calendar-changed': 'Lịch làm việc vừa thay đổi trong lúc ghi. Bấm lại một lần nữa.',
  'same-key-other-content': 'Lần bấm này đã ghi một hồ sơ với nội dung khác. Mở lại trang tiếp nhận rồi nhập tiếp.',
  'code-taken': 'Mã hồ sơ này đã có trong sổ của xã. Tìm hồ sơ theo mã để xem.',
  'nothing-missing': 'Ghi ít nhất một giấy tờ hoặc nội dung còn thiếu.',
  'nothing-asked': 'Hồ sơ này không có yêu cầu bổ sung nào đang chờ.',
  'arrived-before-asked': 'Giấy tờ không thể đến trước lúc yêu cầu bổ sung. Xem lại ngày giờ.',
  'arrived-in-future': 'Ngày giờ nhận bổ sung đang ở sau lúc này. Xem lại ngày giờ.',
  'same-hand': 'Người giải quyết không tự phê duyệt. Chuyển cho lãnh đạo khác duyệt.',
  'too-late-to-void': 'Chỉ hủy được trong ngày tiếp nhận, trước hạn trả và khi chưa ai làm gì với hồ sơ. Dùng Rút hồ sơ hoặc Dừng giải quyết.',
  'needs-second-person': 'Người đã tiếp nhận không tự hủy được. Nhờ giám đốc Trung tâm hoặc lãnh đạo khác xác nhận.',
  'staff-unknown': 'Không tìm thấy người này trong danh sách đang làm việc. Chọn người khác.',
  'staff-other-role': 'Người này không làm bước đang chờ. Chọn người có nhiệm vụ phù hợp.',
  'procedure-not-in-force': 'Thủ tục này hiện không còn hiệu lực. Chọn thủ tục đang áp dụng.',
  'variant-unknown': 'Trường hợp này không thuộc thủ tục đã chọn. Chọn lại trường hợp.',
  'not-on-the-spot': 'Thủ tục này không giải quyết ngay tại quầy được. Dùng Tiếp nhận, in phiếu.',
  'external-code-needed': 'Nhập mã hồ sơ của Cổng Dịch vụ công quốc gia.',
  'external-code-unexpected': 'Mã hồ sơ của Cổng quốc gia chỉ dùng cho hồ sơ đến từ Cổng. Chọn kênh Cổng quốc gia hoặc bỏ mã.',
  'papers-missing': 'Còn thiếu giấy tờ bắt buộc. Đánh dấu giấy tờ đã có, hoặc yêu cầu bổ sung.',
  'already-apologised': 'Hồ sơ này đã xin lỗi và hẹn lại một lần. Quy định chỉ cho hẹn lại một lần.',
  'promise-not-later': 'Ngày hẹn lại phải sau ngày hẹn trên giấy tiếp nhận.',
  'draft-not-found': 'Không tìm thấy tờ khai đang làm. Có thể tờ khai đã quá 30 ngày; mở lại thủ tục để làm tờ khai mới.',
  'already-filed': 'Tờ khai này đã nộp. Xem hồ sơ trong mục Hồ sơ của bạn.',
  'form-incomplete': 'Tờ khai còn chỗ cần xem lại.',
  'commune-prepares': 'Xã này nhận hồ sơ trực tuyến qua Cổng Dịch vụ công quốc gia. Lấy mã bàn giao để nộp tại quầy, hoặc nộp trên Cổng.',
  'not-online': 'Thủ tục này chỉ nộp tại quầy hoặc qua bưu chính.',
  'too-many-attempts': 'Đã thử quá nhiều lần. Chờ ít phút rồi thử lại.',
  'no-match': 'Không có hồ sơ nào khớp cả mã hồ sơ và mã bí mật. Xem lại hai mã trên giấy tiếp nhận.',
  'hand-over-unknown': 'Mã bàn giao này không có hoặc đã hết hạn. Xin người dân đọc lại mã trên điện thoại.',
  'attachment-unknown': 'Không tìm thấy tệp kết quả đã tải lên. Tải lại tệp rồi trình tiếp.',
  'no-personal-id': 'Hồ sơ này không ghi số định danh.',
} as const satisfies Record<string, string>

const notNow: Partial<Record<Stage, string>> = {
  submitted: 'Hồ sơ còn chờ tiếp nhận.',
  received: 'Hồ sơ đã tiếp nhận, chưa ai nhận giải quyết.',
  'in-progress': 'Hồ sơ đang giải quyết ở bước khác hoặc đang tạm dừng.',
  resolved: 'Hồ sơ đã có kết quả.',
  returned: 'Hồ sơ đã trả kết quả.',
}

/** The sentence for a problem of any use case of this context. */
export function sayProblem(problem: { code: string; action?: Action; stage?: Stage }): string | undefined {
  if (problem.code === 'not-now' && problem.action !== undefined && problem.stage !== undefined) {
    return `${notNow[problem.stage] ?? `Hồ sơ ở trạng thái: ${stageLabel[problem.stage].toLocaleLowerCase('vi')}.`} Không ${lowerFirst(actionLabel[problem.action])} được nữa; tải lại trang để xem mới nhất.`
  }
  if (problem.code === 'forbidden' && problem.action !== undefined) return `Bạn không có quyền ${permissions[transitionOf(problem.action).permission].vi}.`
  return (problemSentence as Record<string, string>)[problem.code]
}

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)

/** What is amiss with what was typed, and how to mend it. */
export const inputSentence = {
  key: 'Trang này mở quá lâu. Tải lại trang rồi bấm lại.',
  dossier: 'Không rõ hồ sơ nào. Tải lại trang rồi thử lại.',
  tooLong: (most: number): string => `Ghi không quá ${most} chữ.`,
  count: 'Ghi số từ 0 đến 999.',
  'personal-id-digits': 'Số định danh chỉ gồm chữ số.',
  'personal-id-length': 'Số định danh có đủ 12 chữ số.',
  'phone-digits': 'Số điện thoại chỉ gồm chữ số.',
  'phone-length': 'Số di động có 10 chữ số, ví dụ 0912 000 326.',
  'phone-prefix': 'Đầu số này chưa dùng ở Việt Nam. Xem lại số điện thoại.',
  'name-empty': 'Nhập họ và tên.',
  'name-length': 'Họ và tên dài quá 255 chữ. Ghi ngắn lại.',
  birth: 'Ghi ngày sinh đủ ngày, tháng, năm; chỉ biết năm thì ghi năm.',
  day: 'Ghi đủ ngày, tháng, năm.',
  email: 'Địa chỉ thư có dạng ten@vidu.vn.',
  paperName: 'Ghi tên giấy tờ.',
  amount: 'Ghi số tiền bằng chữ số, ví dụ 8000.',
  basis: 'Ghi căn cứ thu.',
  mandate: 'Ghi giấy tờ ủy quyền, ví dụ Giấy ủy quyền chứng thực số 88 ngày 12/11/2026.',
  code: 'Mã hồ sơ có dạng H20.31.08-261120-0017.',
  secret: 'Nhập mã bí mật in cạnh mã hồ sơ.',
  handOverCode: 'Nhập mã bàn giao gồm 8 chữ và số.',
  subject: 'Ghi giấy tờ được chứng thực, ví dụ Bằng tốt nghiệp.',
  pages: 'Ghi số trang, từ 1 trở lên.',
  copies: 'Ghi số bản, từ 1 trở lên.',
  exemption: 'Ghi lý do miễn.',
  refusalReason: 'Chọn lý do từ chối.',
  reason: 'Ghi lý do để người dân hiểu và biết phải làm gì.',
  missingSentence: 'Ghi rõ thiếu gì và nộp thế nào.',
  instant: 'Ghi ngày và giờ, ví dụ 16/11/2026 08:05.',
  staff: 'Chọn người được giao.',
  summary: 'Ghi tóm tắt kết quả.',
  chooseOne: 'Chọn ít nhất một hồ sơ.',
  chooseFewer: 'Mỗi lần duyệt không quá 100 hồ sơ.',
  recipient: 'Chọn người nhận kết quả.',
  identityCheck: 'Chọn cách đã kiểm tra người nhận.',
  cause: 'Chọn căn cứ dừng.',
  accessReason: 'Ghi lý do xem. Người dân đọc được lý do này.',
} as const
