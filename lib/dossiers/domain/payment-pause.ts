import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { dueOf, receptionOf, type Dossier, type Due } from './dossier'
import { dueAfterPauses } from './due'
import type { DossierEvent } from './events'

/** A financial obligation is stated with its amount and basis; the clock stands still until it is settled. */
export const decideRequestPayment = (obligation: { paymentId: string; amountVnd: number }, at: Date): DossierEvent[] => [{ type: 'payment-requested', at, ...obligation }]

export type NoPaymentAwaited = { code: 'no-payment-awaited' }

/** Settled at `at`, whenever it is recorded: the pause ends there, and the due moment moves by law. It cannot have been settled before it was asked for. */
export function decideSettlePayment(dossier: Dossier, paymentId: string, at: Date, calendar: CalendarAt): Result<DossierEvent[], NoPaymentAwaited> {
  if (dossier.awaiting !== 'payment' || dossier.clock.state !== 'paused') return fail({ code: 'no-payment-awaited' })
  const settledAt = at < dossier.clock.since ? dossier.clock.since : at
  return ok([{ type: 'payment-settled', at: settledAt, paymentId, due: movedDue(dossier, settledAt, calendar) }])
}

function movedDue(dossier: Dossier, until: Date, calendar: CalendarAt): Due | null {
  const [reception, due] = [receptionOf(dossier), dueOf(dossier)]
  if (reception === null || due === null || dossier.limit === null) return due
  const pauses = dossier.pauses.map((pause) => (pause.until === null ? { ...pause, until } : pause))
  return dueAfterPauses(reception.receivedAt, reception.countFrom, dossier.limit, due, pauses, calendar)
}
