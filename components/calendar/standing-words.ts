import { duration, weekdayName } from '@/lib/kernel/format'
import { addDays, type LocalDate } from '@/lib/kernel/local-date'
import type { Distance, Standing, Timeliness } from '@/lib/calendar/domain/standing'
import type { Tone } from '../ui/note'
import type { IconName } from '../ui/icon'

/** One row per state: colour, mark and words always come together. */
export type Badge = { tone: Tone | 'none'; icon: IconName | null; words: string }

type Context = {
  /** The day of the reader; without it the next working day is not called `Ngày mai`. */
  today?: LocalDate
  /** `chờ bổ sung`, `chờ nộp phí`: said after `Tạm dừng`. */
  pausedFor?: string
  /** `Quá hạn 3 ngày làm việc` instead of `Quá 3 ngày`. */
  long?: boolean
}

/** An open dossier and its due moment. */
export function standingBadge(standing: Standing, context: Context = {}): Badge {
  switch (standing.state) {
    case 'no-limit': return { tone: 'none', icon: null, words: 'Không quy định' }
    case 'paused': return { tone: 'paused', icon: 'circle-pause', words: context.pausedFor ? `Tạm dừng, ${context.pausedFor}` : 'Tạm dừng' }
    case 'within-limit': return { tone: 'cham', icon: 'clock', words: `Còn ${distanceWords(standing.left, context.long)}` }
    case 'due-soon': return { tone: 'care', icon: 'hourglass', words: soonWords(standing, context) }
    case 'overdue': return { tone: 'late', icon: 'octagon-alert', words: overdueWords(standing.by, context.long) }
  }
}

/** A dossier with its result. `days`: working days early or late. */
export function timelinessBadge(timeliness: Timeliness, days: number | null = null): Badge {
  const by = days === null || days === 0 ? '' : ` ${days} ngày`
  switch (timeliness) {
    case 'early': return { tone: 'early', icon: 'check-check', words: `Trước hạn${by}` }
    case 'on-time': return { tone: 'done', icon: 'check', words: 'Đúng hạn' }
    case 'overdue': return { tone: 'late', icon: 'octagon-alert', words: by ? `Trễ${by}` : 'Trễ hạn' }
    case 'no-limit': return { tone: 'none', icon: null, words: 'Không quy định' }
  }
}

/** Half a working day and less is told in hours, more in days. @unit minutes inside sessions */
const HOURS_ARE_TOLD_BELOW = 8 * 60

function distanceWords({ workingDays, sessionMinutes }: Distance, long?: boolean): string {
  if (sessionMinutes !== null && sessionMinutes < HOURS_ARE_TOLD_BELOW) return duration(sessionMinutes)
  return `${Math.abs(workingDays)} ngày${long ? ' làm việc' : ''}`
}

/** Overdue on a day off, or by minutes outside sessions: no whole working day has passed, yet it is late. */
function overdueWords(by: Distance, long?: boolean): string {
  const nothingToCount = by.sessionMinutes === null ? by.workingDays === 0 : by.sessionMinutes === 0
  if (nothingToCount) return 'Quá hạn'
  return `${long ? 'Quá hạn' : 'Quá'} ${distanceWords(by, long)}`
}

function soonWords({ when, left }: Extract<Standing, { state: 'due-soon' }>, { today }: Context): string {
  if (when === 'today') return 'Hôm nay'
  if (when === 'last-hours') return `Còn ${duration(left.sessionMinutes ?? 0)}`
  if (today !== undefined && left.dueOn === addDays(today, 1)) return 'Ngày mai'
  const weekday = weekdayName(left.dueOn)
  return weekday.charAt(0).toUpperCase() + weekday.slice(1)
}
