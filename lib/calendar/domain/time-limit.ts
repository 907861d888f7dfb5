import { fail, ok, type Result } from '@/lib/kernel/result'
import { parseWallTime } from './minute'

/** In what the law counts a limit. One day is never "eight hours": each unit has its own rule in `counting.ts`. */
export const TIME_LIMIT_UNITS = ['working-day', 'calendar-day', 'same-day', 'half-day', 'working-hour', 'clock-hour'] as const
export type TimeLimitUnit = (typeof TIME_LIMIT_UNITS)[number]

/**
 * A time limit (thời hạn giải quyết) as a procedure states it. "Không quy định" is not a limit: callers hold null.
 * @unit value: whole units, 1 or more
 * @unit cutOff: wall time "HH:MM"; received at that minute is still in time, received later is not ("sau 15 giờ")
 */
export type TimeLimit =
  | { unit: 'working-day'; value: number; cutOff?: string | null }
  | { unit: 'calendar-day'; value: number }
  | { unit: 'same-day'; cutOff?: string | null }
  | { unit: 'half-day'; value: number }
  | { unit: 'working-hour'; value: number }
  | { unit: 'clock-hour'; value: number }

/** Where a procedure says "trong ngày" and no hour. @law Luật Hộ tịch 2014, Điều 5 khoản 3 (sau 15 giờ) */
export const DEFAULT_CUT_OFF = '15:00'

/** Online filings are checked within eight working hours of submission; the count stops while an intake supplement is awaited. */
export const ACCEPTANCE_LIMIT = { unit: 'working-hour', value: 8 } as const satisfies TimeLimit

/** About ten years in each unit: what is longer is a slip of the keyboard, not a limit. */
export const LONGEST_LIMIT = {
  'working-day': 3_660, 'calendar-day': 3_660, 'same-day': 1, 'half-day': 7_320, 'working-hour': 29_280, 'clock-hour': 87_840,
} as const satisfies Record<TimeLimitUnit, number>

export type TimeLimitProblem =
  | { code: 'limit-without-unit' }
  | { code: 'limit-not-whole' }
  | { code: 'limit-not-positive' }
  | { code: 'limit-too-long'; unit: TimeLimitUnit; longest: number }
  | { code: 'cut-off-unreadable' }

/** How many units a limit has; "trong ngày" is one. */
export const unitsOf = (limit: TimeLimit): number => (limit.unit === 'same-day' ? 1 : limit.value)

/** Hour and half-day limits are missed at a minute, the others only at the end of a day. */
export type DuePrecision = 'day' | 'minute'
export const precisionOf = (unit: TimeLimitUnit): DuePrecision =>
  unit === 'half-day' || unit === 'working-hour' || unit === 'clock-hour' ? 'minute' : 'day'

/** Reads a limit from loose data (a row, a form, an exchange message). */
export function timeLimit(raw: { unit?: string | null; value?: number | null; cutOff?: string | null }): Result<TimeLimit, TimeLimitProblem> {
  const { unit, value = null, cutOff = null } = raw
  if (!isUnit(unit)) return fail({ code: 'limit-without-unit' })
  const limit = { unit, value: value ?? (unit === 'same-day' ? 1 : Number.NaN), cutOff } as TimeLimit
  const problem = timeLimitProblem(limit)
  if (problem !== null) return fail(problem)
  if (unit === 'same-day') return ok({ unit, cutOff: cutOff ?? DEFAULT_CUT_OFF })
  if (unit === 'working-day' && cutOff !== null) return ok({ unit, value: unitsOf(limit), cutOff })
  return ok({ unit, value: unitsOf(limit) })
}

/** What makes a limit impossible to count, or null. Types do not reach into stored rows, so `dueMoment` asks as well. */
export function timeLimitProblem(limit: TimeLimit | null | undefined): TimeLimitProblem | null {
  if (limit == null || !isUnit(limit.unit)) return { code: 'limit-without-unit' }
  const value = unitsOf(limit)
  if (!Number.isFinite(value) || !Number.isInteger(value)) return { code: 'limit-not-whole' }
  if (value <= 0) return { code: 'limit-not-positive' }
  const longest = LONGEST_LIMIT[limit.unit]
  if (value > longest) return { code: 'limit-too-long', unit: limit.unit, longest }
  const cutOff = 'cutOff' in limit ? (limit.cutOff ?? null) : null
  return cutOff !== null && parseWallTime(cutOff) === null ? { code: 'cut-off-unreadable' } : null
}

const isUnit = (unit: unknown): unit is TimeLimitUnit => (TIME_LIMIT_UNITS as readonly unknown[]).includes(unit)

/** What a needed verification makes of the limit: another total, or time on top (gia hạn do xác minh). */
export type VerificationExtension = { mode: 'total' | 'added'; limit: TimeLimit }

export type ExtensionProblem = TimeLimitProblem | { code: 'extension-in-another-unit'; unit: TimeLimitUnit; added: TimeLimitUnit }

/**
 * The limit after a verification was found necessary.
 * Working days added to "trong ngày" follow its day, so that the cut-off keeps deciding which day is day zero.
 */
export function extendedLimit(limit: TimeLimit, extension: VerificationExtension): Result<TimeLimit, ExtensionProblem> {
  const problem = timeLimitProblem(limit) ?? timeLimitProblem(extension.limit)
  if (problem !== null) return fail(problem)
  if (extension.mode === 'total') return ok(extension.limit)
  const added = extension.limit
  if (limit.unit === 'same-day' && added.unit === 'working-day') return ok({ ...added, cutOff: limit.cutOff ?? DEFAULT_CUT_OFF })
  if (limit.unit !== added.unit || limit.unit === 'same-day') {
    return fail({ code: 'extension-in-another-unit', unit: limit.unit, added: added.unit })
  }
  return timeLimit({ ...limit, value: limit.value + unitsOf(added) })
}
