import { dayMonth, longInstant, number, shortDay, weekdayName } from '@/lib/kernel/format'
import type { LocalDate } from '@/lib/kernel/local-date'
import type { CalendarChangeProblem } from './domain/calendar-change'
import type { CalendarRule, Decision } from './domain/calendar-rule'
import type { SessionsFault } from './domain/compile-calendar'
import type { DueProblem } from './domain/due-moment'
import type { LunarDate } from './domain/lunar'
import type { Timeliness } from './domain/standing'
import type { ExtensionProblem, TimeLimit, TimeLimitUnit } from './domain/time-limit'
import type { CalendarDay, CalendarEntry, DayKind, EntryKind, Layer, SessionName } from './domain/working-calendar'
import type { DayMark } from './domain/year-view'
import type { ChangeKind } from './inputs/change-form'

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
    case 'limit-too-long': return `Thời hạn dài nhất là ${number(problem.longest)} ${unitLabel[problem.unit]}. Xem lại số vừa nhập.`
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
  closureName: 'Ghi vì sao đóng cửa, ví dụ mất điện',
  ordinaryName: 'Ghi vì sao vẫn làm việc, ví dụ trực phục vụ kỳ thi',
  decisionNumber: 'Ghi số, ký hiệu văn bản, ví dụ 12/TB-UBND',
  decisionSource: 'Ghi tên văn bản và nơi ban hành, ví dụ Thông báo của UBND xã',
  seasonDay: 'Ghi ngày rồi tháng, ví dụ 1/10. Cả năm thì để trống cả hai ô',
  rangeEnds: 'Ngày cuối phải từ ngày đầu trở đi',
  rangeTooLong: (days: number): string => `Mỗi lần nhập không quá ${days} ngày. Chia thành nhiều lần`,
  tooLong: (letters: number): string => `Viết gọn lại, không quá ${letters} chữ`,
} as const

/** What may be wrong with a row of a schedule that was read from a file. */
export const importSentence = {
  noText: 'Chọn tệp, hoặc dán nội dung vào ô này',
  textTooLong: 'Tệp quá dài. Lịch nghỉ một năm chỉ vài chục dòng; chọn lại tệp',
  empty: 'Tệp chưa có dòng nào. Mỗi ngày nghỉ, làm bù là một dòng.',
  noEvents: 'Tệp lịch chưa có sự kiện nào (VEVENT).',
  columns: (missing: readonly string[]): string => `Dòng đầu còn thiếu cột ${missing.join(', ')}. Tải tệp mẫu để xem đủ các cột.`,
  kind: (text: string): string => `${text.trim() === '' ? 'Chưa ghi loại ngày' : `Chưa biết loại ngày “${text}”`}. Ghi một trong: ${Object.values(entryLabel).join(', ')}.`,
  day: (column: string, text: string): string => `${column}: ${text.trim() === '' ? 'còn trống' : `chưa đọc được “${text}”`}. Ghi theo dạng 05/02/2027.`,
  sessions: (text: string): string => `Buổi: chưa đọc được “${text}”. Ghi sáng, chiều, tối; cả ngày thì để trống.`,
  otherDay: {
    substitute: 'Nghỉ bù cần ghi ở cột Ngày đổi ngày lễ trùng ngày nghỉ hằng tuần.',
    'swap-off': 'Nghỉ hoán đổi cần ghi ở cột Ngày đổi ngày sẽ làm bù.',
    'make-up': 'Làm bù cần ghi ở cột Ngày đổi ngày được nghỉ thay.',
  },
  sameDay: 'Ngày đổi phải khác ngày của dòng.',
  oneDay: 'Nghỉ bù, nghỉ hoán đổi và làm bù mỗi dòng một ngày.',
  endsBefore: 'Đến ngày phải từ Từ ngày trở đi.',
  tooLong: (days: number): string => `Một dòng không quá ${days} ngày. Chia thành nhiều dòng.`,
  tooManyRows: (rows: number): string => `Mỗi tệp không quá ${rows} dòng. Chia thành nhiều tệp.`,
  repeats: 'Sự kiện lặp lại (RRULE) chưa đọc được. Ghi từng ngày thành sự kiện riêng.',
  timed: 'Chỉ đọc được sự kiện cả ngày. Đóng cửa một buổi thì nhập bằng bảng hoặc trên màn hình.',
  noStart: 'Sự kiện chưa có ngày bắt đầu (DTSTART).',
} as const

/** What stood in the way of changing the calendar, and what to do. */
export function changeProblemSentence(problem: CalendarChangeProblem): string {
  switch (problem.code) {
    case 'nothing-new': return 'Mọi ngày trong đó đã có trong lịch, không có gì để thêm.'
    case 'entry-not-yours': return 'Mục này không còn, hoặc không do xã nhập. Tải lại lịch để xem mới nhất.'
    case 'day-outside-calendar': return `Lịch có từ ${shortDay(problem.from)} đến ${shortDay(problem.to)}, chưa có ngày ${shortDay(problem.on)}. Xem lại năm vừa ghi.`
    case 'day-told-twice': return `Ngày ${shortDay(problem.on)} đã có một mục khác của xã. Rút mục ấy trước, rồi nhập lại.`
    case 'no-working-time': return 'Sau thay đổi này không còn buổi làm việc nào để tính hạn. Xem lại giờ làm việc.'
  }
}

/** "Thông báo của UBND xã Bạch Quang, số 12/TB-UBND ngày 20/11/2026" */
export const citation = ({ source, number, issuedOn }: Decision): string => `${source}, số ${number} ngày ${shortDay(issuedOn)}`

const otherDay = (day: LocalDate): string => `${weekdayName(day)} ${dayMonth(day)}`

/** One entry as the list of the year has it: "Nghỉ bù Giỗ Tổ Hùng Vương (Chủ nhật 26/04)", "Nghỉ, làm bù thứ Bảy 22/08". */
export function entrySentence(entry: CalendarEntry): string {
  switch (entry.kind) {
    case 'holiday': return entry.name.startsWith('Tết') || entry.name.startsWith('Nghỉ') ? entry.name : `Nghỉ lễ ${entry.name}`
    case 'substitute': return `Nghỉ bù ${entry.name} (${otherDay(entry.insteadOf)})`
    case 'swap-off': return `Nghỉ hoán đổi, làm bù ${otherDay(entry.madeUpOn)}`
    case 'make-up': return `Làm bù cho ${otherDay(entry.replaces)}`
    case 'ordinary': return `Làm việc như thường: ${entry.name}`
    case 'closure': return `${closedWords(entry.closed)}: ${entry.name}`
  }
}

const closedWords = (closed: 'whole-day' | readonly SessionName[]): string =>
  closed === 'whole-day' ? 'Đóng cửa cả ngày' : `Đóng cửa buổi ${closed.map((name) => sessionLabel[name].replace('Buổi ', '')).join(', ')}`

/** The reason that stands beside a revision of the calendar: what was added or withdrawn, in short. */
export function changeSummary(add: readonly CalendarRule[], withdrawn: readonly CalendarRule[]): string {
  const parts = [add.length > 0 ? `Thêm ${ruleWords(add)}` : '', withdrawn.length > 0 ? `Rút ${ruleWords(withdrawn)}` : '']
  return parts.filter((part) => part !== '').join('; ')
}

function ruleWords(rules: readonly CalendarRule[]): string {
  const [first] = rules
  if (first === undefined) return ''
  const told = first.rule === 'week' ? `giờ làm việc từ ${shortDay(first.entry.effectiveFrom)}` : `${shortDay(first.entry.on)} ${entrySentence(first.entry)}`
  return rules.length === 1 ? told : `${told} và ${rules.length - 1} mục khác`
}

/** The six marks of a year on the wall, and the whole day closed. */
export const dayMarkLabel = {
  working: 'Ngày làm việc', holiday: 'Nghỉ lễ', substitute: 'Nghỉ bù', 'swap-off': 'Nghỉ hoán đổi', 'make-up': 'Làm bù', weekend: 'Cuối tuần',
  'half-day': 'Nghỉ một buổi', closed: 'Đóng cửa',
} as const satisfies Record<DayMark, string>

/** "T2–T6" would save two syllables and cost a reader: "Thứ Hai đến thứ Sáu". Days that do not follow one another are listed. */
export function weekdaysWords(weekdays: readonly number[]): string {
  const names = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật']
  const sorted = [...weekdays].toSorted((a, b) => a - b)
  const inRow = sorted.length > 2 && sorted.every((day, at) => at === 0 || day === sorted[at - 1]! + 1)
  const text = inRow ? `${names[sorted[0]! - 1]!} đến ${names[sorted.at(-1)! - 1]!}` : sorted.map((day) => names[day - 1]!).join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "Tháng 11 chỉ có 30 ngày" */
export const monthHasDays = (month: number, days: number): string => `Tháng ${month} chỉ có ${days} ngày`

/** What may be wrong with a question of another system. */
export const apiSentence = {
  commune: 'commune là slug của xã, ví dụ bach-quang. Xem danh sách ở /api/v1/communes.',
  unknownCommune: 'Không có xã nào mang tên này. Xem danh sách ở /api/v1/communes.',
  unknownProcedure: 'Không có thủ tục nào có hiệu lực vào ngày tiếp nhận mang mã này. Tìm lại bằng /api/v1/procedures?q=…',
  unknownVariant: (keys: readonly string[]): string => `variant là một trong: ${keys.join(', ')}.`,
  channel: 'channel là một trong: online, desk, post.',
  receivedAt: 'receivedAt là ngày giờ theo ISO 8601, ví dụ 2026-11-20T09:12:00+07:00.',
  pause: (text: string): string => `Chưa đọc được pause=${text}. Ghi bắt đầu/kết thúc theo ISO 8601, ví dụ 2026-11-23T10:00:00+07:00/2026-11-25T08:00:00+07:00.`,
  tooManyPauses: (most: number): string => `pause lặp lại không quá ${most} lần.`,
  day: (name: string): string => `${name} là một ngày theo dạng 2026-11-20.`,
  spanEnds: 'to phải từ ngày from trở đi.',
  spanTooLong: (days: number): string => `Mỗi lần xem không quá ${days} ngày. Chia thành nhiều lần.`,
  outside: (from: LocalDate, to: LocalDate): string => `Lịch làm việc có từ ${shortDay(from)} đến ${shortDay(to)}.`,
} as const

/** What the public calculator asks for when it is missing. */
export const calculatorSentence = {
  commune: 'Chọn xã, phường nhận hồ sơ: mỗi nơi có lịch làm việc riêng',
  procedure: 'Chọn thủ tục, hoặc chọn Thời hạn tự nhập',
  unit: 'Chọn đơn vị của thời hạn',
  value: 'Ghi thời hạn bằng số, ví dụ 3',
  pauseEnds: 'Lúc tính tiếp phải sau lúc dừng',
} as const

/** Why a change of calendar was not saved, where the calendar itself had nothing to say against it. */
export const changeRefusal = {
  forbidden: 'Bạn không có quyền sửa lịch làm việc.',
  'calendar-changed': 'Lịch vừa được người khác sửa. Dưới đây là kết quả theo lịch mới nhất, xem lại rồi lưu.',
  unavailable: 'Hệ thống đang bận, chưa lưu gì. Chờ một phút rồi bấm lại.',
  other: 'Chưa lưu được. Xem lại bảng dưới đây rồi lưu lại.',
} as const

export const changeKindLabel = {
  'dong-cua': 'Đóng cửa', nghi: 'Ngày nghỉ', 'hoan-doi': 'Hoán đổi', 'nhu-thuong': 'Vẫn làm việc', gio: 'Giờ làm việc',
} as const satisfies Record<ChangeKind, string>

export const changeKindHint = {
  'dong-cua': 'Xã đóng cửa cả ngày hoặc một vài buổi: mất điện, bão lũ, hội nghị. Ngày hoặc buổi ấy không tính vào thời hạn.',
  nghi: 'Ngày nghỉ theo văn bản của cấp trên mà lịch chưa có, ví dụ quốc tang. Lịch nghỉ cả năm thì nhập từ tệp.',
  'hoan-doi': 'Nghỉ một ngày, làm bù ngày khác. Cả hai được thêm cùng lúc.',
  'nhu-thuong': 'Cấp trên cho nghỉ nhưng xã vẫn làm việc: ngày ấy mở cửa và tính hạn như ngày thường.',
  gio: 'Giờ mở cửa hằng tuần. Bỏ trống buổi nào thì buổi ấy không làm việc.',
} as const satisfies Record<ChangeKind, string>
