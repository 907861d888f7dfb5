import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { money } from '@/lib/kernel/format'
import { ok, type Result } from '@/lib/kernel/result'
import { addObligation } from '@/lib/payments/store/records'
import { paymentKindLabel } from '@/lib/payments/wording'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { decideRequestPayment } from '../domain/payment-pause'
import type { RequestPaymentInput } from '../inputs'
import { appendEvents } from '../store/dossier-store'
import { change, changed, type Changed, type ChangeProblem, dossierFor, queueMessage } from './change'

type Input = z.output<typeof RequestPaymentInput>

/** The officer states what is to be paid, with its basis. The clock pauses until it is settled, and the citizen is told. */
export const requestPayment = (officer: Officer, input: Input): Promise<Result<Changed, ChangeProblem>> =>
  change(officer, officer.communeId, (tx) => requestPaymentIn(tx, officer, input, now()))

export async function requestPaymentIn(tx: Tx, officer: Officer, input: Input, at: Date): Promise<Result<Changed, ChangeProblem>> {
  const found = await dossierFor(tx, officer, input, 'request-payment')
  if (!found.ok) return found
  const { kind, amountVnd, basis } = input
  const paymentId = uuidv7()
  await addObligation(tx, { id: paymentId, dossierId: found.value.id, kind, amountVnd, basis })
  await queueMessage(tx, found.value, 'request-payment')
  const note = { text: `${paymentKindLabel[kind]} ${money(amountVnd)}: ${basis}` }
  return ok(changed(await appendEvents(tx, found.value, decideRequestPayment({ paymentId, amountVnd }, at), officer, note)))
}
