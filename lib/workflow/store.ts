import 'server-only'
import { z } from 'zod'
import { roles, unitRoles, type Role } from '@/lib/identity/domain/permissions'
import { localDate, localDateOf, type LocalDate } from '@/lib/kernel/local-date'
import type { Tx } from '@/lib/platform/db'
import type { Absence, NewAbsence } from './domain/absence'

const toColumn = (day: LocalDate): Date => new Date(`${day}T00:00:00Z`)
const fromColumn = (column: Date): LocalDate => localDate(column.toISOString().slice(0, 10))

/** Someone at work in the commune on a day. `away`: on that day, until when and who acts meanwhile. */
export type Person = { staffId: string; name: string; title: string; unitKey: string; unitName: string; roles: readonly Role[]; away: { toDay: LocalDate; substituteId: string; substituteName: string } | null }

const PersonRow = z.object({
  id: z.uuid(), full_name: z.string(), title: z.string(), unit_key: z.string(), unit_name: z.string(), roles: z.array(z.string()),
  to_day: z.string().nullable(), substitute_id: z.uuid().nullable(), substitute_name: z.string().nullable(),
})

/** Communes have tens of people; a list that stops here hides nobody in any of them. */
const MOST_PEOPLE = 500

/** Who serves in the commune on a day, by name. */
export async function peopleOn(tx: Tx, day: LocalDate): Promise<Person[]> {
  const rows = z.array(PersonRow).parse(await tx.$queryRaw`
    select m.id, m.full_name, m.title, u.key as unit_key, u.name as unit_name, m.roles, a.to_day::text, a.substitute_id, s.full_name as substitute_name
    from staff_member m
    join unit u on u.commune_id = m.commune_id and u.id = m.unit_id
    left join absence a on a.commune_id = m.commune_id and a.staff_id = m.id and a.ended_at is null and ${day}::date between a.from_day and a.to_day
    left join staff_member s on s.commune_id = a.commune_id and s.id = a.substitute_id
    where m.commune_id = ${tx.communeId}::uuid and m.active_from <= ${day}::date and coalesce(m.active_to, 'infinity') >= ${day}::date
    order by m.full_name, m.id limit ${MOST_PEOPLE}`)
  return rows.map((row) => ({
    staffId: row.id, name: row.full_name, title: row.title, unitKey: row.unit_key, unitName: row.unit_name, roles: roles.filter((role) => row.roles.includes(role)),
    away: row.to_day === null ? null : { toDay: localDate(row.to_day), substituteId: row.substitute_id!, substituteName: row.substitute_name ?? '' },
  }))
}

/** Whose work a step of this role and unit is: the unit counts for those who work inside one. */
export const isOfStep = (person: Pick<Person, 'roles' | 'unitKey'>, step: { role: Role; unitKey: string }): boolean =>
  person.roles.includes(step.role) && (!unitRoles.includes(step.role) || person.unitKey === step.unitKey)

/** May both act twice in one dossier: settle it and sign it? Only where the commune decided so. */
export async function mayActTwice(tx: Tx): Promise<boolean> {
  const policy = await tx.workflowPolicy.findUnique({ where: { communeId: tx.communeId }, select: { mayActTwice: true } })
  return policy?.mayActTwice ?? false
}

export async function writePolicy(tx: Tx, policy: { mayActTwice: boolean; decision: string }, by: string, at: Date): Promise<void> {
  const columns = { ...policy, changedBy: by, changedAt: at }
  await tx.workflowPolicy.upsert({ where: { communeId: tx.communeId }, create: { communeId: tx.communeId, ...columns }, update: columns })
}

/** Absences that stand and touch a period, of these people, as the absent one or as the substitute. */
export async function standingAbsences(tx: Tx, staffIds: readonly string[], { fromDay, toDay }: Pick<Absence, 'fromDay' | 'toDay'>): Promise<Absence[]> {
  const ids = [...staffIds]
  const rows = await tx.absence.findMany({
    where: { communeId: tx.communeId, endedAt: null, fromDay: { lte: toColumn(toDay) }, toDay: { gte: toColumn(fromDay) }, OR: [{ staffId: { in: ids } }, { substituteId: { in: ids } }] },
    orderBy: [{ fromDay: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ id: row.id, staffId: row.staffId, substituteId: row.substituteId, fromDay: fromColumn(row.fromDay), toDay: fromColumn(row.toDay) }))
}

export async function insertAbsence(tx: Tx, { fromDay, toDay, ...absence }: NewAbsence, by: string, at: Date): Promise<string> {
  const row = await tx.absence.create({ data: { communeId: tx.communeId, ...absence, fromDay: toColumn(fromDay), toDay: toColumn(toDay), recordedBy: by, recordedAt: at }, select: { id: true } })
  return row.id
}

/** Who is away in it, while it still stands and is not over; null otherwise. */
export async function openAbsence(tx: Tx, id: string, at: Date): Promise<{ staffId: string } | null> {
  return tx.absence.findFirst({ where: { communeId: tx.communeId, id, endedAt: null, toDay: { gte: toColumn(localDateOf(at)) } }, select: { staffId: true } })
}

/** False where somebody ended it first. */
export const closeAbsence = async (tx: Tx, id: string, by: string, at: Date): Promise<boolean> =>
  (await tx.absence.updateMany({ where: { communeId: tx.communeId, id, endedAt: null }, data: { endedBy: by, endedAt: at } })).count > 0

/** The constraint of the table, where two entered the same absence at once. */
export const isOverlap = (fault: unknown): boolean => fault instanceof Error && /absence_commune_id_staff_id_daterange_excl|23P01/.test(`${fault.message} ${JSON.stringify((fault as { meta?: unknown }).meta ?? '')}`)
