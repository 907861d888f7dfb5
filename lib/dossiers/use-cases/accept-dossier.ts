import 'server-only'
import type { z } from 'zod'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import { dueMoment } from '@/lib/calendar/domain/due-moment'
import { issuePaper, numberPattern } from '@/lib/documents/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { localDateOf } from '@/lib/kernel/local-date'
import { fail, must, ok, type Result } from '@/lib/kernel/result'
import { owesBeforeAcceptance } from '@/lib/payments/store/records'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { Dossier } from '../domain/dossier'
import { decideAccept } from '../domain/new-dossier'
import type { AcceptDossierInput } from '../inputs'
import { type CalendarChanged, registerNumberUnder, withCalendar } from '../store/calendar-check'
import { appendEvents } from '../store/dossier-store'
import { officeOf } from '../store/office'
import type { HeadFacts, SlipFacts } from '../store/paper-facts'
import { explanationSentence, feeOnPaper, limitOnPaper, returnPlace } from '../wording'
import { change, changed, type Changed, type ChangeProblem, dossierFor, queueMessage } from './change'

type Input = z.output<typeof AcceptDossierInput>
type Problem = ChangeProblem | CalendarChanged | { code: 'fee-unpaid' }

/** An online filing is complete: the desk receives it, the clock starts, the citizen gets the slip with the day. */
export const acceptDossier = (officer: Officer, input: Input): Promise<Result<Changed, Problem>> =>
  withCalendar(officer.communeId, (calendar) => change(officer, officer.communeId, (tx) => acceptDossierIn(tx, officer, input, now(), calendar)))

export async function acceptDossierIn(tx: Tx, officer: Officer, input: Input, at: Date, calendar: CalendarAt): Promise<Result<Changed, Problem>> {
  const found = await dossierFor(tx, officer, input, 'accept')
  if (!found.ok) return found
  if (await owesBeforeAcceptance(tx, found.value.id)) return fail({ code: 'fee-unpaid' })
  const register = await registerNumberUnder(tx, calendar, Number(localDateOf(at).slice(0, 4)))
  if (!register.ok) return register
  const events = decideAccept(found.value, officer.staffId, register.value, at, calendar)
  const office = await officeOf(tx)
  const fees = await tx.paymentRecord.findMany({ where: { communeId: tx.communeId, dossierId: found.value.id }, select: { amountVnd: true, state: true } })
  const paper = await issuePaper(tx, {
    form: 'receipt-slip',
    dossierId: found.value.id,
    numberPattern: numberPattern('receipt-slip', office.issuerKind),
    issuedBy: officer.staffId,
    issuedAt: at,
    data: slipFacts(found.value, office, officer.name, fees as { amountVnd: number; state: 'owed' | 'paid' | 'exempt' }[], at, calendar),
  })
  await queueMessage(tx, found.value, 'accept')
  return ok(changed(await appendEvents(tx, found.value, events, officer), [{ form: 'receipt-slip', ...paper }]))
}

/** What Mẫu 01 says beside the dossier and its parties, frozen now: a later calendar must not explain an earlier day anew. */
export function slipFacts(
  { limit, returnChannel }: Pick<Dossier, 'limit' | 'returnChannel'>,
  head: HeadFacts,
  receiverName: string,
  fees: readonly { amountVnd: number; state: 'owed' | 'paid' | 'exempt' }[],
  at: Date,
  { calendar }: CalendarAt,
): SlipFacts {
  const explanation = limit === null ? null : explanationSentence(must(dueMoment({ receivedAt: at, limit, calendar, pauses: [] })).explanation)
  return { head, receiverName, limit: limitOnPaper(limit), explanation, fee: feeOnPaper(fees), returnPlace: returnPlace[returnChannel] }
}
