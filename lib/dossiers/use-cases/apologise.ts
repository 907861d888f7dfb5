import 'server-only'
import type { z } from 'zod'
import { closeOf } from '@/lib/calendar/domain/calendar-days'
import { calendarOf } from '@/lib/calendar/store'
import { issuePaper, numberPattern } from '@/lib/documents/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { instantAt } from '@/lib/kernel/local-date'
import { ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { dueOf } from '../domain/dossier'
import { type AlreadyApologised, decideApologise, type PromiseNotLater } from '../domain/endings'
import type { ApologiseInput } from '../inputs'
import { appendEvents } from '../store/dossier-store'
import { officeOf } from '../store/office'
import type { ApologyFacts } from '../store/paper-facts'
import { change, changed, type Changed, type ChangeProblem, dossierFor, queueMessage } from './change'

type Input = z.output<typeof ApologiseInput>
type Problem = ChangeProblem | AlreadyApologised | PromiseNotLater

/** A leader says sorry in writing and names a new day (Mẫu 04), once. Figures go on using the due moment. */
export const apologise = (officer: Officer, input: Input): Promise<Result<Changed, Problem>> =>
  change(officer, officer.communeId, (tx) => apologiseIn(tx, officer, input, now()))

export async function apologiseIn(tx: Tx, officer: Officer, input: Input, at: Date): Promise<Result<Changed, Problem>> {
  const found = await dossierFor(tx, officer, input, 'apologise')
  if (!found.ok) return found
  const { promisedOn, reason } = input
  const { calendar } = await calendarOf(tx.communeId)
  const promisedAt = closeOf(calendar, promisedOn) ?? instantAt(promisedOn, '17:00')
  const decision = decideApologise(found.value, { promisedAt, promisedOn }, at)
  if (!decision.ok) return decision
  const head = await officeOf(tx)
  const data = { head, agencyName: head.governingBody, dueAt: dueOf(found.value)!.firstDueAt.toISOString(), reason, promisedOn, signerName: officer.name, signerPosition: officer.title } satisfies ApologyFacts
  const paper = await issuePaper(tx, { form: 'apology', dossierId: found.value.id, numberPattern: numberPattern('apology', head.issuerKind), issuedBy: officer.staffId, issuedAt: at, data })
  await queueMessage(tx, found.value, 'apologise')
  return ok(changed(await appendEvents(tx, found.value, decision.value, officer, { text: reason }), [{ form: 'apology', ...paper }]))
}
