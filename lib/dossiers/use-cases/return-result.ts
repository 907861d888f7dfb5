import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { ok, type Result } from '@/lib/kernel/result'
import { takeOwed } from '@/lib/payments/store'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { ReturnResultInput } from '../inputs'
import { appendEvents } from '../store/dossier-store'
import { writeReturn } from '../store/result-store'
import { change, changed, type Changed, type ChangeProblem, dossierFor, queueMessage } from './change'

type Input = z.output<typeof ReturnResultInput>

/** The result leaves the house: to whom, and how the desk made sure. No figure of time counts this moment. Cash is taken with it or not at all. */
export const returnResult = (officer: Officer, input: Input): Promise<Result<Changed, ChangeProblem>> =>
  change(officer, officer.communeId, (tx) => returnResultIn(tx, officer, input, now()))

export async function returnResultIn(tx: Tx, officer: Officer, input: Input, at: Date): Promise<Result<Changed, ChangeProblem>> {
  const found = await dossierFor(tx, officer, input, 'return-result')
  if (!found.ok) return found
  const { recipient, identityCheck } = input
  if (input.takesFee === true) await takeOwed(tx, found.value.id, officer.staffId, at)
  await writeReturn(tx, found.value.id, input.recipientName, officer.staffId)
  await queueMessage(tx, found.value, 'return-result')
  return ok(changed(await appendEvents(tx, found.value, [{ type: 'result-returned', at, recipient, identityCheck }], officer)))
}
