import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import { dueMoment } from '@/lib/calendar/domain/due-moment'
import { timeliness, type Timeliness } from '@/lib/calendar/domain/standing'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import type { DossierEvent, LegOutcome } from '@/lib/dossiers/domain/events'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { localDateOf, type LocalDate } from '@/lib/kernel/local-date'
import { type Partner, standsOn } from './partner'

export const legStates = ['planned', 'handed-over', 'accepted', 'done', 'returned', 'cancelled'] as const
export type LegState = (typeof legStates)[number]

/** The part of one partner unit in a dossier. It has a life and a limit of its own, beside the dossier's. */
export type Leg = {
  id: string
  dossierId: string
  position: number
  /** Legs of one turn run side by side; a turn begins when what is needed of the earlier ones is done. */
  turn: number
  /** No result of the dossier while it is under way. */
  required: boolean
  state: LegState
  partnerId: string | null
  /** Null: no limit is laid down. */
  limit: TimeLimit | null
  handedOverAt: Date | null
  due: LegDue | null
}
export type LegDue = { dueAt: Date; dueOn: LocalDate; calendarRevision: number }

/** With the partner now: handed over or accepted. */
export const isWithPartner = ({ state }: Pick<Leg, 'state'>): boolean => state === 'handed-over' || state === 'accepted'
/** Neither done nor given up. */
export const isLegOpen = ({ state }: Pick<Leg, 'state'>): boolean => state === 'planned' || state === 'handed-over' || state === 'accepted'

export type LegNotNow = { code: 'leg-not-now'; state: LegState }
export type EarlierTurnOpen = { code: 'earlier-turn-open' }
export type PartnerNotValid = { code: 'partner-not-valid' }

/** What becomes true of the leg, and the event that the dossier's story keeps of it. */
export type LegChange<C> = { change: C; event: DossierEvent }
export type HandedOver = { state: 'handed-over'; partnerId: string; handedOverAt: Date; due: LegDue | null }

/**
 * The papers go to the partner, and its time begins: the hand-over is electronic and arrives at once. The total due moment on the
 * slip stays as it is, since the partner's time lies inside it.
 */
export function decideHandOver(leg: Leg, all: readonly Leg[], partner: Partner, at: Date, { calendar, revision }: CalendarAt): Result<LegChange<HandedOver>, LegNotNow | EarlierTurnOpen | PartnerNotValid> {
  if (leg.state !== 'planned') return fail({ code: 'leg-not-now', state: leg.state })
  if (all.some((other) => other.turn < leg.turn && other.required && isLegOpen(other))) return fail({ code: 'earlier-turn-open' })
  if (!standsOn(partner, localDateOf(at))) return fail({ code: 'partner-not-valid' })
  const counted = leg.limit === null ? null : dueMoment({ receivedAt: at, limit: leg.limit, calendar, pauses: [] })
  if (counted !== null && !counted.ok) throw new Error(`The calendar cannot tell when leg ${leg.id} is due: ${counted.problem.code}`)
  const due = counted === null ? null : { dueAt: counted.value.dueAt, dueOn: counted.value.dueOn, calendarRevision: revision }
  return ok({
    change: { state: 'handed-over', partnerId: partner.id, handedOverAt: at, due },
    event: { type: 'leg-handed-over', at, legId: leg.id, partnerId: partner.id, dueAt: due?.dueAt ?? null },
  })
}

/** The partner has it in hand: both sides have confirmed. */
export const decideAccept = (leg: Leg, at: Date): Result<LegChange<{ state: 'accepted'; acceptedAt: Date }>, LegNotNow> =>
  leg.state === 'handed-over' ? ok({ change: { state: 'accepted', acceptedAt: at }, event: { type: 'leg-accepted', at, legId: leg.id } }) : fail({ code: 'leg-not-now', state: leg.state })

export type Finished = { state: LegOutcome; finishedAt: Date; timeliness: Timeliness }

/** The partner answers: done, or given back with a reason. Giving back needs no acceptance; doing does. */
export function decideFinish(leg: Leg, outcome: 'done' | 'returned', at: Date): Result<LegChange<Finished>, LegNotNow> {
  const may = outcome === 'done' ? leg.state === 'accepted' : isWithPartner(leg)
  return may ? ok(finished(leg, outcome, at)) : fail({ code: 'leg-not-now', state: leg.state })
}

/** The commune takes it back: entered by mistake, or no longer needed. */
export const decideCancel = (leg: Leg, at: Date): Result<LegChange<Finished>, LegNotNow> =>
  isLegOpen(leg) ? ok(finished(leg, 'cancelled', at)) : fail({ code: 'leg-not-now', state: leg.state })

/** Early, on time or overdue by the one definition, for the leg alone: it never touches the dossier's. */
function finished(leg: Leg, outcome: LegOutcome, at: Date): LegChange<Finished> {
  const kept = timeliness(at, leg.due === null || leg.limit === null ? null : { dueAt: leg.due.dueAt, unit: leg.limit.unit })
  return { change: { state: outcome, finishedAt: at, timeliness: kept }, event: { type: 'leg-finished', at, legId: leg.id, outcome, timeliness: kept } }
}

/** Own work of the commune inside an inter-agency procedure is no leg: its steps do it. */
export const isOwnWork = (agency: string): boolean => /^UBND (cấp )?(xã|phường)/i.test(agency)
