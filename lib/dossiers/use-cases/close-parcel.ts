import 'server-only'
import type { z } from 'zod'
import type { Officer } from '@/lib/identity/domain/actor'
import { ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { ConfirmDeliveryInput, TakeBackParcelInput } from '../inputs'
import { closeParcel, openParcel } from '../store/delivery-store'
import { appendEvents } from '../store/dossier-store'
import { change, changed, type Changed, type ChangeProblem, dossierFor, queueMessage } from './change'

/** The post says that it handed the parcel over: now the result is returned. */
export const confirmDelivery = (officer: Officer, input: z.output<typeof ConfirmDeliveryInput>): Promise<Result<Changed, ChangeProblem>> =>
  change(officer, officer.communeId, (tx) => confirmDeliveryIn(tx, officer, input, now()))

export async function confirmDeliveryIn(tx: Tx, officer: Officer, input: z.output<typeof ConfirmDeliveryInput>, at: Date): Promise<Result<Changed, ChangeProblem>> {
  const found = await dossierFor(tx, officer, input, 'confirm-delivery')
  if (!found.ok) return found
  const deliveryId = await openParcel(tx, found.value.id)
  await closeParcel(tx, deliveryId, 'delivered', at)
  await queueMessage(tx, found.value, 'confirm-delivery')
  return ok(changed(await appendEvents(tx, found.value, [{ type: 'result-delivered', at, deliveryId }], officer)))
}

/** The parcel came back: the result lies ready again, and its people are told where. */
export const takeBackParcel = (officer: Officer, input: z.output<typeof TakeBackParcelInput>): Promise<Result<Changed, ChangeProblem>> =>
  change(officer, officer.communeId, (tx) => takeBackParcelIn(tx, officer, input, now()))

export async function takeBackParcelIn(tx: Tx, officer: Officer, input: z.output<typeof TakeBackParcelInput>, at: Date): Promise<Result<Changed, ChangeProblem>> {
  const found = await dossierFor(tx, officer, input, 'take-back-parcel')
  if (!found.ok) return found
  const deliveryId = await openParcel(tx, found.value.id)
  await closeParcel(tx, deliveryId, 'sent-back', at, input.reason)
  await queueMessage(tx, found.value, 'take-back-parcel')
  return ok(changed(await appendEvents(tx, found.value, [{ type: 'result-sent-back', at, deliveryId }], officer, { text: input.reason })))
}
