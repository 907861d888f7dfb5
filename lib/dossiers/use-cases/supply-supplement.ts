import 'server-only'
import type { z } from 'zod'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import type { Citizen, Officer, System } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { decideSupplySupplement, type NothingAsked } from '../domain/supplement'
import type { HandedIn } from '../domain/filing'
import type { SupplyOnlineInput, SupplySupplementInput } from '../inputs'
import { type CalendarChanged, stillHolds, withCalendar } from '../store/calendar-check'
import { addHandedIn, appendEvents } from '../store/dossier-store'
import { supplementInHand } from '../queries/supplement-in-hand'
import { intakeWaits, supplementRequests, writeSupplied } from '../store/supplement-store'
import { change, changed, type Changed, type ChangeProblem, dossierFor, type DossierRef } from './change'

type Problem = ChangeProblem | NothingAsked | CalendarChanged | { code: 'arrived-before-asked' } | { code: 'arrived-in-future' } | { code: 'nothing-supplied' }
/** `supplied`: keys of the items asked for that arrived; absent where nobody compared. */
type Supply = DossierRef & { arrivedAt: Date | null; handedIn: readonly HandedIn[]; note: string | null; supplied?: readonly string[] }

/** The desk notes what the citizen brought. The pause ends when it arrived, not when it is noted. */
export const supplySupplement = (officer: Officer, input: z.output<typeof SupplySupplementInput>): Promise<Result<Changed, Problem>> =>
  supply(officer, officer.communeId, { ...input, handedIn: input.handedIn.map(({ key: _key, ...paper }) => paper), note: null, ...(input.compared ? { supplied: input.handedIn.flatMap(({ key }) => key ?? []) } : {}) })

/** The citizen sends what was asked for; the files were attached to the dossier before. */
export const supplyOnline = async (citizen: Citizen, { communeId, dossierId, note }: z.output<typeof SupplyOnlineInput>): Promise<Result<Changed, Problem>> => {
  const inHand = await supplementInHand(citizen, { communeId, dossierId })
  const supplied = inHand?.items.filter(({ files }) => files.length > 0).map(({ key }) => key)
  return supply(citizen, communeId, { dossierId, arrivedAt: null, handedIn: [], note, ...(supplied === undefined ? {} : { supplied }) })
}

const supply = (actor: Officer | Citizen, communeId: string, input: Supply): Promise<Result<Changed, Problem>> =>
  withCalendar(communeId, (calendar) => change(actor, communeId, (tx) => supplySupplementIn(tx, actor, input, now(), calendar)))

export async function supplySupplementIn(tx: Tx, actor: Officer | Citizen | System, input: Supply, at: Date, calendar: CalendarAt): Promise<Result<Changed, Problem>> {
  const found = await dossierFor(tx, actor, input, ['supply-intake-supplement', 'supply-supplement'])
  if (!found.ok) return found
  const requests = await supplementRequests(tx, found.value.id)
  const open = requests.find(({ suppliedAt }) => suppliedAt === null) ?? null
  const arrivedAt = input.arrivedAt ?? at
  if (arrivedAt > at) return fail({ code: 'arrived-in-future' })
  if (open !== null && arrivedAt < open.requestedAt) return fail({ code: 'arrived-before-asked' })
  if (input.supplied?.length === 0 && actor.kind === 'officer') return fail({ code: 'nothing-supplied' })
  if (!(await stillHolds(tx, calendar))) return fail({ code: 'calendar-changed' })
  const decision = decideSupplySupplement(found.value, { requestId: open?.id ?? null, intakeWaits: intakeWaits(requests), effect: open?.effect ?? null }, arrivedAt, calendar)
  if (!decision.ok) return decision
  await writeSupplied(tx, open!.id, arrivedAt, input.supplied ?? null)
  await addHandedIn(tx, found.value.id, input.handedIn)
  return ok(changed(await appendEvents(tx, found.value, decision.value, actor, input.note === null ? undefined : { text: input.note })))
}
