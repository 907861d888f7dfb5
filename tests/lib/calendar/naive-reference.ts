import type { Pause } from '@/lib/calendar/domain/pauses'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import { instantAt } from '@/lib/kernel/local-date'
import { DAYS, FIRST_DAY, openings, type Model } from './random-calendars'

/**
 * The due moment worked out by walking minute by minute, with nothing precomputed but what each minute is. Deliberately
 * naive: it shares no arithmetic with the code under test, only the words of the rules. Null: beyond the calendar.
 */
export function naiveDue(model: Model, receivedAt: Date, limit: TimeLimit, pauses: readonly Pause[]): Date | null {
  const minutes = describeMinutes(model)
  const from = minuteOf(receivedAt)
  const counted = new Uint8Array(minutes.end + 1)
  let due = walk(minutes, from, limit, counted, -1)
  for (const [start, end] of runsOfPause(minutes, from, pauses)) {
    if (due === null || start >= due) break
    counted.fill(1, start + 1, end + 1)
    due = walk(minutes, from, limit, counted, end)
  }
  return due === null ? null : instantOf(due)
}

const ORIGIN = instantAt(FIRST_DAY, '00:00').getTime()
const minuteOf = (instant: Date): number => Math.floor((instant.getTime() - ORIGIN) / 60_000)
const instantOf = (minute: number): Date => new Date(ORIGIN + minute * 60_000)
const dayOf = (minute: number): number => Math.floor(minute / 1440)

type Minutes = {
  end: number
  /** Inside a session that counts, [open, close). */
  open: Uint8Array
  /** A session that counts closes here. */
  closes: Uint8Array
  /** The last session of a working day closes here. */
  dayCloses: Uint8Array
  isWorkingDay: boolean[]
}

function describeMinutes(model: Model): Minutes {
  const end = DAYS * 1440
  const minutes: Minutes = { end, open: new Uint8Array(end + 1), closes: new Uint8Array(end + 1), dayCloses: new Uint8Array(end + 1), isWorkingDay: [] }
  for (let day = 0; day < DAYS; day += 1) {
    const sessions = openings(model, day)
    minutes.isWorkingDay.push(sessions.length > 0)
    sessions.forEach(([opens, closes], position) => {
      for (let minute = opens; minute < closes; minute += 1) minutes.open[day * 1440 + minute] = 1
      minutes.closes[day * 1440 + closes] = 1
      if (position === sessions.length - 1) minutes.dayCloses[day * 1440 + closes] = 1
    })
  }
  return minutes
}

/** Paused minutes as maximal runs (start, end]: touching and overlapping pauses melt by themselves. */
function runsOfPause({ end }: Minutes, from: number, pauses: readonly Pause[]): [number, number][] {
  const paused = new Uint8Array(end + 1)
  for (const pause of pauses) for (let minute = Math.max(minuteOf(pause.start), from) + 1; minute <= Math.min(minuteOf(pause.end!), end); minute += 1) paused[minute] = 1
  const runs: [number, number][] = []
  for (let minute = 1; minute <= end; minute += 1) {
    if (paused[minute] === 1 && paused[minute - 1] === 0) runs.push([minute - 1, minute])
    else if (paused[minute] === 1) runs.at(-1)![1] = minute
  }
  return runs
}

/** Counts what is not paused until the limit is reached; `after`: the end of the last pause that counted. */
function walk(minutes: Minutes, from: number, limit: TimeLimit, paused: Uint8Array, after: number): number | null {
  const { end, open, closes, dayCloses, isWorkingDay } = minutes
  const first = (is: (minute: number) => boolean, since: number): number | null => {
    for (let minute = since; minute < end; minute += 1) if (is(minute)) return minute
    return null
  }
  const count = (marks: (minute: number) => boolean, times: number, since: number): number | null => {
    let left = times
    return first((minute) => { if (marks(minute) && paused[minute] === 0) left -= 1; return left === 0 }, since)
  }
  switch (limit.unit) {
    case 'working-day': {
      let dayZero = dayOf(from)
      const late = limit.cutOff != null && (!isWorkingDay[dayZero] || from - dayZero * 1440 > clock(limit.cutOff))
      if (late) do dayZero += 1; while (dayZero < DAYS && !isWorkingDay[dayZero])
      return count((minute) => dayCloses[minute] === 1, limit.value, (dayZero + 1) * 1440)
    }
    case 'same-day': {
      const today = dayOf(from)
      const inTime = isWorkingDay[today] && from - today * 1440 <= clock(limit.cutOff ?? '15:00')
      const closeAhead = first((minute) => dayCloses[minute] === 1, from + 1)
      const since = inTime && closeAhead !== null && dayOf(closeAhead) === today ? from + 1 : (today + 1) * 1440
      return count((minute) => dayCloses[minute] === 1, 1, since)
    }
    case 'calendar-day': {
      const midnight = count((minute) => minute % 1440 === 0, limit.value, (dayOf(from) + 2) * 1440)
      if (midnight === null) return null
      const close = first((minute) => dayCloses[minute] === 1, midnight - 1440)
      return close !== null && close <= after ? first((minute) => dayCloses[minute] === 1, after + 1) : close
    }
    case 'half-day': {
      const begins = first((minute) => open[minute] === 1, from)
      if (begins === null) return null
      const zero = first((minute) => closes[minute] === 1, begins + 1)
      return zero === null ? null : count((minute) => closes[minute] === 1, limit.value, zero + 1)
    }
    case 'working-hour': return count((minute) => open[minute - 1] === 1, limit.value * 60, from + 1)
    case 'clock-hour': {
      const ends = count(() => true, limit.value * 60, from + 1)
      if (ends === null) return null
      const due = first((minute) => open[minute] === 1, ends)
      return due !== null && due <= after ? first((minute) => open[minute] === 1, after + 1) : due
    }
  }
}

const clock = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
