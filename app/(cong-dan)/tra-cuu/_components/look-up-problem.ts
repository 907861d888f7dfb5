import type { FieldError } from '@/components/ui/error-summary'
import { problemSentence } from '@/lib/dossiers/wording'

const EMPTY_CODE: FieldError = { field: 'ma', message: 'Nhập mã hồ sơ in trên giấy hẹn hoặc trong tin nhắn' }
const EMPTY_SECRET: FieldError = { field: 'bi-mat', message: 'Nhập mã bí mật in cạnh mã hồ sơ' }

/** What stood in the way of the last attempt, at its field. An unknown code and a wrong secret read the same. */
export function lookUpErrors(problem: unknown): FieldError[] {
  switch (problem) {
    case 'both-empty': return [EMPTY_CODE, EMPTY_SECRET]
    case 'code-empty': return [EMPTY_CODE]
    case 'secret-empty': return [EMPTY_SECRET]
    case 'no-match': return [{ field: 'ma', message: problemSentence['no-match'] }]
    default: return []
  }
}

/** What is not about a field. `waitSeconds`: only with too many attempts. */
export function lookUpNote(problem: unknown, waitSeconds: unknown): string | null {
  switch (problem) {
    case 'too-many-attempts': return `Đã thử quá nhiều lần. Chờ ${waitWords(Number(waitSeconds))} rồi thử lại; mã hồ sơ bạn gõ vẫn còn dưới đây.`
    case 'qr': return 'Mã QR này không mở được hồ sơ nào. Quét lại cho rõ, hoặc nhập mã hồ sơ và mã bí mật in trên giấy.'
    case 'closed': return 'Để giữ kín hồ sơ, trang theo dõi tự đóng sau 30 phút. Nhập lại mã hồ sơ và mã bí mật để mở.'
    case 'unavailable': return 'Hệ thống đang bận. Chờ một phút rồi bấm Xem hồ sơ.'
    case 'foreign-origin': return 'Yêu cầu không đến từ trang này nên đã bị chặn. Nhập lại rồi bấm Xem hồ sơ.'
    default: return null
  }
}

function waitWords(seconds: number): string {
  if (!Number.isFinite(seconds) || seconds <= 90) return 'một phút'
  const minutes = Math.ceil(seconds / 60)
  return minutes < 90 ? `${minutes} phút` : `${Math.ceil(minutes / 60)} giờ`
}
