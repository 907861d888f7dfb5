import { dueMoment } from '@/lib/calendar/domain/due-moment'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import type { WorkingCalendar } from '@/lib/calendar/domain/working-calendar'
import { addDays, localDate, localDateOf, type LocalDate } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { generatedName } from '../../staff'
import { randomFrom, type Random } from '../random'
import { workTime, type WorkTime } from '../work-time'
import { proceduresOf2012, type ProcedureOf2012 } from './procedures'

/** What the article of 01/06/2012 tells of the first half of that year. `early`: how the rest is split, it does not say. */
export const article = { received: 6047, settled: 6035, pending: 12, early: 4000, onTime: 2035 } as const
export const period = { from: localDate('2012-01-01'), to: localDate('2012-07-01') } as const

export type PlannedDossier = {
  n: number
  procedure: ProcedureOf2012
  applicant: string
  sex: 'male' | 'female'
  address: string
  receivedAt: Date
  takenAt: Date
  settledAt: Date
  /** Approved: the moment that figures use. */
  resolvedAt: Date
  returnedAt: Date
}

const [LAST_DAY, LAST_WORKING_DAY] = [localDate('2012-07-31'), localDate('2012-06-29')]
/** What must lie between reception and result at least. @unit minutes inside sessions */
const ROOM = 30

type Drawn = { receivedAt: number; procedure: ProcedureOf2012; dueOn: LocalDate }

/**
 * So many dossiers over half a year of office hours, of which exactly so many are early, so many on time and so many still
 * open at its end; the open ones are settled in July. Pure: the same numbers always make the same plan.
 */
export function planMyAn(calendar: WorkingCalendar, size: { received: number; early: number; pending: number } = article): PlannedDossier[] {
  const random = randomFrom(2012)
  const time = workTime(calendar, period.from, LAST_DAY)
  const drawn = draw(random, time, calendar, size.received)
  const fates = fatesOf(drawn, time, size)
  return drawn.map((dossier, n) => tell(random, time, dossier, fates[n]!, n))
}

/** Received evenly over the half year, up to an afternoon hour of its last working day. */
function draw(random: Random, time: WorkTime, calendar: WorkingCalendar, count: number): Drawn[] {
  const end = time.close(LAST_WORKING_DAY) - 150
  const moments = Array.from({ length: count }, () => Math.floor(random.between(0, end))).toSorted((a, b) => a - b)
  return moments.map((receivedAt) => {
    const procedure = random.weighted(proceduresOf2012)
    return { receivedAt, procedure, dueOn: dueOn(time.at(receivedAt), procedure.limit, calendar) }
  })
}

const dueOn = (receivedAt: Date, limit: TimeLimit, calendar: WorkingCalendar): LocalDate => must(dueMoment({ receivedAt, limit, calendar, pauses: [] })).dueOn

type Fate = 'early' | 'on-time' | 'pending'

/** First who must be what; then as many of the others as are needed become early. */
function fatesOf(drawn: readonly Drawn[], time: WorkTime, { early, pending }: { early: number; pending: number }): Fate[] {
  const fates = Array.from<Fate | undefined>({ length: drawn.length })
  for (let n = drawn.length - 1, left = pending; n >= 0 && left > 0; n -= 1) {
    if (drawn[n]!.dueOn >= period.to) [fates[n], left] = ['pending', left - 1]
  }
  drawn.forEach((dossier, n) => {
    if (fates[n] !== undefined) return
    if (dossier.dueOn >= period.to) fates[n] = 'early'
    else if (lastEarlyMinute(dossier, time) - dossier.receivedAt < ROOM) fates[n] = 'on-time'
  })
  // A stride that meets no rhythm of the week spreads the choice over the half year.
  let missing = early - fates.filter((fate) => fate === 'early').length
  const free = drawn.map((_dossier, n) => n).filter((n) => fates[n] === undefined).toSorted((a, b) => ((a * 2654435761) >>> 0) - ((b * 2654435761) >>> 0))
  for (const n of free) fates[n] = missing-- > 0 ? 'early' : 'on-time'
  return fates as Fate[]
}

/** The last minute before the due day in which the half year still runs. */
const lastEarlyMinute = ({ dueOn: due }: Drawn, time: WorkTime): number => time.close(addDays(due < period.to ? due : period.to, -1))

function tell(random: Random, time: WorkTime, dossier: Drawn, fate: Fate, n: number): PlannedDossier {
  const { receivedAt, procedure } = dossier
  const [from, to] = window(dossier, fate, time)
  const resolved = Math.floor(random.between(from, to))
  const between = (share: number) => time.at(Math.floor(receivedAt + (resolved - receivedAt) * share))
  const sex = random.chance(0.5) ? 'female' : 'male'
  return {
    n, procedure, sex,
    applicant: generatedName(20120000 + n, sex),
    address: `Khóm ${1 + random.whole(4)}, thị trấn Mỹ An`,
    receivedAt: time.at(receivedAt),
    takenAt: between(random.between(0.05, 0.3)),
    settledAt: between(random.between(0.4, 0.9)),
    resolvedAt: time.at(resolved),
    returnedAt: time.at(Math.min(resolved + 5 + Math.floor(random.between(0, 900)), time.total - 1)),
  }
}

/** Between which minutes the result comes. */
function window(dossier: Drawn, fate: Fate, time: WorkTime): [number, number] {
  const earliest = dossier.receivedAt + Math.min(10, ROOM)
  switch (fate) {
    case 'early': return [earliest, lastEarlyMinute(dossier, time)]
    case 'on-time': return [Math.max(earliest, time.opening(dossier.dueOn)), time.close(dossier.dueOn)]
    case 'pending': return [time.opening(period.to), time.close(dossier.dueOn)]
  }
}

/** How a planned dossier will stand in the report of the half year. */
export const fateOf = (planned: PlannedDossier, calendar: WorkingCalendar): Fate | 'overdue' => {
  if (localDateOf(planned.resolvedAt) >= period.to) return 'pending'
  const due = dueOn(planned.receivedAt, planned.procedure.limit, calendar)
  const on = localDateOf(planned.resolvedAt)
  return on < due ? 'early' : on === due ? 'on-time' : 'overdue'
}

