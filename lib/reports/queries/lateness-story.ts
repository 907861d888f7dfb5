import 'server-only'
import type { ExplanationLine } from '@/lib/calendar/domain/explanation'
import { dueMoment } from '@/lib/calendar/domain/due-moment'
import { standing, type Standing } from '@/lib/calendar/domain/standing'
import { workingDaysBetween } from '@/lib/calendar/domain/calendar-days'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import type { WorkingCalendar } from '@/lib/calendar/domain/working-calendar'
import { localDateOf } from '@/lib/kernel/local-date'
import type { Tx } from '@/lib/platform/db'
import type { BehindRow } from './dossiers-behind'
import type { Moment } from './facts'

/** How a dossier stood towards its due moment, and why that was the day. */
export type LatenessStory = {
  /** Of an open dossier, as of the end of the period; null once it is done, or was never received. */
  standing: Standing | null
  /** Working days from the due day to the day it was done, below 0 when early; null while open or without a limit. Late by minutes or on a day off is 0. */
  daysLate: number | null
  /** Why this day, line by line, from the same function as the day itself. */
  lines: readonly ExplanationLine[]
  /** The explanation gives another day than the one in force: the calendar has changed since. */
  otherDay: boolean
}

type Pauses = Map<string, { start: Date; end: Date | null }[]>

/** Reads the pauses of a page of rows at once; the answer tells each row's story. */
export async function latenessStory(tx: Tx, rows: readonly BehindRow[], moment: Moment, calendar: WorkingCalendar): Promise<(row: BehindRow) => LatenessStory> {
  const found = await tx.dossierPause.findMany({ where: { communeId: tx.communeId, dossierId: { in: rows.map(({ id }) => id) }, since: { lt: moment.until } }, orderBy: { since: 'asc' } })
  const pauses: Pauses = new Map()
  for (const { dossierId, since, until } of found) pauses.set(dossierId, [...(pauses.get(dossierId) ?? []), { start: since, end: until !== null && until < moment.until ? until : null }])
  return (row) => tell(row, pauses.get(row.id) ?? [], moment, calendar)
}

function tell(row: BehindRow, pauses: { start: Date; end: Date | null }[], { asOf }: Moment, calendar: WorkingCalendar): LatenessStory {
  const limit = row.time_limit as TimeLimit | null
  if (row.received_at === null || row.due_then === null || limit === null) return { standing: null, daysLate: null, lines: [], otherDay: false }
  const due = { dueAt: row.due_then, unit: limit.unit }
  const open = pauses.find(({ end }) => end === null)
  const counted = dueMoment({ receivedAt: row.received_at, countFrom: row.count_from, limit, calendar, pauses })
  return {
    standing: row.done_at !== null ? null : standing({ now: asOf, due, clock: open ? { state: 'paused', since: open.start } : { state: 'running' }, calendar }),
    daysLate: row.done_at === null ? null : workingDaysBetween(calendar, localDateOf(due.dueAt), localDateOf(row.done_at)),
    lines: counted.ok ? counted.value.explanation : [],
    otherDay: counted.ok && counted.value.pausedSince === null && localDateOf(counted.value.dueAt) !== localDateOf(row.due_then),
  }
}
