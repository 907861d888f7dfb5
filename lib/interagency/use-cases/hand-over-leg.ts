import 'server-only'
import type { z } from 'zod'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import type { Dossier } from '@/lib/dossiers/domain/dossier'
import { type CalendarChanged, stillHolds, withCalendar } from '@/lib/dossiers/store/calendar-check'
import { appendEvents, findDossier, markInterAgency } from '@/lib/dossiers/store/dossier-store'
import { change, type Stale } from '@/lib/dossiers/use-cases/change'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { localDateOf } from '@/lib/kernel/local-date'
import { StaleRow } from '@/lib/platform/action'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { versionOfDossier } from '@/lib/procedures/store'
import { decideHandOver, isOwnWork, type EarlierTurnOpen, type Leg, type LegNotNow, type PartnerNotValid } from '../domain/leg'
import { partnerFor } from '../domain/partner'
import type { AddLegInput, HandOverLegInput, PlanLegsInput } from '../inputs'
import { addLegPapers, addLegs, findLeg, type HandedOverPaper, holdDossier, legsOfDossier, type NewLeg, partnersOf, writeHandOver } from '../store/leg-store'

export type LegProblem = { code: 'forbidden' } | { code: 'not-found' } | { code: 'dossier-not-open' } | Stale | { code: 'leg-open' }
export type HandOverProblem = LegProblem | LegNotNow | EarlierTurnOpen | PartnerNotValid | CalendarChanged | { code: 'paper-unknown' }
export type LegDone = { dossierId: string; code: string }

const doneOf = ({ id, code }: Dossier): LegDone => ({ dossierId: id, code })

/** The dossier with its row held, if this officer may give parts of it to others and it is still being settled. */
async function held(tx: Tx, officer: Officer, dossierId: string): Promise<Result<Dossier, LegProblem>> {
  if (!may(officer, 'leg.hand-over', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  await holdDossier(tx, dossierId)
  const dossier = await findDossier(tx, { id: dossierId })
  if (dossier === null) return fail({ code: 'not-found' })
  return dossier.stage === 'received' || dossier.stage === 'in-progress' ? ok(dossier) : fail({ code: 'dossier-not-open' })
}

type PlanProblem = LegProblem | { code: 'no-legs-in-procedure' } | { code: 'already-planned' }

/** Lays out the parts that the procedure gives to other agencies, each with its own limit; from now on no result without those needed. */
export const planLegs = (officer: Officer, { dossierId }: z.output<typeof PlanLegsInput>): Promise<Result<LegDone, PlanProblem>> =>
  change(officer, officer.communeId, (tx) => planLegsIn(tx, officer, dossierId, now()))

export async function planLegsIn(tx: Tx, officer: Officer, dossierId: string, at: Date): Promise<Result<LegDone, PlanProblem>> {
  const found = await held(tx, officer, dossierId)
  if (!found.ok) return found
  const version = await versionOfDossier(found.value.procedure.versionId)
  const legs = version.variants.find(({ id }) => id === found.value.procedure.variantId)?.legs.filter(({ agency }) => !isOwnWork(agency)) ?? []
  if (legs.length === 0) return fail({ code: 'no-legs-in-procedure' })
  const known = await tx.dossierLeg.count({ where: { communeId: tx.communeId, dossierId, legKey: { in: legs.map(({ key }) => key) }, state: { not: 'cancelled' } } })
  if (known > 0) return fail({ code: 'already-planned' })
  const partners = await partnersOf(tx)
  const partnerOf = (agency: string): string | null => partnerFor(partners, agency, localDateOf(at))?.id ?? null
  await addLegs(tx, dossierId, legs.map(({ key, name, agency, limit }): NewLeg => ({ key, name, agency, partnerId: partnerOf(agency), turn: 1, required: true, limit })))
  await markInterAgency(tx, dossierId)
  return ok(doneOf(found.value))
}

/** A part that the procedure does not name. Side by side it goes at once; after the others it waits for its turn. */
export const addLeg = (officer: Officer, input: z.output<typeof AddLegInput>): Promise<Result<LegDone, HandOverProblem>> =>
  withCalendar(officer.communeId, (calendar) => change(officer, officer.communeId, (tx) => addLegIn(tx, officer, input, now(), calendar)))

export async function addLegIn(tx: Tx, officer: Officer, input: z.output<typeof AddLegInput>, at: Date, calendar: CalendarAt): Promise<Result<LegDone, HandOverProblem>> {
  const found = await held(tx, officer, input.dossierId)
  if (!found.ok) return found
  const partner = (await partnersOf(tx)).find(({ id }) => id === input.partnerId)
  if (partner === undefined) return fail({ code: 'partner-not-valid' })
  const papers = await papersOf(tx, input.dossierId, input.papers)
  if (papers === null) return fail({ code: 'paper-unknown' })
  if (!(await stillHolds(tx, calendar))) return fail({ code: 'calendar-changed' })
  const legs = await legsOfDossier(tx, input.dossierId)
  const lastTurn = Math.max(0, ...legs.map(({ turn }) => turn))
  const waits = input.order === 'after' && legs.length > 0
  const leg: NewLeg = { key: null, name: input.name, agency: partner.name, partnerId: partner.id, turn: waits ? lastTurn + 1 : Math.max(1, firstOpenTurn(legs)), required: input.required, limit: input.limit }
  // Asked before the row is written: what is refused leaves nothing behind.
  const decision = waits ? null : decideHandOver({ id: '', dossierId: input.dossierId, position: legs.length, state: 'planned', handedOverAt: null, due: null, ...leg }, legs, partner, at, calendar)
  if (decision !== null && !decision.ok) return decision
  const [legId] = await addLegs(tx, input.dossierId, [leg])
  await markInterAgency(tx, input.dossierId)
  await addLegPapers(tx, legId!, papers)
  return waits ? ok(doneOf(found.value)) : handOver(tx, officer, found.value, legId!, partner.id, { instruction: input.instruction, papers: [] }, at, calendar)
}

/** The first turn that is not over: what is handed over beside it waits for nothing. */
const firstOpenTurn = (legs: readonly Leg[]): number => Math.min(...legs.filter(({ state, required }) => required && ['planned', 'handed-over', 'accepted'].includes(state)).map(({ turn }) => turn), Math.max(1, ...legs.map(({ turn }) => turn)))

/** A part that was laid out goes to its partner, with the papers ticked and nothing else of the folder. */
export const handOverLeg = (officer: Officer, input: z.output<typeof HandOverLegInput>): Promise<Result<LegDone, HandOverProblem>> =>
  withCalendar(officer.communeId, (calendar) => change(officer, officer.communeId, (tx) => handOverLegIn(tx, officer, input, now(), calendar)))

export async function handOverLegIn(tx: Tx, officer: Officer, { legId, partnerId, instruction, papers: chosen }: z.output<typeof HandOverLegInput>, at: Date, calendar: CalendarAt): Promise<Result<LegDone, HandOverProblem>> {
  const leg = await findLeg(tx, legId)
  if (leg === null) return fail({ code: 'not-found' })
  const found = await held(tx, officer, leg.dossierId)
  if (!found.ok) return found
  const papers = await papersOf(tx, leg.dossierId, chosen)
  if (papers === null) return fail({ code: 'paper-unknown' })
  if (!(await stillHolds(tx, calendar))) return fail({ code: 'calendar-changed' })
  return handOver(tx, officer, found.value, legId, partnerId, { instruction, papers }, at, calendar)
}

type Handed = { instruction: string | null; papers: readonly HandedOverPaper[] }

async function handOver(tx: Tx, officer: Officer, dossier: Dossier, legId: string, partnerId: string, { instruction, papers }: Handed, at: Date, calendar: CalendarAt): Promise<Result<LegDone, HandOverProblem>> {
  const legs = await legsOfDossier(tx, dossier.id)
  const leg = legs.find(({ id }) => id === legId)!
  const partner = (await partnersOf(tx)).find(({ id }) => id === partnerId)
  if (partner === undefined) return fail({ code: 'partner-not-valid' })
  const decision = decideHandOver(leg, legs, partner, at, calendar)
  if (!decision.ok) return decision
  const { change: handed, event } = decision.value
  if (!(await writeHandOver(tx, leg, handed, officer.staffId, instruction))) throw new StaleRow(dossier.code)
  if (papers.length > 0) await addLegPapers(tx, legId, papers)
  return ok(doneOf(await appendEvents(tx, dossier, [event], officer)))
}

/** The papers ticked, each with the file that shows it; null where one lies in another folder. */
async function papersOf(tx: Tx, dossierId: string, ids: readonly string[]): Promise<HandedOverPaper[] | null> {
  if (ids.length === 0) return []
  const rows = await tx.dossierDocument.findMany({ where: { communeId: tx.communeId, dossierId, id: { in: [...new Set(ids)] } }, orderBy: { position: 'asc' } })
  if (rows.length !== new Set(ids).size) return null
  const files = await tx.attachment.findMany({ where: { communeId: tx.communeId, dossierId, removedAt: null, scan: { not: 'quarantined' }, kind: { in: ['paper', 'supplement'] } }, orderBy: { createdAt: 'asc' }, select: { id: true, documentKey: true } })
  return rows.flatMap(({ name, originals, certified, copies, documentKey }): HandedOverPaper[] => {
    const own = files.filter((file) => file.documentKey !== null && file.documentKey === documentKey)
    const paper = { name, originals, certified, copies }
    return own.length === 0 ? [{ ...paper, attachmentId: null }] : own.map(({ id }) => ({ ...paper, attachmentId: id }))
  })
}
