import 'server-only'
import { timeRange } from '@/lib/kernel/format'
import { addDays, localDateOf, localTimeOf, weekdayOf, type LocalDate } from '@/lib/kernel/local-date'
import { dayOf } from '../domain/calendar-days'
import type { CalendarDay, WorkingCalendar } from '../domain/working-calendar'
import { calendarOf } from '../store'

export type OpeningHours = {
  /** The usual week in lines: "Thứ Hai đến thứ Sáu", "07:30–11:30 và 13:30–17:30". */
  lines: string[]
  now: { open: true; until: string; later: string | null } | { open: false; opensOn: LocalDate | null; opensAt: string | null }
}

/** When the desk is open: the usual week of these days, and whether it is open at this moment. */
export async function openingHours(communeId: string, at: Date): Promise<OpeningHours> {
  const { calendar } = await calendarOf(communeId)
  return { lines: usualWeek(calendar, localDateOf(at)), now: openNow(calendar, at) }
}

const rangesOf = ({ sessions }: CalendarDay): string => sessions.map(({ opens, closes }) => timeRange(opens, closes)).join(' và ')

const weekdays = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật']

/** Days with the same hours that follow one another stand in one line; holidays of this week do not show. */
function usualWeek(calendar: WorkingCalendar, today: LocalDate): string[] {
  const ranges = weekdays.map((_name, index) => usualRanges(calendar, today, index + 1))
  const groups: { from: number; to: number; ranges: string }[] = []
  ranges.forEach((text, index) => {
    const last = groups.at(-1)
    if (text !== '' && last?.ranges === text && last.to === index - 1) last.to = index
    else if (text !== '') groups.push({ from: index, to: index, ranges: text })
  })
  return groups.flatMap(({ from, to, ranges }) => {
    const days = from === to ? weekdays[from]! : `${weekdays[from]!} đến ${weekdays[to]!}`
    return [days.charAt(0).toUpperCase() + days.slice(1), ranges]
  })
}

/** The hours of a weekday, from the next of its days that no entry changes. */
function usualRanges(calendar: WorkingCalendar, today: LocalDate, weekday: number): string {
  const first = addDays(today, (weekday - weekdayOf(today) + 7) % 7)
  const days = [0, 7, 14, 21].map((step) => dayOf(calendar, addDays(first, step)))
  return rangesOf(days.find(({ entry, closures }) => entry === null && closures.length === 0) ?? days[0]!)
}

function openNow(calendar: WorkingCalendar, at: Date): OpeningHours['now'] {
  const [today, time] = [localDateOf(at), localTimeOf(at)]
  const { sessions } = dayOf(calendar, today)
  const current = sessions.find(({ opens, closes }) => opens <= time && time < closes)
  const later = sessions.find(({ opens }) => opens > time)
  if (current !== undefined) return { open: true, until: current.closes, later: later === undefined ? null : timeRange(later.opens, later.closes) }
  if (later !== undefined) return { open: false, opensOn: today, opensAt: later.opens }
  for (let step = 1; step <= 30; step += 1) {
    const day = dayOf(calendar, addDays(today, step))
    if (day.sessions.length > 0) return { open: false, opensOn: day.on, opensAt: day.sessions[0]!.opens }
  }
  return { open: false, opensOn: null, opensAt: null }
}
