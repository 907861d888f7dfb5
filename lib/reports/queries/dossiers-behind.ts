import 'server-only'
import { z } from 'zod'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import { calendarOf } from '@/lib/calendar/store'
import { may } from '@/lib/identity/domain/permissions'
import type { Officer } from '@/lib/identity/domain/actor'
import type { Channel } from '@/lib/dossiers/domain/dossier'
import { addDays, instantAt, type LocalDate } from '@/lib/kernel/local-date'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune, Prisma, type Tx } from '@/lib/platform/db'
import { cells, outcomes, type Cell, type CellFilter, type Outcome } from '../domain/facts'
import type { Period } from '../domain/period'
import type { Cursor } from '../inputs'
import { factsOf, momentOf, type Moment, type Slice } from './facts'
import { latenessStory, type LatenessStory } from './lateness-story'

export type BehindQuestion = Slice & { period: Period; cell: Cell; /** only those that fall due on this day */ dueOn?: LocalDate; /** only these */ ids?: readonly string[]; after?: Cursor; size?: number }

/** One dossier behind a figure, as those who answer for the figures see it. Instants are as of the end of the period. */
export type DossierBehind = {
  id: string
  code: string
  procedureName: string
  fieldSlug: string
  applicant: string | null
  channel: Channel
  limit: TimeLimit | null
  submittedAt: Date | null
  receivedAt: Date | null
  dueAt: Date | null
  /** When the result stood, or the dossier ended; null while it was open. */
  doneAt: Date | null
  outcome: Outcome
  paused: boolean
  /** Step and unit at hand now; null once it is done. */
  step: { name: string; unit: string | null } | null
  /** The latest remark of an officer; an apology's reason before all others. */
  reason: string | null
  promisedAt: Date | null
  apologised: boolean
  story: LatenessStory
}

export type Behind = { count: number; rows: DossierBehind[]; next: Cursor | null }

const PAGE = 50

/**
 * The exact dossiers behind a figure, the latest first. Only who answers for the commune's figures may see them;
 * the count is that of the whole list, whatever the page.
 */
export async function dossiersBehind(officer: Officer, question: BehindQuestion): Promise<Result<Behind, { code: 'forbidden' }>> {
  if (!may(officer, 'figures.read', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  const calendar = await calendarOf(officer.communeId)
  const moment = momentOf(question.period, now())
  return inCommune(officer, async (tx) => {
    const size = question.size ?? PAGE
    const found = await select(tx, moment, question, size + 1)
    const rows = found.slice(0, size)
    const story = await latenessStory(tx, rows, moment, calendar.calendar)
    const last = rows.at(-1)
    return ok({
      count: found[0]?.total ?? (question.after === undefined ? 0 : await countBehind(tx, moment, question)),
      rows: rows.map((row) => toBehind(row, story(row))),
      next: found.length > size && last !== undefined ? { key: last.sort_key, id: last.id } : null,
    })
  })
}

const Row = z.object({
  id: z.string(), code: z.string(), procedure_name: z.string(), field_slug: z.string(), full_name: z.string().nullable(), channel: z.string(), time_limit: z.unknown(),
  submitted_at: z.date().nullable(), received_at: z.date().nullable(), count_from: z.date().nullable(), due_then: z.date().nullable(), done_at: z.date().nullable(),
  outcome: z.enum(outcomes), paused: z.boolean(), step_name: z.string().nullable(), unit_name: z.string().nullable(), reason: z.string().nullable(), promised_at: z.date().nullable(),
  apologised: z.boolean(), sort_key: z.number(), total: z.number(),
})
export type BehindRow = z.output<typeof Row>

/** The filter of a cell as SQL. `null` for what is not asked keeps one statement for all cells. */
function behind(filter: CellFilter, { dueOn, ids }: Pick<BehindQuestion, 'dueOn' | 'ids'>): Prisma.Sql {
  const asked = <T>(values: readonly T[] | undefined): T[] | null => (values === undefined ? null : [...values])
  const [dueFrom, dueTo] = dueOn === undefined ? [null, null] : [instantAt(dueOn, '00:00'), instantAt(addDays(dueOn, 1), '00:00')]
  return Prisma.sql`(${asked(filter.parts)}::text[] is null or f.part = any(${asked(filter.parts)}::text[]))
    and (${asked(filter.outcomes)}::text[] is null or f.outcome = any(${asked(filter.outcomes)}::text[]))
    and (${asked(filter.channels)}::text[] is null or f.channel = any(${asked(filter.channels)}::text[]))
    and (${filter.paused ?? null}::boolean is null or f.paused) and (${filter.interAgency ?? null}::boolean is null or f.inter_agency)
    and (${dueFrom}::timestamptz is null or f.due_then >= ${dueFrom}::timestamptz and f.due_then < ${dueTo}::timestamptz)
    and (${asked(ids)}::uuid[] is null or f.id = any(${asked(ids)}::uuid[]))`
}

/**
 * Open dossiers come first, the one that has been due longest at the head; then those with a result, the most late first;
 * then what has no due moment, in the order of its arrival. @unit sort_key: seconds
 */
const sortKey = Prisma.sql`(case
  when f.state = 'pending' and f.due_then is not null then extract(epoch from f.due_then) - 1e11
  when f.due_then is not null then extract(epoch from f.due_then - coalesce(f.resolved_at, f.ended_at))
  else extract(epoch from coalesce(f.received_at, f.submitted_at, f.created_at)) + 1e11 end)::float8`

async function select(tx: Tx, moment: Moment, question: BehindQuestion, take: number): Promise<BehindRow[]> {
  const { after } = question
  const rows = await tx.$queryRaw`${factsOf(tx, moment, question)},
    listed as (select f.*, ${sortKey} as sort_key, count(*) over ()::int as total from fact f where ${behind(cells[question.cell], question)}),
    page as (select * from listed l where ${after?.key ?? null}::float8 is null or (l.sort_key, l.id) > (${after?.key ?? null}::float8, ${after?.id ?? null}::uuid)
      order by l.sort_key, l.id limit ${take})
    select p.id, p.code, p.procedure_name, p.field_slug, p.channel, p.time_limit, p.submitted_at, p.received_at, p.count_from, p.due_then, p.outcome, p.paused, p.promised_at, p.sort_key, p.total,
      case when p.state not in ('pending', 'submitted') then coalesce(p.resolved_at, p.ended_at) end as done_at, party.full_name, step.name as step_name, unit.name as unit_name, remark.text as reason,
      exists (select from dossier_event e where e.commune_id = p.commune_id and e.dossier_id = p.id and e.type = 'apology-issued' and e.occurred_at < p.until) as apologised
    from page p
    left join dossier_party party on party.commune_id = p.commune_id and party.dossier_id = p.id and party.part = 'applicant'
    left join process_step step on step.version_id = p.procedure_version_id and step.position = p.step_position
    left join lateral (select u.name from unit u where u.commune_id = p.commune_id and u.key = p.step_unit_key order by u.valid_from desc limit 1) unit on true
    left join lateral (select n.text from dossier_note n join dossier_event e on e.commune_id = n.commune_id and e.id = n.event_id
      where n.commune_id = p.commune_id and n.dossier_id = p.id and e.occurred_at < p.until order by e.type = 'apology-issued' desc, e.seq desc limit 1) remark on true
    order by p.sort_key, p.id`
  return z.array(Row).parse(rows)
}

async function countBehind(tx: Tx, moment: Moment, question: BehindQuestion): Promise<number> {
  const rows = await tx.$queryRaw`${factsOf(tx, moment, question)} select count(*)::int as count from fact f where ${behind(cells[question.cell], question)}`
  return z.tuple([z.object({ count: z.number() })]).parse(rows)[0].count
}

const toBehind = (row: BehindRow, story: LatenessStory): DossierBehind => ({
  id: row.id, code: row.code, procedureName: row.procedure_name, fieldSlug: row.field_slug, applicant: row.full_name, channel: row.channel as Channel,
  limit: row.time_limit as TimeLimit | null, submittedAt: row.submitted_at, receivedAt: row.received_at, dueAt: row.due_then, doneAt: row.done_at, outcome: row.outcome, paused: row.paused,
  step: row.step_name === null ? null : { name: row.step_name, unit: row.unit_name }, reason: row.reason, promisedAt: row.promised_at, apologised: row.apologised, story,
})
