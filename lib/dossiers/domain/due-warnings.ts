import { dayCloseAt, minuteAfterSessionMinutes, sessionMinutesUntil, workingDaysBefore, type CalendarIndex } from '@/lib/calendar/domain/calendar-index'
import { dayZeroOf } from '@/lib/calendar/domain/counting'
import { dayNumber, instantOf, minuteOf, startOfDay, type Minute } from '@/lib/calendar/domain/minute'
import { stopsAfter, type Stop } from '@/lib/calendar/domain/pauses'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import type { WorkingCalendar } from '@/lib/calendar/domain/working-calendar'
import type { LocalDate } from '@/lib/kernel/local-date'
import { dueOf, receptionOf, type Dossier } from './dossier'

/** As much of an open dossier as its warnings depend on. `pauses`: closed ones in any order; an open one means there is no day to miss. */
export type DueFacts = { receivedAt: Date; countFrom: Date | null; limit: TimeLimit; dueAt: Date; dueOn: LocalDate; pauses: readonly { since: Date; until: Date | null }[]; promisedAt: Date | null }

/** When to speak up. Null: there is no such moment. */
export type DueWarnings = {
  /** Half of the counted time is gone. */
  halfAt: Date | null
  /** Four fifths of it are gone. */
  mostAt: Date | null
  /** The last hour of work at which an apology can lawfully be signed: the close of the last working day before the due day. */
  apologyBy: Date | null
}

const none: DueWarnings = { halfAt: null, mostAt: null, apologyBy: null }

/** The moments at which 50 % and 80 % of the counted time have passed, pauses left out, and the last one for an apology. */
export function dueWarnings(facts: DueFacts | null, { index }: WorkingCalendar): DueWarnings {
  if (facts === null || facts.pauses.some(({ until }) => until === null)) return none
  const from = countsFrom(facts, index)
  const stops = stopsAfter(minuteOf(facts.receivedAt), facts.pauses.map(({ since, until }) => ({ start: since, end: until })))
  if (from === null || !stops.ok) return none
  const scale = facts.limit.unit === 'clock-hour' ? byTheClock : byTheSessions(index)
  const at = (share: number): Date | null => momentOf(share, from, minuteOf(facts.dueAt), stops.value, scale)
  return { halfAt: at(0.5), mostAt: at(0.8), apologyBy: apologyBy(facts, index) }
}

export function dueFactsOf(dossier: Dossier): DueFacts | null {
  const [reception, due] = [receptionOf(dossier), dueOf(dossier)]
  if (reception === null || due === null || dossier.limit === null || dossier.clock.state === 'stopped') return null
  return { receivedAt: reception.receivedAt, countFrom: reception.countFrom, limit: dossier.limit, dueAt: due.dueAt, dueOn: due.dueOn, pauses: dossier.pauses, promisedAt: dossier.promisedAt }
}

/** Day limits leave out the day of receipt; the others run from its minute. */
function countsFrom({ receivedAt, countFrom, limit }: DueFacts, index: CalendarIndex): Minute | null {
  const from = minuteOf(countFrom ?? receivedAt)
  if (limit.unit !== 'working-day' && limit.unit !== 'calendar-day') return from
  const dayZero = dayZeroOf('cutOff' in limit ? (limit.cutOff ?? null) : null, from, index)
  return dayZero === null ? null : startOfDay(dayZero + 1)
}

/** Time as it is counted: how much until a minute, and the first minute by which so much has passed. */
type Scale = { until: (minute: Minute) => number; after: (total: number) => Minute | null }
const byTheClock: Scale = { until: (minute) => minute, after: (total) => total }
const byTheSessions = (index: CalendarIndex): Scale => ({ until: (minute) => sessionMinutesUntil(index, minute), after: (total) => minuteAfterSessionMinutes(index, total) })

/** Walks the stretches between the pauses until the share of the whole is used up. */
function momentOf(share: number, from: Minute, due: Minute, stops: readonly Stop[], { until, after }: Scale): Date | null {
  const ends = [...stops.filter(({ start }) => start < due), { start: due, end: due }]
  const stretches = ends.map(({ start }, at) => ({ begins: Math.max(from, at === 0 ? from : ends[at - 1]!.end), ends: start })).filter(({ begins, ends: end }) => end > begins)
  const lengths = stretches.map(({ begins, ends: end }) => until(end) - until(begins))
  let left = Math.ceil(lengths.reduce((sum, length) => sum + length, 0) * share)
  if (left === 0) return null
  for (const [at, { begins }] of stretches.entries()) {
    if (left <= lengths[at]!) {
      const minute = after(until(begins) + left)
      return minute === null ? null : instantOf(minute)
    }
    left -= lengths[at]!
  }
  return null
}

function apologyBy({ limit, dueOn, receivedAt, promisedAt }: DueFacts, index: CalendarIndex): Date | null {
  if (promisedAt !== null || (limit.unit !== 'working-day' && limit.unit !== 'calendar-day')) return null
  const close = dayCloseAt(index, workingDaysBefore(index, dayNumber(dueOn)) - 1)
  return close === null || close <= minuteOf(receivedAt) ? null : instantOf(close)
}
