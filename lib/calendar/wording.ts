import { longInstant, shortDay } from '@/lib/kernel/format'
import type { SessionsFault } from './domain/compile-calendar'
import type { DueProblem } from './domain/due-moment'
import type { LunarDate } from './domain/lunar'
import type { Timeliness } from './domain/standing'
import type { ExtensionProblem, TimeLimit, TimeLimitUnit } from './domain/time-limit'
import type { CalendarDay, DayKind, EntryKind, Layer, SessionName } from './domain/working-calendar'

export const unitLabel = {
  'working-day': 'ngày làm việc', 'calendar-day': 'ngày', 'same-day': 'trong ngày',
  'half-day': 'buổi làm việc', 'working-hour': 'giờ làm việc', 'clock-hour': 'giờ',
} as const satisfies Record<TimeLimitUnit, string>

/** "3 ngày làm việc", "8 giờ làm việc", "trong ngày"; null is "không quy định". */
export function limitWords(limit: TimeLimit | null): string {
  if (limit === null) return 'không quy định'
  return limit.unit === 'same-day' ? unitLabel['same-day'] : `${limit.value} ${unitLabel[limit.unit]}`
}

/** "trong ngày; nhận sau 15:00 thì tính sang ngày làm việc tiếp theo": a limit with what its cut-off does. */
export function limitWithCutOff(limit: TimeLimit | null): string {
  const cutOff = limit !== null && 'cutOff' in limit ? limit.cutOff : null
  return cutOff == null ? limitWords(limit) : `${limitWords(limit)}; nhận sau ${cutOff} thì tính sang ngày làm việc tiếp theo`
}

export const timelinessLabel = {
  early: 'Trước hạn', 'on-time': 'Đúng hạn', overdue: 'Quá hạn', 'no-limit': 'Không quy định',
} as const satisfies Record<Timeliness, string>

export const layerLabel = { nation: 'Cả nước', province: 'Tỉnh', commune: 'Xã' } as const satisfies Record<Layer, string>

export const sessionLabel = { morning: 'Buổi sáng', afternoon: 'Buổi chiều', evening: 'Buổi tối' } as const satisfies Record<SessionName, string>

export const entryLabel = {
  holiday: 'Nghỉ lễ', substitute: 'Nghỉ bù', 'swap-off': 'Nghỉ hoán đổi', 'make-up': 'Làm bù', closure: 'Đóng cửa',
  ordinary: 'Làm việc như thường',
} as const satisfies Record<EntryKind, string>

export const dayKindLabel = {
  working: 'Ngày làm việc', 'make-up': 'Làm bù', 'day-off': 'Nghỉ hằng tuần', holiday: 'Nghỉ lễ', substitute: 'Nghỉ bù',
  'swap-off': 'Nghỉ hoán đổi', closure: 'Đóng cửa',
} as const satisfies Record<DayKind, string>

/** For the year calendar: a working day that lost a session is told as such. */
export function dayLabel(day: CalendarDay): string {
  if (!day.isWorkingDay || day.closedSessions.length === 0) return dayKindLabel[day.kind]
  return `Nghỉ ${day.closedSessions.map((name) => sessionLabel[name].toLocaleLowerCase('vi')).join(', ')}`
}

export const provisionalLabel = 'dự kiến'

/** "18/10 âm lịch"; in the month that repeats "5/6 nhuận âm lịch". */
export const lunarWords = ({ day, month, leap }: LunarDate): string => `${day}/${month}${leap ? ' nhuận' : ''} âm lịch`

/** What stood in the way of a due date, and how to mend it. */
export function dueProblemSentence(problem: DueProblem | ExtensionProblem): string {
  switch (problem.code) {
    case 'limit-without-unit': return 'Thời hạn chưa ghi đơn vị. Chọn ngày làm việc, ngày, trong ngày, buổi, giờ làm việc hoặc giờ.'
    case 'limit-not-whole': return 'Thời hạn phải là số nguyên, ví dụ 3.'
    case 'limit-not-positive': return 'Thời hạn ít nhất là 1. Thủ tục không quy định thời hạn thì để trống cả số và đơn vị.'
    case 'limit-too-long': return `Thời hạn dài nhất là ${problem.longest} ${unitLabel[problem.unit]}. Xem lại số vừa nhập.`
    case 'cut-off-unreadable': return 'Giờ chốt ghi theo dạng 15:00, từ 00:00 đến 23:59.'
    case 'instant-unreadable': return unreadable[problem.which]
    case 'count-from-before-receipt': return 'Lúc tính lại không thể trước lúc tiếp nhận. Xem lại ngày giờ nhận bổ sung.'
    case 'pause-ends-before-it-begins':
      return `Lần tạm dừng bắt đầu ${longInstant(problem.start)} nhưng kết thúc trước đó, ${longInstant(problem.end)}. Xem lại giờ kết thúc.`
    case 'received-before-calendar': return `Lịch làm việc bắt đầu từ ${shortDay(problem.begins)}. Nhận trước đó thì thêm lịch của năm ấy.`
    case 'calendar-too-short': return `Hạn trả vượt quá lịch làm việc, có đến ${shortDay(problem.ends)}. Thêm lịch những năm sau rồi tính lại.`
    case 'no-working-time': return 'Lịch chưa có buổi làm việc nào để tính hạn. Nhập giờ làm việc trong phần Lịch làm việc.'
    case 'extension-in-another-unit':
      return `Thời hạn tính bằng ${unitLabel[problem.unit]}, không cộng ${unitLabel[problem.added]} được. Ghi tổng thời hạn sau gia hạn.`
  }
}

const unreadable = {
  'received-at': 'Chưa đọc được lúc tiếp nhận. Ghi ngày và giờ, ví dụ 20/11/2026 09:12.',
  'count-from': 'Chưa đọc được lúc tính lại. Ghi ngày và giờ nhận bổ sung.',
  pause: 'Chưa đọc được lúc bắt đầu hoặc kết thúc của một lần tạm dừng. Ghi lại ngày và giờ.',
} as const

export const sessionsFaultSentence = {
  'time-unreadable': 'Giờ ghi theo dạng 07:30, từ 00:00 đến 23:59.',
  'closes-before-opening': 'Giờ đóng cửa phải sau giờ mở cửa.',
  'sessions-overlap': 'Hai buổi chồng giờ nhau. Sửa giờ để buổi sau bắt đầu khi buổi trước đã xong.',
  'session-named-twice': 'Một ngày chỉ có một buổi sáng, một buổi chiều, một buổi tối. Gộp hai buổi trùng tên.',
} as const satisfies Record<SessionsFault, string>

/** What may be wrong with what an administrator or a citizen typed about days and hours. */
export const inputSentence = {
  day: 'Ghi đủ ngày, tháng, năm bằng số, ví dụ 20 11 2026',
  month: 'Tháng ghi từ 1 đến 12',
  time: 'Ghi giờ theo dạng 09:12',
  name: 'Ghi tên ngày, ví dụ Giỗ Tổ Hùng Vương',
  source: 'Ghi số văn bản hoặc nơi công bố',
  weekdays: 'Chọn ít nhất một thứ trong tuần',
  closed: 'Chọn cả ngày hoặc ít nhất một buổi',
  season: 'Mùa ghi tháng rồi ngày, ví dụ 10-01 đến 03-31',
  effect: 'Ngày hết hiệu lực phải từ ngày bắt đầu hiệu lực trở đi',
  swap: 'Ngày nghỉ và ngày làm bù phải là hai ngày khác nhau',
} as const

/** "Tháng 11 chỉ có 30 ngày" */
export const monthHasDays = (month: number, days: number): string => `Tháng ${month} chỉ có ${days} ngày`
