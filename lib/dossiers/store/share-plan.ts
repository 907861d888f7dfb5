import 'server-only'
import { z } from 'zod'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import type { Officer } from '@/lib/identity/domain/actor'
import { may, type Role } from '@/lib/identity/domain/permissions'
import { localDateOf } from '@/lib/kernel/local-date'
import type { Tx } from '@/lib/platform/db'
import { versionOfDossier } from '@/lib/procedures/store'
import { shareOut, type Load, type Shares } from '@/lib/workflow/domain/fair-share'
import { minutesLeft } from '@/lib/workflow/domain/step-time'
import { isOfStep, peopleOn, type Person } from '@/lib/workflow/store'
import { stepTimeColumns, stepTimeOf, stepTimeSql } from './step-time'

/** A dossier whose step looks for an owner, and who is to have it. */
export type Planned = {
  dossierId: string
  code: string
  version: number
  procedureName: string
  applicantName: string
  stepName: string
  dueAt: Date | null
  /** What the step may still take. @unit minutes inside sessions */
  minutes: number
  /** Null: see `left`. */
  to: Person | null
  /** Why nobody gets it: no one of its unit and role is there; somebody has it already; not of this officer's unit. */
  left: 'nobody-there' | 'has-owner' | 'not-yours' | null
}
export type Plan = { rows: readonly Planned[]; /** Everyone who could get something: before and after. */ people: readonly { person: Person; before: number; after: number }[] }

const Row = z.object({
  id: z.uuid(), code: z.string(), version: z.int(), procedure_name: z.string(), applicant_name: z.string().nullable(), due_at: z.date().nullable(), stage: z.string(), step_role: z.string().nullable(),
  step_unit_key: z.string().nullable(), assignee_id: z.uuid().nullable(), ...stepTimeColumns,
})
const OpenStep = z.object({ assignee_id: z.uuid(), ...stepTimeColumns })
const LastGiven = z.object({ staff_id: z.string(), at: z.date().nullable() })

/** Nobody has more than this in hand; a count that stops here is still the largest. */
const MOST_OPEN = 5000

/** Who would get what, were these dossiers given out now: the most urgent first, each to whoever has the least in hand by then. */
export async function planShares(tx: Tx, officer: Officer, dossierIds: readonly string[], { calendar }: CalendarAt, at: Date): Promise<Plan> {
  const people = (await peopleOn(tx, localDateOf(at))).filter(({ away }) => away === null)
  const rows = z.array(Row).parse(await tx.$queryRaw`
    select d.id, d.code, d.version, d.procedure_name, p.full_name as applicant_name, d.due_at, d.stage, d.step_role, d.step_unit_key, d.assignee_id, ${stepTimeSql}
    from dossier d left join dossier_party p on p.commune_id = d.commune_id and p.dossier_id = d.id and p.part = 'applicant'
    where d.commune_id = ${tx.communeId}::uuid and d.id = any(${[...dossierIds]}::uuid[]) and d.stage in ('received', 'in-progress')
    order by coalesce(d.due_at, 'infinity'), d.id`)
  const asked = await Promise.all(rows.map(async (row) => {
    const [time, { steps }] = [await stepTimeOf(row), await versionOfDossier(row.procedure_version_id)]
    const step = { role: (row.step_role ?? '') as Role, unitKey: row.step_unit_key ?? '' }
    const isOwn = may(officer, 'dossier.assign-fairly', { communeId: tx.communeId, unitKey: row.step_unit_key })
    const left: Planned['left'] = !isOwn ? 'not-yours' : row.assignee_id !== null ? 'has-owner' : null
    const candidates = left === null ? people.filter((person) => isOfStep(person, step)).map(({ staffId }) => staffId) : []
    return { row, left, candidates, minutes: time === null ? 0 : minutesLeft(time, at, calendar), stepName: row.step_position === null ? '' : (steps[row.step_position]?.name ?? '') }
  }))
  const loads = await loadsOf(tx, [...new Set(asked.flatMap(({ candidates }) => candidates))], { calendar }, at)
  const shares = shareOut(asked.filter(({ left }) => left === null).map(({ row, minutes, candidates }) => ({ id: row.id, minutes, candidates })), loads, at)
  const byId = new Map(people.map((person) => [person.staffId, person]))
  return {
    rows: asked.map(({ row, left, minutes, stepName }): Planned => {
      const to = byId.get(shares.given.find(({ taskId }) => taskId === row.id)?.staffId ?? '') ?? null
      return {
        dossierId: row.id, code: row.code, version: row.version, procedureName: row.procedure_name, applicantName: row.applicant_name ?? '', stepName, dueAt: row.due_at, minutes, to,
        left: left ?? (to === null ? 'nobody-there' : null),
      }
    }),
    people: beforeAndAfter(loads, shares, byId),
  }
}

const beforeAndAfter = (before: readonly Load[], { loads }: Shares, byId: ReadonlyMap<string, Person>): Plan['people'] =>
  before
    .map(({ staffId, openMinutes }) => ({ person: byId.get(staffId)!, before: openMinutes, after: loads.find((load) => load.staffId === staffId)?.openMinutes ?? openMinutes }))
    .toSorted((a, b) => a.person.name.localeCompare(b.person.name, 'vi'))

/** What each of these people has in hand now. */
export async function loadsOf(tx: Tx, staffIds: readonly string[], { calendar }: Pick<CalendarAt, 'calendar'>, at: Date): Promise<Load[]> {
  if (staffIds.length === 0) return []
  const ids = [...staffIds]
  const open = z.array(OpenStep).parse(await tx.$queryRaw`
    select d.assignee_id, ${stepTimeSql} from dossier d
    where d.commune_id = ${tx.communeId}::uuid and d.stage in ('received', 'in-progress') and d.assignee_id = any(${ids}::uuid[]) limit ${MOST_OPEN}`)
  const given = z.array(LastGiven).parse(await tx.$queryRaw`
    select s as staff_id, (select max(e.occurred_at) from dossier_event e where e.commune_id = ${tx.communeId}::uuid and e.type in ('step-taken', 'dossier-assigned', 'step-taken-over')
      and e.payload ->> 'assigneeId' = s) as at from unnest(${ids}::text[]) s`)
  const loads = new Map(ids.map((staffId): [string, Load] => [staffId, { staffId, openMinutes: 0, lastGivenAt: given.find(({ staff_id }) => staff_id === staffId)?.at ?? null }]))
  for (const { assignee_id, ...columns } of open) {
    const [load, time] = [loads.get(assignee_id)!, await stepTimeOf(columns)]
    if (time !== null) loads.set(assignee_id, { ...load, openMinutes: load.openMinutes + minutesLeft(time, at, calendar) })
  }
  return [...loads.values()]
}
