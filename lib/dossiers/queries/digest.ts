import 'server-only'
import { z } from 'zod'
import { previousWorkingDay } from '../domain/digest'
import { calendarOf } from '@/lib/calendar/store'
import type { System } from '@/lib/identity/domain/actor'
import { instantAt, type LocalDate } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import type { Digest, DigestLine } from '../domain/digest'
import { momentOf, urgencySql } from './urgency-sql'

const Row = z.array(z.object({ code: z.string(), procedure_name: z.string(), due_at: z.date().nullable(), urgency: z.int(), is_new: z.boolean(), count: z.int() }))
/** A letter names no more than these; the rest is a number. */
const NAMED = 15
const Submitted = z.tuple([z.object({ submitted: z.int() })])

/** What waits for one officer this morning, the most urgent first; null where this person no longer serves. */
export async function digestOf(worker: System, communeId: string, staffId: string, on: LocalDate): Promise<(Digest & { accountId: string; name: string }) | null> {
  const { calendar } = await calendarOf(communeId)
  const since = instantAt(previousWorkingDay(on, calendar), '00:00')
  const rank = urgencySql(momentOf(now(), calendar))
  return inCommune(worker, communeId, async (tx) => {
    const staff = await tx.staffMember.findFirst({ where: { communeId, id: staffId }, select: { accountId: true, fullName: true, roles: true, unitId: true } })
    if (staff?.accountId == null) return null
    const unit = await tx.unit.findFirst({ where: { communeId, id: staff.unitId }, select: { key: true } })
    const rows = Row.parse(await tx.$queryRaw`
      with mine as (
        select d.code, d.procedure_name, d.due_at, ${rank} as urgency, d.step_since >= ${since} as is_new from dossier d
        where d.commune_id = ${communeId}::uuid and d.stage in ('received', 'in-progress')
          and (d.assignee_id = ${staffId}::uuid or (d.assignee_id is null and d.step_role = any(${staff.roles}::text[]) and d.step_unit_key = ${unit?.key ?? ''})))
      (select *, 0 as count from mine where urgency < 3 order by urgency, due_at limit ${NAMED})
      union all select '', '', null, urgency, is_new, count(*)::int from mine group by urgency, is_new`)
    const receives = staff.roles.some((role) => role === 'desk-officer' || role === 'centre-director')
    const [{ submitted }] = receives ? Submitted.parse(await tx.$queryRaw`select count(*)::int as submitted from (select from dossier where commune_id = ${communeId}::uuid and stage = 'submitted' and awaiting = 'none' limit 1000) s`) : [{ submitted: 0 }]
    const counts = rows.filter(({ code }) => code === '')
    const sum = (fits: (row: (typeof counts)[number]) => boolean): number => counts.filter(fits).reduce((total, { count }) => total + count, 0)
    return {
      accountId: staff.accountId, name: staff.fullName, on, submitted, all: sum(() => true), fresh: sum(({ is_new }) => is_new), overdue: sum(({ urgency }) => urgency === 0),
      soon: sum(({ urgency }) => urgency === 1 || urgency === 2),
      lines: rows.filter(({ code }) => code !== '').map(({ code, procedure_name, due_at, urgency }): DigestLine => ({ code, procedureName: procedure_name, dueAt: due_at, isOverdue: urgency === 0 })),
    }
  })
}
