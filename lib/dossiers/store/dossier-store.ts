import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { StaleRow } from '@/lib/platform/action'
import { Prisma, type Tx } from '@/lib/platform/db'
import { eventActor, type Actor } from '@/lib/identity/domain/actor'
import { versionOfDossier } from '@/lib/procedures/store'
import { dueOf, type Dossier, type Pause, type PauseReason, type Step } from '../domain/dossier'
import type { DossierEvent } from '../domain/events'
import { evolve } from '../domain/evolve'
import type { HandedIn } from '../domain/filing'
import { onBehalf } from '../domain/on-behalf'
import { fromRow, type RowCase, toPayload, toRow } from './rows'

/** A dossier of the commune by id or code, or null: unknown and foreign look the same. */
export async function findDossier(tx: Tx, key: { id: string } | { code: string }): Promise<Dossier | null> {
  const row = await tx.dossier.findFirst({ where: { communeId: tx.communeId, ...key } })
  if (row === null) return null
  const pauses = await tx.dossierPause.findMany({ where: { communeId: tx.communeId, dossierId: row.id }, orderBy: { since: 'asc' } })
  return fromRow(row, await caseOfRow(row), pauses.map((pause): Pause => ({ since: pause.since, until: pause.until, recordedAt: pause.recordedAt, reason: pause.reason as PauseReason })))
}

/** What the version and case of a row say: the steps, and what the law allows for a verification. */
export async function caseOfRow({ procedureVersionId, variantId }: { procedureVersionId: string; variantId: string }): Promise<RowCase> {
  const { steps, variants } = await versionOfDossier(procedureVersionId)
  return { steps: steps as readonly Step[], verificationExtension: variants.find(({ id }) => id === variantId)?.verificationExtension ?? null }
}

/** What goes with an event and may be erased one day: reasons and remarks in words. */
export type EventNote = { text: string }

/**
 * Writes events and the state they lead to. Throws StaleRow when a colleague was faster.
 * The events come last: they take the head of the commune's chain, which others wait for.
 */
export async function appendEvents(tx: Tx, before: Dossier, events: readonly DossierEvent[], actor: Actor, note?: EventNote): Promise<Dossier> {
  const after = events.reduce(evolve, before)
  const { count } = await tx.dossier.updateMany({ where: { communeId: tx.communeId, id: before.id, version: before.version }, data: { ...toRow(after), ...changedCase(before, after) } })
  if (count === 0) throw new StaleRow(before.code)
  await writePauses(tx, before, after)
  const rows = eventRows(tx.communeId, before, onBehalf(actor, before, events), actor)
  if (note !== undefined && note.text !== '') {
    await tx.dossierNote.create({ data: { communeId: tx.communeId, dossierId: before.id, eventId: rows[0]!.id, text: note.text } })
  }
  await tx.dossierEvent.createMany({ data: rows })
  return after
}

/** The columns of the procedure and the limit, only where an event changed them. */
function changedCase({ procedure, limit }: Dossier, after: Dossier) {
  if (after.procedure === procedure && after.limit === limit) return {}
  const { code, versionId, variantId, name, fieldSlug } = after.procedure
  return { procedureCode: code, procedureVersionId: versionId, variantId, procedureName: name, fieldSlug, timeLimit: after.limit ?? Prisma.DbNull }
}

async function writePauses(tx: Tx, before: Dossier, after: Dossier): Promise<void> {
  const key = { communeId: tx.communeId, dossierId: before.id }
  const begun = after.pauses.slice(before.pauses.length)
  if (begun.length > 0) await tx.dossierPause.createMany({ data: begun.map(({ since, until, reason }) => ({ ...key, since, until, reason })) })
  const wasOpen = before.pauses.some(({ until }) => until === null)
  const last = after.pauses.at(-1)
  if (wasOpen && last?.until) await tx.dossierPause.updateMany({ where: { ...key, until: null }, data: { until: last.until } })
}

function eventRows(communeId: string, before: Dossier, events: readonly DossierEvent[], actor: Actor): (Prisma.DossierEventCreateManyInput & { id: string })[] {
  let state = before
  return events.map((event) => {
    state = evolve(state, event)
    return {
      communeId,
      id: uuidv7(),
      dossierId: before.id,
      type: event.type,
      occurredAt: event.at,
      ...eventActor(actor),
      payload: toPayload(event) as Prisma.InputJsonObject,
      stage: state.stage,
      clock: state.clock.state,
      dueAt: dueOf(state)?.dueAt ?? null,
    }
  })
}

/** Papers that came with a supplement join the list of what was handed in. */
export async function addHandedIn(tx: Tx, dossierId: string, handedIn: readonly HandedIn[]): Promise<void> {
  if (handedIn.length === 0) return
  const before = await tx.dossierDocument.count({ where: { communeId: tx.communeId, dossierId } })
  await tx.dossierDocument.createMany({ data: handedIn.map((document, index) => ({ communeId: tx.communeId, id: uuidv7(), dossierId, position: before + index, ...document })) })
}

/** Figures count a dossier with a partner's part as inter-agency: once, whatever number of parts. */
export const markInterAgency = (tx: Tx, dossierId: string): Promise<unknown> =>
  tx.dossier.updateMany({ where: { communeId: tx.communeId, id: dossierId, interAgency: false }, data: { interAgency: true } })
