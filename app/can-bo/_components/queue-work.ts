import 'server-only'
import { ACCEPTANCE_LIMIT } from '@/lib/calendar/domain/time-limit'
import { isSheltered, type Standing } from '@/lib/calendar/domain/standing'
import type { Channel } from '@/lib/dossiers/domain/dossier'
import { urgencies, urgencyOf, type Urgency } from '@/lib/dossiers/domain/urgency'
import { openDossiers, type Queue, type QueueCounts, type QueueRow } from '@/lib/dossiers/queries/open-dossiers'
import { submittedDossiers, type SubmittedRow } from '@/lib/dossiers/queries/submitted-dossiers'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { queueWarning } from '@/lib/dossiers/wording'
import { now } from '@/lib/platform/clock'
import { stepStandingWords } from '@/lib/workflow/wording'
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
  /** "bước quá 3 giờ": the step took longer than the house gives it; null while it did not. */
  stepLate: string | null
  channel: Channel
  /** Received, and nobody's yet: this officer may take it from the list. */
  isFree: boolean
  /** At a step that nobody has in hand: this officer may give it to somebody. */
  isToShare: boolean
  /** What the last column says; the queue's own words are made there. */
  note: { kind: 'acceptance' | 'call' | 'warning' | 'supplement' | 'apologised' | 'not-apologised' | 'with' | 'nobody' | 'none'; text?: string; until?: Date }
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
    asksForFilings(officer, view) ? submittedDossiers(officer, { field: view.field, payment: view.payment }, MOST) : null,
  ])
  const moment = queue?.moment ?? (await openDossiers(officer, { scope: 'mine' }, 1)).moment
  const filings = (filed?.rows ?? []).map((row) => fromFiling(row, moment))
  const counts = Object.fromEntries(
    (['all', ...urgencies] as const).map((key) => [key, Math.min(MOST, (queue?.counts[key] ?? 0) + filings.filter(({ urgency }) => key === 'all' || urgency === key).length)]),
  ) as QueueCounts
  const shown = view.after === null ? filings.filter(({ urgency }) => view.urgency === null || view.urgency === urgency) : []
  const rows = [...shown, ...(queue?.rows ?? []).map((row) => fromOpen(row, officer))].toSorted(byUrgency)
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
    procedureName: row.procedureName, applicantName: row.applicantName, stepName: 'Kiểm tra để tiếp nhận', stepLate: null, channel: 'online', isFree: false, isToShare: false,
    note: { kind: row.awaitsSupplement ? 'supplement' : 'acceptance' },
  }
}

function fromOpen(row: QueueRow, officer: Officer): WorkRow {
  const step = { communeId: officer.communeId, unitKey: row.step?.unitKey ?? null, assigneeId: row.assignee?.id ?? null }
  const nobodys = row.assignee === null && row.step !== null
  return {
    id: row.id, code: row.code, urgency: row.urgency, standing: row.standing, dueAt: row.dueAt, procedureName: row.procedureName, applicantName: row.applicantName, channel: row.channel,
    stepName: row.step?.name ?? '', stepLate: row.step?.standing.state === 'overdue' ? stepStandingWords(row.step.standing) : null,
    isFree: nobodys && row.stage === 'received' && row.standing.state !== 'paused' && may(officer, 'dossier.take', step), isToShare: nobodys && may(officer, 'dossier.assign-fairly', step), note: noteOf(row),
  }
}

function noteOf(row: QueueRow): WorkRow['note'] {
  if (row.isUnreached) return { kind: 'call' }
  if (row.promisedAt !== null) return { kind: 'apologised', until: row.promisedAt }
  if (row.urgency === 'overdue') return { kind: 'not-apologised' }
  if (row.awaiting === 'supplement') return { kind: 'supplement' }
  const warning = queueWarning(row.warnings, now())
  if (warning !== null) return { kind: 'warning', text: warning }
  if (row.assignee !== null) return { kind: 'with', text: row.assignee.name }
  return { kind: row.stage === 'received' ? 'nobody' : 'none' }
}
