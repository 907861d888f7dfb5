import 'server-only'
import { ACCEPTANCE_LIMIT } from '@/lib/calendar/domain/time-limit'
import { isSheltered, type Standing } from '@/lib/calendar/domain/standing'
import type { Channel } from '@/lib/dossiers/domain/dossier'
import { urgencies, urgencyOf, type Urgency } from '@/lib/dossiers/domain/urgency'
import { openDossiers, type Queue, type QueueCounts, type QueueRow } from '@/lib/dossiers/queries/open-dossiers'
import { submittedDossiers, type SubmittedRow } from '@/lib/dossiers/queries/submitted-dossiers'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import type { QueueView } from './queue-address'

export type WorkRow = {
  id: string
  code: string
  urgency: Urgency
  standing: Standing
  dueAt: Date | null
  procedureName: string
  applicantName: string
  stepName: string
  channel: Channel
  /** Received, and nobody's yet: whoever settles may take it from the list. */
  isFree: boolean
  /** What the last column says; the queue's own words are made there. */
  note: { kind: 'acceptance' | 'supplement' | 'apologised' | 'not-apologised' | 'with' | 'nobody' | 'none'; text?: string; until?: Date }
}
export type Work = { rows: WorkRow[]; counts: QueueCounts; next: string | null; moment: Queue['moment'] }

export const PAGE = 50
const MOST = 100

/**
 * One list out of two: what is received and waits for a step, and, for the desk, what was filed online and waits to be
 * accepted. Both stand in the group of their due moment; the filings, with their eight hours, are all on the first page.
 */
export async function queueWork(officer: Officer, view: QueueView): Promise<Work> {
  const { step, ...filter } = view
  const onlyAcceptance = step === 'accept'
  const [queue, filed] = await Promise.all([
    onlyAcceptance ? null : openDossiers(officer, { ...filter, step }, PAGE),
    asksForFilings(officer, view) ? submittedDossiers(officer, { field: view.field }, MOST) : null,
  ])
  const moment = queue?.moment ?? (await openDossiers(officer, { scope: 'mine' }, 1)).moment
  const filings = (filed?.rows ?? []).map((row) => fromFiling(row, moment))
  const counts = Object.fromEntries(
    (['all', ...urgencies] as const).map((key) => [key, Math.min(MOST, (queue?.counts[key] ?? 0) + filings.filter(({ urgency }) => key === 'all' || urgency === key).length)]),
  ) as QueueCounts
  const shown = view.after === null ? filings.filter(({ urgency }) => view.urgency === null || view.urgency === urgency) : []
  const rows = [...shown, ...(queue?.rows ?? []).map(fromOpen)].toSorted(byUrgency)
  return { rows, counts, next: queue?.next ?? null, moment }
}

const asksForFilings = (officer: Officer, { step, channel, receivedFrom, scope }: QueueView): boolean =>
  may(officer, 'dossier.receive', { communeId: officer.communeId }) &&
  (step === null || step === 'accept') && (channel === null || channel === 'online') && receivedFrom === null && scope !== 'unit'

const byUrgency = (a: WorkRow, b: WorkRow): number =>
  urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) || (a.dueAt?.getTime() ?? Infinity) - (b.dueAt?.getTime() ?? Infinity) || (a.id < b.id ? -1 : 1)

function fromFiling(row: SubmittedRow, { now, nextWorkingDay }: Queue['moment']): WorkRow {
  const due = { dueAt: row.acceptBy, unit: ACCEPTANCE_LIMIT.unit }
  const clock = row.standing.state === 'paused' ? { state: 'paused' as const, since: row.standing.since } : { state: 'running' as const }
  return {
    id: row.id, code: row.code, urgency: isSheltered(due, clock) ? 'paused' : urgencyOf(now, due, clock, nextWorkingDay), standing: row.standing, dueAt: row.acceptBy,
    procedureName: row.procedureName, applicantName: row.applicantName, stepName: 'Kiểm tra để tiếp nhận', channel: 'online', isFree: false,
    note: { kind: row.awaitsSupplement ? 'supplement' : 'acceptance' },
  }
}

const fromOpen = (row: QueueRow): WorkRow => ({
  id: row.id, code: row.code, urgency: row.urgency, standing: row.standing, dueAt: row.dueAt, procedureName: row.procedureName,
  applicantName: row.applicantName, stepName: row.step?.name ?? '', channel: row.channel, isFree: row.stage === 'received' && row.assignee === null && row.standing.state !== 'paused', note: noteOf(row),
})

function noteOf(row: QueueRow): WorkRow['note'] {
  if (row.promisedAt !== null) return { kind: 'apologised', until: row.promisedAt }
  if (row.urgency === 'overdue') return { kind: 'not-apologised' }
  if (row.awaiting === 'supplement') return { kind: 'supplement' }
  if (row.assignee !== null) return { kind: 'with', text: row.assignee.name }
  return { kind: row.stage === 'received' ? 'nobody' : 'none' }
}
