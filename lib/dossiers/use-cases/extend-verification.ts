import 'server-only'
import type { z } from 'zod'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import type { Officer } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { type AlreadyExtended, decideExtend, type NothingToExtend, type TooLateToExtend } from '../domain/extension'
import type { ExtendVerificationInput } from '../inputs'
import { type CalendarChanged, stillHolds, withCalendar } from '../store/calendar-check'
import { appendEvents } from '../store/dossier-store'
import { change, changed, type Changed, type ChangeProblem, dossierFor, queueMessage } from './change'

type Input = z.output<typeof ExtendVerificationInput>
type Problem = ChangeProblem | CalendarChanged | TooLateToExtend | NothingToExtend | AlreadyExtended

/** Something must be verified: the limit grows as the procedure allows, once and before the due moment; the citizen hears why and until when. */
export const extendVerification = (officer: Officer, input: Input): Promise<Result<Changed, Problem>> =>
  withCalendar(officer.communeId, (calendar) => change(officer, officer.communeId, (tx) => extendVerificationIn(tx, officer, input, now(), calendar)))

export async function extendVerificationIn(tx: Tx, officer: Officer, input: Input, at: Date, calendar: CalendarAt): Promise<Result<Changed, Problem>> {
  const found = await dossierFor(tx, officer, input, 'extend-verification')
  if (!found.ok) return found
  const decision = decideExtend(found.value, at, calendar)
  if (!decision.ok) return decision
  if (!(await stillHolds(tx, calendar))) return fail({ code: 'calendar-changed' })
  await queueMessage(tx, found.value, 'extend-verification')
  return ok(changed(await appendEvents(tx, found.value, decision.value, officer, { text: input.reason })))
}
