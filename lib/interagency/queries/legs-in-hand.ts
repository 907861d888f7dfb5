import 'server-only'
import { z } from 'zod'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import type { LegState } from '../domain/leg'
import { isLegLate } from './partner-legs'

export type LegInHand = { id: string; code: string; procedureName: string; name: string; partnerName: string; state: LegState; handedOverAt: Date; dueAt: Date | null; isLate: boolean }

const PAGE = 30
const Row = z.object({ id: z.uuid(), code: z.string(), procedure_name: z.string(), name: z.string(), partner_name: z.string(), state: z.string(), handed_over_at: z.date(), due_at: z.date().nullable(), time_limit: z.unknown() })

/** What lies with partners now, the most urgent first. */
export async function legsInHand(officer: Officer, after: string | null): Promise<{ rows: LegInHand[]; next: string | null }> {
  if (!may(officer, 'leg.hand-over', { communeId: officer.communeId })) return { rows: [], next: null }
  const match = /^(\d*)_([0-9a-f-]{36})$/.exec(after ?? '')
  const [at, from] = [now(), match === null ? null : { at: match[1] === '' ? null : new Date(Number(match[1])), id: match[2]! }]
  const rows = await inCommune(officer, async (tx) => z.array(Row).parse(await tx.$queryRaw`
    select l.id, d.code, d.procedure_name, l.name, p.name as partner_name, l.state, l.handed_over_at, l.due_at, l.time_limit
    from dossier_leg l join dossier d on d.commune_id = l.commune_id and d.id = l.dossier_id join partner_unit p on p.commune_id = l.commune_id and p.id = l.partner_id
    where l.commune_id = ${tx.communeId}::uuid and l.state in ('handed-over', 'accepted') and d.stage in ('received', 'in-progress')
      and (${from === null}::boolean or (coalesce(l.due_at, 'infinity'), l.id) > (coalesce(${from?.at ?? null}::timestamptz, 'infinity'), ${from?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid))
    order by coalesce(l.due_at, 'infinity'), l.id limit ${PAGE + 1}`))
  const last = rows[PAGE - 1]
  return {
    rows: rows.slice(0, PAGE).map((row) => ({ id: row.id, code: row.code, procedureName: row.procedure_name, name: row.name, partnerName: row.partner_name, state: row.state as LegState, handedOverAt: row.handed_over_at, dueAt: row.due_at, isLate: isLegLate(row.due_at, row.time_limit as TimeLimit | null, at) })),
    next: rows.length > PAGE && last !== undefined ? `${last.due_at?.getTime() ?? ''}_${last.id}` : null,
  }
}
