import { countOf, type Cell, type CountedFact } from './facts'
import { broken, type BrokenIdentity, type Identity } from './identities'

/** The figures of one period, of a whole commune or of one of its fields, units, channels, months. @unit dossiers */
export type Figures = {
  received: { total: number; carriedOver: number; new: number; online: number; desk: number; post: number; nationalPortal: number }
  settled: { total: number; early: number; onTime: number; overdue: number; noLimit: number }
  withdrawn: { total: number; pastDue: number }
  discontinued: { total: number; pastDue: number }
  /** `paused`: how many of the total stand still; they are counted as they were when the pause began. */
  pending: { total: number; withinLimit: number; overdue: number; noLimit: number; paused: number }
  /** How many of `received.total` went to several agencies (liên thông). */
  interAgency: number
  outside: { submitted: number; refused: number; voided: number }
}

/** As the API answers it: the period [from, to) in local days, told as of `asOf` (ISO 8601 with the zone of Việt Nam). */
export type SettlementReport = { commune: string; from: string; to: string; asOf: string } & Figures

export function figuresOf(facts: readonly CountedFact[]): Figures {
  const of = (cell: Cell) => countOf(facts, cell)
  return {
    received: { total: of('received'), carriedOver: of('carried-over'), new: of('new'), online: of('online'), desk: of('desk'), post: of('post'), nationalPortal: of('national-portal') },
    settled: { total: of('settled'), early: of('early'), onTime: of('on-time'), overdue: of('overdue'), noLimit: of('settled-no-limit') },
    withdrawn: { total: of('withdrawn'), pastDue: of('withdrawn-past-due') },
    discontinued: { total: of('discontinued'), pastDue: of('discontinued-past-due') },
    pending: { total: of('pending'), withinLimit: of('within-limit'), overdue: of('pending-overdue'), noLimit: of('pending-no-limit'), paused: of('paused') },
    interAgency: of('inter-agency'),
    outside: { submitted: of('submitted'), refused: of('refused'), voided: of('voided') },
  }
}

/** A goal that communes set themselves, not a rule of law. */
export const ON_TIME_TARGET = 0.98

/**
 * Early and on time among what was settled under a limit. Null where nothing was (không phát sinh): that is not zero.
 */
export function onTimeRate({ settled }: Pick<Figures, 'settled'>): number | null {
  const withLimit = settled.total - settled.noLimit
  return withLimit === 0 ? null : (settled.early + settled.onTime) / withLimit
}

type Key = 'received' | 'carriedOver' | 'new' | 'online' | 'desk' | 'post' | 'nationalPortal' | 'interAgency' | 'settled' | 'early' | 'onTime' | 'overdue' | 'noLimit'
  | 'withdrawn' | 'withdrawnPastDue' | 'discontinued' | 'discontinuedPastDue' | 'pending' | 'pendingWithinLimit' | 'pendingOverdue' | 'pendingNoLimit' | 'paused'

const identities: readonly Identity<Key>[] = [
  { name: 'received', left: ['received'], relation: 'equals', right: ['carriedOver', 'new'] },
  { name: 'new', left: ['new'], relation: 'equals', right: ['online', 'desk', 'post', 'nationalPortal'] },
  { name: 'settled', left: ['settled'], relation: 'equals', right: ['early', 'onTime', 'overdue', 'noLimit'] },
  { name: 'pending', left: ['pending'], relation: 'equals', right: ['pendingWithinLimit', 'pendingOverdue', 'pendingNoLimit'] },
  { name: 'balance', left: ['received'], relation: 'equals', right: ['settled', 'withdrawn', 'discontinued', 'pending'] },
  { name: 'withdrawn-past-due', left: ['withdrawn'], relation: 'at-least', right: ['withdrawnPastDue'] },
  { name: 'discontinued-past-due', left: ['discontinued'], relation: 'at-least', right: ['discontinuedPastDue'] },
  { name: 'paused', left: ['pending'], relation: 'at-least', right: ['paused'] },
  { name: 'inter-agency', left: ['received'], relation: 'at-least', right: ['interAgency'] },
]

/** The identities that do not hold; a report with one cannot be filed. */
export const brokenIdentities = (figures: Figures): BrokenIdentity[] => broken<Key>(flat(figures), identities)

const flat = ({ received, settled, withdrawn, discontinued, pending, interAgency }: Figures): Record<Key, number> => ({
  received: received.total, carriedOver: received.carriedOver, new: received.new, online: received.online, desk: received.desk, post: received.post,
  nationalPortal: received.nationalPortal, interAgency, settled: settled.total, early: settled.early, onTime: settled.onTime, overdue: settled.overdue,
  noLimit: settled.noLimit, withdrawn: withdrawn.total, withdrawnPastDue: withdrawn.pastDue, discontinued: discontinued.total,
  discontinuedPastDue: discontinued.pastDue, pending: pending.total, pendingWithinLimit: pending.withinLimit, pendingOverdue: pending.overdue,
  pendingNoLimit: pending.noLimit, paused: pending.paused,
})

/** What one period leaves open is what the next one begins with. */
export const brokenCarryOver = (before: Figures, after: Figures): BrokenIdentity[] =>
  broken({ pendingBefore: before.pending.total, carriedOver: after.received.carriedOver }, [
    { name: 'carry-over', left: ['carriedOver'], relation: 'equals', right: ['pendingBefore'] },
  ])
