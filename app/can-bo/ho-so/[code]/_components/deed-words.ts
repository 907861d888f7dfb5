import { actions, type Action } from '@/lib/dossiers/domain/transitions'
import { actionLabel } from '@/lib/dossiers/wording'
import type { KeyHint } from '../../../_components/staff-keys'

/** The key of each deed. Two deeds with one key never stand on the same screen. */
export const deedKey = {
  accept: 'T', take: 'T', settle: 'T', appraise: 'T', approve: 'T', seal: 'T', 'return-result': 'T', 'post-result': 'C', 'confirm-delivery': 'T', 'take-back-parcel': 'N',
  'supply-intake-supplement': 'N', 'supply-supplement': 'N', 'request-intake-supplement': 'B', 'request-supplement': 'B',
  'extend-verification': 'M', 'draft-apology': 'X', 'propose-correction': 'C', 'approve-correction': 'C', 'decline-correction': 'K', reopen: 'M', 'request-payment': 'P', 'settle-payment': 'N',
  refuse: 'X', apologise: 'Y', 'hand-back': 'L', 'take-over': 'O', recall: 'U', 'skip-step': 'Q', assign: 'G', withdraw: 'R', discontinue: 'D', void: 'H',
} as const satisfies Record<Action, string>

/** What moves the dossier on, in the order in which it is offered as the one filled button. */
const onward: readonly Action[] = ['accept', 'supply-intake-supplement', 'supply-supplement', 'settle-payment', 'take', 'settle', 'appraise', 'approve', 'seal', 'return-result', 'confirm-delivery']
/** Ends and corrections: in the menu, not under the hand. */
const rare: readonly Action[] = ['withdraw', 'discontinue', 'void', 'propose-correction', 'decline-correction', 'reopen', 'extend-verification', 'skip-step', 'request-payment']

/** `isLate`: an apology is due or nearly so. `hasExpired`: nothing came by the last day of a request. */
export function arranged(available: readonly Action[], isLate: boolean, hasExpired = false): { main: Action | null; beside: Action[]; rare: Action[] } {
  const main = onward.find((action) => available.includes(action)) ?? null
  const others = available.filter((action) => action !== main)
  // Nobody apologises before it may be late; who wants to may still find it.
  const isRare = (action: Action): boolean => (rare.includes(action) && !(action === 'discontinue' && hasExpired)) || (action === 'draft-apology' && !isLate)
  return { main, beside: others.filter((action) => !isRare(action)), rare: others.filter(isRare) }
}

export const readDeed = (typed: string | undefined): Action | null => actions.find((action) => action === typed) ?? null

export const deedHref = (code: string, action: Action): string => `/can-bo/ho-so/${encodeURIComponent(code)}?lam=${action}`

export const dossierKeys = (available: readonly Action[]): KeyHint[] => available.map((action) => ({ keys: [deedKey[action]], does: actionLabel[action] }))

/** Done, as the screen says it afterwards. */
export const doneWords = {
  accept: 'Đã tiếp nhận và hẹn trả', refuse: 'Đã từ chối tiếp nhận', 'request-intake-supplement': 'Đã yêu cầu bổ sung', 'request-supplement': 'Đã yêu cầu bổ sung, đồng hồ dừng',
  'supply-intake-supplement': 'Đã ghi nhận bổ sung', 'supply-supplement': 'Đã ghi nhận bổ sung, đồng hồ chạy lại', take: 'Bạn đã nhận giải quyết', assign: 'Đã phân công',
  settle: 'Đã trình kết quả', appraise: 'Đã thẩm định, trình ký', approve: 'Đã phê duyệt', seal: 'Đã vào số, đóng dấu', 'hand-back': 'Đã trả lại bước đầu', 'take-over': 'Bạn đã nhận thay', recall: 'Đã thu hồi, việc đang ở bạn', 'skip-step': 'Đã bỏ qua một bước',
  'return-result': 'Đã trả kết quả', 'post-result': 'Đã bàn giao cho bưu chính', 'confirm-delivery': 'Đã ghi nhận phát xong', 'take-back-parcel': 'Đã nhận lại bưu gửi, kết quả về lại quầy trả', withdraw: 'Đã rút hồ sơ', discontinue: 'Đã dừng giải quyết', apologise: 'Đã ký và gửi xin lỗi, hẹn lại', 'extend-verification': 'Đã gia hạn để xác minh', 'draft-apology': 'Đã trình văn bản xin lỗi', 'propose-correction': 'Đã đề nghị chuyển thủ tục',
  'approve-correction': 'Đã chuyển thủ tục', 'decline-correction': 'Đã trả lời không chuyển thủ tục', reopen: 'Đã mở lại thành hồ sơ mới', 'request-payment': 'Đã yêu cầu nộp tiền, đồng hồ dừng', 'settle-payment': 'Đã xác nhận nộp tiền, đồng hồ chạy lại', void: 'Đã hủy hồ sơ nhập nhầm',
} as const satisfies Record<Action, string>
