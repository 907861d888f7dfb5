import 'server-only'
import { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'

/** What an officer laid before a leader beside results: an apology to sign, a procedure to correct, a dossier to stop. */
export type WaitingForLeader = { code: string; procedureName: string; applicantName: string; dueAt: Date | null; since: Date; what: 'apology' | 'correction' | 'expired' }

const Row = z.object({ code: z.string(), procedure_name: z.string(), applicant: z.string().nullable(), due_at: z.date().nullable(), since: z.date(), what: z.enum(['apology', 'correction', 'expired']) })
const MOST = 50

/** The most urgent first. Empty for whoever may not decide any of it. */
export async function waitingForLeader(officer: Officer): Promise<WaitingForLeader[]> {
  const subject = { communeId: officer.communeId }
  if (!may(officer, 'dossier.sign-apology', subject) && !may(officer, 'dossier.approve-correction', subject)) return []
  const at = now()
  return inCommune(officer, async (tx) => {
    const rows = z.array(Row).parse(await tx.$queryRaw`
      with waiting as (
        select d.id, d.apology_drafted_at as since, 'apology' as what from dossier d where d.commune_id = ${tx.communeId}::uuid and d.apology_drafted_at is not null
        union all
        select d.id, d.correction_proposed_at, 'correction' from dossier d where d.commune_id = ${tx.communeId}::uuid and d.correction_proposed_at is not null
        union all
        select d.id, r.requested_at, 'expired' from dossier d join supplement_request r on r.commune_id = d.commune_id and r.dossier_id = d.id and r.supplied_at is null
          where d.commune_id = ${tx.communeId}::uuid and d.stage in ('received', 'in-progress') and d.awaiting = 'supplement' and r.deadline_on < (${at}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date)
      select d.code, d.procedure_name, p.full_name as applicant, d.due_at, w.since, w.what
      from waiting w join dossier d on d.commune_id = ${tx.communeId}::uuid and d.id = w.id
      left join dossier_party p on p.commune_id = d.commune_id and p.dossier_id = d.id and p.part = 'applicant'
      order by d.due_at asc nulls last, w.since, d.code limit ${MOST}`)
    return rows.map(({ procedure_name, applicant, due_at, ...row }) => ({ ...row, procedureName: procedure_name, applicantName: applicant ?? '', dueAt: due_at }))
  })
}
