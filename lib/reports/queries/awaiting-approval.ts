import 'server-only'
import { z } from 'zod'
import { standing, type Standing } from '@/lib/calendar/domain/standing'
import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import { calendarOf } from '@/lib/calendar/store'
import { may } from '@/lib/identity/domain/permissions'
import type { Officer } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'

/** A result laid before a leader, with what is needed to approve it without opening it. */
export type AwaitingApproval = {
  id: string
  code: string
  procedureName: string
  applicant: string | null
  /** `granted` or `denied`: what approving it will say. */
  outcome: 'granted' | 'denied'
  summary: string
  preparedBy: string | null
  /** Prepared by this very officer: another leader must approve it. */
  ownHand: boolean
  since: Date
  dueAt: Date | null
  standing: Standing
}

const Row = z.object({
  id: z.string(), code: z.string(), procedure_name: z.string(), applicant: z.string().nullable(), outcome: z.enum(['granted', 'denied']).nullable(), summary: z.string().nullable(),
  prepared_by: z.string().nullable(), preparer: z.string().nullable(), step_since: z.date(), due_at: z.date().nullable(), time_limit: z.unknown(),
})

const MOST = 100

/** Results that wait for a leader, the most urgent first. No more than one screen can be approved at once. */
export async function awaitingApproval(officer: Officer): Promise<Result<AwaitingApproval[], { code: 'forbidden' }>> {
  if (!may(officer, 'dossier.approve', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  const [{ calendar }, at] = [await calendarOf(officer.communeId), now()]
  return inCommune(officer, async (tx) => {
    const rows = z.array(Row).parse(await tx.$queryRaw`
      select d.id, d.code, d.procedure_name, party.full_name as applicant, r.outcome, r.summary, r.prepared_by, m.full_name as preparer, d.step_since, d.due_at, d.time_limit
      from dossier d
      left join dossier_party party on party.commune_id = d.commune_id and party.dossier_id = d.id and party.part = 'applicant'
      left join dossier_result r on r.commune_id = d.commune_id and r.dossier_id = d.id
      left join staff_member m on m.commune_id = d.commune_id and m.id = r.prepared_by
      where d.commune_id = ${tx.communeId}::uuid and d.stage = 'in-progress' and d.step_key = 'approve' and d.clock = 'running'
      order by d.due_at asc nulls last, d.id limit ${MOST}`)
    return ok(rows.map((row) => {
      const limit = row.time_limit as TimeLimit | null
      return {
        id: row.id, code: row.code, procedureName: row.procedure_name, applicant: row.applicant, outcome: row.outcome ?? 'granted', summary: row.summary ?? '', preparedBy: row.preparer,
        ownHand: row.prepared_by === officer.staffId, since: row.step_since, dueAt: row.due_at,
        standing: standing({ now: at, due: row.due_at === null || limit === null ? null : { dueAt: row.due_at, unit: limit.unit }, clock: { state: 'running' }, calendar }),
      }
    }))
  })
}

/** How many wait; for the tab. Zero for officers who do not approve. */
export async function approvalCount(officer: Officer): Promise<number> {
  if (!may(officer, 'dossier.approve', { communeId: officer.communeId })) return 0
  return inCommune(officer, (tx) => tx.dossier.count({ where: { communeId: tx.communeId, stage: 'in-progress', stepKey: 'approve', clock: 'running' } }))
}
