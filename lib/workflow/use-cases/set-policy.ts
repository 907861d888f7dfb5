import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import type { SetPolicyInput } from '../inputs'
import { writePolicy } from '../store'

/** A commune with a single clerk lets the same person settle and sign, by a decision it names; reports count where that happened. */
export async function setPolicy(officer: Officer, policy: z.output<typeof SetPolicyInput>): Promise<Result<null, { code: 'forbidden' }>> {
  if (!may(officer, 'workflow.set-policy', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  await inCommune(officer, (tx) => writePolicy(tx, policy, officer.staffId, now()))
  return ok(null)
}
