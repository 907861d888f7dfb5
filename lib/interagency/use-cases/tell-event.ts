import 'server-only'
import type { CalendarAt } from '@/lib/calendar/domain/calendar-at'
import { type CalendarChanged, withCalendar } from '@/lib/dossiers/store/calendar-check'
import { appendEvents, findDossier } from '@/lib/dossiers/store/dossier-store'
import { writeReturn } from '@/lib/dossiers/store/result-store'
import { change, type ChangeProblem, dossierFor, queueMessage } from '@/lib/dossiers/use-cases/change'
import { resumeIn } from '@/lib/dossiers/use-cases/settle-payment'
import { supplySupplementIn } from '@/lib/dossiers/use-cases/supply-supplement'
import { withdrawDossierIn } from '@/lib/dossiers/use-cases/withdraw-dossier'
import type { IdentityCheck, Recipient } from '@/lib/dossiers/domain/events'
import type { System } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { causeOf, lockOwed, settleLines } from '@/lib/payments/store/records'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { ApiClient } from '../domain/api'
import type { EventBody } from '../inputs'
import { type ApiStatus, statusOf } from '../queries/api-status'
import { ask, noteAnswer } from '../store/call-store'
import { addFiles, type FileRefused, keepFiles } from './sent-files'
import { hashOf, systemOf } from './take-in-dossier'

export type TellEventProblem = ChangeProblem | CalendarChanged | FileRefused | { code: 'not-found' } | { code: 'same-key-other-content' } | { code: string }
export type ToldEvent = ApiStatus & { replayed: boolean }

/** A refusal found after something was written: thrown so that all of it is taken back, and caught as the answer it is. */
class Refused extends Error {
  constructor(readonly problem: TellEventProblem) {
    super(problem.code)
  }
}

/** What another system says became true of a dossier: done by the same use case as at the desk, or refused by the same table. */
export async function tellEvent(client: ApiClient, code: string, key: string, body: EventBody): Promise<Result<ToldEvent, TellEventProblem>> {
  const files = await keepFiles(client.communeId, body.type === 'supplement-received' ? body.files : [])
  if (!files.ok) return files
  const system = systemOf(client)
  try {
    return await withCalendar<ToldEvent, TellEventProblem>(client.communeId, (calendar) =>
      change<ToldEvent, TellEventProblem>(system, client.communeId, async (tx) => {
        const at = now()
        const asked = await ask(tx, client, `event:${key}`, hashOf([code, body]))
        if (asked.state === 'other-content') return fail({ code: 'same-key-other-content' })
        if (asked.state === 'new') {
          const dossier = await findDossier(tx, { code })
          if (dossier === null) throw new Refused({ code: 'not-found' })
          const done = await deed(tx, system, dossier.id, body, at, calendar)
          if (!done.ok) throw new Refused(done.problem)
          await addFiles(tx, dossier.id, files.value, 'supplement')
          await noteAnswer(tx, client, `event:${key}`, { code, type: body.type })
        }
        return ok({ ...(await statusOf(tx, code, at))!, replayed: asked.state === 'answered' })
      }),
    )
  } catch (fault) {
    if (fault instanceof Refused) return fault.problem.code === 'calendar-changed' ? tellEvent(client, code, key, body) : fail(fault.problem)
    throw fault
  }
}

function deed(tx: Tx, system: System, dossierId: string, body: EventBody, at: Date, calendar: CalendarAt): Promise<Result<unknown, TellEventProblem>> {
  switch (body.type) {
    case 'supplement-received':
      return supplySupplementIn(tx, system, { dossierId, arrivedAt: body.at, handedIn: body.documents, note: body.note }, at, calendar)
    case 'withdrawn':
      return withdrawDossierIn(tx, system, { dossierId, reason: body.reason }, at)
    case 'result-returned':
      return returnedElsewhere(tx, system, dossierId, { recipientName: body.recipientName, recipient: body.by, identityCheck: body.by }, body.at ?? at, at)
    case 'payment-settled':
      return paidElsewhere(tx, system, dossierId, body, at, calendar)
  }
}

type Paid = { at: Date | null; amountVnd: number; reference: string }

/** Everything that is owed was paid at another counter or gateway: the whole sum, under its number there. A dossier that waited goes on. */
async function paidElsewhere(tx: Tx, system: System, dossierId: string, paid: Paid, at: Date, calendar: CalendarAt): Promise<Result<true, TellEventProblem>> {
  const lines = await lockOwed(tx, dossierId)
  const last = lines.findLast(({ obligationId }) => obligationId !== null)
  if (lines.length === 0) return fail({ code: 'nothing-owed' })
  if (lines.reduce((sum, { amountVnd }) => sum + amountVnd, 0) !== paid.amountVnd) return fail({ code: 'amount-differs' })
  const paidAt = paid.at ?? at
  if (paidAt > at) return fail({ code: 'instant-impossible' })
  await settleLines(tx, { dossierId, lines, method: 'gateway', collectorId: null, reference: paid.reference, cause: causeOf(lines), at: paidAt })
  return last === undefined ? ok(true) : resumeIn(tx, system, { dossierId, paymentId: last.paymentId }, calendar)
}

type Returned = { recipientName: string; recipient: Recipient; identityCheck: IdentityCheck }

/** The result reached the citizen at another counter, by post or as a file. It cannot have done so before it stood, or in the future. */
export async function returnedElsewhere(tx: Tx, system: System, dossierId: string, { recipientName, recipient, identityCheck }: Returned, returnedAt: Date, at: Date): Promise<Result<true, ChangeProblem | { code: 'instant-impossible' }>> {
  const found = await dossierFor(tx, system, { dossierId }, 'return-result')
  if (!found.ok) return found
  if (returnedAt > at || ('resolvedAt' in found.value && returnedAt < found.value.resolvedAt)) return fail({ code: 'instant-impossible' })
  await writeReturn(tx, dossierId, recipientName, null)
  await queueMessage(tx, found.value, 'return-result')
  await appendEvents(tx, found.value, [{ type: 'result-returned', at: returnedAt, recipient, identityCheck }], system)
  return ok(true)
}
