import { fail, ok, type Result } from '@/lib/kernel/result'
import { minuteOf, type Minute } from './minute'

/** A stretch (start, end] in which the clock stands still, most often while a supplement is awaited. `end` null: still open. */
export type Pause = { start: Date; end: Date | null }

/** As `Pause`, in minutes; `end` is Infinity while the pause is open. */
export type Stop = { start: Minute; end: Minute }

export type PauseProblem = { code: 'pause-ends-before-it-begins'; start: Date; end: Date } | { code: 'instant-unreadable'; which: 'pause' }

/** Pauses in order, merged where they touch or overlap; what lies before the count begins is cut off, empty ones vanish. */
export function stopsAfter(countsFrom: Minute, pauses: readonly Pause[]): Result<Stop[], PauseProblem> {
  const stops: Stop[] = []
  for (const { start, end } of pauses) {
    if ([start, end ?? start].some((instant) => Number.isNaN(instant.getTime()))) return fail({ code: 'instant-unreadable', which: 'pause' })
    if (end !== null && end < start) return fail({ code: 'pause-ends-before-it-begins', start, end })
    const stop = { start: Math.max(minuteOf(start), countsFrom), end: end === null ? Infinity : minuteOf(end) }
    if (stop.end > stop.start) stops.push(stop)
  }
  return ok(merged(stops))
}

function merged(stops: readonly Stop[]): Stop[] {
  const result: Stop[] = []
  for (const stop of stops.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last !== undefined && stop.start <= last.end) last.end = Math.max(last.end, stop.end)
    else result.push({ ...stop })
  }
  return result
}

/** Whether a marker (a closing, a midnight) lies in a pause: start < marker ≤ end. */
export const isPausedAt = (stops: readonly Stop[], marker: Minute): boolean => stops.some((stop) => stop.start < marker && marker <= stop.end)

/** Minutes of [from, to] that lie inside pauses. */
export const pausedMinutes = (stops: readonly Stop[], from: Minute, to: Minute): number =>
  stops.reduce((sum, stop) => sum + Math.max(0, Math.min(stop.end, to) - Math.max(stop.start, from)), 0)
