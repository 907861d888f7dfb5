import { duration, shortDay } from '@/lib/kernel/format'
import { nb } from '@/lib/kernel/nb'
import type { Standing, Timeliness } from '@/lib/calendar/domain/standing'
import type { LocalDate } from '@/lib/kernel/local-date'

/** What is amiss with what was typed, and how to mend it. */
export const inputSentence = {
  day: 'Ghi đủ ngày, tháng, năm.',
  staff: 'Chọn người vắng.',
  substitute: 'Chọn người làm thay.',
  reason: 'Ghi lý do, ví dụ: nghỉ phép năm.',
  absence: 'Không rõ lần vắng nào. Tải lại trang rồi bấm lại.',
  decision: 'Ghi văn bản cho phép, ví dụ: Quy chế làm việc số 12/QC-UBND.',
  tooLong: (most: number): string => `Ghi không quá ${most} chữ.`,
} as const

type Told = { code: string; fromDay?: LocalDate; toDay?: LocalDate; mostDays?: number }
const days = ({ fromDay, toDay }: Told): string => (fromDay === undefined || toDay === undefined ? '' : fromDay === toDay ? `ngày ${shortDay(fromDay)}` : `từ ${shortDay(fromDay)} đến ${shortDay(toDay)}`)

const sentences: Record<string, (told: Told) => string> = {
  'absence-ends-before-it-begins': () => 'Ngày cuối đứng trước ngày đầu. Xem lại hai ngày.',
  'absence-is-over': () => 'Những ngày này đã qua. Ghi ngày cuối từ hôm nay trở đi.',
  'absence-too-long': ({ mostDays }) => `Ghi vắng tối đa ${mostDays} ngày. Vắng lâu hơn thì bàn giao công việc và đổi người phụ trách.`,
  'substitute-is-absent-one': () => 'Người làm thay phải là người khác.',
  'substitute-away': (told) => `Người làm thay cũng vắng ${days(told)}. Chọn người khác hoặc đổi ngày.`,
  'already-away': (told) => `Người này đã được ghi vắng ${days(told)}. Kết thúc lần đó trước, hoặc chọn ngày khác.`,
  'staff-unknown': () => 'Không tìm thấy người này trong danh sách đang làm việc. Chọn người khác.',
  'substitute-unknown': () => 'Người làm thay không còn trong danh sách đang làm việc. Chọn người khác.',
  'absence-unknown': () => 'Lần vắng này đã kết thúc hoặc không còn. Tải lại trang để xem mới nhất.',
}

/** The sentence of a problem of this context; undefined where the code is not ours. */
export const workflowSentence = (problem: { code: string }): string | undefined => sentences[problem.code]?.(problem)

/** The field of the form at which the problem is shown; the rest is said above it. */
export const fieldOfProblem: Readonly<Record<string, string>> = {
  'absence-ends-before-it-begins': 'toDay', 'absence-is-over': 'toDay', 'absence-too-long': 'toDay', 'substitute-is-absent-one': 'substituteId', 'substitute-away': 'substituteId',
  'already-away': 'fromDay', 'staff-unknown': 'staffId', 'substitute-unknown': 'substituteId',
}

/** How long a step has been late: "3 giờ". */
export const lateBy = (standing: Standing): string => (standing.state === 'overdue' ? duration(Math.max(1, standing.by.sessionMinutes ?? 0)) : '')

/** The time of a step, always with the word step: what is overdue for the citizen is the dossier alone. "bước quá 3 giờ", "bước còn 5 giờ". */
export function stepStandingWords(standing: Standing): string | null {
  switch (standing.state) {
    case 'no-limit': return null
    case 'paused': return 'bước tạm dừng'
    case 'overdue': return nb(`bước quá ${duration(Math.max(1, standing.by.sessionMinutes ?? 0))}`)
    default: return nb(`bước còn ${duration(standing.left.sessionMinutes ?? 0)}`)
  }
}

export const stepTimelinessLabel = { early: 'Trước hạn', 'on-time': 'Đúng hạn', overdue: 'Quá hạn' } satisfies Record<Exclude<Timeliness, 'no-limit'>, string>

/** "16 giờ 30 phút": how much of their steps' time somebody has in hand. */
export const loadWords = (openMinutes: number): string => (openMinutes === 0 ? 'không có việc' : duration(openMinutes))
