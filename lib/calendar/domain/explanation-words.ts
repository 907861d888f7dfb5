import { dayMonth, duration, weekdayName } from '@/lib/kernel/format'
import { localTimeOf } from '@/lib/kernel/local-date'
import { capitalised, uncapitalised } from './day-range'
import { instantOf, type Minute } from './minute'
import type { CalendarDay, SessionName } from './working-calendar'

/**
 * The sentences of an explanation. They stand in the domain, not in `wording.ts`, because a due date and its reasons are
 * one answer: whoever has the day has the sentences.
 */
export const sessionWord = { morning: 'sáng', afternoon: 'chiều', evening: 'tối' } as const satisfies Record<SessionName, string>

const timeWord = (minute: Minute): string => localTimeOf(instantOf(minute))

/** Why a day without a session that counts is passed over: "Nghỉ lễ Ngày Văn hóa Việt Nam". */
export function dayOffWords(day: CalendarDay): string {
  const { entry } = day
  if (entry?.kind === 'holiday') return entry.name.startsWith('Tết') ? `Nghỉ ${entry.name}` : `Nghỉ lễ ${entry.name}`
  if (entry?.kind === 'substitute') return `Nghỉ bù ${entry.name}`
  if (entry?.kind === 'swap-off') return `Nghỉ hoán đổi, làm bù ${weekdayName(entry.madeUpOn)} ${dayMonth(entry.madeUpOn)}`
  if (entry?.kind === 'closure' && day.kind === 'closure') return `Đóng cửa (${entry.name})`
  return day.sessions.length > 0 ? `${capitalised(weekdayName(day.on))} chỉ tiếp nhận` : `${capitalised(weekdayName(day.on))}, nghỉ hằng tuần`
}

export const notCounted = (day: CalendarDay): string => `${dayOffWords(day)}: không tính`

/** After a calendar-day limit ran out on a day off. */
export const movedOn = (day: CalendarDay): string => `${dayOffWords(day)}: lùi sang ngày làm việc tiếp theo`

export const closedSessionWords = (day: CalendarDay, session: SessionName): string =>
  `Buổi ${sessionWord[session]} đóng cửa (${day.closures[0]?.name ?? ''}): không tính`

const makeUpWords = (day: CalendarDay): string =>
  day.kind === 'make-up' && day.entry?.kind === 'make-up' ? `, làm bù cho ${weekdayName(day.entry.replaces)} ${dayMonth(day.entry.replaces)}` : ''

export const countedDay = (index: number, day: CalendarDay): string => `Ngày ${index}${makeUpWords(day)}`
export const countedOnDayOff = (index: number, day: CalendarDay): string =>
  `Ngày ${index}, ${uncapitalised(dayOffWords(day))}: lùi hạn`
export const dueDay = (index: number, day: CalendarDay, due: Minute): string =>
  `${countedDay(index, day)}: trả kết quả trước ${timeWord(due)}`
export const dueAfterRoll = (due: Minute): string => `Trả kết quả trước ${timeWord(due)}`
export const dueTheSameDay = (due: Minute): string => `Trả kết quả trong ngày, trước ${timeWord(due)}`

export const countedSession = (index: number, session: SessionName, day: CalendarDay): string =>
  `Buổi ${index} (${sessionWord[session]})${makeUpWords(day)}`
export const dueSession = (index: number, session: SessionName, day: CalendarDay, due: Minute): string =>
  `${countedSession(index, session, day)}: trả kết quả trước ${timeWord(due)}`

export const countedMinutes = (minutes: number, paused: number): string =>
  `Tính ${duration(minutes)}${paused > 0 ? `, trừ ${duration(paused)} tạm dừng` : ''}`
export const dueWithMinutes = (minutes: number, total: number, due: Minute): string =>
  `${minutes > 0 ? `Tính ${duration(minutes)}, đủ` : 'Đã đủ'} ${duration(total)}: trả kết quả trước ${timeWord(due)}`

export const pausedWords = 'Tạm dừng: không tính'
export const stillPaused = (since: Minute): string => `Tạm dừng từ ${timeWord(since)}: tính tiếp khi hết tạm dừng`

const receivedAs = (restarted: boolean): string => (restarted ? 'Nhận bổ sung, tính lại từ đầu' : 'Nhận hồ sơ')
export const receivedOnDayZero = (at: Minute, restarted: boolean): string => `${receivedAs(restarted)} lúc ${timeWord(at)}: không tính ngày nhận`
export const receivedInTime = (at: Minute, cutOff: string, restarted: boolean): string =>
  `${receivedAs(restarted)} lúc ${timeWord(at)}, không sau ${cutOff}: trả trong ngày`
export const receivedTooLate = (at: Minute, cutOff: string, restarted: boolean): string =>
  `${receivedAs(restarted)} lúc ${timeWord(at)}, sau ${cutOff}: chuyển sang ngày làm việc tiếp theo`
export const receivedOnDayOff = (at: Minute, day: CalendarDay, restarted: boolean): string =>
  `${receivedAs(restarted)} lúc ${timeWord(at)}, ${uncapitalised(dayOffWords(day))}: chuyển sang ngày làm việc tiếp theo`
export const receivedAfterClose = (at: Minute, restarted: boolean): string =>
  `${receivedAs(restarted)} lúc ${timeWord(at)}, đã hết giờ làm việc: chuyển sang ngày làm việc tiếp theo`
export const receivedInSession = (at: Minute, session: SessionName, restarted: boolean): string =>
  `${receivedAs(restarted)} lúc ${timeWord(at)}, buổi ${sessionWord[session]}: không tính buổi nhận`
export const receivedOutsideHours = (at: Minute, restarted: boolean): string =>
  `${receivedAs(restarted)} lúc ${timeWord(at)}, ngoài giờ làm việc: tính từ đầu buổi làm việc tiếp theo`
export const receivedAndRunning = (at: Minute, restarted: boolean): string => `${receivedAs(restarted)} lúc ${timeWord(at)}: bắt đầu tính giờ`

export const zeroDay = 'Bắt đầu tính, coi như ngày nhận: không tính'
export const zeroSession = (session: SessionName): string => `Bắt đầu tính từ buổi ${sessionWord[session]}: không tính buổi này`
