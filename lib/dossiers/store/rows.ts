import 'server-only'
import { parseLocalDate, localDate, type LocalDate } from '@/lib/kernel/local-date'
import type { TimeLimit, VerificationExtension } from '@/lib/calendar/domain/time-limit'
import type { DossierModel as DossierRow } from '@/lib/platform/prisma-client/models/Dossier'
import type { Awaiting, Channel, Clock, Dossier, DossierCommon, Due, Pause, PauseReason, Reception, ReturnChannel, Stage, Step, Timeliness } from '../domain/dossier'
import { currentStep, receptionOf } from '../domain/dossier'
import type { DossierEvent } from '../domain/events'

/** A `date` column as Prisma gives it (midnight UTC) and as we mean it. */
export const fromDateColumn = (column: Date): LocalDate => localDate(column.toISOString().slice(0, 10))
export const toDateColumn = (day: LocalDate): Date => new Date(`${day}T00:00:00Z`)

/** The columns that events change, as the row keeps them. */
export function toRow(dossier: Dossier) {
  const reception = receptionOf(dossier)
  const step = currentStep(dossier)
  return {
    version: dossier.version,
    stage: dossier.stage,
    clock: dossier.clock.state,
    pauseReason: dossier.clock.state === 'paused' ? dossier.clock.reason : null,
    pausedSince: dossier.clock.state === 'paused' ? dossier.clock.since : null,
    awaiting: dossier.awaiting,
    submittedAt: dossier.submittedAt,
    acceptBy: dossier.acceptBy,
    receivedAt: reception?.receivedAt ?? null,
    receivedById: reception?.receivedById ?? null,
    registerNumber: reception?.registerNumber ?? null,
    countFrom: reception?.countFrom ?? null,
    firstDueAt: reception?.due?.firstDueAt ?? null,
    dueAt: reception?.due?.dueAt ?? null,
    dueOn: reception?.due ? toDateColumn(reception.due.dueOn) : null,
    calendarRevision: reception?.due?.calendarRevision ?? null,
    promisedAt: dossier.promisedAt,
    extendedAt: dossier.extendedAt,
    apologyDraftedAt: dossier.apologyDraftedAt,
    correctionProposedAt: dossier.correctionProposedAt,
    reopenedAsId: dossier.reopenedAsId,
    stepPosition: step?.position ?? null,
    stepKey: step?.key ?? null,
    stepRole: step?.role ?? null,
    stepUnitKey: step?.unitKey ?? null,
    stepSince: dossier.stage === 'in-progress' ? dossier.step.since : (reception?.receivedAt ?? null),
    stepHandedOnBy: dossier.stage === 'in-progress' ? (dossier.step.handedOnBy ?? null) : null,
    assigneeId: dossier.assigneeId,
    resolvedAt: 'resolvedAt' in dossier ? dossier.resolvedAt : null,
    timeliness: 'timeliness' in dossier ? dossier.timeliness : null,
    returnedAt: dossier.stage === 'returned' ? dossier.returnedAt : null,
    delivery: dossier.delivery ?? null,
    endedAt: 'endedAt' in dossier ? dossier.endedAt : null,
  }
}

/** What the version and case of a dossier say beside its row. */
export type RowCase = { steps: readonly Step[]; verificationExtension: VerificationExtension | null }

/** The union that the row stands for. Throws where the columns contradict the stage: such a row makes no sense. */
export function fromRow(row: DossierRow, { steps, verificationExtension }: RowCase, pauses: readonly Pause[]): Dossier {
  const reception = receptionFrom(row)
  const common: DossierCommon = {
    id: row.id,
    communeId: row.communeId,
    code: row.code,
    version: row.version,
    clock: clockFrom(row),
    awaiting: row.awaiting as Awaiting,
    channel: row.channel as Channel,
    returnChannel: row.returnChannel as ReturnChannel,
    procedure: { code: row.procedureCode, versionId: row.procedureVersionId, variantId: row.variantId, name: row.procedureName, fieldSlug: row.fieldSlug },
    limit: row.timeLimit as TimeLimit | null,
    steps,
    pauses,
    assigneeId: row.assigneeId,
    citizenIds: [row.applicantCitizenId, row.submitterCitizenId],
    submittedAt: row.submittedAt,
    acceptBy: row.acceptBy,
    promisedAt: row.promisedAt,
    delivery: row.delivery as Dossier['delivery'],
    verificationExtension,
    extendedAt: row.extendedAt,
    apologyDraftedAt: row.apologyDraftedAt,
    correctionProposedAt: row.correctionProposedAt,
    reopenedAsId: row.reopenedAsId,
  }
  const need = <T>(value: T | null, name: string): T => {
    if (value === null) throw new Error(`Dossier ${row.code} is ${row.stage} without ${name}`)
    return value
  }
  const received = () => need(reception, 'reception')
  switch (row.stage as Stage) {
    case 'submitted':
      return { ...common, stage: 'submitted', submittedAt: need(row.submittedAt, 'submittedAt'), acceptBy: need(row.acceptBy, 'acceptBy') }
    case 'received':
      return { ...common, stage: 'received', reception: received() }
    case 'in-progress':
      return { ...common, stage: 'in-progress', reception: received(), step: { position: need(row.stepPosition, 'stepPosition'), since: need(row.stepSince, 'stepSince'), handedOnBy: row.stepHandedOnBy } }
    case 'resolved':
      return { ...common, stage: 'resolved', reception: received(), resolvedAt: need(row.resolvedAt, 'resolvedAt'), timeliness: need(row.timeliness, 'timeliness') as Timeliness }
    case 'returned':
      return { ...common, stage: 'returned', reception: received(), resolvedAt: need(row.resolvedAt, 'resolvedAt'), timeliness: need(row.timeliness, 'timeliness') as Timeliness, returnedAt: need(row.returnedAt, 'returnedAt') }
    case 'refused':
      return { ...common, stage: 'refused', endedAt: need(row.endedAt, 'endedAt') }
    case 'withdrawn':
      return { ...common, stage: 'withdrawn', reception, endedAt: need(row.endedAt, 'endedAt') }
    case 'discontinued':
      return { ...common, stage: 'discontinued', reception: received(), endedAt: need(row.endedAt, 'endedAt') }
    case 'voided':
      return { ...common, stage: 'voided', reception: received(), endedAt: need(row.endedAt, 'endedAt') }
  }
}

function clockFrom(row: DossierRow): Clock {
  switch (row.clock as Clock['state']) {
    case 'paused':
      return { state: 'paused', reason: row.pauseReason as PauseReason, since: row.pausedSince! }
    case 'stopped':
      return { state: 'stopped', at: (row.endedAt ?? row.resolvedAt)! }
    case 'running':
      return { state: 'running' }
    case 'not-started':
      return { state: 'not-started' }
  }
}

function receptionFrom(row: DossierRow): Reception | null {
  if (row.receivedAt === null) return null
  const due: Due | null =
    row.dueAt === null ? null : { firstDueAt: row.firstDueAt!, dueAt: row.dueAt, dueOn: fromDateColumn(row.dueOn!), calendarRevision: row.calendarRevision! }
  return { receivedAt: row.receivedAt, receivedById: row.receivedById, countFrom: row.countFrom, due, registerNumber: row.registerNumber }
}

/** An event as its row keeps it: everything but type and instant in the payload, instants as ISO 8601. */
export function toPayload(event: DossierEvent): Record<string, unknown> {
  const { type: _type, at: _at, ...rest } = event
  return JSON.parse(JSON.stringify(rest)) as Record<string, unknown>
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** The event that a row tells. Local days stay text; only full instants become dates. */
export function fromEventRow(row: { type: string; occurredAt: Date; payload: unknown }): DossierEvent {
  const revived = JSON.parse(JSON.stringify(row.payload), (_key, value: unknown) => (typeof value === 'string' && INSTANT.test(value) ? new Date(value) : value)) as object
  return { ...revived, type: row.type, at: row.occurredAt } as DossierEvent
}

export const isLocalDate = (text: string): boolean => parseLocalDate(text) !== null
