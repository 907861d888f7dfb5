import { isPendingOverdue, timeliness, type Due } from '@/lib/calendar/domain/standing'
import { dueOf, receptionOf, type Clock, type Dossier } from '@/lib/dossiers/domain/dossier'
import { born, evolve } from '@/lib/dossiers/domain/evolve'
import { fromEventRow } from '@/lib/dossiers/store/rows'
import { localDateOf } from '@/lib/kernel/local-date'
import type { Fact, Outcome, Part } from '@/lib/reports/domain/facts'
import type { Moment } from '@/lib/reports/queries/facts'
import type { ToldDossier } from './random-stories'

export type ToldFact = Fact & { id: string; fieldSlug: string; homeUnit: string | null; /** In force at the moment; null before reception or without a limit. */ dueAt: Date | null }

/** The figures told the long way: every event of every dossier folded again. Shares no statement and no column with the report. */
export const slowFacts = (stories: readonly ToldDossier[], moment: Moment): ToldFact[] =>
  stories.flatMap((story) => {
    const [part, outcome, paused, dueAt] = whatHadBecome(story, moment) ?? []
    return part === undefined || outcome === undefined ? []
      : [{ id: story.dossier.id, fieldSlug: story.dossier.procedure.fieldSlug, homeUnit: story.homeUnit, part, outcome, paused: paused ?? false, dueAt: dueAt ?? null, channel: story.dossier.channel, interAgency: story.interAgency }]
  })

/** Null: the period does not know the dossier. */
function whatHadBecome({ dossier, rows }: ToldDossier, { begins, until, asOf }: Moment): [Part, Outcome, boolean?, Date?] | null {
  const [first, ...rest] = rows.filter(({ occurredAt }) => occurredAt < until).map(fromEventRow)
  if (first === undefined) return null
  const states = rest.reduce<Dossier[]>((told, event) => [...told, evolve(told.at(-1)!, event)], [born(dossier, first)])
  const state = states.at(-1)!
  const reception = receptionOf(state)
  const part: Part = reception === null ? 'outside' : reception.receivedAt < begins ? 'carried-over' : 'new'
  const due = dueAsOf(state)
  switch (state.stage) {
    case 'submitted':
      return ['outside', 'submitted']
    case 'refused':
      return state.endedAt < begins ? null : ['outside', 'refused']
    case 'voided':
      return state.endedAt < begins ? null : ['outside', 'voided']
    case 'resolved':
    case 'returned':
      return state.resolvedAt < begins ? null : [part, timeliness(state.resolvedAt, due)]
    case 'withdrawn':
      if (state.endedAt < begins) return null
      if (reception === null) return ['outside', 'withdrawn-unreceived']
      return [part, pastDue(states, state.endedAt, due) ? 'withdrawn-past-due' : 'withdrawn']
    case 'discontinued':
      if (state.endedAt < begins) return null
      if (pastDue(states, state.endedAt, due)) return [part, 'discontinued-past-due']
      return [part, due !== null && localDateOf(state.endedAt) < localDateOf(due.dueAt) ? 'discontinued-early' : 'discontinued']
    case 'received':
    case 'in-progress':
      return [part, due === null ? 'pending-no-limit' : isPendingOverdue(asOf, due, state.clock) ? 'pending-overdue' : 'pending-within-limit', state.clock.state === 'paused', due?.dueAt]
  }
}

const dueAsOf = (state: Dossier): Due | null => {
  const due = dueOf(state)
  return due === null || state.limit === null ? null : { dueAt: due.dueAt, unit: state.limit.unit }
}

const pastDue = (states: Dossier[], at: Date, due: Due | null): boolean => {
  const clock: Clock = states.at(-2)!.clock
  return due !== null && isPendingOverdue(at, due, clock)
}
