import 'server-only'
import { z } from 'zod'
import type { Channel } from '@/lib/dossiers/domain/dossier'
import { instantAt } from '@/lib/kernel/local-date'
import { Prisma, type Tx } from '@/lib/platform/db'
import { outcomes, parts, type CountedFact } from '../domain/facts'
import type { Period } from '../domain/period'

/**
 * A period as the database is asked about it. It is told as of its end, or as of now where the end lies ahead:
 * events from `until` on have not happened yet, and what is open is judged at `asOf`.
 */
export type Moment = { begins: Date; until: Date; asOf: Date }

export function momentOf(period: Period, now: Date): Moment {
  const [begins, ends] = [instantAt(period.from, '00:00'), instantAt(period.to, '00:00')]
  // A millisecond more, so that what happens at this very instant is told.
  return ends <= now ? { begins, until: ends, asOf: ends } : { begins, until: new Date(Math.max(now.getTime() + 1, begins.getTime())), asOf: now }
}

/** A slice of the figures; what is absent is not asked. */
export type Slice = { fieldSlug?: string; unitKey?: string }
export type GroupBy = 'none' | 'field' | 'unit' | 'channel'

/**
 * One row for each dossier that the period knows: `part`, `outcome`, `paused`, and the due moment in force at its end.
 * What has ended or has a result says so itself. What was still open then is asked of the last event recorded about it that had
 * occurred by then, and of the pause that was open.
 * Each branch of `known` reaches its dossiers by an index of its own; they never overlap. The moments stand in the statement
 * and not in a table beside it, so that the planner sees how few rows lie after them.
 */
export const factsOf = (tx: Tx, { begins, until, asOf }: Moment, slice: Slice): Prisma.Sql => Prisma.sql`
  with known as (
    select d.* from dossier d where d.commune_id = ${tx.communeId}::uuid and d.received_at >= ${begins}::timestamptz and d.received_at < ${until}::timestamptz
    union all
    select d.* from dossier d where d.commune_id = ${tx.communeId}::uuid and d.received_at < ${begins}::timestamptz and d.resolved_at >= ${begins}::timestamptz
    union all
    select d.* from dossier d where d.commune_id = ${tx.communeId}::uuid and d.received_at < ${begins}::timestamptz and d.ended_at >= ${begins}::timestamptz
    union all
    select d.* from dossier d where d.commune_id = ${tx.communeId}::uuid and d.received_at < ${begins}::timestamptz and d.stage in ('received', 'in-progress')
    union all
    select d.* from dossier d where d.commune_id = ${tx.communeId}::uuid and d.stage = 'submitted' and d.submitted_at < ${until}::timestamptz
    union all
    select d.* from dossier d where d.commune_id = ${tx.communeId}::uuid and d.received_at is null and d.submitted_at < ${until}::timestamptz and d.ended_at >= ${begins}::timestamptz
    union all
    select d.* from dossier d where d.commune_id = ${tx.communeId}::uuid and d.received_at >= ${until}::timestamptz and d.submitted_at < ${until}::timestamptz),
  period as materialized (select ${begins}::timestamptz as begins, ${until}::timestamptz as until, ${asOf}::timestamptz as as_of),
  shaped as (
    select k.*, p.begins, p.until, p.as_of, s.unit_key as home_unit,
      case when k.received_at is null or k.received_at >= p.until then 'outside' when k.received_at < p.begins then 'carried-over' else 'new' end as reception,
      case when k.ended_at < p.until then k.stage when k.resolved_at < p.until then 'resolved' when k.received_at < p.until then 'pending' else 'submitted' end as state
    from period p cross join known k left join process_step s on s.version_id = k.procedure_version_id and s.position = 0
    where (${slice.fieldSlug ?? null}::text is null or k.field_slug = ${slice.fieldSlug ?? null}) and (${slice.unitKey ?? null}::text is null or s.unit_key = ${slice.unitKey ?? null})),
  told as (
    select f.*, case f.state when 'pending' then last.due_at when 'submitted' then null else f.due_at end as due_then, coalesce(last.clock = 'paused', false) as paused, pause.since as stands_since,
      case when f.state in ('withdrawn', 'discontinued') then coalesce(ending.past_due, false) end as past_due,
      coalesce(f.time_limit ->> 'unit' in ('half-day', 'working-hour', 'clock-hour'), false) as by_minute
    from shaped f
    left join lateral (select e.due_at, e.clock from dossier_event e where f.state = 'pending' and e.commune_id = f.commune_id and e.dossier_id = f.id
      and e.occurred_at < f.until order by e.seq desc limit 1) last on true
    left join lateral (select p.since from dossier_pause p where f.state = 'pending' and p.commune_id = f.commune_id and p.dossier_id = f.id
      and p.since < f.until and coalesce(p.until, 'infinity') >= f.until order by p.since desc limit 1) pause on true
    left join lateral (select (e.payload ->> 'pastDue')::boolean as past_due from dossier_event e where f.state in ('withdrawn', 'discontinued') and e.commune_id = f.commune_id
      and e.dossier_id = f.id and e.type in ('dossier-withdrawn', 'dossier-discontinued') limit 1) ending on true),
  fact as (
    select t.*, case when t.state = 'voided' then 'outside' else t.reception end as part, case t.state
      when 'resolved' then t.timeliness
      when 'withdrawn' then case when t.reception = 'outside' then 'withdrawn-unreceived' when t.past_due then 'withdrawn-past-due' else 'withdrawn' end
      when 'discontinued' then case when t.past_due then 'discontinued-past-due'
        when (t.ended_at at time zone 'Asia/Ho_Chi_Minh')::date < (t.due_at at time zone 'Asia/Ho_Chi_Minh')::date then 'discontinued-early' else 'discontinued' end
      when 'pending' then case when t.due_then is null then 'pending-no-limit'
        when t.paused and t.stands_since < t.due_then then 'pending-within-limit'
        when t.by_minute and date_trunc('minute', t.as_of) > date_trunc('minute', t.due_then) then 'pending-overdue'
        when not t.by_minute and (t.as_of at time zone 'Asia/Ho_Chi_Minh')::date > (t.due_then at time zone 'Asia/Ho_Chi_Minh')::date then 'pending-overdue'
        else 'pending-within-limit' end
      else t.state end as outcome
    from told t)`

const Row = z.object({ grouped: z.string(), part: z.enum(parts), outcome: z.enum(outcomes), paused: z.boolean(), channel: z.string(), inter_agency: z.boolean(), count: z.number() })

/** A counted fact with the group it belongs to. */
export type GroupedFact = CountedFact & { group: string }

/** Counts the facts of a period in one statement. */
export async function countFacts(tx: Tx, moment: Moment, slice: Slice, by: GroupBy): Promise<GroupedFact[]> {
  const group = { none: Prisma.sql`''`, field: Prisma.sql`f.field_slug`, unit: Prisma.sql`coalesce(f.home_unit, '')`, channel: Prisma.sql`f.channel` }[by]
  const rows = await tx.$queryRaw`${factsOf(tx, moment, slice)}
    select ${group} as grouped, f.part, f.outcome, f.paused, f.channel, f.inter_agency, count(*)::int as count from fact f group by 1, 2, 3, 4, 5, 6`
  return z.array(Row).parse(rows).map(({ grouped, inter_agency, channel, ...row }) => ({ ...row, group: grouped, channel: channel as Channel, interAgency: inter_agency }))
}
