import 'server-only'
import { z } from 'zod'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import type { Officer, System } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { causeOf, lockOwed, obligationsOf, settleLines } from '@/lib/payments/store/records'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import type { OutboxJob } from '@/lib/platform/outbox'
import { decideSettlePayment, type NoPaymentAwaited } from '../domain/payment-pause'
import type { SettlePaymentInput } from '../inputs'
import { type CalendarChanged, stillHolds, withCalendar } from '../store/calendar-check'
import { appendEvents, findDossier } from '../store/dossier-store'
import { change, changed, type Changed, type ChangeProblem, dossierFor } from './change'

type Input = z.output<typeof SettlePaymentInput>
type Problem = ChangeProblem | NoPaymentAwaited | CalendarChanged | { code: 'paid-in-future' }

/** The citizen shows the paper of the treasury or the bank; the officer confirms it, and the clock runs again from the day it says. */
export const settlePayment = (officer: Officer, input: Input): Promise<Result<Changed, Problem>> =>
  withCalendar(officer.communeId, (calendar) => change(officer, officer.communeId, (tx) => settlePaymentIn(tx, officer, input, now(), calendar)))

export async function settlePaymentIn(tx: Tx, officer: Officer, input: Input, at: Date, calendar: CalendarAt): Promise<Result<Changed, Problem>> {
  const found = await dossierFor(tx, officer, input, 'settle-payment')
  if (!found.ok) return found
  const paidAt = input.paidAt ?? at
  if (paidAt > at) return fail({ code: 'paid-in-future' })
  const lines = (await lockOwed(tx, found.value.id)).filter(({ obligationId }) => obligationId !== null)
  const last = lines.at(-1)?.paymentId ?? (await obligationsOf(tx, found.value.id)).at(-1)?.id
  if (last === undefined) return fail({ code: 'no-payment-awaited' })
  if (!(await stillHolds(tx, calendar))) return fail({ code: 'calendar-changed' })
  const decision = decideSettlePayment(found.value, last, paidAt, calendar)
  if (!decision.ok) return decision
  if (lines.length > 0) {
    await settleLines(tx, { dossierId: found.value.id, lines, method: 'treasury', collectorId: officer.staffId, reference: input.document, cause: causeOf(lines), at: paidAt })
  }
  return ok(changed(await appendEvents(tx, found.value, decision.value, officer, { text: input.document })))
}

const Payload = z.object({ dossierId: z.uuid(), paymentId: z.uuid() })

/**
 * Money came for an obligation, at the desk or by a gateway: the dossier goes on, from the moment of the payment. Told twice, or
 * after an officer confirmed it by hand, it changes nothing; where something else is still owed, it goes on waiting.
 */
export const resumeAfterPayment = async (worker: System, { communeId, payload }: OutboxJob): Promise<void> => {
  const { dossierId, paymentId } = Payload.parse(payload)
  const done = await withCalendar<true, CalendarChanged>(communeId, (calendar) => inCommune(worker, communeId, (tx) => resumeIn(tx, worker, { dossierId, paymentId }, calendar)))
  if (!done.ok) throw new Error(`A payment of ${dossierId} waits: ${done.problem.code}`)
}

export async function resumeIn(tx: Tx, actor: System, { dossierId, paymentId }: { dossierId: string; paymentId: string }, calendar: CalendarAt): Promise<Result<true, CalendarChanged>> {
  const dossier = await findDossier(tx, { id: dossierId })
  if (dossier === null || dossier.awaiting !== 'payment') return ok(true)
  const obligations = await obligationsOf(tx, dossierId)
  const paidAt = obligations.find(({ id }) => id === paymentId)?.paidAt ?? null
  if (paidAt === null || obligations.some(({ state }) => state === 'owed')) return ok(true)
  if (!(await stillHolds(tx, calendar))) return fail({ code: 'calendar-changed' })
  const decision = decideSettlePayment(dossier, paymentId, paidAt, calendar)
  if (decision.ok) await appendEvents(tx, dossier, decision.value, actor)
  return ok(true)
}
