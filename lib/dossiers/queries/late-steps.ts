import 'server-only'
import { z } from 'zod'
import type { WorkingCalendar } from '@/lib/calendar/domain/working-calendar'
import { calendarOf } from '@/lib/calendar/store'
import type { Standing } from '@/lib/calendar/domain/standing'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { catalogue, versionOfDossier } from '@/lib/procedures/store'
import { isStepLate, lateOnlyIfBegunBy, stepDue, stepStanding } from '@/lib/workflow/domain/step-time'
import { stepTimeColumns, stepTimeOf, stepTimeSql } from '../store/step-time'
import { readCursor, writeCursor } from './cursor'

export type LateStep = {
  id: string
  code: string
  procedureName: string
  stepName: string
  unitKey: string
  unitName: string
  /** Null: nobody has it in hand. */
  assignee: { id: string; name: string } | null
  since: Date
  stepDueAt: Date
  /** Of the step. */
  standing: Standing
  /** Of the dossier: another matter, shown beside it. */
  dossierDueAt: Date | null
}
/** How many late steps lie with whom. `assignee` null: with nobody. */
export type LateGroup = { unitKey: string; unitName: string; assignee: { id: string; name: string } | null; count: number; oldestDueAt: Date }
export type LateSteps = { groups: LateGroup[]; rows: LateStep[]; total: number; /** There are more than are counted. */ isCapped: boolean; next: string | null }
export type LateFilter = { /** A person, or 'none' for what nobody has in hand. */ with?: string | null; unitKey?: string | null; after?: string | null }

const Row = z.object({
  id: z.uuid(), code: z.string(), procedure_name: z.string(), step_unit_key: z.string(), unit_name: z.string().nullable(), assignee_id: z.uuid().nullable(), assignee_name: z.string().nullable(), due_at: z.date().nullable(),
  ...stepTimeColumns,
})
const Cursor = z.tuple([z.iso.datetime(), z.uuid()])

/** A commune with more open steps than this has another trouble than a list. */
const MOST = 2000

/** Steps that took longer than the process gives them, the longest waiting first: of the own unit for heads, of all for leaders and the director. */
export async function lateSteps(officer: Officer, filter: LateFilter = {}, size = 50): Promise<LateSteps | null> {
  if (!may(officer, 'workflow.oversee', { communeId: officer.communeId })) return null
  const [{ calendar }, at] = [await calendarOf(officer.communeId), now()]
  const found = await inCommune(officer, async (tx) => candidates(tx, await begunBy(calendar, at)))
  const seen = found.filter(({ step_unit_key }) => may(officer, 'workflow.oversee', { communeId: officer.communeId, unitKey: step_unit_key }))
  const late = (await Promise.all(seen.map((row) => lateStep(row, calendar, at)))).filter((row) => row !== null)
  const after = readCursor(filter.after, Cursor)
  const listed = late.filter((row) => (filter.unitKey == null || row.unitKey === filter.unitKey) && (filter.with == null || (row.assignee?.id ?? 'none') === filter.with))
  const page = after === null ? listed : listed.filter((row) => row.since.toISOString() > after[0] || (row.since.toISOString() === after[0] && row.id > after[1]))
  const rows = page.slice(0, size)
  const last = rows.at(-1)
  return { groups: groupsOf(late), rows, total: listed.length, isCapped: found.length === MOST, next: page.length > size && last !== undefined ? writeCursor([last.since.toISOString(), last.id]) : null }
}

/** For each time that a step of the catalogue may take, the moment by which it must have begun to be late now. */
async function begunBy(calendar: WorkingCalendar, at: Date): Promise<Record<string, string>> {
  const hours = new Set((await catalogue()).versions.flatMap(({ steps }) => steps.map(({ internalHours }) => internalHours)))
  return Object.fromEntries([...hours].flatMap((each) => {
    const by = each === null ? null : lateOnlyIfBegunBy(each, at, calendar)
    return by === null ? [] : [[String(each), by.toISOString()]]
  }))
}

async function candidates(tx: Tx, cutOffs: Record<string, string>): Promise<z.output<typeof Row>[]> {
  return z.array(Row).parse(await tx.$queryRaw`
    select d.id, d.code, d.procedure_name, d.step_unit_key, u.name as unit_name, d.assignee_id, m.full_name as assignee_name, d.due_at, ${stepTimeSql}
    from dossier d
    join process_step s on s.version_id = d.procedure_version_id and s.position = d.step_position
    left join staff_member m on m.commune_id = d.commune_id and m.id = d.assignee_id
    left join unit u on u.commune_id = d.commune_id and u.key = d.step_unit_key and u.valid_to is null
    where d.commune_id = ${tx.communeId}::uuid and d.stage in ('received', 'in-progress') and d.step_since <= (${JSON.stringify(cutOffs)}::jsonb ->> s.internal_hours::text)::timestamptz
    order by d.step_since, d.id limit ${MOST}`)
}

async function lateStep(row: z.output<typeof Row>, calendar: WorkingCalendar, at: Date): Promise<LateStep | null> {
  const time = await stepTimeOf(row)
  if (time === null || !isStepLate(time, at, calendar)) return null
  const { steps } = await versionOfDossier(row.procedure_version_id)
  return {
    id: row.id, code: row.code, procedureName: row.procedure_name, stepName: steps[row.step_position!]?.name ?? '', unitKey: row.step_unit_key, unitName: row.unit_name ?? row.step_unit_key,
    assignee: row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name ?? '' }, since: time.since, stepDueAt: stepDue(time, calendar)!.dueAt, standing: stepStanding(time, at, calendar), dossierDueAt: row.due_at,
  }
}

function groupsOf(late: readonly LateStep[]): LateGroup[] {
  const groups = new Map<string, LateGroup>()
  for (const { unitKey, unitName, assignee, stepDueAt } of late) {
    const key = `${unitKey}:${assignee?.id ?? ''}`
    const group = groups.get(key) ?? { unitKey, unitName, assignee, count: 0, oldestDueAt: stepDueAt }
    groups.set(key, { ...group, count: group.count + 1, oldestDueAt: stepDueAt < group.oldestDueAt ? stepDueAt : group.oldestDueAt })
  }
  return [...groups.values()].toSorted((a, b) => b.count - a.count || a.oldestDueAt.getTime() - b.oldestDueAt.getTime())
}
