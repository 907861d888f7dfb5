import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import { localDate, localDateOf, type LocalDate } from '@/lib/kernel/local-date'
import type { Tx } from '@/lib/platform/db'
import { queue } from '@/lib/platform/outbox'
import type { DueFacts } from '../domain/due-warnings'
import type { AwaitedSupplement, WarningKind } from '../domain/reminders'
import { fromDateColumn } from './rows'

/** Rows of one round; the next one begins after the last id. */
const PAGE = 500

/** Walks a list in pages by id, so that a large commune is never held in memory at once. */
export async function inPages<Row extends { id: string }>(read: (after: string) => Promise<Row[]>, each: (rows: Row[]) => Promise<void>): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await read(after)
    if (rows.length > 0) await each(rows)
    if (rows.length < PAGE) return
    after = rows.at(-1)!.id
  }
}

export type Uncollected = { id: string; readyOn: LocalDate }
const Uncollected = z.array(z.object({ id: z.uuid(), ready_at: z.date() }))

/** Results that lie ready at the desk for their people. One that came back by post lies there since it came back; one that is still to be posted is the desk's own work. */
export async function uncollected(tx: Tx, after: string): Promise<Uncollected[]> {
  const rows = await tx.$queryRaw`
    select d.id, greatest(d.resolved_at, b.back_at) as ready_at
    from dossier d
    left join lateral (select max(v.closed_at) as back_at from result_delivery v where v.commune_id = d.commune_id and v.dossier_id = d.id and v.state = 'sent-back') b on true
    where d.commune_id = ${tx.communeId}::uuid and d.stage = 'resolved' and d.delivery is distinct from 'posted' and (d.return_channel = 'desk' or b.back_at is not null) and d.id > ${after}::uuid
    order by d.id limit ${PAGE}`
  return Uncollected.parse(rows).map(({ id, ready_at }) => ({ id, readyOn: localDateOf(ready_at) }))
}

export type Awaited = AwaitedSupplement & { id: string; dossierId: string }
const Awaited = z.array(z.object({ id: z.uuid(), dossier_id: z.uuid(), requested_at: z.date(), deadline_on: z.date() }))

/** Requests that are open and have a last day. */
export async function awaitedSupplements(tx: Tx, after: string): Promise<Awaited[]> {
  const rows = await tx.$queryRaw`
    select r.id, r.dossier_id, r.requested_at, r.deadline_on from supplement_request r join dossier d on d.commune_id = r.commune_id and d.id = r.dossier_id
    where r.commune_id = ${tx.communeId}::uuid and r.supplied_at is null and r.deadline_on is not null and d.awaiting = 'supplement' and d.stage in ('submitted', 'received', 'in-progress')
      and r.id > ${after}::uuid order by r.id limit ${PAGE}`
  return Awaited.parse(rows).map((row) => ({ id: row.id, dossierId: row.dossier_id, requestedOn: localDateOf(row.requested_at), deadlineOn: fromDateColumn(row.deadline_on) }))
}

export type Running = { id: string; facts: DueFacts; dueAt: Date; staff: string[]; told: { kind: string; staffId: string }[] }
const Running = z.array(z.object({
  id: z.uuid(), received_at: z.date(), count_from: z.date().nullable(), time_limit: z.unknown(), due_at: z.date(), due_on: z.date(), promised_at: z.date().nullable(),
  pauses: z.array(z.object({ since: z.coerce.date(), until: z.coerce.date().nullable() })), staff: z.array(z.uuid()), leaders: z.array(z.uuid()), told: z.array(z.object({ kind: z.string(), staffId: z.uuid() })),
}))

/**
 * Dossiers whose clock runs and whose day is still ahead, with whoever has them now: the one they are assigned to, or everybody of
 * the step's role in its unit while nobody took them.
 */
export async function runningDossiers(tx: Tx, at: Date, after: string): Promise<(Running & { leaders: string[] })[]> {
  const rows = await tx.$queryRaw`
    select d.id, d.received_at, d.count_from, d.time_limit, d.due_at, d.due_on, d.promised_at,
      (select coalesce(jsonb_agg(jsonb_build_object('since', p.since, 'until', p.until) order by p.since), '[]') from dossier_pause p where p.commune_id = d.commune_id and p.dossier_id = d.id) as pauses,
      (select coalesce(jsonb_agg(s.id), '[]') from staff_member s join unit u on u.commune_id = s.commune_id and u.id = s.unit_id
        where s.commune_id = d.commune_id and s.account_id is not null and coalesce(s.active_to, 'infinity') >= ${localDateOf(at)}::date
          and (s.id = d.assignee_id or (d.assignee_id is null and d.step_role = any(s.roles) and u.key = d.step_unit_key))) as staff,
      (select coalesce(jsonb_agg(s.id), '[]') from staff_member s
        where s.commune_id = d.commune_id and s.account_id is not null and coalesce(s.active_to, 'infinity') >= ${localDateOf(at)}::date and 'leader' = any(s.roles)) as leaders,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', w.kind, 'staffId', w.staff_id)), '[]') from officer_warning w where w.commune_id = d.commune_id and w.dossier_id = d.id and w.due_at = d.due_at) as told
    from dossier d
    where d.commune_id = ${tx.communeId}::uuid and d.stage in ('received', 'in-progress') and d.clock = 'running' and d.time_limit is not null and d.due_at > ${at} and d.id > ${after}::uuid
    order by d.id limit ${PAGE}`
  return Running.parse(rows).map((row) => ({
    id: row.id, dueAt: row.due_at, staff: row.staff, leaders: row.leaders, told: row.told,
    facts: { receivedAt: row.received_at, countFrom: row.count_from, limit: row.time_limit as TimeLimit, dueAt: row.due_at, dueOn: localDate(row.due_on.toISOString().slice(0, 10)), pauses: row.pauses, promisedAt: row.promised_at },
  }))
}

export type Warning = { dossierId: string; kind: WarningKind; dueAt: Date; staffId: string }

/** Notes what officers are warned of and asks for one letter to each, in the same transaction. What was noted before is left out. */
export async function noteWarnings(tx: Tx, warnings: readonly Warning[], at: Date): Promise<number> {
  if (warnings.length === 0) return 0
  const runId = uuidv7()
  const { count } = await tx.officerWarning.createMany({ data: warnings.map((warning) => ({ communeId: tx.communeId, ...warning, runId, warnedAt: at })), skipDuplicates: true })
  const noted = await tx.officerWarning.findMany({ where: { communeId: tx.communeId, runId }, select: { staffId: true }, distinct: ['staffId'] })
  await queue(tx, noted.map(({ staffId }) => ({ key: `officer-warning:${runId}:${staffId}`, kind: 'officer-warning', payload: { runId, staffId } })))
  return count
}
