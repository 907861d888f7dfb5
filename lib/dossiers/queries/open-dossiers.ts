import 'server-only'
import { z } from 'zod'
import { standing, type Standing } from '@/lib/calendar/domain/standing'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import type { WorkingCalendar } from '@/lib/calendar/domain/working-calendar'
import { calendarOf } from '@/lib/calendar/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { localDateOf, type LocalDate } from '@/lib/kernel/local-date'
import type { PaymentStanding } from '@/lib/payments/domain/payment'
import { standingSql } from '@/lib/payments/queries/standing-sql'
import { now } from '@/lib/platform/clock'
import { inCommune, Prisma, type Tx } from '@/lib/platform/db'
import { versionOfDossier } from '@/lib/procedures/store'
import type { Awaiting, Channel, StepKey } from '../domain/dossier'
import { dueWarnings, type DueWarnings } from '../domain/due-warnings'
import { urgencies, type Urgency } from '../domain/urgency'
import { stepStanding } from '@/lib/workflow/domain/step-time'
import { stepTimeColumns, stepTimeOf, stepTimeSql } from '../store/step-time'
import { readCursor, writeCursor } from './cursor'
import { desksOf } from './desks'
import { unreachedSql } from './unreached-sql'
import { MOST_COUNTED, type Moment, momentOf, rankOf, urgencyAt, urgencySql } from './urgency-sql'

/** `mine`: assigned to me, or waiting for someone of my role in my unit; those of absent colleagues I stand in for, too. `unit`: at a step of my unit. `all`: the whole commune. */
export type QueueScope = 'mine' | 'unit' | 'all'
export type QueueFilter = {
  scope?: QueueScope
  urgency?: Urgency | null
  field?: string | null
  step?: StepKey | null
  channel?: Channel | null
  /** Received on or after this day. */
  receivedFrom?: LocalDate | null
  /** How it stands with its money. */
  payment?: PaymentStanding | null
  /** Where the last page ended. */
  after?: string | null
}

export type QueueRow = {
  id: string
  code: string
  version: number
  urgency: Urgency
  standing: Standing
  /** Null where no limit is set by law. */
  dueAt: Date | null
  dueOn: LocalDate | null
  procedureCode: string
  procedureName: string
  fieldSlug: string
  applicantName: string
  channel: Channel
  stage: 'received' | 'in-progress'
  /** `standing`: of the step towards its own time in the house, never mixed into that of the dossier. */
  step: { key: StepKey; name: string; unitKey: string; role: string; standing: Standing } | null
  /** The officer whose turn it is; null while nobody took it. */
  assignee: { id: string; name: string } | null
  awaiting: Awaiting
  receivedAt: Date
  /** The new day of an apology (Mẫu 04); null: none was sent. */
  promisedAt: Date | null
  /** The last message to its people did not arrive: somebody has to call. */
  isUnreached: boolean
  /** When most of its time is gone, and until when an apology is lawful. */
  warnings: DueWarnings
}

/** Numbers of the urgency bar, of the same scope and filters but the urgency itself. They add up to `all`; 100 means "99+". */
export type QueueCounts = Record<Urgency | 'all', number>
export type Queue = { rows: QueueRow[]; counts: QueueCounts; /** For the next page; null: this is the last. */ next: string | null; moment: Moment }

const Row = z.object({
  id: z.uuid(), code: z.string(), version: z.int(), urgency: z.int(), due_at: z.date().nullable(), clock: z.string(), paused_since: z.date().nullable(),
  procedure_code: z.string(), procedure_name: z.string(), field_slug: z.string(), applicant_name: z.string().nullable(), channel: z.string(), stage: z.string(),
  step_key: z.string().nullable(), step_unit_key: z.string().nullable(), step_role: z.string().nullable(), assignee_id: z.uuid().nullable(), assignee_name: z.string().nullable(), awaiting: z.string(),
  received_at: z.date(), promised_at: z.date().nullable(), time_limit: z.unknown(), counts_from: z.date().nullable(), unreached: z.boolean(), pauses: z.array(z.object({ since: z.coerce.date(), until: z.coerce.date().nullable() })), ...stepTimeColumns,
})
const Cursor = z.tuple([z.int(), z.string(), z.uuid()])

/** The open dossiers, the most urgent first: one statement for the page, one for the counts. */
export async function openDossiers(officer: Officer, filter: QueueFilter = {}, size = 20): Promise<Queue> {
  const { calendar } = await calendarOf(officer.communeId)
  const moment = momentOf(now(), calendar)
  if (!may(officer, 'dossier.read', { communeId: officer.communeId })) return { rows: [], counts: countsFrom([]), next: null, moment }
  const { page, counts } = await inCommune(officer, async (tx) => ({ page: await pageOf(tx, officer, filter, moment, size), counts: await countsOf(tx, officer, filter, moment) }))
  const rows = await Promise.all(page.slice(0, size).map(async (row): Promise<QueueRow> => {
    const limit = row.time_limit as TimeLimit | null
    const due = row.due_at === null || limit === null ? null : { dueAt: row.due_at, unit: limit.unit }
    const clock = row.clock === 'paused' ? { state: 'paused' as const, since: row.paused_since! } : { state: 'running' as const }
    return {
      id: row.id, code: row.code, version: row.version, urgency: urgencyAt(row.urgency), standing: standing({ now: moment.now, due, clock, calendar }),
      dueAt: row.due_at, dueOn: row.due_at === null ? null : localDateOf(row.due_at), procedureCode: row.procedure_code, procedureName: row.procedure_name, fieldSlug: row.field_slug,
      applicantName: row.applicant_name ?? '', channel: row.channel as Channel, stage: row.stage as QueueRow['stage'], step: await stepOf(row, moment.now, calendar),
      assignee: row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name ?? '' }, awaiting: row.awaiting as Awaiting, receivedAt: row.received_at, promisedAt: row.promised_at,
      isUnreached: row.unreached,
      warnings: dueWarnings(row.due_at === null || limit === null ? null : { receivedAt: row.received_at, countFrom: row.counts_from, limit, dueAt: row.due_at, dueOn: localDateOf(row.due_at), pauses: row.pauses, promisedAt: row.promised_at }, calendar),
    }
  }))
  const last = page.length > size ? page[size - 1] : undefined
  return { rows, counts, moment, next: last === undefined ? null : writeCursor([last.urgency, last.due_at?.toISOString() ?? 'infinity', last.id]) }
}

async function pageOf(tx: Tx, officer: Officer, filter: QueueFilter, moment: Moment, size: number): Promise<z.output<typeof Row>[]> {
  const after = readCursor(filter.after, Cursor)
  const rank = urgencySql(moment)
  const beyond = after === null ? Prisma.empty : Prisma.sql`and (${rank}, coalesce(d.due_at, 'infinity'), d.id) > (${after[0]}::int, ${after[1]}::timestamptz, ${after[2]}::uuid)`
  const only = filter.urgency == null ? Prisma.empty : Prisma.sql`and ${rank} = ${rankOf(filter.urgency)}`
  // Names are looked up for the page alone, not for the whole queue.
  const rows = await tx.$queryRaw`
    with page as materialized (
      select d.*, ${rank} as urgency from dossier d where ${visibleSql(tx, officer, filter)} ${only} ${beyond}
      order by urgency, coalesce(d.due_at, 'infinity'), d.id limit ${size + 1})
    select d.id, d.code, d.version, d.urgency, d.due_at, d.clock, d.paused_since, d.procedure_code, d.procedure_name, d.field_slug, p.full_name as applicant_name,
      d.channel, d.stage, d.step_key, d.step_unit_key, d.step_role, d.assignee_id, s.full_name as assignee_name, d.awaiting, d.received_at, d.promised_at, d.time_limit, d.count_from as counts_from,
      coalesce((select jsonb_agg(jsonb_build_object('since', w.since, 'until', w.until)) from dossier_pause w where w.commune_id = d.commune_id and w.dossier_id = d.id), '[]') as pauses, ${unreachedSql} as unreached, ${stepTimeSql}
    from page d
    left join dossier_party p on p.commune_id = d.commune_id and p.dossier_id = d.id and p.part = 'applicant'
    left join staff_member s on s.commune_id = d.commune_id and s.id = d.assignee_id
    order by d.urgency, coalesce(d.due_at, 'infinity'), d.id`
  return z.array(Row).parse(rows)
}

const Count = z.array(z.object({ urgency: z.int(), count: z.int() }))

async function countsOf(tx: Tx, officer: Officer, filter: QueueFilter, moment: Moment): Promise<QueueCounts> {
  const rows = await tx.$queryRaw`select urgency, count(*)::int as count from (select ${urgencySql(moment)} as urgency from dossier d where ${visibleSql(tx, officer, filter)}) open group by urgency`
  return countsFrom(Count.parse(rows))
}

function countsFrom(rows: z.output<typeof Count>): QueueCounts {
  const of = (urgency: Urgency): number => rows.find((row) => row.urgency === rankOf(urgency))?.count ?? 0
  const all = rows.reduce((sum, { count }) => sum + count, 0)
  const shown = urgencies.map((urgency) => [urgency, Math.min(MOST_COUNTED, of(urgency))] as const)
  return { ...(Object.fromEntries(shown) as Record<Urgency, number>), all: Math.min(MOST_COUNTED, all) }
}

/** What is open, at a desk this officer asks about, and within the filters. */
function visibleSql(tx: Tx, officer: Officer, { scope = 'mine', field, step, channel, receivedFrom, payment }: QueueFilter): Prisma.Sql {
  const waits = desksOf(officer).map(({ staffId, unitKey, roles }) => Prisma.sql`d.assignee_id = ${staffId}::uuid or (d.assignee_id is null and d.step_role = any(${[...roles]}::text[]) and d.step_unit_key = ${unitKey})`)
  const desk = {
    all: Prisma.sql`true`,
    unit: Prisma.sql`d.step_unit_key = ${officer.unitKey}`,
    mine: Prisma.sql`(${Prisma.join(waits, ' or ')})`,
  }[scope]
  const conditions = [
    Prisma.sql`d.commune_id = ${tx.communeId}::uuid and d.stage in ('received', 'in-progress')`,
    desk,
    field == null ? null : Prisma.sql`d.field_slug = ${field}`,
    step == null ? null : Prisma.sql`d.step_key = ${step}`,
    channel == null ? null : Prisma.sql`d.channel = ${channel}`,
    receivedFrom == null ? null : Prisma.sql`d.received_at >= (${receivedFrom}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'`,
    payment == null ? null : standingSql(payment),
  ]
  return Prisma.join(conditions.filter((condition) => condition !== null), ' and ')
}

/** The step by the name it has in the process of its procedure, and how it stands in the house. */
async function stepOf(row: z.output<typeof Row>, now: Date, calendar: WorkingCalendar): Promise<QueueRow['step']> {
  const time = await stepTimeOf(row)
  if (row.step_key === null || time === null) return null
  const { steps } = await versionOfDossier(row.procedure_version_id)
  return { key: row.step_key as StepKey, name: steps[row.step_position!]?.name ?? '', unitKey: row.step_unit_key ?? '', role: row.step_role ?? '', standing: stepStanding(time, now, calendar) }
}
