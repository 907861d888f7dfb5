import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import { eventActor, type Actor } from '@/lib/identity/domain/actor'
import { localDate } from '@/lib/kernel/local-date'
import { StaleRow } from '@/lib/platform/action'
import { Prisma, type Tx } from '@/lib/platform/db'
import type { Due } from '../domain/dossier'
import type { DossierEvent } from '../domain/events'
import type { OpenDue } from '../domain/moved-due'
import { toPayload } from './rows'

/** An open dossier with what its due moment depends on. */
export type OpenDueRow = OpenDue & { id: string; code: string; version: number; stage: string; clock: string; procedureName: string }
export type MovedRow = { row: OpenDueRow; due: Due }

const Row = z.object({
  id: z.uuid(), code: z.string(), version: z.int(), stage: z.string(), clock: z.string(), procedure_name: z.string(), received_at: z.date(), count_from: z.date().nullable(),
  time_limit: z.unknown(), first_due_at: z.date(), due_at: z.date(), due_on: z.string(), calendar_revision: z.int(), pauses: z.array(z.object({ since: z.coerce.date(), until: z.coerce.date().nullable() })),
})

/** The open dossiers whose due moment lies ahead, the nearest first. `toChange`: nobody else changes them until the transaction ends. */
export async function openDueAhead(tx: Tx, now: Date, toChange: boolean): Promise<OpenDueRow[]> {
  const rows = await tx.$queryRaw`
    select d.id, d.code, d.version, d.stage, d.clock, d.procedure_name, d.received_at, d.count_from, d.time_limit, d.first_due_at, d.due_at, d.due_on::text, d.calendar_revision,
      coalesce((select jsonb_agg(jsonb_build_object('since', p.since, 'until', p.until) order by p.since) from dossier_pause p where p.commune_id = d.commune_id and p.dossier_id = d.id), '[]') as pauses
    from dossier d
    where d.commune_id = ${tx.communeId}::uuid and d.stage in ('received', 'in-progress') and d.due_at > ${now}::timestamptz
    order by d.due_at, d.id ${toChange ? Prisma.sql`for no key update of d` : Prisma.empty}`
  return z.array(Row).parse(rows).map((row) => ({
    id: row.id, code: row.code, version: row.version, stage: row.stage, clock: row.clock, procedureName: row.procedure_name, receivedAt: row.received_at, countFrom: row.count_from,
    limit: row.time_limit as TimeLimit, pauses: row.pauses,
    due: { firstDueAt: row.first_due_at, dueAt: row.due_at, dueOn: localDate(row.due_on), calendarRevision: row.calendar_revision },
  }))
}

const Count = z.tuple([z.object({ count: z.int() })])

/** Open dossiers whose due moment is behind: no calendar touches them any more. */
export async function openDueBehind(tx: Tx, now: Date): Promise<number> {
  const rows = await tx.$queryRaw`select count(*)::int as count from dossier d where d.commune_id = ${tx.communeId}::uuid and d.stage in ('received', 'in-progress') and d.due_at <= ${now}::timestamptz`
  return Count.parse(rows)[0].count
}

/** Writes the new due moments of many dossiers in one statement, then their events, which take the head of the commune's chain. */
export async function writeMoved(tx: Tx, moved: readonly MovedRow[], decision: string, at: Date, actor: Actor): Promise<void> {
  if (moved.length === 0) return
  const rows = moved.map(({ row, due }) => ({ id: row.id, version: row.version, due_at: due.dueAt, due_on: due.dueOn, revision: due.calendarRevision }))
  const written = await tx.$executeRaw`
    update dossier d set due_at = m.due_at, due_on = m.due_on, calendar_revision = m.revision, version = d.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m (id uuid, version int, due_at timestamptz, due_on date, revision int)
    where d.commune_id = ${tx.communeId}::uuid and d.id = m.id and d.version = m.version`
  if (written !== moved.length) throw new StaleRow('dossiers')
  await tx.dossierEvent.createMany({
    data: moved.map(({ row, due }) => {
      const event: DossierEvent = { type: 'due-date-moved', at, due, decision }
      return {
        communeId: tx.communeId, id: uuidv7(), dossierId: row.id, type: event.type, occurredAt: at, ...eventActor(actor), payload: toPayload(event) as Prisma.InputJsonObject,
        stage: row.stage, clock: row.clock, dueAt: due.dueAt,
      }
    }),
  })
}
