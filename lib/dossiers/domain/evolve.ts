import type { Clock, Dossier, DossierCommon, Reception } from './dossier'
import { receptionOf } from './dossier'
import type { DossierEvent } from './events'

/** A story that cannot be: the row and its events disagree. A fault, never an answer. */
export class ImpossibleStory extends Error {
  constructor(dossier: Dossier, event: DossierEvent) {
    super(`${event.type} cannot follow stage ${dossier.stage} of ${dossier.code}`)
  }
}

/** What a dossier is before its first event. */
export type Unborn = Omit<DossierCommon, 'version' | 'clock' | 'awaiting' | 'pauses' | 'assigneeId' | 'submittedAt' | 'acceptBy' | 'promisedAt' | keyof typeof untouched>

const untouched = { verificationExtension: null, extendedAt: null, apologyDraftedAt: null, correctionProposedAt: null, reopenedAsId: null } as const

/** The first event makes the dossier: an online submission, or a reception at the desk. */
export function born(unborn: Unborn, event: DossierEvent): Dossier {
  const common: DossierCommon = { ...unborn, version: 1, clock: { state: 'not-started' }, awaiting: 'none', pauses: [], assigneeId: null, submittedAt: null, acceptBy: null, promisedAt: null, ...untouched }
  switch (event.type) {
    case 'dossier-submitted':
      return { ...common, stage: 'submitted', submittedAt: event.at, acceptBy: event.acceptBy }
    case 'dossier-received':
      return { ...common, clock: { state: 'running' }, stage: 'received', reception: receptionFrom(event) }
    default:
      throw new Error(`${event.type} cannot begin a dossier`)
  }
}

/** The state after one more event. Pure; a switch that names every event, so that a new one must be thought about. */
export function evolve(dossier: Dossier, event: DossierEvent): Dossier {
  const common: Dossier = { ...dossier, version: dossier.version + 1 }
  switch (event.type) {
    case 'dossier-submitted':
      throw new ImpossibleStory(dossier, event)
    case 'dossier-received':
      return { ...common, clock: { state: 'running' }, stage: 'received', reception: receptionFrom(event) }
    case 'dossier-refused':
      return { ...common, ...stopped(event.at), stage: 'refused', endedAt: event.at }
    case 'supplement-requested':
      return event.atIntake || event.effect === 'none'
        ? { ...common, awaiting: 'supplement' }
        : {
            ...common,
            awaiting: 'supplement',
            clock: { state: 'paused', reason: 'supplement', since: event.at },
            pauses: [...dossier.pauses, { since: event.at, until: null, recordedAt: event.at, reason: 'supplement' }],
          }
    case 'supplement-received':
      return dossier.clock.state === 'paused'
        ? withDue({ ...common, awaiting: 'none', clock: { state: 'running' }, pauses: closeLast(dossier, event.at) }, event.due, event.countFrom)
        : withAcceptBy({ ...common, awaiting: 'none' }, event.acceptBy)
    case 'payment-requested':
      return {
        ...common,
        awaiting: 'payment',
        clock: { state: 'paused', reason: 'payment', since: event.at },
        pauses: [...dossier.pauses, { since: event.at, until: null, recordedAt: event.at, reason: 'payment' }],
      }
    case 'payment-settled':
      return withDue({ ...common, awaiting: 'none', clock: { state: 'running' }, pauses: closeLast(dossier, event.at) }, event.due)
    case 'step-taken':
      return { ...common, stage: 'in-progress', assigneeId: event.assigneeId, reception: earned(dossier, event), step: { position: 0, since: event.at } }
    case 'dossier-assigned':
    case 'step-taken-over':
      return begun({ ...common, assigneeId: event.assigneeId })
    case 'step-finished':
      return { ...common, stage: 'in-progress', assigneeId: null, reception: earned(dossier, event), step: { position: event.next, since: event.at, handedOnBy: event.byId ?? null } }
    case 'step-recalled':
      return { ...common, stage: 'in-progress', assigneeId: event.assigneeId, reception: earned(dossier, event), step: { position: event.to, since: event.at } }
    case 'step-skipped':
      if (dossier.stage !== 'in-progress') throw new ImpossibleStory(dossier, event)
      return { ...dossier, version: common.version, assigneeId: null, step: { position: event.next ?? dossier.step.position, since: event.at } }
    case 'step-handed-back':
      return { ...common, stage: 'in-progress', assigneeId: null, reception: earned(dossier, event), step: { position: event.to, since: event.at } }
    case 'dossier-resolved':
      return { ...common, ...stopped(event.at), stage: 'resolved', assigneeId: null, reception: earned(dossier, event), resolvedAt: event.at, timeliness: event.timeliness }
    case 'result-returned':
      if (dossier.stage !== 'resolved') throw new ImpossibleStory(dossier, event)
      return { ...dossier, version: common.version, stage: 'returned', returnedAt: event.at }
    case 'result-posted':
      return { ...common, delivery: 'posted' }
    case 'result-delivered':
      if (dossier.stage !== 'resolved') throw new ImpossibleStory(dossier, event)
      return { ...dossier, version: common.version, stage: 'returned', returnedAt: event.at, delivery: 'delivered' }
    case 'result-sent-back':
      return { ...common, delivery: null }
    case 'dossier-withdrawn':
      return { ...common, ...stopped(event.at), stage: 'withdrawn', reception: receptionOf(dossier), endedAt: event.at }
    case 'dossier-discontinued':
      return { ...common, ...stopped(event.at), stage: 'discontinued', reception: earned(dossier, event), endedAt: event.at }
    case 'dossier-voided':
      return { ...common, ...stopped(event.at), stage: 'voided', reception: earned(dossier, event), endedAt: event.at }
    case 'due-date-moved':
      return withDue(common, event.due)
    case 'result-signed':
      return common
    case 'leg-handed-over':
    case 'leg-accepted':
    case 'leg-finished':
      return common
    case 'apology-issued':
      return { ...common, promisedAt: event.promisedAt, apologyDraftedAt: null }
    case 'apology-drafted':
      return { ...common, apologyDraftedAt: event.at }
    case 'verification-extended':
      return withDue({ ...common, limit: event.limit, extendedAt: event.at }, event.due)
    case 'correction-proposed':
      return { ...common, correctionProposedAt: event.at }
    case 'correction-declined':
      return { ...common, correctionProposedAt: null }
    case 'procedure-corrected': {
      const { reception: _before, ...kept } = { ...common, reception: null }
      return { ...kept, procedure: event.to, limit: event.limit, steps: event.steps, correctionProposedAt: null, assigneeId: null, stage: 'received', reception: { ...earned(dossier, event), due: event.due } }
    }
    case 'dossier-reopened':
      return { ...common, reopenedAsId: event.newDossierId }
  }
}

/** An ended clock, and nothing that still waits for anybody. */
/** Somebody has begun the step at hand: what came before can no longer be taken back. */
const begun = (dossier: Dossier): Dossier => (dossier.stage === 'in-progress' ? { ...dossier, step: { ...dossier.step, handedOnBy: null } } : dossier)

const stopped = (at: Date): { clock: Clock; awaiting: 'none'; apologyDraftedAt: null; correctionProposedAt: null } => ({ clock: { state: 'stopped', at }, awaiting: 'none', apologyDraftedAt: null, correctionProposedAt: null })

const receptionFrom = (event: Extract<DossierEvent, { type: 'dossier-received' }>): Reception => ({
  receivedAt: event.at,
  receivedById: event.receivedById,
  countFrom: null,
  due: event.due,
  registerNumber: event.registerNumber,
})

function earned(dossier: Dossier, event: DossierEvent): Reception {
  const reception = receptionOf(dossier)
  if (reception === null) throw new ImpossibleStory(dossier, event)
  return reception
}

const closeLast = (dossier: Dossier, until: Date) => dossier.pauses.map((pause) => (pause.until === null ? { ...pause, until } : pause))

const withAcceptBy = (dossier: Dossier, acceptBy: Date | null): Dossier => (dossier.stage === 'submitted' && acceptBy !== null ? { ...dossier, acceptBy } : dossier)

function withDue(dossier: Dossier, due: Reception['due'], countFrom?: Date): Dossier {
  const reception = receptionOf(dossier)
  if (reception === null || due === null) return dossier
  return { ...dossier, reception: { ...reception, due, countFrom: countFrom ?? reception.countFrom } } as Dossier
}
