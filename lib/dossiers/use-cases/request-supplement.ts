import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { issuePaper, numberPattern } from '@/lib/documents/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { localDateOf } from '@/lib/kernel/local-date'
import { ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { decideRequestSupplement, effectOn, type MissingItem, type NothingMissing } from '../domain/supplement'
import type { RequestSupplementInput } from '../inputs'
import { appendEvents } from '../store/dossier-store'
import { officeOf } from '../store/office'
import type { SupplementFacts } from '../store/paper-facts'
import { supplementRequests, supplementRule, writeRequest } from '../store/supplement-store'
import { change, changed, type Changed, type ChangeProblem, dossierFor, queueMessage } from './change'

type Input = z.output<typeof RequestSupplementInput>
type Problem = ChangeProblem | NothingMissing

/** The officer states in writing everything that is missing (Mẫu 02). After reception the clock pauses until it arrives. */
export const requestSupplement = (officer: Officer, input: Input): Promise<Result<Changed, Problem>> =>
  change(officer, officer.communeId, (tx) => requestSupplementIn(tx, officer, input, now()))

export async function requestSupplementIn(tx: Tx, officer: Officer, input: Input, at: Date): Promise<Result<Changed, Problem>> {
  const found = await dossierFor(tx, officer, input, ['request-intake-supplement', 'request-supplement'])
  if (!found.ok) return found
  const dossier = found.value
  const round = (await supplementRequests(tx, dossier.id)).length + 1
  const id = uuidv7()
  const rule = await supplementRule(tx, dossier.procedure.code, localDateOf(at))
  const decision = decideRequestSupplement(dossier, { id, round, missing: input.missing, rule }, at)
  if (!decision.ok) return decision
  const effect = dossier.stage === 'submitted' ? null : effectOn(dossier, rule, at)
  const { missing, reason, deadlineOn } = input
  await writeRequest(tx, { id, dossierId: dossier.id, round, atIntake: dossier.stage === 'submitted', items: missing, reason, requestedAt: at, requestedBy: officer.staffId, deadlineOn, effect })
  const head = await officeOf(tx)
  const data: SupplementFacts = { head, items: missing.map(itemSentence), reason, supplementBy: deadlineOn, guideName: officer.name, contact: null }
  const paper = await issuePaper(tx, { form: 'supplement-request', dossierId: dossier.id, numberPattern: numberPattern('supplement-request', head.issuerKind), issuedBy: officer.staffId, issuedAt: at, data })
  await queueMessage(tx, dossier, 'request-supplement', { requestId: id })
  return ok(changed(await appendEvents(tx, dossier, decision.value, officer, { text: reason }), [{ form: 'supplement-request', ...paper }]))
}

/** "Bản vẽ thiết kế: thiếu mặt bằng móng." */
export const itemSentence = ({ name, sentence }: MissingItem): string => `${name}: ${sentence}`
