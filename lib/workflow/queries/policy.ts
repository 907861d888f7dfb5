import 'server-only'
import { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { inCommune } from '@/lib/platform/db'

/** Whether the commune lets one person settle and sign, by which decision, and since when. Null: nothing was decided, so no. */
export type PolicyView = { mayActTwice: boolean; decision: string; changedAt: Date; changedBy: string }

const Row = z.object({ may_act_twice: z.boolean(), decision: z.string(), changed_at: z.date(), full_name: z.string() })

export async function policyView(officer: Officer): Promise<PolicyView | null> {
  if (!may(officer, 'workflow.oversee', { communeId: officer.communeId })) return null
  const rows = await inCommune(officer, (tx) => tx.$queryRaw`
    select p.may_act_twice, p.decision, p.changed_at, m.full_name from workflow_policy p join staff_member m on m.commune_id = p.commune_id and m.id = p.changed_by where p.commune_id = ${tx.communeId}::uuid`)
  const [row] = z.array(Row).parse(rows)
  return row === undefined ? null : { mayActTwice: row.may_act_twice, decision: row.decision, changedAt: row.changed_at, changedBy: row.full_name }
}
