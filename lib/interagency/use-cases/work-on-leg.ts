import 'server-only'
import type { z } from 'zod'
import { findDossier, appendEvents } from '@/lib/dossiers/store/dossier-store'
import { change } from '@/lib/dossiers/use-cases/change'
import { takeInAtDesk, type TakeInProblem } from '@/lib/documents/use-cases/take-in-file'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { StaleRow } from '@/lib/platform/action'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { decideAccept, decideCancel, decideFinish, type Finished, isWithPartner, type Leg, type LegChange, type LegNotNow } from '../domain/leg'
import type { CancelLegInput, FinishLegInput, LegInput, ReturnLegInput } from '../inputs'
import { findLeg, holdDossier, legFileKey, writeAccepted, writeFinished } from '../store/leg-store'
import type { LegDone, LegProblem } from './hand-over-leg'

type Problem = LegProblem | LegNotNow
type Words = { note: string | null; partnerCode: string | null }

/** The leg, if it lies with the partner whose officer asks. Another partner's, another commune's and none look the same. */
async function ownLeg(tx: Tx, officer: Officer, legId: string): Promise<Result<Leg, LegProblem>> {
  if (!may(officer, 'leg.work', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  const leg = await findLeg(tx, legId)
  return leg !== null && leg.partnerId === officer.unitId && leg.handedOverAt !== null ? ok(leg) : fail({ code: 'not-found' })
}

/** The partner has the papers in hand; both sides have confirmed. */
export const acceptLeg = (officer: Officer, { legId }: z.output<typeof LegInput>): Promise<Result<LegDone, Problem>> =>
  change(officer, officer.communeId, (tx) => acceptLegIn(tx, officer, legId, now()))

export async function acceptLegIn(tx: Tx, officer: Officer, legId: string, at: Date): Promise<Result<LegDone, Problem>> {
  const found = await ownLeg(tx, officer, legId)
  if (!found.ok) return found
  const decision = decideAccept(found.value, at)
  if (!decision.ok) return decision
  return told(tx, officer, found.value, decision.value, () => writeAccepted(tx, found.value, at, officer.staffId))
}

/** Done, with what came of it. A file was sent before with `attachToLeg`. */
export const finishLeg = (officer: Officer, { legId, ...words }: z.output<typeof FinishLegInput>): Promise<Result<LegDone, Problem>> =>
  change(officer, officer.communeId, (tx) => finishLegIn(tx, officer, legId, 'done', words, now()))

/** Given back with the reason: the partner cannot do it as it came. */
export const returnLeg = (officer: Officer, { legId, note }: z.output<typeof ReturnLegInput>): Promise<Result<LegDone, Problem>> =>
  change(officer, officer.communeId, (tx) => finishLegIn(tx, officer, legId, 'returned', { note, partnerCode: null }, now()))

export async function finishLegIn(tx: Tx, officer: Officer, legId: string, outcome: 'done' | 'returned', words: Words, at: Date): Promise<Result<LegDone, Problem>> {
  const found = await ownLeg(tx, officer, legId)
  if (!found.ok) return found
  const decision = decideFinish(found.value, outcome, at)
  return decision.ok ? end(tx, officer, found.value, decision.value, words) : decision
}

/** The commune takes back what it gave, with the reason: only while the dossier is being settled. */
export const cancelLeg = (officer: Officer, { legId, note }: z.output<typeof CancelLegInput>): Promise<Result<LegDone, Problem>> =>
  change(officer, officer.communeId, (tx) => cancelLegIn(tx, officer, legId, note, now()))

export async function cancelLegIn(tx: Tx, officer: Officer, legId: string, note: string, at: Date): Promise<Result<LegDone, Problem>> {
  if (!may(officer, 'leg.hand-over', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  const leg = await findLeg(tx, legId)
  if (leg === null) return fail({ code: 'not-found' })
  const decision = decideCancel(leg, at)
  return decision.ok ? end(tx, officer, leg, decision.value, { note, partnerCode: null }) : decision
}

const end = (tx: Tx, officer: Officer, leg: Leg, decided: LegChange<Finished>, words: Words): Promise<Result<LegDone, Problem>> =>
  told(tx, officer, leg, decided, () => writeFinished(tx, leg, decided.change, officer.staffId, words))

/** Writes the leg, then the event, which takes the head of the commune's chain. The dossier's stage, clock and due moment stay as they are. */
async function told<C>(tx: Tx, officer: Officer, leg: Leg, { event }: LegChange<C>, write: () => Promise<boolean>): Promise<Result<LegDone, LegProblem>> {
  await holdDossier(tx, leg.dossierId)
  const dossier = await findDossier(tx, { id: leg.dossierId })
  if (dossier === null) return fail({ code: 'not-found' })
  if (dossier.stage !== 'received' && dossier.stage !== 'in-progress') return fail({ code: 'dossier-not-open' })
  if (!(await write())) throw new StaleRow(dossier.code)
  await appendEvents(tx, dossier, [event], officer)
  return ok({ dossierId: dossier.id, code: dossier.code })
}

type FileProblem = TakeInProblem | LegProblem | LegNotNow

/** A file of the partner's own, before it finishes: what it decided or found. */
export async function attachToLeg(officer: Officer, legId: string, name: string, bytes: Uint8Array): Promise<Result<{ id: string }, FileProblem>> {
  const found = await inCommune(officer, (tx) => ownLeg(tx, officer, legId))
  if (!found.ok) return found
  if (!isWithPartner(found.value)) return fail({ code: 'leg-not-now', state: found.value.state })
  return takeInAtDesk(officer, { dossierId: found.value.dossierId, documentKey: legFileKey(legId), name, kind: 'paper' }, bytes)
}
