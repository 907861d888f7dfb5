import 'server-only'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import { localDateOf, type LocalDate } from '@/lib/kernel/local-date'
import { limitFor } from '@/lib/procedures/domain/procedure'
import { versionById } from '@/lib/procedures/store'
import { isLateApology, mayApologise } from '../domain/apology'
import type { Dossier } from '../domain/dossier'
import { dueFactsOf, dueWarnings, type DueWarnings } from '../domain/due-warnings'
import type { DossierEvent, EventType, SupplementEffect } from '../domain/events'
import { decideExtend } from '../domain/extension'
import type { Folder } from '../store/folder'
import { fromEventRow } from '../store/rows'

/** What can happen to a dossier beside its straight way, and what did. */
export type LifeView = {
  warnings: DueWarnings
  /** What the procedure gives for a verification, were it recorded now; null: nothing, or no more. */
  extensionOffer: { limit: TimeLimit; dueAt: Date; mode: 'total' | 'added' } | null
  extended: { at: Date; limit: TimeLimit; reason: string | null } | null
  apologyDraft: { promisedOn: LocalDate; reason: string; by: string; at: Date } | null
  /** Signed later than the law allows; null: none was signed. */
  apologyLate: boolean | null
  /** An apology signed now would be late. */
  apologyTooLate: boolean
  correction: { code: string; name: string; variantName: string; limit: TimeLimit | null; reason: string; by: string; at: Date } | null
  reopenedFrom: string | null
  reopenedAs: string | null
  /** How an online filing was answered; null for what came another way or still waits. */
  answered: { acceptBy: Date; late: boolean } | null
  supplement: { rounds: number; rule: SupplementEffect; /** Its last day is over and nothing came. */ expired: boolean }
}

export async function lifeView(dossier: Dossier, folder: Folder, calendar: CalendarAt, at: Date): Promise<LifeView> {
  const extended = lastOf(folder, 'verification-extended')
  const draft = dossier.apologyDraftedAt === null ? null : lastOf(folder, 'apology-drafted')
  const issued = lastOf(folder, 'apology-issued')
  return {
    warnings: dueWarnings(dueFactsOf(dossier), calendar.calendar),
    extensionOffer: offerOf(dossier, at, calendar),
    extended: extended === null ? null : { at: extended.event.at, limit: extended.event.limit, reason: extended.note },
    apologyDraft: draft === null ? null : { promisedOn: draft.event.promisedOn, reason: draft.note ?? '', by: draft.by, at: draft.event.at },
    apologyLate: issued === null ? null : issued.event.late, apologyTooLate: mayApologise(dossier) && isLateApology(dossier, at),
    correction: await correctionOf(dossier, folder), reopenedFrom: folder.reopened_from, reopenedAs: folder.reopened_as, answered: answeredOf(dossier, folder),
    supplement: { rounds: folder.requests.length, rule: folder.supplement_rule, expired: folder.requests.some(({ supplied_at, deadline_on }) => supplied_at === null && deadline_on !== null && deadline_on < localDateOf(at)) && dossier.awaiting === 'supplement' },
  }
}

type Found<T extends EventType> = { event: Extract<DossierEvent, { type: T }>; note: string | null; by: string }

/** The latest event of a kind with its words and whoever recorded it. */
export function lastOf<T extends EventType>(folder: Folder, type: T): Found<T> | null {
  const row = folder.events.findLast((event) => event.type === type)
  if (row === undefined) return null
  const event = fromEventRow({ type: row.type, occurredAt: row.occurred_at, payload: row.payload }) as Found<T>['event']
  return { event, note: row.note, by: folder.staff.find(({ id }) => id === row.actor_id)?.full_name ?? 'Cán bộ đã thôi việc' }
}

function offerOf(dossier: Dossier, at: Date, calendar: CalendarAt): LifeView['extensionOffer'] {
  if (dossier.clock.state !== 'running') return null
  const decision = decideExtend(dossier, at, calendar)
  const [event] = decision.ok ? decision.value : []
  return event?.type === 'verification-extended' ? { limit: event.limit, dueAt: event.due.dueAt, mode: event.mode } : null
}

async function correctionOf(dossier: Dossier, folder: Folder): Promise<LifeView['correction']> {
  const proposed = dossier.correctionProposedAt === null ? null : lastOf(folder, 'correction-proposed')
  const version = proposed === null ? null : await versionById(proposed.event.versionId)
  const variant = version?.variants.find(({ id }) => id === proposed?.event.variantId)
  if (proposed === null || version === null || variant === undefined) return null
  return { code: version.procedureCode, name: version.content.plainName, variantName: variant.name, limit: limitFor(variant, dossier.channel), reason: proposed.note ?? '', by: proposed.by, at: proposed.event.at }
}

/** Late by the minute; what waited for its applicant when it was turned away was answered by that request. */
function answeredOf({ acceptBy, stage }: Dossier, folder: Folder): LifeView['answered'] {
  if (acceptBy === null || stage === 'submitted') return null
  const answer = folder.events.find(({ type }) => type === 'dossier-received' || type === 'dossier-refused')
  if (answer === undefined) return null
  const waited = folder.requests.some(({ at_intake, supplied_at }) => at_intake && supplied_at === null)
  return { acceptBy, late: !waited && Math.floor(answer.occurred_at.getTime() / 60_000) > Math.floor(acceptBy.getTime() / 60_000) }
}
