import { isOverdueAt, isSheltered, type ClockState, type Due } from '@/lib/calendar/domain/standing'
import { localDateOf, type LocalDate } from '@/lib/kernel/local-date'

/** The groups of the queue, the most urgent first. No limit (không quy định) stands at the end of `within`. */
export const urgencies = ['overdue', 'today', 'tomorrow', 'within', 'paused'] as const
export type Urgency = (typeof urgencies)[number]

/**
 * In which group an open dossier stands. `tomorrow` is the next working day, so that Friday's list shows what Monday brings.
 * The queue asks the same of the database (`urgencySql` in queries/urgency-sql.ts); a test holds both together.
 */
export function urgencyOf(now: Date, due: Due | null, clock: ClockState, nextWorkingDay: LocalDate): Urgency {
  if (clock.state === 'paused' && (due === null || isSheltered(due, clock))) return 'paused'
  if (due === null) return 'within'
  if (isOverdueAt(now, due)) return 'overdue'
  const dueOn = localDateOf(due.dueAt)
  if (dueOn <= localDateOf(now)) return 'today'
  return dueOn <= nextWorkingDay ? 'tomorrow' : 'within'
}
