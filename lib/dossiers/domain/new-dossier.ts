import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import type { Channel, Dossier, ReturnChannel, Step } from './dossier'
import { acceptBy, firstDue } from './due'
import type { DossierEvent, IdentityCheck, Recipient } from './events'
import { born, evolve, type Unborn } from './evolve'
import { timelinessOf } from './process'

/** What is known of a dossier before its first event. */
export type NewDossier = {
  id: string
  communeId: string
  channel: Channel
  returnChannel: ReturnChannel
  procedure: Dossier['procedure']
  /** By the variant and the channel; null = không quy định. */
  limit: TimeLimit | null
  steps: readonly Step[]
  applicantCitizenId: string | null
  submitterCitizenId: string | null
  /** A code given elsewhere; null: ours is given with the writing. */
  externalCode: string | null
}

export type Beginning = { dossier: Dossier; events: [DossierEvent, ...DossierEvent[]] }

const unborn = ({ applicantCitizenId, submitterCitizenId, externalCode, ...rest }: NewDossier): Unborn => ({
  ...rest,
  code: externalCode ?? '',
  citizenIds: [applicantCitizenId, submitterCitizenId],
})

/** An online filing waits for the desk, which answers within eight working hours. */
export function decideSubmit(dossier: NewDossier, at: Date, calendar: CalendarAt): Beginning {
  const event: DossierEvent = { type: 'dossier-submitted', at, acceptBy: acceptBy(at, calendar) }
  return { dossier: born(unborn(dossier), event), events: [event] }
}

/** Complete at the counter: the clock starts. */
export function decideReceive(dossier: NewDossier, receivedById: string, at: Date, calendar: CalendarAt): Beginning {
  const event = received(dossier, receivedById, at, calendar)
  return { dossier: born(unborn(dossier), event), events: [event] }
}

/** Received, done and handed over while the citizen waits: all of it true at one instant. */
export function decideSettleOnTheSpot(
  dossier: NewDossier,
  by: { staffId: string; recipient: Recipient; identityCheck: IdentityCheck },
  at: Date,
  calendar: CalendarAt,
): Beginning {
  const first = received(dossier, by.staffId, at, calendar)
  const begun = born(unborn(dossier), first)
  const resolved: DossierEvent = { type: 'dossier-resolved', at, step: 'on-the-spot', outcome: 'granted', timeliness: timelinessOf(begun, at) }
  const returned: DossierEvent = { type: 'result-returned', at, recipient: by.recipient, identityCheck: by.identityCheck }
  return { dossier: begun, events: [first, resolved, returned] }
}

/** An online filing is complete: receipt is the acceptance by the desk, and the clock starts there. */
export const decideAccept = (dossier: Dossier, receivedById: string, registerNumber: number, at: Date, calendar: CalendarAt): DossierEvent[] => [
  { type: 'dossier-received', at, receivedById, registerNumber, due: firstDue(at, dossier.limit, calendar) },
]

const received = (dossier: NewDossier, receivedById: string, at: Date, calendar: CalendarAt): DossierEvent => ({
  type: 'dossier-received',
  at,
  receivedById,
  registerNumber: null,
  due: firstDue(at, dossier.limit, calendar),
})

/** The state after all events of a beginning. */
export const grown = ({ dossier, events }: Beginning): Dossier => events.slice(1).reduce(evolve, dossier)
