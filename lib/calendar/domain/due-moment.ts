import type { LocalDate } from '@/lib/kernel/local-date'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { covers, dateAt } from './calendar-index'
import { countFor, type Count } from './counting'
import { explain } from './explain'
import type { ExplanationLine } from './explanation'
import { dayNumberOf, instantOf, minuteOf, type Minute } from './minute'
import { stopsAfter, type Pause, type PauseProblem, type Stop } from './pauses'
import { timeLimitProblem, type TimeLimit, type TimeLimitProblem } from './time-limit'
import type { WorkingCalendar } from './working-calendar'

export type DueQuestion = {
  /** When the complete dossier was received; for an online filing, when the desk accepted it. */
  receivedAt: Date
  /** Where the law counts anew after a supplement: its arrival. Figures always use `receivedAt`. */
  countFrom?: Date | null
  limit: TimeLimit
  calendar: WorkingCalendar
  /** Any number, in any order; they may touch and overlap. */
  pauses: readonly Pause[]
}

export type DueMoment = {
  dueAt: Date
  dueOn: LocalDate
  /**
   * null: the clock runs, `dueAt` can be missed. Else the clock stands since then in a pause still open: there is no due
   * moment to miss, and `dueAt` is the one that was in force when that pause began (lists sort by it).
   */
  pausedSince: Date | null
  /** Why this day, line by line; worked out when first read, so that lists that only sort do not pay for it. */
  readonly explanation: ExplanationLine[]
}

export type DueProblem =
  | TimeLimitProblem
  | PauseProblem
  | { code: 'instant-unreadable'; which: 'received-at' | 'count-from' }
  | { code: 'count-from-before-receipt' }
  | { code: 'received-before-calendar'; begins: LocalDate }
  | { code: 'calendar-too-short'; ends: LocalDate }
  | { code: 'no-working-time' }

/**
 * The one door to due dates: slip, screen, reminder and report all ask here.
 * Pure: the same question always has the same answer, and the answer carries its reasons.
 */
export function dueMoment(question: DueQuestion): Result<DueMoment, DueProblem> {
  const { limit, calendar } = question
  const problem = questionProblem(question)
  if (problem !== null) return fail(problem)
  const from = minuteOf(question.countFrom ?? question.receivedAt)
  const stops = stopsAfter(from, question.pauses)
  if (!stops.ok) return stops
  const count = countFor(limit, from, calendar.index)
  const outcome = pauseByPause(count, stops.value)
  if (outcome === null) return fail({ code: 'calendar-too-short', ends: calendar.to })
  return ok(answer(question, from, outcome))
}

type Outcome = { due: Minute; effective: Stop[]; openSince: Minute | null }

/**
 * Takes the pauses in order. One that starts at or after the due moment then in force changes nothing, and so do all after
 * it; one that counted is never outlasted: a due moment at or before its end rolls on.
 */
function pauseByPause(count: Count, stops: readonly Stop[]): Outcome | null {
  let due = count.due(0)
  let marksPaused = 0
  const effective: Stop[] = []
  for (const stop of stops) {
    if (due === null || stop.start >= due) break
    effective.push(stop)
    if (stop.end === Infinity) return { due, effective, openSince: stop.start }
    marksPaused += count.marksIn(stop.start, stop.end)
    due = count.due(marksPaused)
    if (due !== null && due <= stop.end) due = count.roll(stop.end)
  }
  return due === null ? null : { due, effective, openSince: null }
}

function answer(question: DueQuestion, from: Minute, { due, effective, openSince }: Outcome): DueMoment {
  const dueAt = instantOf(due)
  let lines: ExplanationLine[] | null = null
  return {
    dueAt,
    dueOn: dateAt(question.calendar.index, due),
    pausedSince: openSince === null ? null : instantOf(openSince),
    get explanation() {
      lines ??= explain({
        limit: question.limit, index: question.calendar.index, from, due, stops: effective, openSince, restarted: question.countFrom != null,
      })
      return lines
    },
  }
}

function questionProblem({ receivedAt, countFrom, limit, calendar }: DueQuestion): DueProblem | null {
  const limitProblem = timeLimitProblem(limit)
  if (limitProblem !== null) return limitProblem
  if (Number.isNaN(receivedAt.getTime())) return { code: 'instant-unreadable', which: 'received-at' }
  if (countFrom != null && Number.isNaN(countFrom.getTime())) return { code: 'instant-unreadable', which: 'count-from' }
  if (countFrom != null && countFrom < receivedAt) return { code: 'count-from-before-receipt' }
  if (calendar.index.dayCloses.length === 0) return { code: 'no-working-time' }
  const day = dayNumberOf(minuteOf(countFrom ?? receivedAt))
  if (day < calendar.index.firstDay) return { code: 'received-before-calendar', begins: calendar.from }
  return covers(calendar.index, day) ? null : { code: 'calendar-too-short', ends: calendar.to }
}
