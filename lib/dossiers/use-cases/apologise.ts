import 'server-only'
import type { z } from 'zod'
import { issuePaper, numberPattern } from '@/lib/documents/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { type AlreadyApologised, decideApologise, type NotDrafted, type PromiseNotLater, type SameHandSigns } from '../domain/apology'
import { dueOf } from '../domain/dossier'
import type { ApologiseInput } from '../inputs'
import { appendEvents } from '../store/dossier-store'
import { officeOf } from '../store/office'
import type { ApologyFacts } from '../store/paper-facts'
import { latestProposal } from '../store/proposals'
import { change, changed, type Changed, type ChangeProblem, dossierFor, queueMessage } from './change'
import { newDay } from './draft-apology'

type Input = z.output<typeof ApologiseInput>
type Problem = ChangeProblem | AlreadyApologised | NotDrafted | PromiseNotLater | SameHandSigns

/** A leader signs the drafted apology with its new day (Mẫu 04), once; paper and message go out. Figures go on using the due moment. */
export const apologise = (officer: Officer, input: Input): Promise<Result<Changed, Problem>> =>
  change(officer, officer.communeId, (tx) => apologiseIn(tx, officer, input, now()))

export async function apologiseIn(tx: Tx, officer: Officer, input: Input, at: Date): Promise<Result<Changed, Problem>> {
  const found = await dossierFor(tx, officer, input, 'apologise')
  if (!found.ok) return found
  const draft = await latestProposal(tx, found.value.id, 'apology-drafted')
  const day = draft === null ? null : { ...(await newDay(tx.communeId, draft.event.promisedOn)), draftedBy: draft.by }
  const decision = decideApologise(found.value, day, officer.staffId, at)
  if (!decision.ok) return decision
  const { reason, event: { promisedOn } } = draft!
  const head = await officeOf(tx)
  const data = { head, agencyName: head.governingBody, dueAt: dueOf(found.value)!.firstDueAt.toISOString(), reason, promisedOn, signerName: officer.name, signerPosition: officer.title } satisfies ApologyFacts
  const paper = await issuePaper(tx, { form: 'apology', dossierId: found.value.id, numberPattern: numberPattern('apology', head.issuerKind), issuedBy: officer.staffId, issuedAt: at, data })
  await queueMessage(tx, found.value, 'apologise')
  return ok(changed(await appendEvents(tx, found.value, decision.value, officer, { text: reason }), [{ form: 'apology', ...paper }]))
}
