import type { Role } from './permissions'

/** Who acts. Every query and use case takes the actor first; no actor, no rows. */
export type Actor = Officer | Citizen | Visitor | System

/** Someone at work in one commune, as the session row says at this request. */
export type Officer = {
  kind: 'officer'
  accountId: string
  staffId: string
  communeId: string
  unitId: string
  /** "justice", "clerks": what the steps of a process name. */
  unitKey: string
  roles: readonly Role[]
  name: string
  title: string
  /** Colleagues who are away today and named this officer to act for them. */
  standsInFor?: readonly StandIn[]
}

/** A colleague who is away, with the unit and roles in which somebody else acts meanwhile. */
export type StandIn = { staffId: string; name: string; unitKey: string; roles: readonly Role[] }

/** A citizen who proved a phone number or an e-mail by a one-time code. `citizenId` is the same on every device. */
export type Citizen = { kind: 'citizen'; citizenId: string }

/** Nobody signed in: reads what is public. */
export type Visitor = { kind: 'visitor' }

/** The house itself: workers, loaders. `name` stands in the story of what it did. */
export type System = { kind: 'system'; name: string }

export const visitor: Visitor = { kind: 'visitor' }

/** How an actor stands in an event: kind and id, never a name. */
export const eventActor = (actor: Actor): { actorKind: 'officer' | 'citizen' | 'system'; actorId: string | null } =>
  actor.kind === 'officer'
    ? { actorKind: 'officer', actorId: actor.staffId }
    : actor.kind === 'citizen'
      ? { actorKind: 'citizen', actorId: actor.citizenId }
      : { actorKind: 'system', actorId: null }
