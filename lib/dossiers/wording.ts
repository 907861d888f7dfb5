import { dayRange } from '@/lib/calendar/domain/day-range'
import type { ExplanationLine } from '@/lib/calendar/domain/explanation'
import { limitWords } from '@/lib/calendar/wording'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import { permissions } from '@/lib/identity/domain/permissions'
import { dayMonth, listDay, longInstant, money, tableInstant, weekdayName } from '@/lib/kernel/format'
import { localDateOf, localTimeOf } from '@/lib/kernel/local-date'
import type { DueWarnings } from './domain/due-warnings'
import type { Awaiting, Channel, PauseReason, ReturnChannel, Stage, StepKey } from './domain/dossier'
import type { DiscontinuationCause, DossierEvent, EventType, IdentityCheck, LegOutcome, Outcome, Recipient, RefusalReason, SupplementEffect } from './domain/events'
import type { HandOver } from './domain/hand-overs'
import type { LastDeed } from './domain/last-deed'
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

export const legOutcomeLabel = { done: 'Cơ quan phối hợp làm xong', returned: 'Cơ quan phối hợp trả lại', cancelled: 'Rút lại việc đã giao cơ quan phối hợp' } satisfies Record<LegOutcome, string>

export const stepLabel = { settle: 'Giải quyết', appraise: 'Thẩm định', approve: 'Phê duyệt', seal: 'Vào số, đóng dấu' } satisfies Record<StepKey, string>

export const refusalReasonLabel = {
  'not-competent': 'Không thuộc thẩm quyền của xã',
  'not-eligible': 'Không đủ điều kiện',
  incomplete: 'Không bổ sung đủ giấy tờ',
  duplicate: 'Đã có hồ sơ cùng nội dung',
  other: 'Lý do khác',
} satisfies Record<RefusalReason, string>

export const discontinuationCauseLabel = { 
  'not-supplemented': 'Hết thời hạn mà không bổ sung',
  'by-law': 'Căn cứ khác theo quy định của pháp luật',
  'not-paid': 'Hết thời hạn mà không thực hiện nghĩa vụ tài chính',
  'other-authority': 'Việc đang do tòa án hoặc cơ quan khác giải quyết',
  'subject-gone': 'Người hoặc đối tượng đề nghị không còn',
} satisfies Record<DiscontinuationCause, string>

/** "chờ" in lists of what a supplement does to the clock. */
export const supplementEffectLabel = { pause: 'Thời hạn tạm dừng cho đến khi giấy tờ đến', restart: 'Thời hạn tính lại từ đầu khi giấy tờ đến', none: 'Thời hạn vẫn chạy trong lúc chờ' } satisfies Record<SupplementEffect, string>

/** What Mẫu 03 says, one paragraph each: the reason, what this reason has to name, and the words of the desk. */
export function refusalSentences(refusal: { reason: RefusalReason; text: string; competentAgency?: string | null; condition?: string | null; missing?: readonly { name: string; sentence: string }[]; duplicateOf?: string | null }): string[] {
  const { reason, text, competentAgency, condition, missing = [], duplicateOf } = refusal
  return [
    `${refusalReasonLabel[reason]}.`,
    ...(competentAgency == null ? [] : [`Nơi có thẩm quyền giải quyết: ${competentAgency}`]),
    ...(condition == null ? [] : [`Điều kiện chưa đáp ứng: ${condition}`]),
    ...missing.map(({ name, sentence }, at) => `${at + 1}) ${name}: ${sentence}`),
    ...(duplicateOf == null ? [] : [`Hồ sơ đã có: ${duplicateOf}`]),
    ...text.split('\n'),
  ].map((line) => (/[.:;?]$/.test(line) ? line : `${line}.`))
}

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
  'take-over': 'Nhận thay',
  recall: 'Thu hồi',
  'skip-step': 'Bỏ qua bước này',
  'return-result': 'Trả kết quả',
  'post-result': 'Gửi bưu chính',
  'confirm-delivery': 'Bưu chính đã phát',
  'take-back-parcel': 'Nhận lại bưu gửi',
  withdraw: 'Rút hồ sơ',
  discontinue: 'Dừng giải quyết',
  apologise: 'Ký xin lỗi, hẹn lại',
  void: 'Hủy hồ sơ nhập nhầm',
  'extend-verification': 'Gia hạn để xác minh',
  'draft-apology': 'Soạn xin lỗi, hẹn lại',
  'propose-correction': 'Đề nghị chuyển thủ tục',
  'approve-correction': 'Duyệt chuyển thủ tục',
  'decline-correction': 'Không chuyển thủ tục',
  'request-payment': 'Yêu cầu nộp tiền',
  'settle-payment': 'Xác nhận đã nộp tiền',
  reopen: 'Mở lại hồ sơ',
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

/** What the officer whose turn it is should hear now; null: nothing yet. */
export function warningWords({ halfAt, mostAt, apologyBy }: DueWarnings, now: Date): string | null {
  const used = mostAt !== null && now >= mostAt ? 'Đã qua 80% thời hạn' : halfAt !== null && now >= halfAt ? 'Đã qua 50% thời hạn' : null
  if (used === null) return null
  return apologyBy === null || now >= apologyBy ? `${used}.` : `${used}. Nếu không kịp, lãnh đạo ký xin lỗi chậm nhất ${longInstant(apologyBy)}.`
}

/** The same in a column of the queue, once most of the time is gone. */
export function queueWarning({ mostAt, apologyBy }: DueWarnings, now: Date): string | null {
  if (mostAt === null || now < mostAt) return null
  return apologyBy === null || now >= apologyBy ? 'Qua 80% thời hạn' : `Qua 80%, xin lỗi trước ${localTimeOf(apologyBy)} ${dayMonth(localDateOf(apologyBy))}`
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
    case 'payment-requested': return `Yêu cầu nộp ${money(event.amountVnd)}, đồng hồ dừng`
    case 'payment-settled': return event.due === null ? 'Đã nộp tiền, đồng hồ chạy lại' : `Đã nộp tiền, đồng hồ chạy lại, hạn ${localTimeOf(event.due.dueAt)} ${listDay(event.due.dueOn)}`
    case 'step-taken': return `${staffName(event.assigneeId)} nhận giải quyết`
    case 'dossier-assigned': return `Phân công${event.how === 'fair' ? ' công bằng' : ''} cho ${staffName(event.assigneeId)}`
    case 'step-finished': return `${stepLabel[event.step]} xong, chuyển bước: ${stepName(event.next)}`
    case 'step-handed-back': return `Trả lại bước: ${stepName(event.to)}`
    case 'step-taken-over': return `${staffName(event.assigneeId)} nhận thay việc của ${staffName(event.fromId)}`
    case 'step-recalled': return `Thu hồi, làm lại bước: ${stepName(event.to)}`
    case 'step-skipped': return event.next === null ? `Bỏ qua bước ${lowerFirst(stepLabel[event.step])}` : `Bỏ qua bước ${lowerFirst(stepLabel[event.step])}, chuyển bước: ${stepName(event.next)}`
    case 'dossier-resolved': return event.step === 'on-the-spot' ? 'Giải quyết ngay tại quầy' : `${stepLabel[event.step]} xong, có kết quả${event.outcome === 'denied' ? ' (không giải quyết)' : ''}`
    case 'result-returned': return `Trả kết quả: ${recipientLabel[event.recipient].toLocaleLowerCase('vi')}, ${identityCheckLabel[event.identityCheck].toLocaleLowerCase('vi')}`
    case 'result-signed': return event.manner === 'pen' ? 'Xác nhận đã ký bút, đóng dấu' : event.by === 'leader' ? 'Lãnh đạo ký số kết quả' : 'Đóng dấu số của cơ quan'
    case 'result-posted': return 'Bàn giao kết quả cho bưu chính'
    case 'result-delivered': return 'Bưu chính đã phát kết quả'
    case 'result-sent-back': return 'Bưu chính chuyển hoàn, kết quả về lại quầy trả'
    case 'dossier-withdrawn': return `Rút hồ sơ theo đề nghị${paper('Mẫu 05')}${event.pastDue ? ', khi đã quá hạn' : ''}`
    case 'dossier-discontinued': return `Dừng giải quyết${paper('Mẫu 05')}${event.pastDue ? ', khi đã quá hạn' : ''}`
    case 'dossier-voided': return 'Hủy hồ sơ nhập nhầm'
    case 'due-date-moved': return `Lịch làm việc đổi (${event.decision}): hạn mới ${localTimeOf(event.due.dueAt)} ${listDay(event.due.dueOn)}`
    case 'leg-handed-over': return `Giao cơ quan phối hợp${event.dueAt === null ? '' : `, hạn ${localTimeOf(event.dueAt)} ${listDay(localDateOf(event.dueAt))}`}`
    case 'leg-accepted': return 'Cơ quan phối hợp đã nhận'
    case 'leg-finished': return `${legOutcomeLabel[event.outcome]}${event.timeliness === 'overdue' ? ', quá hạn của cơ quan phối hợp' : ''}`
    case 'apology-issued': return `${event.late ? 'Xin lỗi muộn' : 'Xin lỗi'}${paper('Mẫu 04')}, hẹn lại ${listDay(event.promisedOn)}`
    case 'apology-drafted': return `Soạn văn bản xin lỗi, đề nghị hẹn lại ${listDay(event.promisedOn)}, chờ lãnh đạo ký`
    case 'verification-extended': return `Gia hạn để xác minh (${event.mode === 'total' ? 'tổng' : 'thành'} ${limitWords(event.limit)}): hạn mới ${localTimeOf(event.due.dueAt)} ${listDay(event.due.dueOn)}`
    case 'correction-proposed': return 'Đề nghị chuyển sang thủ tục đúng, chờ lãnh đạo duyệt'
    case 'correction-declined': return 'Lãnh đạo không đồng ý chuyển thủ tục'
    case 'procedure-corrected': return `Chuyển thủ tục: ${event.to.code} ${event.to.name}${event.due === null ? '' : `, hạn ${localTimeOf(event.due.dueAt)} ${listDay(event.due.dueOn)}`}`
    case 'dossier-reopened': return `Mở lại thành hồ sơ ${event.newCode}`
  }
}

const handOverWord: Partial<Record<HandOver['kind'], string>> = {
  'handed-back': 'Trả lại', recalled: 'Thu hồi', 'taken-over': 'Nhận thay', corrected: 'Chuyển thủ tục', 'to-partner': 'Giao cơ quan phối hợp', 'from-partner': 'Cơ quan phối hợp trả lời',
}

/** The last column of Mẫu 06: what kind of hand-over it was, in whose name, and what the giving side waited for. */
export function handOverNote({ kind, skipped, pauses, remark }: HandOver, onBehalfOf: string | null): string | null {
  const words = [
    skipped === null ? handOverWord[kind] : `Bỏ qua bước ${lowerFirst(stepLabel[skipped])}`,
    onBehalfOf === null ? undefined : `Thay cho ${onBehalfOf}`,
    ...pauses.map(({ start, end }) => `Tạm dừng từ ${tableInstant(start)}${end === null ? '' : ` đến ${tableInstant(end)}`}`),
    remark ?? undefined,
  ].filter((part) => part !== undefined && part !== '')
  return words.length === 0 ? null : words.join('. ')
}

/** The same for the citizen, in plain words; null where a change inside the house says nothing to them. */
export function plainStoryLine(event: DossierEvent, stepName: (position: number) => string): string | null {
  switch (event.type) {
    case 'dossier-submitted': return 'Bạn đã nộp hồ sơ trực tuyến'
    case 'dossier-received': return 'Quầy tiếp nhận đã nhận đủ giấy tờ'
    case 'dossier-refused': return 'Hồ sơ không được tiếp nhận'
    case 'supplement-requested': return 'Cần bạn bổ sung giấy tờ'
    case 'supplement-received': return 'Đã nhận giấy tờ bạn bổ sung'
    case 'payment-requested': return `Cần bạn nộp ${money(event.amountVnd)}`
    case 'payment-settled': return 'Đã nhận khoản tiền phải nộp, thời hạn tính tiếp'
    case 'step-taken': return `Bắt đầu giải quyết: ${stepName(0)}`
    case 'dossier-assigned': return null
    case 'step-taken-over': return null
    case 'step-recalled': return `Xem lại một lần nữa: ${stepName(event.to)}`
    case 'step-skipped': return event.next === null ? null : `Chuyển sang: ${stepName(event.next)}`
    case 'step-finished': return `Chuyển sang: ${stepName(event.next)}`
    case 'step-handed-back': return `Xem lại một lần nữa: ${stepName(event.to)}`
    case 'dossier-resolved': return event.outcome === 'denied' ? 'Đã có văn bản trả lời: không giải quyết' : 'Đã có kết quả'
    case 'result-returned': return 'Đã trả kết quả'
    case 'result-signed': return null
    case 'result-posted': return 'Đã gửi kết quả qua bưu chính'
    case 'result-delivered': return 'Bưu chính đã giao kết quả'
    case 'result-sent-back': return 'Bưu chính chưa giao được, kết quả về lại quầy trả'
    case 'dossier-withdrawn': return 'Hồ sơ đã rút theo đề nghị của bạn'
    case 'dossier-discontinued': return 'Hồ sơ dừng giải quyết'
    case 'dossier-voided': return 'Hồ sơ này nhập nhầm và đã hủy'
    case 'due-date-moved': return `Lịch làm việc thay đổi, hẹn trả ${listDay(event.due.dueOn)}`
    case 'leg-handed-over': return 'Đã chuyển cho cơ quan phối hợp xem xét'
    case 'leg-accepted': return null
    case 'leg-finished': return event.outcome === 'done' ? 'Cơ quan phối hợp đã làm xong phần việc' : null
    case 'apology-issued': return `Chúng tôi xin lỗi vì chậm trễ và hẹn lại ${listDay(event.promisedOn)}`
    case 'apology-drafted': case 'correction-proposed': case 'correction-declined': return null
    case 'verification-extended': return `Cần thời gian xác minh, thời hạn kéo dài theo quy định: hẹn trả ${listDay(event.due.dueOn)}`
    case 'procedure-corrected': return `Hồ sơ được chuyển về đúng thủ tục: ${event.to.name}${event.due === null ? '' : `, hẹn trả ${listDay(event.due.dueOn)}`}`
    case 'dossier-reopened': return `Hồ sơ được mở lại với mã mới ${event.newCode}`
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
  'no-payment-awaited': 'Hồ sơ này không còn chờ nộp khoản nào.',
  'paid-in-future': 'Ngày giờ nộp tiền đang ở sau lúc này. Xem lại ngày giờ.',
  'fee-unpaid': 'Thủ tục này phải nộp phí trước khi tiếp nhận, mà hồ sơ còn khoản chưa nộp. Thu tiền ở mục Thu phí, hoặc chờ người nộp thanh toán.',
  'nothing-asked': 'Hồ sơ này không có yêu cầu bổ sung nào đang chờ.',
  'arrived-before-asked': 'Giấy tờ không thể đến trước lúc yêu cầu bổ sung. Xem lại ngày giờ.',
  'arrived-in-future': 'Ngày giờ nhận bổ sung đang ở sau lúc này. Xem lại ngày giờ.',
  'same-hand': 'Người giải quyết không tự phê duyệt. Chuyển cho lãnh đạo khác duyệt.',
  'too-late-to-void': 'Chỉ hủy được trong ngày tiếp nhận, trước hạn trả và khi chưa ai làm gì với hồ sơ. Dùng Rút hồ sơ hoặc Dừng giải quyết.',
  'needs-second-person': 'Người đã tiếp nhận không tự hủy được. Nhờ giám đốc Trung tâm hoặc lãnh đạo khác xác nhận.',
  'staff-unknown': 'Không tìm thấy người này trong danh sách đang làm việc. Chọn người khác.',
  'staff-other-role': 'Người này không làm bước đang chờ. Chọn người có nhiệm vụ phù hợp.',
  'staff-other-unit': 'Bước này thuộc đơn vị khác. Chọn người của đơn vị đang giải quyết.',
  'staff-away': 'Người này đang vắng. Chọn người khác.',
  'not-received': 'Hồ sơ chưa tiếp nhận nên chưa có phiếu kiểm soát.',
  'has-owner': 'Việc này vừa có người nhận. Tải lại trang để xem ai đang làm.',
  'plan-changed': 'Công việc của mọi người vừa thay đổi, nên chia lại như dưới đây. Xem rồi bấm lần nữa.',
  'nobody-there': 'Không có ai của đơn vị làm được bước này hôm nay. Ghi người thay cho người vắng, hoặc nhờ quản trị thêm người.',
  'procedure-not-in-force': 'Thủ tục này hiện không còn hiệu lực. Chọn thủ tục đang áp dụng.',
  'variant-unknown': 'Trường hợp này không thuộc thủ tục đã chọn. Chọn lại trường hợp.',
  'not-on-the-spot': 'Thủ tục này không giải quyết ngay tại quầy được. Dùng Tiếp nhận, in phiếu.',
  'external-code-needed': 'Nhập mã hồ sơ của Cổng Dịch vụ công quốc gia.',
  'external-code-unexpected': 'Mã hồ sơ của Cổng quốc gia chỉ dùng cho hồ sơ đến từ Cổng. Chọn kênh Cổng quốc gia hoặc bỏ mã.',
  'papers-missing': 'Còn thiếu giấy tờ bắt buộc. Đánh dấu giấy tờ đã có, hoặc yêu cầu bổ sung.',
  'already-apologised': 'Hồ sơ này đã xin lỗi và hẹn lại một lần. Quy định chỉ cho hẹn lại một lần.',
  'promise-not-later': 'Ngày hẹn lại phải sau ngày hẹn trên giấy tiếp nhận.',
  'not-drafted': 'Chưa có văn bản xin lỗi nào chờ ký. Nhờ cán bộ thụ lý soạn trước.',
  'drafter-signs': 'Người soạn văn bản xin lỗi không tự ký. Chuyển cho lãnh đạo khác ký.',
  'too-late-to-extend': 'Hồ sơ đã tới hạn. Gia hạn để xác minh phải ghi trước hạn; nay chỉ còn xin lỗi và hẹn lại.',
  'nothing-to-extend': 'Thủ tục này không có thời hạn riêng khi phải xác minh, hoặc thời hạn đó không dài hơn hạn đang có.',
  'already-extended': 'Hồ sơ này đã gia hạn để xác minh một lần. Quy định chỉ cho gia hạn một lần.',
  'too-late-to-correct': 'Hồ sơ đã tới hạn nên không chuyển thủ tục được nữa. Giải quyết tiếp, hoặc dừng và hướng dẫn nộp lại.',
  'same-procedure': 'Hồ sơ đang theo đúng thủ tục và trường hợp này. Chọn thủ tục khác.',
  'proposer-approves': 'Người đề nghị chuyển thủ tục không tự duyệt. Chuyển cho lãnh đạo khác.',
  'not-proposed': 'Chưa có đề nghị chuyển thủ tục nào chờ duyệt.',
  'still-time-to-supplement': 'Chưa hết ngày bổ sung ghi trên phiếu yêu cầu, hoặc phiếu không ghi ngày. Chờ qua ngày đó, hoặc chọn căn cứ khác.',
  'nothing-supplied': 'Đánh dấu ít nhất một giấy tờ đã nhận. Chưa nhận được gì thì chưa ghi nhận bổ sung.',
  'denial-without-ground': 'Không giải quyết phải nêu lý do và căn cứ pháp luật. Ghi đủ cả hai ô.',
  'duplicate-unknown': 'Không tìm thấy hồ sơ có mã này trong xã. Xem lại mã của hồ sơ đã có.',
  'draft-not-found': 'Không tìm thấy tờ khai đang làm. Có thể tờ khai đã quá 30 ngày; mở lại thủ tục để làm tờ khai mới.',
  'already-filed': 'Tờ khai này đã nộp. Xem hồ sơ trong mục Hồ sơ của bạn.',
  'form-incomplete': 'Tờ khai còn chỗ cần xem lại.',
  'commune-prepares': 'Xã này nhận hồ sơ trực tuyến qua Cổng Dịch vụ công quốc gia. Lấy mã bàn giao để nộp tại quầy, hoặc nộp trên Cổng.',
  'not-online': 'Thủ tục này chỉ nộp tại quầy hoặc qua bưu chính.',
  'too-many-attempts': 'Đã thử quá nhiều lần. Chờ ít phút rồi thử lại.',
  'no-match': 'Không có hồ sơ nào khớp cả mã hồ sơ và mã bí mật. Xem lại hai mã trên giấy tiếp nhận.',
  'hand-over-unknown': 'Mã bàn giao này không có hoặc đã hết hạn. Xin người dân đọc lại mã trên điện thoại.',
  'attachment-unknown': 'Không tìm thấy tệp kết quả đã tải lên. Tải lại tệp rồi trình tiếp.',
  'leg-open': 'Còn việc bắt buộc đang ở cơ quan phối hợp. Chờ cơ quan ấy làm xong, hoặc rút lại việc đã giao, rồi mới hoàn tất kết quả.',
  'signature-broken': 'Chữ ký số trong tệp kết quả không còn khớp: tệp bị sửa sau khi ký, hoặc lúc ký chứng thư đã hết hạn. Chọn tệp gốc, hoặc ghi vì sao vẫn dùng tệp này.',
  'signed-in-future': 'Ngày ký đang ở sau hôm nay. Xem lại ngày ký.',
  'signed-too-early': 'Ngày ký trước ngày trình kết quả. Xem lại ngày ký.',
  'signer-unknown': 'Người ký phải là lãnh đạo đang làm việc. Chọn người khác.',
  'no-personal-id': 'Hồ sơ này không ghi số định danh.',
  'card-unreadable': 'Chưa đọc được mã trên căn cước. Quét lại, hoặc xóa ô quét rồi chọn cách kiểm tra khác.',
  'card-of-another': 'Căn cước này không phải của chủ hồ sơ hay người nộp. Nếu nhận thay, chọn Người được ủy quyền và ghi giấy ủy quyền.',
  'mandate-needed': 'Ghi giấy ủy quyền mà người nhận đã đưa xem.',
  'nothing-to-post': 'Ghi mã bưu gửi cho ít nhất một hồ sơ.',
} as const satisfies Record<string, string>

const notNow: Partial<Record<Stage, string>> = {
  submitted: 'Hồ sơ còn chờ tiếp nhận.',
  received: 'Hồ sơ đã tiếp nhận, chưa ai nhận giải quyết.',
  'in-progress': 'Hồ sơ đang giải quyết ở bước khác hoặc đang tạm dừng.',
  resolved: 'Hồ sơ đã có kết quả.',
  returned: 'Hồ sơ đã trả kết quả.',
}

const stepDone = { settle: 'giải quyết xong', appraise: 'thẩm định', approve: 'phê duyệt', seal: 'vào số, đóng dấu', 'on-the-spot': 'giải quyết ngay tại quầy' } satisfies Record<StepKey | 'on-the-spot', string>

/** After "Nguyễn Văn A đã": what somebody did, as a colleague hears of it. */
const deedDone = {
  'dossier-submitted': 'nộp hồ sơ',
  'dossier-received': 'tiếp nhận hồ sơ',
  'dossier-refused': 'từ chối tiếp nhận',
  'supplement-requested': 'yêu cầu bổ sung',
  'supplement-received': 'ghi nhận bổ sung',
  'step-taken': 'nhận giải quyết',
  'dossier-assigned': 'phân công hồ sơ',
  'step-finished': 'chuyển bước',
  'step-handed-back': 'trả lại bước trước',
  'step-taken-over': 'nhận thay',
  'step-recalled': 'thu hồi việc đã chuyển',
  'step-skipped': 'bỏ qua một bước',
  'dossier-resolved': 'hoàn tất kết quả',
  'result-returned': 'trả kết quả',
  'result-signed': 'ký kết quả',
  'result-posted': 'bàn giao kết quả cho bưu chính',
  'result-delivered': 'ghi nhận bưu chính đã phát',
  'result-sent-back': 'nhận lại bưu gửi chuyển hoàn',
  'dossier-withdrawn': 'rút hồ sơ',
  'dossier-discontinued': 'dừng giải quyết',
  'dossier-voided': 'hủy hồ sơ nhập nhầm',
  'due-date-moved': 'tính lại hạn theo lịch mới',
  'apology-issued': 'gửi thư xin lỗi',
  'apology-drafted': 'soạn văn bản xin lỗi',
  'verification-extended': 'gia hạn để xác minh',
  'correction-proposed': 'đề nghị chuyển thủ tục',
  'correction-declined': 'từ chối chuyển thủ tục',
  'procedure-corrected': 'chuyển thủ tục',
  'dossier-reopened': 'mở lại hồ sơ',
  'payment-requested': 'yêu cầu nộp tiền',
  'payment-settled': 'xác nhận đã nộp tiền',
  'leg-handed-over': 'giao cơ quan phối hợp',
  'leg-accepted': 'nhận việc phối hợp',
  'leg-finished': 'xong việc phối hợp',
} satisfies Record<EventType, string>

const finishesStep: readonly EventType[] = ['step-finished', 'dossier-resolved']

/** "Nguyễn Văn A đã thẩm định lúc 09:12." */
export function lastDeedSentence({ who, name, type, step, at, today }: LastDeed): string {
  const subject = { self: 'Bạn', citizen: 'Người nộp', system: 'Hệ thống', colleague: name ?? 'Một cán bộ khác' }[who]
  const deed = step !== null && finishesStep.includes(type) ? stepDone[step] : deedDone[type]
  return `${subject} đã ${deed} lúc ${localTimeOf(at)}${today ? '' : ` ${listDay(localDateOf(at))}`}.`
}

/** The sentence for a problem of any use case of this context. */
export function sayProblem(problem: { code: string; action?: Action; stage?: Stage; last?: LastDeed | null }): string | undefined {
  if (problem.code === 'stale' && problem.last != null) return `${lastDeedSentence(problem.last)} Tải lại trang để xem mới nhất rồi làm tiếp.`
  if (problem.code === 'not-now' && problem.action !== undefined && problem.stage !== undefined) {
    const before = problem.last == null ? '' : `${lastDeedSentence(problem.last)} `
    return `${before}${notNow[problem.stage] ?? `Hồ sơ ở trạng thái: ${stageLabel[problem.stage].toLocaleLowerCase('vi')}.`} Không ${lowerFirst(actionLabel[problem.action])} được nữa; tải lại trang để xem mới nhất.`
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
  treasuryDocument: 'Ghi số giấy nộp tiền, ví dụ Giấy nộp tiền số 0123456 Kho bạc khu vực.',
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
  competentAgency: 'Ghi nơi có thẩm quyền, để người dân biết nộp ở đâu.',
  condition: 'Ghi điều kiện chưa đáp ứng và điều luật quy định.',
  missingList: 'Ghi ít nhất một giấy tờ còn thiếu.',
  duplicateOf: 'Ghi mã hồ sơ đã có.',
  denialReason: 'Ghi lý do không giải quyết.',
  legalBasis: 'Ghi căn cứ pháp luật: văn bản, điều, khoản.',
  target: 'Chọn thủ tục đúng.',
  missingSentence: 'Ghi rõ thiếu gì và nộp thế nào.',
  instant: 'Ghi ngày và giờ, ví dụ 16/11/2026 08:05.',
  staff: 'Chọn người được giao.',
  reasonForColleague: 'Ghi lý do. Đồng nghiệp đọc được lý do này.',
  summary: 'Ghi tóm tắt kết quả.',
  checkCommune: 'Chọn xã, phường đã cấp giấy.',
  checkForm: 'Chọn loại giấy.',
  checkNumber: 'Ghi số ở đầu giấy, ví dụ 12/2026.',
  checkDay: 'Ghi đủ ngày, tháng, năm trên giấy.',
  signatureNote: 'Ghi vì sao vẫn dùng tệp có chữ ký không còn khớp.',
  signedOn: 'Ghi đủ ngày, tháng, năm ký.',
  signer: 'Chọn người đã ký.',
  chooseOne: 'Chọn ít nhất một hồ sơ.',
  chooseFewer: 'Mỗi lần duyệt không quá 100 hồ sơ.',
  recipient: 'Chọn người nhận kết quả.',
  identityCheck: 'Chọn cách đã kiểm tra người nhận.',
  trackingNumber: 'Ghi mã bưu gửi in trên phiếu của bưu chính, ví dụ EA123456789VN.',
  sentBackReason: 'Ghi lý do bưu chính chuyển hoàn.',
  cause: 'Chọn căn cứ dừng.',
  accessReason: 'Ghi lý do xem. Người dân đọc được lý do này.',
} as const
