import 'server-only'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import { dueMoment } from '@/lib/calendar/domain/due-moment'
import type { ExplanationLine } from '@/lib/calendar/domain/explanation'
import { standing, type Standing } from '@/lib/calendar/domain/standing'
import { ACCEPTANCE_LIMIT } from '@/lib/calendar/domain/time-limit'
import type { LocalDate } from '@/lib/kernel/local-date'
import { dueOf, receptionOf, type Dossier } from '../domain/dossier'
import type { RequestRow } from '../store/supplement-store'

/** The day, how the dossier stands towards it, and why it is that day. */
export type DueView = {
  /** On the slip. */
  firstDueAt: Date
  dueAt: Date
  dueOn: LocalDate
  standing: Standing
  explanation: readonly ExplanationLine[]
  /** False where the calendar was changed after the due moment had passed: the moment stays, today's calendar tells another story. */
  explanationHolds: boolean
}

/** Null before reception, and where no limit is set by law. */
export function dueView(dossier: Dossier, { calendar }: CalendarAt, now: Date): DueView | null {
  const [reception, due, limit] = [receptionOf(dossier), dueOf(dossier), dossier.limit]
  if (reception === null || due === null || limit === null) return null
  const told = dueMoment({ receivedAt: reception.receivedAt, countFrom: reception.countFrom, limit, calendar, pauses: dossier.pauses.map(({ since, until }) => ({ start: since, end: until })) })
  const clock = dossier.clock.state === 'stopped' ? { state: 'stopped' as const, at: dossier.clock.at } : dossier.clock
  return {
    firstDueAt: due.firstDueAt, dueAt: due.dueAt, dueOn: due.dueOn,
    standing: standing({ now, due: { dueAt: due.dueAt, unit: limit.unit }, clock, calendar }),
    explanation: told.ok ? told.value.explanation : [],
    explanationHolds: told.ok && told.value.dueAt.getTime() === due.dueAt.getTime(),
  }
}

/** The eight working hours in which the desk answers an online filing; null once it has. */
export function acceptanceView(dossier: Dossier, requests: readonly Pick<RequestRow, 'atIntake' | 'requestedAt' | 'suppliedAt'>[], { calendar }: CalendarAt, now: Date): { acceptBy: Date; standing: Standing } | null {
  if (dossier.stage !== 'submitted') return null
  const open = requests.find(({ atIntake, suppliedAt }) => atIntake && suppliedAt === null)
  const clock = open === undefined ? { state: 'running' as const } : { state: 'paused' as const, since: open.requestedAt }
  return { acceptBy: dossier.acceptBy, standing: standing({ now, due: { dueAt: dossier.acceptBy, unit: ACCEPTANCE_LIMIT.unit }, clock, calendar }) }
}
